// One account: what it is, what can be done with it, what it was given, what it may do and why.

import { read } from "../api.js";
import { element, parameter, part } from "../dom.js";
import { at } from "../language.js";
import { message } from "../messages.js";
import { ask, change } from "./dialog.js";
import { attempt, consolePage, standing, tell } from "./frame.js";
import { showHistory } from "./history.js";
import { showRights } from "./rights.js";
import { showRoles } from "./roles.js";
import { endOf, mark, moment, say } from "./words.js";

const id = parameter("id");
const address = `/api/admin/accounts/${encodeURIComponent(id)}`;
let person;

/** The day of the reader's own zone on which a moment lies, as a field for days writes it. */
const dayOf = (at) => (at ? new Date(at).toLocaleDateString("sv") : "");

function show(account) {
  person = account;
  document.title = message("frame-title", { name: account.name });
  part("title").textContent = account.name;
  part("email").textContent = account.email;
  part("verified").textContent = account.email_verified ? message("person-proved") : message("person-not-proved");
  part("tier").textContent = say(account.tier);
  part("type").textContent = say(account.type);
  mark(part("status"), account.status);
  moment(part("made"), account.created_at);
  moment(part("ends"), account.expires_at);
  part("id").textContent = account.id;
  part("off").closest("span").hidden = account.status !== "activated";
  part("on").closest("span").hidden = account.status !== "deactivated";
  part("facts").hidden = false;
}

async function reload() {
  show(await read(address));
  const { actions } = await standing;
  if (actions.has("audit.view")) await showHistory(`account:${id}`);
}

/** Asks, does it, says so, and shows the account as it is since. */
async function deed({ said, then = reload, ...asking }) {
  const done = await ask(asking);
  if (!done) return;
  await attempt(async () => {
    await then(done);
    tell(said);
  });
}

const DEEDS = {
  edit: () => ({
    title: message("person-change", { name: person.name }),
    fields: [
      { name: "name", label: message("common-person-name"), value: person.name, required: "" },
      { name: "ends", label: message("person-ends-on"), type: "date", value: dayOf(person.expires_at), hint: message("person-ends-hint") },
    ],
    button: message("common-save"),
    said: message("common-saved"),
    work({ name, ends = "" }) {
      const body = { name, ...(ends === dayOf(person.expires_at) ? {} : { expires_at: ends ? endOf(ends) : null }) };
      return change(address, { method: "PATCH", body });
    },
  }),
  invite: () => ({
    title: message("person-mail", { name: person.name }),
    text: message("person-mail-text", { email: person.email }),
    button: message("person-mail-it"),
    said: message("person-mailed"),
    work: () => change(`${address}/invite`),
  }),
  off: () => ({
    title: message("person-off", { name: person.name }),
    text: message("person-off-text"),
    button: message("common-switch-off"),
    danger: true,
    said: message("person-is-off"),
    work: () => change(`${address}/deactivate`),
  }),
  on: () => ({
    title: message("person-on", { name: person.name }),
    button: message("common-switch-on"),
    said: message("person-is-on"),
    work: () => change(`${address}/reactivate`),
  }),
  "end-logins": () => ({
    title: message("person-out", { name: person.name }),
    text: message("person-out-text"),
    button: message("person-sign-out"),
    danger: true,
    said: message("person-is-out"),
    work: () => change(`${address}/end-logins`),
  }),
  "reset-factors": () => ({
    title: message("person-factors", { name: person.name }),
    text: message("person-factors-text"),
    button: message("person-factors-away"),
    danger: true,
    said: message("person-factors-gone"),
    work: () => change(`${address}/reset-second-factors`),
  }),
  "log-in-as": () => ({
    title: message("person-as", { name: person.name }),
    text: message("person-as-text"),
    fields: [{ name: "reason", label: message("common-reason"), required: "", maxlength: "500", hint: message("common-reason-kept") }],
    button: message("person-as-this"),
    work: (body) => change(`${address}/log-in-as`, { body }),
    then() {
      location.assign(at("/learn/"));
      return new Promise(() => {});
    },
  }),
  delete: () => ({
    title: message("common-delete-of", { name: person.name }),
    text: message("person-delete-text", { email: person.email }),
    fields: [{ name: "typed", label: message("person-delete-typed"), required: "", autocomplete: "off", pattern: person.email.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&") }],
    button: message("person-delete-it"),
    danger: true,
    work: () => change(address, { method: "DELETE" }),
    then() {
      location.assign(consolePage("people/"));
      return new Promise(() => {});
    },
  }),
};

for (const [name, asking] of Object.entries(DEEDS)) {
  // What is pressed while the account is on its way waits for it.
  part(name).addEventListener("click", async () => {
    await loaded;
    if (person) await deed(asking());
  });
}

async function showLookedAfter() {
  const { items } = await read(`/api/admin/holders?object=${encodeURIComponent(`person:${id}`)}`);
  part("looked-after").closest("section").hidden = items.length === 0;
  for (const { account, name, role } of items) {
    const link = element("a", name ?? account, { href: consolePage(`person/?id=${encodeURIComponent(account)}`), dir: "auto" });
    const line = element("li");
    line.append(link, element("code", role));
    part("looked-after").append(line);
  }
}

const loaded = attempt(async () => {
  const { actions } = await standing;
  await reload();
  await showRoles(address, person.partner ?? "main", actions);
  if (actions.has("permission.explain")) showRights(id);
  if (actions.has("supervision.list")) await showLookedAfter();
});
