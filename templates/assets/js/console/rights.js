// What an account may do, and why.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { onSubmit } from "./form.js";
import { actions as manyActions, asSaid } from "./words.js";

const query = (parts) => new URLSearchParams(Object.entries(parts).filter(([, value]) => value));

/** Shows what the account may do to some object or other, and answers about one object. */
export function showRights(account) {
  let permitted = [];

  function draw() {
    const wanted = part("rights-find").value.trim().toLowerCase();
    const fits = permitted.filter(({ action, words }) => `${action} ${words}`.toLowerCase().includes(wanted));
    part("rights").replaceChildren(...fits.map(line));
    part("rights-count").textContent = message("rights-permitted", { actions: manyActions(fits.length) });
  }

  function line({ action, words, role, reach, set }) {
    const item = element("li");
    const what = element("span");
    what.append(asSaid(words), " ", element("code", action));
    item.append(what);
    if (role) item.append(element("span", `${set?.name ?? role}, ${reach}`, { class: "quiet", lang: "en", dir: "ltr" }));
    return item;
  }

  async function load(object) {
    ({ actions: permitted } = await read(`/api/permissions/can?${query({ account, object })}`));
    draw();
  }

  part("rights-find").addEventListener("input", draw);
  onSubmit(part("ask-rights"), ({ object }) => load(object));
  onSubmit(part("ask-why"), async (typed) => {
    const told = await read(`/api/permissions/explain?${query({ account, ...typed })}`);
    part("why").replaceChildren(...explained(told));
  });
  return load();
}

/** A decision in lines: the outcome, what grants, what is withheld, what stands in between. */
function explained({ allowed, granted_by: granted, withheld, denied_by: denied }) {
  const lines = [element("p", allowed ? message("rights-may") : message("rights-may-not"), { class: allowed ? "notice notice-good" : "notice notice-bad" })];
  const list = element("ul");
  for (const { role, reach, set } of granted) list.append(element("li", message("rights-granted", { role: set ? `${set.name} (${role})` : role, reach })));
  for (const { role, words } of withheld) list.append(element("li", message("rights-withheld", { role, words })));
  for (const { words } of denied) list.append(element("li", message("rights-refused", { words })));
  if (!granted.length && !withheld.length && !denied.length) list.append(element("li", message("rights-nothing")));
  return [...lines, list];
}
