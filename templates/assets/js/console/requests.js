// Those who wait for an account: each is let in or refused.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { ask, change } from "./dialog.js";
import { attempt, standing, tell } from "./frame.js";
import { choosePlatform } from "./platforms.js";
import { table } from "./table.js";
import { moment } from "./words.js";

const ADDRESS = "/api/admin/requests";
const NOUN = ["request", "requests"];
let may = false;

const deed = (asking, said) =>
  attempt(async () => {
    if (!(await ask(asking))) return;
    await list.reload();
    tell(said);
  });

function fill(row, request) {
  const { id, name, email } = request;
  const address = `${ADDRESS}/${encodeURIComponent(id)}`;
  row.querySelector("[data-name]").textContent = name;
  row.querySelector("[data-email]").textContent = email;
  moment(row.querySelector("[data-asked]"), request.asked_at);
  moment(row.querySelector("[data-lapses]"), request.lapses_at);
  const [approve, refuse] = [row.querySelector("[data-approve]"), row.querySelector("[data-refuse]")];
  for (const button of [approve, refuse]) {
    button.hidden = !may;
    button.setAttribute("aria-label", `${button.textContent} ${name}`);
  }
  approve.addEventListener("click", () =>
    deed(
      { title: `Make an account for ${name}?`, text: `${email} gets a mail with a link to choose a password.`, button: "Approve", work: () => change(`${address}/approve`) },
      `${name} has an account.`,
    ),
  );
  refuse.addEventListener("click", () =>
    deed(
      { title: `Refuse ${name}?`, text: "The request is gone. Nobody is written to: the address was never proved.", button: "Refuse", danger: true, work: () => change(address, { method: "DELETE" }) },
      `${name} was refused.`,
    ),
  );
}

const RULES = "/api/admin/registration";

async function changeRules() {
  const { version, mode, domains, lapse_days: days } = await read(RULES);
  const saved = await ask({
    title: "Who may ask for an account",
    fields: [
      {
        name: "mode",
        label: "Accounts are made by",
        value: mode,
        options: [["administrator_only", "Administrators alone"], ["moderated", "Whoever asks, with an approval"], ["open", "Whoever asks"]],
      },
      { name: "domains", label: "Addresses of these domains alone", value: domains.join(", "), hint: "With commas; nothing: of all domains" },
      { name: "lapse_days", label: "A request lapses after days", type: "number", min: "1", max: "90", value: days },
    ],
    button: "Save",
    work: (typed) =>
      change(RULES, {
        method: "PUT",
        body: { version, mode: typed.mode, domains: (typed.domains ?? "").split(/[\s,]+/).filter(Boolean), ...(typed.lapse_days ? { lapse_days: Number(typed.lapse_days) } : {}) },
      }),
  });
  if (saved) tell("Saved. It counts with the next request.");
}
part("rules").addEventListener("click", () => attempt(changeRules));

const columns = [
  ["Name", ({ name }) => name],
  ["E-mail", ({ email }) => email],
  ["Asked", (one) => one.asked_at],
  ["Lapses", (one) => one.lapses_at],
];
let list;
attempt(async () => {
  const { actions, account } = await standing;
  may = actions.has("pending_user.approve");
  const choice = part("platform");
  for (const [id, name] of await choosePlatform()) choice.append(element("option", name, { value: id }));
  choice.closest(".field").hidden = account.realm !== "main";
  list = table({ address: ADDRESS, noun: NOUN, fill, columns });
});
