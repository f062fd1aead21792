// Who holds a profile of power users or a custom role: shown page by page, given to one more, taken away.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { ask, change } from "./dialog.js";
import { onSubmit } from "./form.js";
import { attempt, consolePage, standing, tell } from "./frame.js";
import { meant } from "./somebody.js";

const roles = (account) => `/api/admin/accounts/${encodeURIComponent(account)}/roles`;
let shown = null;

/** Shows the holders of what stands at this address. */
export async function showHolders(address, set, tenant) {
  const { actions } = await standing;
  // Holders are people of the platform: who may not look at those sees none of them here.
  part("holders").closest("section").hidden = !actions.has("user.directory.view_full");
  if (!actions.has("user.directory.view_full")) return;
  const first = shown === null;
  shown = { address, role: `${set.kind}:${set.id}`, name: set.name, tenant, may: actions.has("role.assign"), isProfile: set.kind === "power_profile" };
  part("give").hidden = !shown.may;
  part("held-on").hidden = shown.isProfile;
  if (first) listen();
  await page();
}

async function page(cursor) {
  const query = cursor ? `?${new URLSearchParams({ cursor })}` : "";
  const { items, next } = await read(`${shown.address}/holders${query}`);
  const lines = items.map(line);
  if (cursor) part("holders").append(...lines);
  else part("holders").replaceChildren(...lines);
  if (cursor) lines[0]?.querySelector("a").focus();
  part("nobody").hidden = part("holders").children.length > 0;
  part("more-holders").hidden = !next;
  part("more-holders").dataset.next = next ?? "";
}

function line({ account, name, object }) {
  const called = name ?? account;
  const item = element("li");
  const who = element("span");
  who.append(element("a", called, { href: consolePage(`person/?id=${encodeURIComponent(account)}`), dir: "auto" }));
  if (!shown.isProfile) who.append(` ${message("holders-on")} `, element("code", object));
  item.append(who);
  if (!shown.may) return item;
  const take = element("button", message("common-take-away"), { type: "button", class: "button button-quiet button-small" });
  take.setAttribute("aria-label", message("holders-from", { name: called }));
  take.addEventListener("click", () =>
    attempt(async () => {
      const gone = await ask({
        title: message("holders-take", { set: shown.name, name: called }),
        text: message("holders-take-text"),
        button: message("common-take-away"),
        danger: true,
        work: () => change(`${roles(account)}/${[shown.role, object].map(encodeURIComponent).join("/")}`, { method: "DELETE" }),
      });
      if (!gone) return;
      await page();
      tell(message("common-taken"));
    }),
  );
  item.append(take);
  return item;
}

/** Asks about the one who was found: the beginning of a name may be another's, too. */
async function give({ account: typed, object }) {
  const found = await meant(typed, shown.tenant);
  const who = found.name ? `${found.name} (${found.email})` : found.id;
  const body = { role: shown.role, ...(object && !shown.isProfile ? { object } : {}) };
  const given = await ask({
    title: message("holders-give", { set: shown.name, who }),
    text: message("holders-give-text"),
    button: message("common-give"),
    work: () => change(roles(found.id), { body }),
  });
  if (!given) return;
  part("give").reset();
  await page();
  tell(message("holders-given", { who }));
}

function listen() {
  onSubmit(part("give"), give);
  part("more-holders").addEventListener("click", ({ target }) => attempt(() => page(target.dataset.next)));
}
