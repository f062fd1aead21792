// One account: what it is, what can be done with it, what it was given, what it may do and why.

import { read } from "../api.js";
import { element, parameter, part } from "../dom.js";
import { ask, change } from "./dialog.js";
import { attempt, standing, tell } from "./frame.js";
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
  document.title = `${account.name} · Console`;
  part("title").textContent = account.name;
  part("email").textContent = account.email;
  part("verified").textContent = account.email_verified ? "proved" : "not proved yet";
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
    title: `Change ${person.name}`,
    fields: [
      { name: "name", label: "Name", value: person.name, required: "" },
      { name: "ends", label: "Ends on", type: "date", value: dayOf(person.expires_at), hint: "The last day on which it opens. Nothing: it does not end by itself. A day that is over ends it at once." },
    ],
    button: "Save",
    said: "Saved.",
    work({ name, ends = "" }) {
      const body = { name, ...(ends === dayOf(person.expires_at) ? {} : { expires_at: ends ? endOf(ends) : null }) };
      return change(address, { method: "PATCH", body });
    },
  }),
  invite: () => ({
    title: `Mail ${person.name} a link?`,
    text: `${person.email} gets a mail with a link to choose a password. Links that were mailed before stop working.`,
    button: "Mail the link",
    said: "The link is on its way.",
    work: () => change(`${address}/invite`),
  }),
  off: () => ({
    title: `Switch ${person.name} off?`,
    text: "Every login ends at once. What was learned is kept, and the account can be switched on again.",
    button: "Switch off",
    danger: true,
    said: "Switched off.",
    work: () => change(`${address}/deactivate`),
  }),
  on: () => ({
    title: `Switch ${person.name} on again?`,
    button: "Switch on",
    said: "Switched on.",
    work: () => change(`${address}/reactivate`),
  }),
  "end-logins": () => ({
    title: `Sign ${person.name} out everywhere?`,
    text: "Every browser has to sign in again.",
    button: "Sign out everywhere",
    danger: true,
    said: "Signed out everywhere.",
    work: () => change(`${address}/end-logins`),
  }),
  "log-in-as": () => ({
    title: `Log in as ${person.name}`,
    text: "For ten minutes this browser is theirs. Every step is kept in the audit log under both names; password, address and logins stay theirs.",
    fields: [{ name: "reason", label: "Reason", required: "", maxlength: "500", hint: "Kept in the audit log" }],
    button: "Log in as this person",
    work: (body) => change(`${address}/log-in-as`, { body }),
    then() {
      location.assign("/learn/");
      return new Promise(() => {});
    },
  }),
  delete: () => ({
    title: `Delete ${person.name}?`,
    text: `This cannot be undone: the account ${person.email} and its enrollments are gone, with what was learned. Switching it off keeps them.`,
    fields: [{ name: "typed", label: "Type the address to go on", required: "", autocomplete: "off", pattern: person.email.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&") }],
    button: "Delete for good",
    danger: true,
    work: () => change(address, { method: "DELETE" }),
    then() {
      location.assign("/console/people/");
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
    const link = element("a", name ?? account, { href: `/console/person/?id=${encodeURIComponent(account)}`, dir: "auto" });
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
