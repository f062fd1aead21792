// What an account was given, and the form that gives more.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { ask, change } from "./dialog.js";
import { onSubmit } from "./form.js";
import { attempt, gridAddress, standing, tell } from "./frame.js";
import { say } from "./words.js";

/** Shows the roles of the account at this address of the API, who belongs to this platform. */
export async function showRoles(address, tenant, actions) {
  const may = actions.has("role.assign");

  async function reload() {
    const { roles } = await read(`${address}/roles`);
    part("roles").replaceChildren(...roles.map(line));
    part("no-roles").hidden = roles.length > 0;
  }

  function line(role) {
    const { object, words, actions: chosen, set } = role;
    const item = element("li");
    const what = element("span");
    what.append(element("strong", role.role), ` ${message("roles-on")} `, element("code", object), element("br"), element("span", words, { class: "quiet", lang: "en", dir: "ltr" }));
    if (chosen) what.append(" ", element("span", message("roles-only", { actions: chosen.join(", ") }), { class: "quiet" }));
    if (set) what.append(` ${message("roles-from")} `, element("code", set));
    item.append(what);
    if (may) {
      const take = element("button", message("common-take-away"), { type: "button", class: "button button-quiet button-small" });
      take.setAttribute("aria-label", message("roles-take-away", { role: role.role, object }));
      take.addEventListener("click", () => takeAway(role));
      item.append(take);
    }
    return item;
  }

  async function takeAway({ role, object, set }) {
    const way = [set ?? role, object].map(encodeURIComponent).join("/");
    const gone = await ask({
      title: message("roles-take", { role }),
      text: message("roles-take-text"),
      button: message("common-take-away"),
      danger: true,
      work: () => change(`${address}/roles/${way}`, { method: "DELETE" }),
    });
    if (gone) await attempt(async () => (await reload(), tell(message("common-taken"))));
  }

  onSubmit(part("give"), async (typed) => {
    const chosen = typed.actions?.split(/[\s,]+/).filter(Boolean);
    await change(`${address}/roles`, { body: { ...typed, ...(chosen ? { actions: chosen } : {}) } });
    part("give").reset();
    await reload();
    tell(message("roles-given"));
  });
  await reload();
  if (may && actions.has("permission_grid.view")) await offer(tenant);
}

/** The roles that there are, with the platform's own profiles and custom roles, to choose from while typing. */
async function offer(tenant) {
  const { account } = await standing;
  const sets = (kind) => read(`/api/admin/permission-sets/${encodeURIComponent(tenant)}?${new URLSearchParams({ kind })}`);
  const [{ pages }, ...own] = await Promise.all([read(gridAddress(account, tenant)), sets("power_profile"), sets("custom_role")]);
  const words = new Map(pages.flatMap(({ roles }) => roles.map((role) => [role.role, role.words])));
  for (const { kind, id, name } of own.flatMap(({ items }) => items)) words.set(`${kind}:${id}`, `${name}: ${say(kind).toLowerCase()}`);
  part("role-names").append(...[...words].map(([role, text]) => element("option", text, { value: role, lang: "en" })));
}
