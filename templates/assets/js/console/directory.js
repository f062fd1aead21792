// The directory: who is on a platform, and as what, for those who may see so much.

import { element, part } from "../dom.js";
import { attempt, consolePage, standing } from "./frame.js";
import { table } from "./table.js";
import { asSaid, mark, people } from "./words.js";

/** The platform shows so many at once: each of them is read with all that they hold. */
const TOGETHER_MAX = 25;

const words = (role) => role.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());

attempt(async () => {
  const { actions } = await standing;
  // Whoever may open only the parts begins with one of them.
  if (!actions.has("user.directory.view")) part("section").options[0].remove();
  table({
    address: "/api/admin/directory",
    noun: people,
    file: "people",
    most: TOGETHER_MAX,
    matches: ({ name }, { find }) => name.toLowerCase().includes((find ?? "").toLowerCase()),
    orders: { name: ({ name }) => name, level: ({ level }) => level },
    columns: [
      ["Name", ({ name }) => name],
      ["Highest role", ({ level }) => level],
      ["Organization", ({ organization }) => organization],
      ["Status", ({ details }) => details?.status],
      ["Id", ({ account }) => account],
    ],
    fill(row, { account, name, level, organization, details }) {
      const link = actions.has("user.details.view");
      const href = consolePage(`person/?id=${encodeURIComponent(account)}`);
      row.querySelector("[data-name]").append(link ? element("a", name, { href, dir: "auto" }) : element("bdi", name));
      row.querySelector("[data-level]").append(asSaid(words(level)));
      row.querySelector("[data-organization]").textContent = organization ?? "";
      if (details) mark(row.querySelector("[data-status]"), details.status);
      row.querySelector("[data-managers]").textContent = (details?.managers ?? []).map((manager) => manager.name ?? manager.account).join(", ");
    },
  });
});
