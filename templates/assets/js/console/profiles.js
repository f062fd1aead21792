// Profiles of power users and custom roles of a platform: what each brings, and who holds it.

import { read } from "../api.js";
import { element, parameter, part } from "../dom.js";
import { message } from "../messages.js";
import { attempt, consolePage, ownTenant, standing } from "./frame.js";
import { choosePlatform } from "./platforms.js";
import { table } from "./table.js";
import { actions as manyActions, entries, say } from "./words.js";

const address = (tenant) => `/api/admin/permission-sets/${encodeURIComponent(tenant)}`;
const editor = (query) => consolePage(`profile/?${new URLSearchParams(query)}`);

async function showHolders(set, button) {
  const { items, next } = await read(`${address(set.tenant)}/${encodeURIComponent(set.id)}/holders`);
  const names = items.map(({ account: id, name }) => {
    const line = element("div");
    line.append(element("a", name ?? id, { href: consolePage(`person/?id=${encodeURIComponent(id)}`), dir: "auto" }));
    return line;
  });
  button.replaceWith(...(names.length ? names : [message("common-nobody")]), ...(next ? [message("sets-more")] : []));
}

/** Where new ones are made: for the platform whose list is shown. */
function leadOn() {
  for (const [name, kind] of [["new-profile", "power_profile"], ["new-role", "custom_role"]]) {
    part(name).href = editor({ tenant: part("tenant").value, kind });
  }
}

attempt(async () => {
  const { account } = await standing;
  const own = ownTenant(account);
  const places = own === "main" ? [[own, message("place-main")], ...(await choosePlatform())] : [[own, message("place-own")]];
  part("tenant").append(...places.map(([id, name]) => element("option", name, { value: id })));
  if (places.some(([id]) => id === parameter("tenant"))) part("tenant").value = parameter("tenant");
  part("tenant").closest(".field").hidden = places.length === 1;
  part("tenant").addEventListener("input", leadOn);
  leadOn();
  table({
    address: ({ tenant }) => address(tenant),
    noun: entries,
    file: "entries",
    columns: [["Name", ({ name }) => name], ["Kind", ({ kind }) => kind], ["Actions", ({ actions }) => actions?.join(" ")], ["Id", ({ id }) => id]],
    fill(row, set) {
      const link = row.querySelector("[data-name]");
      link.textContent = set.name;
      link.href = editor({ tenant: set.tenant, id: set.id });
      row.querySelector("[data-kind]").textContent = say(set.kind);
      const actions = set.actions ?? [];
      row.querySelector("[data-actions]").textContent = manyActions(actions.length);
      row.querySelector("[data-list]").append(...actions.map((action) => element("li", action)));
      const button = row.querySelector("[data-holders]");
      button.setAttribute("aria-label", message("sets-show", { name: set.name }));
      button.addEventListener("click", () => attempt(() => showHolders(set, button)));
    },
  });
  part("filters").hidden = false;
});
