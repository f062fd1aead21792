// The grid of permissions: which role brings which action, as the platform is set now, and what was decided otherwise; and
// who may do something.

import { read } from "../api.js";
import { element, parameter, part } from "../dom.js";
import { message } from "../messages.js";
import { onEnter, onSubmit } from "./form.js";
import { attempt, consolePage, gridAddress, ownTenant, standing } from "./frame.js";
import { choosePlatform } from "./platforms.js";
import { actions as manyActions, asSaid } from "./words.js";

const SIGNS = {
  on: "✓",
  off: "○",
  none: "",
  given: "+",
  taken: "✕",
};
let pages = [];
/** What was decided otherwise, by role and action: in the place itself, or everywhere. */
let decided = { here: new Map(), everywhere: new Map() };

const named = (role, action) => `${role} ${action}`;
const mapOf = ({ overrides }) => new Map(overrides.map(({ role, action, allowed }) => [named(role, action), allowed]));

/** The decision about a cell of a page, and where it was made. */
function decision(of, role, action) {
  const key = named(role, action);
  if (of !== "sub_organizations" && decided.here.has(key)) return [decided.here.get(key), "here"];
  if (decided.everywhere.has(key)) return [decided.everywhere.get(key), "inherited"];
  return [];
}

/** What a cell says: whether it is ticked, by whose decision, and each way with its reach and condition. */
function cell(found, [allowed, where]) {
  const state = where ? (allowed ? "given" : "taken") : found ? (found.ticked ? "on" : "off") : "none";
  const words = message("grid-state", { state });
  const told = where ? message("grid-where", { words, where }) : words;
  const made = element("td", "", { class: where ? "tick tick-decided" : "tick" });
  const ways = (found?.ways ?? []).map(({ reach, condition }) => [reach, condition].filter(Boolean).join(", ")).join("; ");
  made.append(element("span", SIGNS[state], { "aria-hidden": "true" }), element("span", `${told} ${ways}`.trim(), { class: "visually-hidden" }));
  if (ways || where) made.title = ways ? message("grid-ways", { told, ways }) : told;
  return made;
}

function draw() {
  const page = pages[Number(part("page").value)];
  // Somebody typed before the grid had come.
  if (!page) return;
  const wanted = part("find").value.trim().toLowerCase();
  const rows = page.rows.filter(({ action, words }) => `${action} ${words}`.toLowerCase().includes(wanted));
  const head = element("tr");
  head.append(element("th", message("grid-action"), { scope: "col" }));
  for (const { role, words, offered } of page.roles) head.append(element("th", offered ? role : message("grid-not-offered", { role }), { scope: "col", title: words }));
  part("grid-head").replaceChildren(head);
  part("rows").replaceChildren(
    ...rows.map(({ action, words, cells }) => {
      const line = element("tr");
      const name = element("th", "", { scope: "row" });
      name.append(asSaid(words), element("br"), element("code", action));
      const by = new Map(cells.map((found) => [found.role, found]));
      line.append(name, ...page.roles.map(({ role }) => cell(by.get(role), decision(page.of, role, action))));
      return line;
    }),
  );
  part("count").textContent = message("grid-shown", { actions: manyActions(rows.length), roles: page.roles.length });
}

onSubmit(part("ask-who"), async (typed) => {
  const { kinds, people, more } = await read(`/api/permissions/who?${new URLSearchParams(typed)}`);
  const lines = kinds.map((kind) => element("li", message("grid-every", { kind: kind.replaceAll("_", " ") })));
  for (const { account, name, role, reach } of people) {
    const line = element("li");
    line.append(element("a", name, { href: consolePage(`person/?id=${encodeURIComponent(account)}`), dir: "auto" }), element("span", `${role}, ${reach}`, { class: "quiet", lang: "en", dir: "ltr" }));
    lines.push(line);
  }
  if (!lines.length) lines.push(element("li", message("grid-nobody")));
  if (more) lines.push(element("li", message("grid-more")));
  part("who").replaceChildren(...lines);
});

/** What is shown of one place says nothing about another one that could not be read. */
function showNothing() {
  pages = [];
  part("table").hidden = true;
  part("overrides").hidden = true;
  part("count").textContent = "";
}

/** Reads the grid of a place, with what was decided there and, for those who may see it, everywhere. */
async function load() {
  const { account } = await standing;
  const tenant = part("platform").value;
  const overrides = (of) => read(`/api/admin/overrides/${encodeURIComponent(of)}`);
  const [grid, here, everywhere] = await Promise.all([
    read(gridAddress(account, tenant)),
    overrides(tenant),
    ownTenant(account) === "main" ? overrides("everywhere") : { overrides: [] },
  ]).catch((refusal) => {
    if (tenant === part("platform").value) showNothing();
    throw refusal;
  });
  // Another place was chosen meanwhile.
  if (tenant !== part("platform").value) return;
  pages = grid.pages;
  decided = { here: mapOf(here), everywhere: mapOf(everywhere) };
  const names = pages.map(({ part: name, of }, at) => {
    const part = message("grid-part", { part: name });
    return element("option", of === "sub_organizations" ? message("grid-others", { part }) : part, { value: at });
  });
  part("page").replaceChildren(...names);
  part("overrides").href = consolePage(`overrides/?${new URLSearchParams({ tenant })}`);
  part("overrides").hidden = false;
  draw();
  part("table").hidden = false;
}

attempt(async () => {
  const { account } = await standing;
  const own = ownTenant(account);
  const places = own === "main" ? [[own, message("place-main")], ...(await choosePlatform())] : [[own, message("place-own")]];
  part("platform").append(...places.map(([id, name]) => element("option", name, { value: id })));
  const asked = parameter("tenant");
  if (places.some(([id]) => id === asked)) part("platform").value = asked;
  part("platform").closest(".field").hidden = places.length === 1;
  part("platform").addEventListener("input", () => attempt(load));
  part("page").addEventListener("input", draw);
  part("find").addEventListener("input", draw);
  onEnter(part("find"));
  await load();
});
