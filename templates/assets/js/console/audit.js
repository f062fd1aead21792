// The audit log: who did what to what, as whom, and what it looked like before and after.

import { element } from "../dom.js";
import { table } from "./table.js";
import { moment } from "./words.js";

const PAGES = { account: "person", course: "course", order: "order" };
const person = (id) => `/console/person/?id=${encodeURIComponent(id)}`;

/** An object's name, which leads to its page where it has one. */
function objectLink(name) {
  const [kind, id] = name.split(":");
  if (!PAGES[kind]) return element("code", name);
  return element("a", name, { href: `/console/${PAGES[kind]}/?id=${encodeURIComponent(id)}` });
}

const text = (value) => (value === null ? "" : JSON.stringify(value));

function changed(name, value) {
  const line = element("code", `${name} ${text(value)}`, { class: "changed", dir: "auto" });
  line.hidden = value === null;
  return line;
}

table({
  address: "/api/admin/audit",
  noun: ["line", "lines"],
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
    who.append(line.account ? element("a", line.actor.replaceAll("_", " "), { href: person(line.account) }) : line.actor.replaceAll("_", " "));
    if (line.logged_in_as_it) who.append(", really ", element("a", "somebody else", { href: person(line.logged_in_as_it) }));
    row.querySelector("[data-action]").textContent = line.action;
    row.querySelector("[data-object]").append(objectLink(line.object));
    row.querySelector("[data-changed]").append(changed("−", line.before), changed("+", line.after));
  },
});
