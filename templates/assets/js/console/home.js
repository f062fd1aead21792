// The first page: what waits for somebody, and numbers that lead to the lists behind them.

import { read } from "../api.js";
import { courseAddress as outlineAddress, element, part } from "../dom.js";
import { message } from "../messages.js";
import { attempt, consolePage, standing, tell } from "./frame.js";
import { courseAddress, newCourse } from "./new-course.js";

/** One page of a list is counted; what lies beyond is said as "more than". */
const COUNTED_MAX = 100;

/** Each number: what it needs, the list it counts, and the page that shows it. Partner platforms have no public catalog. */
const numbers = ({ realm }) => [
  ["pending_user.list", "/api/admin/requests?", consolePage("requests/"), message("overview-requests")],
  ["order.list", "/api/admin/orders?state=in_review&", consolePage("orders/?state=in_review"), message("overview-in-review")],
  ["order.list", "/api/admin/orders?", consolePage("orders/"), message("overview-orders")],
  realm === "main"
    ? ["course.list", "/api/admin/courses?audience=public&", consolePage("courses/?audience=public"), message("overview-public-courses")]
    : ["course.list", "/api/admin/courses?", consolePage("courses/"), message("overview-courses")],
  ["user.directory.view_full", "/api/admin/accounts?", consolePage("people/"), message("overview-people")],
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
    row.append(element("a", words, { href, dir: "auto" }), element("span", role.replaceAll("_", " "), { class: "quiet", lang: "en", dir: "ltr" }));
    return row;
  });
  part(name).replaceChildren(...rows);
  part(name).closest("section").hidden = rows.length === 0;
}

part("new").addEventListener("click", () => attempt(() => newCourse()));
attempt(async () => {
  const { actions, account } = await standing;
  part("greeting").textContent = message("overview-signed-in", { name: account.name });
  const [cards, { people }, { teaching }] = await Promise.all([
    Promise.all(numbers(account).map((line) => number(line, actions))),
    read("/api/admin/people"),
    read("/api/my/courses?limit=1"),
  ]);
  part("numbers").replaceChildren(...cards.filter(Boolean));
  inCare("people", people.map(({ account: id, name, role }) => [name ?? id, consolePage(`person/?id=${encodeURIComponent(id)}`), role]));
  // Tutors look after learners, and not after the course itself: the outline is what opens to them.
  const way = ({ course, as }) => (as === "tutor" ? outlineAddress : courseAddress)(course.id);
  inCare("courses", teaching.map((one) => [one.course.title, way(one), one.as]));
  const shown = document.querySelector("main :is([data-numbers] li, [data-people] li, [data-courses] li, [data-new]:not([hidden]))");
  const menu = document.querySelector("[data-menu] [data-needs]:not([hidden])");
  if (!shown && !menu) tell(message("overview-nothing"));
});
