// Policies: what people may beyond what is always so. Each is switched by itself, with what it would change said first.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { attempt, standing, tell } from "./frame.js";
import { saveTold } from "./preview.js";
import { asSaid } from "./words.js";

const ADDRESS = "/api/admin/policies";

function line({ id, words, on }, version, may) {
  const item = element("li");
  const what = element("span");
  what.append(asSaid(words), " ", element("code", id));
  const deeds = element("span", "", { class: "buttons" });
  deeds.append(element("span", on ? message("common-on") : message("common-off"), { class: on ? "mark mark-good" : "mark" }));
  if (may) {
    const button = element("button", on ? message("common-switch-off") : message("common-switch-on"), { type: "button", class: "button button-quiet button-small" });
    button.setAttribute("aria-label", message("policy-of", { way: on ? "off" : "on", id }));
    button.addEventListener("click", () => attempt(() => turn(id, !on, version)));
    deeds.append(button);
  }
  item.append(what, deeds);
  return item;
}

async function turn(id, on, version) {
  const saved = await saveTold({
    address: ADDRESS,
    body: { version, policies: { [id]: on } },
    title: on ? message("turn-on", { id }) : message("turn-off", { id }),
    button: on ? message("common-switch-on") : message("common-switch-off"),
  });
  if (!saved) return;
  await load();
  tell(message("common-spread"));
}

async function load() {
  const { actions } = await standing;
  const { version, policies } = await read(ADDRESS);
  part("policies").replaceChildren(...policies.map((policy) => line(policy, version, actions.has("policy.set"))));
  part("count").textContent = message("policy-on", { count: policies.filter(({ on }) => on).length, all: policies.length });
}

attempt(load);
