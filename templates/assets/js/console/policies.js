// Policies: what people may beyond what is always so. Each is switched by itself, with what it would change said first.

import { read } from "../api.js";
import { part } from "../dom.js";
import { message } from "../messages.js";
import { attempt, standing, tell } from "./frame.js";
import { saveTold } from "./preview.js";
import { switching, switchRow, turning } from "./switches.js";

const ADDRESS = "/api/admin/policies";

const line = ({ id, words, on }, version, may) =>
  switchRow({
    id,
    words,
    on,
    ways: may
      ? [{ shown: switching(on), name: message("policy-of", { way: on ? "off" : "on", id }), work: () => turn(id, !on, version) }]
      : [],
  });

async function turn(id, on, version) {
  const saved = await saveTold({
    address: ADDRESS,
    body: { version, policies: { [id]: on } },
    title: turning(id, !on),
    button: switching(!on),
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
