// The people of a platform: found, picked, changed together, and made.

import { element, part } from "../dom.js";
import { doToAll, showBar } from "./bulk.js";
import { ask, change } from "./dialog.js";
import { attempt, standing } from "./frame.js";
import { choosePlatform } from "./platforms.js";
import { table } from "./table.js";
import { mark, moment, say } from "./words.js";

const NOUN = ["person", "people"];
const ADDRESS = "/api/admin/accounts";
const address = (id) => `/console/person/?id=${encodeURIComponent(id)}`;
let picked = [];
let list;

const LIST = {
  address: ADDRESS,
  noun: NOUN,
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
    row.querySelector("[data-pick]").setAttribute("aria-label", `Select ${person.name}`);
    row.querySelector("[data-email]").textContent = person.email;
    row.querySelector("[data-tier]").textContent = say(person.tier);
    mark(row.querySelector("[data-status]"), person.status);
    moment(row.querySelector("[data-made]"), person.created_at);
  },
  onSelect(selected) {
    picked = selected;
    showBar(selected, NOUN);
  },
};

const ROLE_FIELDS = [
  { name: "role", label: "Role", required: "", hint: "Its id, such as instructor" },
  { name: "object", label: "Held on", hint: "The whole platform where nothing is said, or such as course:ID" },
];
const DEEDS = {
  deactivate: { verb: "Switch off", text: "Every login of theirs ends at once. What they learned is kept, and they can be switched on again.", danger: true },
  reactivate: { verb: "Switch on", text: "They may sign in again." },
  end_logins: { verb: "Sign out", text: "They are signed out everywhere, and sign in again with their password.", danger: true },
  give_role: { verb: "Give a role to", text: "Nobody gives more than they have. It counts with their next step.", fields: ROLE_FIELDS },
  take_role: { verb: "Take a role from", text: "What it brought is gone with their next step.", fields: ROLE_FIELDS, danger: true },
};

for (const button of document.querySelectorAll("[data-deed]")) {
  button.addEventListener("click", async () => {
    const action = button.dataset.deed;
    const people = new Map(picked.map((person) => [person.id, person.name]));
    const { fields, ...deed } = DEEDS[action];
    const done = await doToAll({
      ...deed,
      fields,
      address: `${ADDRESS}/bulk`,
      ids: [...people.keys()],
      noun: NOUN,
      body: (accounts, role) => ({ accounts, action, ...(fields ? { role } : {}) }),
      nameOf: (id) => people.get(id),
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
    title: "New person",
    text: "They get a mail with a link to choose a password. Public accounts are made by buying a course.",
    fields: [
      { name: "name", label: "Name", required: "", autocomplete: "off" },
      { name: "email", label: "E-mail address", type: "email", required: "", autocomplete: "off" },
      { name: "tier", label: "Kind", options: [["learner", "Learner"], ["administrator", "Administrator"]] },
      ...(elsewhere ? [] : [{ name: "partner", label: "Platform", options: [["", "Main platform"], ...platforms] }]),
    ],
    button: "Make the account",
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
