// Settings of the platform: the profile that it follows, its modules, and which optional types of accounts there are. Each
// change is told of before it is saved.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { onSubmit } from "./form.js";
import { attempt, standing, tell } from "./frame.js";
import { saveTold } from "./preview.js";
import { counted } from "./words.js";

const SETTINGS = "/api/admin/settings";
const TYPES = "/api/admin/account-types";
let settings;
let may = false;

/** What was decided by hand, which a change says anew. */
const byHand = (parts) => Object.fromEntries(parts.filter((one) => one.by_hand).map(({ id, on }) => [id, on]));

async function save(address, body, title, button) {
  const saved = await saveTold({ address, body: { version: settings.version, ...body }, title, button });
  if (!saved) return;
  await load();
  tell("Saved. It counts everywhere within two seconds.");
}

/** The settings as they are, but for what is named. */
function changed({ profile = settings.profile, modules = byHand(settings.modules) }) {
  return { profile, modules, switches: byHand(settings.switches) };
}

/** Something that is on or off, with the way to turn it; `release` lets the profile decide again. */
function line({ id, words, on, note, turn, release }) {
  const item = element("li");
  const what = element("span");
  what.append(words, " ", element("code", id), note ? " " : "", element("span", note, { class: "quiet" }));
  const deeds = element("span", "", { class: "buttons" });
  deeds.append(element("span", on ? "On" : "Off", { class: on ? "mark mark-good" : "mark" }));
  const press = (text, work) => {
    const button = element("button", text, { type: "button", class: "button button-quiet button-small", "aria-label": `${text}: ${id}` });
    button.addEventListener("click", () => attempt(work));
    deeds.append(button);
  };
  if (release) press("As the profile says", release);
  if (turn) press(on ? "Switch off" : "Switch on", turn);
  item.append(what, deeds);
  return item;
}

function moduleLine({ id, words, on, by_hand: decided, on_by_profile: usual }) {
  const decide = (modules, title, button) => save(SETTINGS, changed({ modules }), title, button);
  const others = byHand(settings.modules);
  delete others[id];
  return line({
    id,
    words,
    on,
    note: decided ? `decided by hand; the profile says ${usual ? "on" : "off"}` : "",
    turn: may && (() => decide({ ...others, [id]: !on }, `Switch ${id} ${on ? "off" : "on"}?`, on ? "Switch off" : "Switch on")),
    release: may && decided && (() => decide(others, `Let the profile decide about ${id}?`, "Let it decide")),
  });
}

const typeLine = ({ role, words, enabled, with: needs }) =>
  line({
    id: role,
    words,
    on: enabled,
    note: `hangs on ${needs}`,
    turn: () => save(TYPES, { types: { [role]: !enabled } }, `Switch ${role} ${enabled ? "off" : "on"}?`, enabled ? "Switch off" : "Switch on"),
  });

async function load() {
  const { actions } = await standing;
  may = actions.has("platform.configure");
  settings = await read(SETTINGS);
  const select = part("profile").elements.profile;
  select.replaceChildren(...settings.profiles.map(({ id, words }) => element("option", `${id}: ${words}`, { value: id })));
  select.value = settings.profile;
  select.disabled = !may;
  part("modules").replaceChildren(...settings.modules.map(moduleLine));
  if (actions.has("account_type.enable")) {
    const { types } = await read(TYPES);
    part("types").replaceChildren(...types.map(typeLine));
  }
  part("count").textContent = `${counted(settings.modules.filter(({ on }) => on).length, ["module", "modules"])} of ${settings.modules.length} on`;
  part("whole").hidden = false;
}

onSubmit(part("profile"), async ({ profile }) => {
  if (profile === settings.profile) return tell("It is followed already.");
  await save(SETTINGS, changed({ profile }), `Follow the profile ${profile}?`, "Follow it");
});

attempt(load);
