// Policies: what people may beyond what is always so. Each is switched by itself, with what it would change said first.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { attempt, standing, tell } from "./frame.js";
import { saveTold } from "./preview.js";
import { counted } from "./words.js";

const ADDRESS = "/api/admin/policies";

function line({ id, words, on }, version, may) {
  const item = element("li");
  const what = element("span");
  what.append(words, " ", element("code", id));
  const deeds = element("span", "", { class: "buttons" });
  deeds.append(element("span", on ? "On" : "Off", { class: on ? "mark mark-good" : "mark" }));
  if (may) {
    const button = element("button", on ? "Switch off" : "Switch on", { type: "button", class: "button button-quiet button-small" });
    button.setAttribute("aria-label", `${button.textContent} ${id}`);
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
    title: `Switch ${id} ${on ? "on" : "off"}?`,
    button: on ? "Switch on" : "Switch off",
  });
  if (!saved) return;
  await load();
  tell("Saved. It counts everywhere within two seconds.");
}

async function load() {
  const { actions } = await standing;
  const { version, policies } = await read(ADDRESS);
  part("policies").replaceChildren(...policies.map((policy) => line(policy, version, actions.has("policy.set"))));
  part("count").textContent = `${counted(policies.filter(({ on }) => on).length, ["policy", "policies"])} of ${policies.length} on`;
}

attempt(load);
