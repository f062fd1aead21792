// The people of a platform: found, picked, changed together, and made.

import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { doToAll, showBar } from "./bulk.js";
import { ask, change } from "./dialog.js";
import { attempt, consolePage, standing } from "./frame.js";
import { choosePlatform } from "./platforms.js";
import { table } from "./table.js";
import { mark, moment, people, say } from "./words.js";

const ADDRESS = "/api/admin/accounts";
const address = (id) => consolePage(`person/?id=${encodeURIComponent(id)}`);
let picked = [];
let list;

const LIST = {
  address: ADDRESS,
  noun: people,
  file: "people",
  key: ({ id }) => id,
  matches: ({ status, tier }, wanted) => (wanted.status ?? status) === status && (wanted.tier ?? tier) === tier,
  orders: { name: ({ name }) => name, email: ({ email }) => email, status: ({ status }) => say(status), made: (one) => one.created_at },
  columns: [
    ["Name", ({ name }) => name],
    ["E-mail", ({ email }) => email],
    ["Kind", ({ tier }) => tier],
    ["Platform", ({ type, partner }) => partner ?? type],
    ["Status", ({ status }) => status],
    ["Ends", ({ expires_at: ends }) => ends],
    ["Made", ({ created_at: made }) => made],
    ["Id", ({ id }) => id],
  ],
  fill(row, person) {
    const link = row.querySelector("[data-name]");
    link.textContent = person.name;
    link.href = address(person.id);
    row.querySelector("[data-pick]").setAttribute("aria-label", message("common-select", { name: person.name }));
    row.querySelector("[data-email]").textContent = person.email;
    row.querySelector("[data-tier]").textContent = say(person.tier);
    mark(row.querySelector("[data-status]"), person.status);
    moment(row.querySelector("[data-made]"), person.created_at);
  },
  onSelect(selected) {
    picked = selected;
    showBar(selected, people);
  },
};

const ROLE_FIELDS = [
  { name: "role.role", label: message("people-role"), required: "", hint: message("people-role-id") },
  { name: "role.object", label: message("people-held-on"), hint: message("people-held-hint") },
];
const DEEDS = {
  deactivate: { deed: (count) => message("people-switch-off", { count }), text: message("people-off-text"), danger: true },
  reactivate: { deed: (count) => message("people-switch-on", { count }), text: message("people-on-text") },
  end_logins: { deed: (count) => message("people-sign-out", { count }), text: message("people-out-text"), danger: true },
  give_role: { deed: (count) => message("people-give-role", { count }), text: message("people-give-text"), fields: ROLE_FIELDS },
  take_role: { deed: (count) => message("people-take-role", { count }), text: message("people-take-text"), fields: ROLE_FIELDS, danger: true },
};

for (const button of document.querySelectorAll("[data-deed]")) {
  button.addEventListener("click", async () => {
    const action = button.dataset.deed;
    const names = new Map(picked.map((person) => [person.id, person.name]));
    const { fields, ...deed } = DEEDS[action];
    const done = await doToAll({
      ...deed,
      fields,
      address: `${ADDRESS}/bulk`,
      ids: [...names.keys()],
      body: (accounts, typed) => ({ accounts, action, ...(fields ? { role: { role: typed["role.role"], object: typed["role.object"] } } : {}) }),
      nameOf: (id) => names.get(id),
    });
    if (done) list.reload();
  });
}

/** A partner administrator makes people of the partner; the main platform's makes people of either. */
async function newPerson() {
  const { account } = await standing;
  const elsewhere = account.realm !== "main";
  const platforms = await choosePlatform();
  const made = await ask({
    title: message("people-new"),
    text: message("people-new-text"),
    fields: [
      { name: "name", label: message("common-person-name"), required: "", autocomplete: "off" },
      { name: "email", label: message("people-email"), type: "email", required: "", autocomplete: "off" },
      { name: "tier", label: message("people-kind"), options: [["learner", message("people-learner")], ["administrator", message("people-administrator")]] },
      ...(elsewhere ? [] : [{ name: "partner", label: message("people-platform"), options: [["", message("place-main")], ...platforms] }]),
    ],
    button: message("people-make"),
    work(typed) {
      const partner = elsewhere ? account.realm : typed.partner;
      const body = { ...typed, type: partner ? "partner" : "internal", ...(partner ? { partner } : {}) };
      return change(ADDRESS, { body });
    },
  });
  if (made) location.assign(address(made.id));
}

part("new").addEventListener("click", () => attempt(newPerson));
attempt(async () => {
  const { account } = await standing;
  const choice = part("platform");
  for (const [id, name] of await choosePlatform()) choice.append(element("option", name, { value: id }));
  // Whoever belongs to a partner platform sees that one alone.
  choice.closest(".field").hidden = account.realm !== "main";
  list = table(LIST);
});
