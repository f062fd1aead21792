// The grid of permissions: which role brings which action, as the platform is set now; and who may do something.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { onSubmit } from "./form.js";
import { attempt, gridAddress, standing } from "./frame.js";
import { counted } from "./words.js";

const SIGNS = { on: ["✓", "allowed"], off: ["○", "possible, but switched off"], none: ["", "not brought"] };
let pages = [];

/** What a cell says: whether it is ticked, and each way with its reach and condition. */
function cell(found) {
  const [sign, words] = SIGNS[found ? (found.ticked ? "on" : "off") : "none"];
  const made = element("td", "", { class: "tick" });
  const ways = (found?.ways ?? []).map(({ reach, condition }) => [reach, condition].filter(Boolean).join(", ")).join("; ");
  made.append(element("span", sign, { "aria-hidden": "true" }), element("span", `${words} ${ways}`.trim(), { class: "visually-hidden" }));
  if (ways) made.title = `${words}: ${ways}`;
  return made;
}

function draw() {
  const page = pages[Number(part("page").value)];
  const wanted = part("find").value.trim().toLowerCase();
  const rows = page.rows.filter(({ action, words }) => `${action} ${words}`.toLowerCase().includes(wanted));
  const head = element("tr");
  head.append(element("th", "Action", { scope: "col" }));
  for (const { role, words, offered } of page.roles) head.append(element("th", offered ? role : `${role} (not offered)`, { scope: "col", title: words }));
  part("grid-head").replaceChildren(head);
  part("rows").replaceChildren(
    ...rows.map(({ action, words, cells }) => {
      const line = element("tr");
      const name = element("th", words, { scope: "row" });
      name.append(element("br"), element("code", action));
      const by = new Map(cells.map((found) => [found.role, found]));
      line.append(name, ...page.roles.map(({ role }) => cell(by.get(role))));
      return line;
    }),
  );
  part("count").textContent = `${counted(rows.length, ["action", "actions"])} shown, ${page.roles.length} roles`;
}

onSubmit(part("ask-who"), async (typed) => {
  const { kinds, people, more } = await read(`/api/permissions/who?${new URLSearchParams(typed)}`);
  const lines = kinds.map((kind) => element("li", `Every account of the kind ${kind.replaceAll("_", " ")}`));
  for (const { account, name, role, reach } of people) {
    const line = element("li");
    line.append(element("a", name, { href: `/console/person/?id=${encodeURIComponent(account)}`, dir: "auto" }), element("span", `${role}, ${reach}`, { class: "quiet" }));
    lines.push(line);
  }
  if (!lines.length) lines.push(element("li", "Nobody."));
  if (more) lines.push(element("li", "There are more people than were looked at."));
  part("who").replaceChildren(...lines);
});

attempt(async () => {
  const { account } = await standing;
  ({ pages } = await read(gridAddress(account)));
  const names = { business: "Across the platform", course: "Inside a course" };
  pages.forEach(({ part: name, of }, at) => part("page").append(element("option", `${names[name]}${of === "sub_organizations" ? ", other organizations" : ""}`, { value: at })));
  part("page").addEventListener("input", draw);
  part("find").addEventListener("input", draw);
  draw();
  part("table").hidden = false;
});
