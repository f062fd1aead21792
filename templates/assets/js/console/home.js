// The first page: what waits for somebody, and numbers that lead to the lists behind them.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { attempt, standing, tell } from "./frame.js";
import { courseAddress, newCourse } from "./new-course.js";

/** One page of a list is counted; what lies beyond is said as "more than". */
const COUNTED_MAX = 100;

/** Each number: what it needs, the list it counts, and the page that shows it. Partner platforms have no public catalog. */
const numbers = ({ realm }) => [
  ["pending_user.list", "/api/admin/requests?", "/console/requests/", "Requests to decide"],
  ["order.list", "/api/admin/orders?state=in_review&", "/console/orders/?state=in_review", "Orders in review"],
  ["order.list", "/api/admin/orders?", "/console/orders/", "Orders"],
  realm === "main"
    ? ["course.list", "/api/admin/courses?audience=public&", "/console/courses/?audience=public", "Public courses"]
    : ["course.list", "/api/admin/courses?", "/console/courses/", "Courses"],
  ["user.directory.view_full", "/api/admin/accounts?", "/console/people/", "People"],
];

/** What the list says, or nothing where a role brings the action only elsewhere. */
async function number([needs, list, page, name], actions) {
  if (!actions.has(needs)) return null;
  const found = await read(`${list}limit=${COUNTED_MAX}`).catch(() => null);
  if (!found) return null;
  const item = element("li");
  const link = element("a", "", { href: page, class: "number-card" });
  link.append(element("strong", `${found.items.length}${found.next ? "+" : ""}`), element("span", name));
  item.append(link);
  return item;
}

/** Fills a list of what is in somebody's care; without any it stays hidden. Each is a link, and the part they have in it. */
function inCare(name, lines) {
  const rows = lines.map(([words, href, role]) => {
    const row = element("li");
    row.append(element("a", words, { href, dir: "auto" }), element("span", role.replaceAll("_", " "), { class: "quiet" }));
    return row;
  });
  part(name).replaceChildren(...rows);
  part(name).closest("section").hidden = rows.length === 0;
}

part("new").addEventListener("click", () => attempt(() => newCourse()));
attempt(async () => {
  const { actions, account } = await standing;
  part("greeting").textContent = `Signed in as ${account.name}.`;
  const [cards, { people }, { teaching }] = await Promise.all([
    Promise.all(numbers(account).map((line) => number(line, actions))),
    read("/api/admin/people"),
    read("/api/my/courses?limit=1"),
  ]);
  part("numbers").replaceChildren(...cards.filter(Boolean));
  inCare("people", people.map(({ account: id, name, role }) => [name ?? id, `/console/person/?id=${encodeURIComponent(id)}`, role]));
  inCare("courses", teaching.map(({ course, as }) => [course.title, courseAddress(course.id), as]));
  const shown = document.querySelector("main :is([data-numbers] li, [data-people] li, [data-courses] li, [data-new]:not([hidden]))");
  const menu = document.querySelector("[data-menu] [data-needs]:not([hidden])");
  if (!shown && !menu) tell("There is nothing here that you may look after. Your own courses are under My learning.");
});
