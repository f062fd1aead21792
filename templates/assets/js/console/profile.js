// One profile of power users or custom role: what it brings and reaches, changed once it was told what that does; who holds
// it; how it was before.

import { read } from "../api.js";
import { element, parameter, part } from "../dom.js";
import { message } from "../messages.js";
import { chooseActions } from "./actions.js";
import { onSubmit } from "./form.js";
import { attempt, consolePage, ownTenant, standing, tell } from "./frame.js";
import { showHolders } from "./holders.js";
import { saveTold, setFlip } from "./preview.js";
import { chooseObjects } from "./reach.js";
import { actions as manyActions, moment, say } from "./words.js";

/** Former versions that are shown; the endpoint has all of them. */
const VERSIONS_SHOWN = 20;

const id = parameter("id");
const form = part("form");
let tenant;
let base;
let set = null;
let choices;
let reach;

const address = () => `${base}/${encodeURIComponent(id)}`;
const isProfile = () => (set?.kind ?? parameter("kind")) !== "custom_role";
const ofRole = (role) => {
  const query = new URLSearchParams({ ...(tenant === "main" ? {} : { organization: tenant }), ...(role ? { role } : {}) });
  return read(`/api/permissions/choices?${query}`);
};

/** What the form says, as the platform takes it. */
function wish() {
  const body = { name: form.elements.name.value.trim(), actions: choices.chosen() };
  if (isProfile()) body.on = reach.chosen();
  if (set) return { ...body, version: set.version };
  return { ...body, kind: isProfile() ? "power_profile" : "custom_role", ...(isProfile() ? {} : { parent: form.elements.parent.value }) };
}

const asWritten = ({ name, actions, on }) => JSON.stringify([name, [...actions].sort(), [...(on ?? [])].sort()]);
const changed = () => choices && asWritten(wish()) !== asWritten(set ?? { name: "", actions: [], on: isProfile() ? [] : undefined });

/** What is told of a change above its flips. */
const held = ({ holders }) => [holders ? message("profile-held", { count: holders }) : message("profile-not-held")];
const telling = { flip: (flip) => setFlip(flip, reach.nameOf), before: held };

/** Entries of lists are told apart by number; the reader sees the lists. */
function inLists(refusal) {
  for (const wrong of refusal.problem?.fields ?? []) {
    const [, list, at] = wrong.field.match(/^(actions|on)\[(\d+)\]$/) ?? [];
    if (list) wrong.field = list === "on" ? reach.nameOf(reach.chosen()[at]) : choices.chosen()[at];
  }
  return refusal;
}

onSubmit(form, async () => {
  if (set && !changed()) return tell(message("common-unchanged"));
  const body = wish();
  const saved = await saveTold({
    address: set ? address() : base,
    method: set ? "PUT" : "POST",
    body,
    title: set ? message("profile-save", { name: body.name }) : message("profile-make", { name: body.name }),
    button: set ? message("common-save") : message("common-make"),
    ...telling,
  }).catch((refusal) => {
    throw inLists(refusal);
  });
  if (!saved) return;
  set = saved.set;
  if (id) return load(message("profile-saved"));
  location.assign(consolePage(`profile/?${new URLSearchParams({ tenant, id: set.id })}`));
});

function versionLine(former, may) {
  const item = element("li");
  const what = element("details");
  const list = element("ul");
  list.append(...[...former.on, ...former.actions].map((one) => element("li", one)));
  what.append(element("summary", message("profile-version", { version: former.version, name: former.name, actions: manyActions(former.actions.length) }), { dir: "auto" }), list);
  const time = element("time", "", { class: "quiet" });
  moment(time, former.changed_at);
  item.append(what, time);
  if (!may) return item;
  const restore = element("button", message("common-restore"), { type: "button", class: "button button-quiet button-small" });
  restore.setAttribute("aria-label", message("former-restore", { version: former.version }));
  restore.addEventListener("click", () =>
    attempt(async () => {
      const body = { version: set.version, restore: former.version };
      const title = message("former-again", { version: former.version });
      if (await saveTold({ address: `${address()}/restore`, method: "POST", body, title, button: message("common-restore"), ...telling })) await load(message("profile-restored"));
    }),
  );
  item.append(restore);
  return item;
}

async function showVersions(may) {
  const { items, next } = await read(`${address()}/versions?limit=${VERSIONS_SHOWN}`);
  const former = items.filter(({ version }) => version !== set.version);
  part("versions").replaceChildren(...former.map((one) => versionLine(one, may)));
  part("first").hidden = former.length > 0;
  part("older").hidden = !next;
}

part("delete").addEventListener("click", () =>
  attempt(async () => {
    const gone = await saveTold({
      address: address(),
      method: "DELETE",
      title: message("common-delete-of", { name: set.name }),
      button: message("common-delete"),
      danger: true,
      confirmed: ({ holders }) => `${address()}?${new URLSearchParams({ holders })}`,
      ...telling,
      before: (told) => [...held(told), message("profile-gone")],
    });
    if (!gone) return;
    set = null;
    choices = null;
    location.assign(part("back").href);
  }),
);

/** What was typed and not saved is not left by mistake. */
addEventListener("beforeunload", (event) => {
  if (changed()) event.preventDefault();
});

async function load(said = "") {
  const { actions } = await standing;
  const may = actions.has("permission_set.define");
  if (id) {
    const { reaches, ...shown } = await read(address());
    set = shown;
    // What has gone since it was named is dropped with the next save.
    set.on = reaches.map(({ object }) => object);
    reach.show(reaches, may);
  }
  const { roles, actions: possible } = await ofRole(set ? set.parent : isProfile() ? "" : form.elements.parent.value);
  if (!isProfile() && !form.elements.parent.length) {
    const copied = set ? roles.filter(({ role }) => role === set.parent) : roles;
    form.elements.parent.append(...copied.map(({ role, words }) => element("option", `${role}: ${words}`, { value: role, lang: "en" })));
    form.elements.parent.disabled = Boolean(set);
    if (!set) return load(said);
  }
  choices.show(possible, set?.actions ?? [], may);
  form.elements.name.value = set?.name ?? form.elements.name.value;
  form.elements.name.disabled = !may;
  const title = set?.name ?? (isProfile() ? message("profile-new") : message("profile-new-role"));
  document.title = message("frame-title", { name: title });
  part("title").textContent = title;
  part("kind").textContent = say(isProfile() ? "power_profile" : "custom_role");
  part("copied").hidden = isProfile();
  part("reach").hidden = !isProfile();
  part("save").hidden = !may;
  part("delete").hidden = !(may && set);
  for (const kept of document.querySelectorAll("[data-kept]")) kept.hidden = !set;
  part("whole").hidden = false;
  if (set) await Promise.all([showVersions(may), showHolders(address(), set, tenant)]);
  if (said) tell(said);
}

form.elements.parent.addEventListener("input", () => attempt(() => load()));
attempt(async () => {
  const { account } = await standing;
  tenant = parameter("tenant") || ownTenant(account);
  base = `/api/admin/permission-sets/${encodeURIComponent(tenant)}`;
  part("back").href = consolePage(`profiles/?${new URLSearchParams({ tenant, kind: parameter("kind") || "power_profile" })}`);
  choices = chooseActions();
  reach = await chooseObjects(tenant);
  await load();
  part("back").href = consolePage(`profiles/?${new URLSearchParams({ tenant, kind: isProfile() ? "power_profile" : "custom_role" })}`);
});
