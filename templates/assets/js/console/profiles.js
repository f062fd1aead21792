// Profiles of power users and custom roles: what each brings, and who holds it.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { attempt, ownTenant, standing } from "./frame.js";
import { table } from "./table.js";
import { counted } from "./words.js";

const KINDS = { power_profile: "Profile of power users", custom_role: "Custom role" };

attempt(async () => {
  const { account } = await standing;
  const address = `/api/admin/permission-sets/${encodeURIComponent(ownTenant(account))}`;

  async function showHolders(set, button) {
    const { items, next } = await read(`${address}/${encodeURIComponent(set.id)}/holders`);
    const names = items.map(({ account: id, name }) => {
      const line = element("div");
      line.append(element("a", name ?? id, { href: `/console/person/?id=${encodeURIComponent(id)}`, dir: "auto" }));
      return line;
    });
    button.replaceWith(...(names.length ? names : ["Nobody"]), ...(next ? ["and more"] : []));
  }

  table({
    address,
    noun: ["entry", "entries"],
    columns: [["Name", ({ name }) => name], ["Kind", ({ kind }) => kind], ["Actions", ({ actions }) => actions?.join(" ")], ["Id", ({ id }) => id]],
    fill(row, set) {
      row.querySelector("[data-name]").textContent = set.name;
      row.querySelector("[data-kind]").textContent = KINDS[set.kind] ?? set.kind;
      const actions = set.actions ?? [];
      row.querySelector("[data-actions]").textContent = counted(actions.length, ["action", "actions"]);
      row.querySelector("[data-list]").append(...actions.map((action) => element("li", action)));
      const button = row.querySelector("[data-holders]");
      button.setAttribute("aria-label", `Show who holds ${set.name}`);
      button.addEventListener("click", () => attempt(() => showHolders(set, button)));
    },
  });
  part("filters").hidden = false;
});
