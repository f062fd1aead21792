// Promotion codes: seen with what became of them, made, switched off.

import { part } from "../dom.js";
import { number } from "../language.js";
import { message } from "../messages.js";
import { amountIn } from "./amount.js";
import { ask, change } from "./dialog.js";
import { wrong } from "./form.js";
import { attempt, standing, tell } from "./frame.js";
import { table } from "./table.js";
import { endOf, mark, moment, money, promotions, say } from "./words.js";

const ADDRESS = "/api/admin/promotions";
let may = false;
let list;

const takesOff = ({ percent_off: percent, amount_off: amount }) => {
  if (percent) return message("promotions-percent", { percent });
  return amount ? money(amount) : message("promotions-elsewhere");
};

const used = ({ redeemed, redemptions_max: max }) => (max ? message("promotions-used", { redeemed, max }) : number(redeemed));

function fill(row, promotion) {
  row.querySelector("[data-code]").textContent = promotion.code;
  row.querySelector("[data-off]").textContent = takesOff(promotion);
  row.querySelector("[data-used]").textContent = used(promotion);
  moment(row.querySelector("[data-until]"), promotion.expires_at);
  mark(row.querySelector("[data-state]"), promotion.state);
  const off = row.querySelector("[data-switch-off]");
  off.hidden = !may || promotion.state !== "active";
  off.setAttribute("aria-label", message("promotions-switch-off", { code: promotion.code }));
  off.addEventListener("click", () => attempt(() => switchOff(promotion)));
}

async function switchOff({ id, code, redeemed }) {
  const done = await ask({
    title: message("promotions-really", { code }),
    text: [message("promotions-was-used", { count: redeemed }), message("promotions-for-good")],
    button: message("common-switch-off"),
    danger: true,
    work: () => change(`${ADDRESS}/${encodeURIComponent(id)}/switch-off`),
  });
  if (!done) return;
  await list.reload();
  tell(message("promotions-off", { code }));
}

/** A whole number of a field, where something is typed there. */
function whole(typed, name) {
  if (typed[name] === undefined) return undefined;
  const text = typed[name].trim().replace(/ ?%$/, "");
  if (!/^\d{1,15}$/.test(text)) throw wrong(name, message("promotions-whole"));
  return Number(text);
}

function wish(typed) {
  const [amount, currency = ""] = [typed["amount_off.amount"], typed["amount_off.currency"]];
  return {
    code: typed.code,
    percent_off: whole(typed, "percent_off"),
    ...(amount !== undefined && { amount_off: { amount: amountIn("amount_off.amount", amount, currency), currency } }),
    redemptions_max: whole(typed, "redemptions_max"),
    ...(typed.expires_at && { expires_at: endOf(typed.expires_at) }),
  };
}

async function make() {
  let [key, asked] = [null, null];
  const made = await ask({
    title: message("promotions-new"),
    text: message("promotions-either"),
    fields: [
      { name: "code", label: message("promotions-code"), required: "", maxlength: "40", autocomplete: "off", hint: message("promotions-code-hint") },
      { name: "percent_off", label: message("promotions-percent-off"), inputmode: "numeric", autocomplete: "off" },
      { name: "amount_off.amount", label: message("promotions-amount-off"), inputmode: "decimal", autocomplete: "off" },
      { name: "amount_off.currency", label: message("promotions-currency"), maxlength: "3", placeholder: "EUR", autocomplete: "off", hint: message("promotions-currency-hint") },
      { name: "redemptions_max", label: message("promotions-uses"), inputmode: "numeric", autocomplete: "off", hint: message("promotions-uses-hint") },
      { name: "expires_at", label: message("promotions-last-day"), type: "date", hint: message("promotions-last-day-hint") },
    ],
    button: message("common-make"),
    work(typed) {
      const body = wish(typed);
      // An answer may be lost: what is sent again unchanged is the same code and no second one.
      if (JSON.stringify(body) !== asked) [key, asked] = [crypto.randomUUID(), JSON.stringify(body)];
      return change(ADDRESS, { body: { key, ...body } });
    },
  });
  if (!made) return;
  await list.reload();
  tell(message("promotions-made", { code: made.code }));
}

part("new").addEventListener("click", () => attempt(make));

attempt(async () => {
  may = (await standing).actions.has("promotion.edit");
  list = table({
    address: ADDRESS,
    noun: promotions,
    file: "promotion codes",
    fill,
    orders: {
      code: ({ code }) => code,
      used: ({ redeemed }) => redeemed,
      until: ({ expires_at: at }) => at,
      state: ({ state }) => say(state),
    },
    columns: [
      ["Id", ({ id }) => id],
      ["Code", ({ code }) => code],
      ["Percent off", ({ percent_off: percent }) => percent],
      ["Amount off", ({ amount_off: amount }) => amount?.amount],
      ["Currency", ({ amount_off: amount }) => amount?.currency],
      ["Used", ({ redeemed }) => redeemed],
      ["Uses in all", ({ redemptions_max: max }) => max],
      ["Until", ({ expires_at: at }) => at],
      ["State", ({ state }) => state],
      ["Made", ({ created_at: at }) => at],
    ],
  });
});
