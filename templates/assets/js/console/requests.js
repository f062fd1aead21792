// Those who wait for an account: each is let in or refused.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { ask, change } from "./dialog.js";
import { attempt, standing, tell } from "./frame.js";
import { choosePlatform } from "./platforms.js";
import { table } from "./table.js";
import { moment, requests } from "./words.js";

const ADDRESS = "/api/admin/requests";
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
  for (const [button, choice] of [[approve, "approve"], [refuse, "refuse"]]) {
    button.hidden = !may;
    button.setAttribute("aria-label", message("request-of", { choice, name }));
  }
  approve.addEventListener("click", () =>
    deed(
      { title: message("request-make", { name }), text: message("request-make-text", { email }), button: message("request-approve"), work: () => change(`${address}/approve`) },
      message("request-made", { name }),
    ),
  );
  refuse.addEventListener("click", () =>
    deed(
      { title: message("request-refusing", { name }), text: message("request-refuse-text"), button: message("request-refuse"), danger: true, work: () => change(address, { method: "DELETE" }) },
      message("request-refused", { name }),
    ),
  );
}

const RULES = "/api/admin/registration";

async function changeRules() {
  const { version, mode, domains, lapse_days: days } = await read(RULES);
  const saved = await ask({
    title: message("request-who"),
    fields: [
      {
        name: "mode",
        label: message("request-made-by"),
        value: mode,
        options: [["administrator_only", message("request-admins")], ["moderated", message("request-moderated")], ["open", message("request-open")]],
      },
      { name: "domains", label: message("request-domains"), value: domains.join(", "), hint: message("request-domains-hint") },
      { name: "lapse_days", label: message("request-lapses"), type: "number", min: "1", max: "90", value: days },
    ],
    button: message("common-save"),
    work: (typed) =>
      change(RULES, {
        method: "PUT",
        body: { version, mode: typed.mode, domains: (typed.domains ?? "").split(/[\s,]+/).filter(Boolean), ...(typed.lapse_days ? { lapse_days: Number(typed.lapse_days) } : {}) },
      }),
  });
  if (saved) tell(message("request-saved"));
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
  list = table({ address: ADDRESS, noun: requests, file: "requests", fill, columns });
});
