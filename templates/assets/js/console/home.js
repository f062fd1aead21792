// The first page: what waits for somebody, and numbers that lead to the lists behind them.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { attempt, standing } from "./frame.js";

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

attempt(async () => {
  const { actions, account } = await standing;
  part("greeting").textContent = `Signed in as ${account.name}.`;
  const cards = await Promise.all(numbers(account).map((line) => number(line, actions)));
  part("numbers").replaceChildren(...cards.filter(Boolean));
  const { people } = await read("/api/admin/people");
  part("people").closest("section").hidden = people.length === 0;
  part("people").replaceChildren(
    ...people.map(({ account: id, name, role }) => {
      const line = element("li");
      line.append(element("a", name ?? id, { href: `/console/person/?id=${encodeURIComponent(id)}`, dir: "auto" }), element("span", role, { class: "quiet" }));
      return line;
    }),
  );
});
