// The audit log: who did what to what, as whom, and what it looked like before and after.

import { element } from "../dom.js";
import { message } from "../messages.js";
import { consolePage } from "./frame.js";
import { table } from "./table.js";
import { asSaid, lines, moment } from "./words.js";

const PAGES = { account: "person", course: "course", order: "order" };
const person = (id) => consolePage(`person/?id=${encodeURIComponent(id)}`);

/** The end of an id tells it apart from the others at a glance; the beginning is the time at which it was made. */
const END_CHARS = 6;

/** An object's name, which leads to its page where it has one. */
function objectLink(name) {
  const [kind, id] = name.split(":");
  const short = id.length > END_CHARS ? `${kind} …${name.slice(-END_CHARS)}` : name;
  if (!PAGES[kind]) return element("span", short, { title: name, lang: "en", dir: "ltr" });
  return element("a", short, { href: consolePage(`${PAGES[kind]}/?id=${encodeURIComponent(id)}`), title: name, lang: "en", dir: "ltr" });
}

const text = (value) => (value === null ? "" : JSON.stringify(value));
const names = (value) => (value && typeof value === "object" ? Object.keys(value) : []);

/** Which parts changed, and on asking what they looked like before and after. */
function changed({ before, after }) {
  const parts = [...new Set([...names(before), ...names(after)])];
  if (!parts.length) return element("span", "–", { class: "quiet" });
  const whole = element("details");
  const word = before === null ? message("audit-new") : after === null ? message("audit-gone") : parts.join(", ");
  whole.append(element("summary", word));
  for (const part of parts) {
    const line = element("code", "", { class: "changed", dir: "auto" });
    const [old, now] = [before?.[part], after?.[part]];
    line.textContent = [`${part}:`, old !== undefined && text(old), old !== undefined && now !== undefined && "→", now !== undefined && text(now)].filter(Boolean).join(" ");
    whole.append(line);
  }
  return whole;
}

table({
  address: "/api/admin/audit",
  noun: lines,
  file: "lines",
  matches: ({ action, account, logged_in_as_it: behind }, { action: wanted = "", who }) => action.startsWith(wanted) && (!who || who === account || who === behind),
  columns: [
    ["At", ({ at }) => at],
    ["Part", ({ actor }) => actor],
    ["Account", ({ account }) => account],
    ["Logged in as it", (line) => line.logged_in_as_it],
    ["Action", ({ action }) => action],
    ["Object", ({ object }) => object],
    ["Before", ({ before }) => text(before)],
    ["After", ({ after }) => text(after)],
  ],
  fill(row, line) {
    moment(row.querySelector("[data-at]"), line.at);
    const who = row.querySelector("[data-who]");
    const actor = asSaid(line.actor.replaceAll("_", " "));
    const link = line.account && element("a", "", { href: person(line.account) });
    link?.append(actor);
    who.append(link || actor);
    if (line.logged_in_as_it) who.append(`, ${message("audit-really")} `, element("a", message("audit-somebody"), { href: person(line.logged_in_as_it) }));
    row.querySelector("[data-action]").textContent = line.action;
    row.querySelector("[data-object]").append(objectLink(line.object));
    row.querySelector("[data-changed]").append(changed(line));
  },
});
