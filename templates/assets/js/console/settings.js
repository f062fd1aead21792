// Settings of the platform: the profile that it follows, its modules, and which optional types of accounts there are. Each
// change is told of before it is saved.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { onSubmit } from "./form.js";
import { attempt, standing, tell } from "./frame.js";
import { saveTold } from "./preview.js";
import { switching, switchRow, turning } from "./switches.js";

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
  tell(message("common-spread"));
}

/** The settings as they are, but for what is named. */
function changed({ profile = settings.profile, modules = byHand(settings.modules) }) {
  return { profile, modules, switches: byHand(settings.switches) };
}

/** Something that is on or off, with the way to turn it; `release` lets the profile decide again. */
function line({ turn, release, ...one }) {
  const way = (way, shown, work) => ({ shown, name: message("setting-of", { way, id: one.id }), work });
  const ways = [];
  if (release) ways.push(way("profile", message("setting-as-profile"), release));
  if (turn) ways.push(way(one.on ? "off" : "on", switching(one.on), turn));
  return switchRow({ ...one, ways });
}

function moduleLine({ id, words, on, by_hand: decided, on_by_profile: usual }) {
  const decide = (modules, title, button) => save(SETTINGS, changed({ modules }), title, button);
  const others = byHand(settings.modules);
  delete others[id];
  return line({
    id,
    words,
    on,
    note: decided ? message("setting-by-hand", { usual: usual ? "on" : "off" }) : "",
    turn: may && (() => decide({ ...others, [id]: !on }, turning(id, on), switching(on))),
    release: may && decided && (() => decide(others, message("setting-let", { id }), message("setting-let-it"))),
  });
}

const typeLine = ({ role, words, enabled, with: needs }) =>
  line({
    id: role,
    words,
    on: enabled,
    note: message("setting-needs", { needs }),
    turn: () => save(TYPES, { types: { [role]: !enabled } }, turning(role, enabled), switching(enabled)),
  });

async function load() {
  const { actions } = await standing;
  may = actions.has("platform.configure");
  settings = await read(SETTINGS);
  const select = part("profile").elements.profile;
  select.replaceChildren(...settings.profiles.map(({ id, words }) => element("option", `${id}: ${words}`, { value: id, lang: "en" })));
  select.value = settings.profile;
  select.disabled = !may;
  part("modules").replaceChildren(...settings.modules.map(moduleLine));
  if (actions.has("account_type.enable")) {
    const { types } = await read(TYPES);
    part("types").replaceChildren(...types.map(typeLine));
  }
  part("count").textContent = message("setting-modules", { count: settings.modules.filter(({ on }) => on).length, all: settings.modules.length });
  part("whole").hidden = false;
}

onSubmit(part("profile"), async ({ profile }) => {
  if (profile === settings.profile) return tell(message("setting-followed"));
  await save(SETTINGS, changed({ profile }), message("setting-follow", { profile }), message("setting-follow-it"));
});

attempt(load);
