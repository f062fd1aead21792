// Promotion codes: seen with what became of them, made, switched off.

import { part } from "../dom.js";
import { ask, change } from "./dialog.js";
import { wrong } from "./form.js";
import { attempt, standing, tell } from "./frame.js";
import { table } from "./table.js";
import { counted, endOf, mark, moment, money, say } from "./words.js";

const ADDRESS = "/api/admin/promotions";
let may = false;
let list;

const takesOff = ({ percent_off: percent, amount_off: amount }) => {
  if (percent) return `${percent} %`;
  return amount ? money(amount) : "See at the payment provider";
};

const used = ({ redeemed, redemptions_max: max }) => (max ? `${redeemed} of ${max}` : `${redeemed}`);

function fill(row, promotion) {
  row.querySelector("[data-code]").textContent = promotion.code;
  row.querySelector("[data-off]").textContent = takesOff(promotion);
  row.querySelector("[data-used]").textContent = used(promotion);
  moment(row.querySelector("[data-until]"), promotion.expires_at);
  mark(row.querySelector("[data-state]"), promotion.state);
  const off = row.querySelector("[data-switch-off]");
  off.hidden = !may || promotion.state !== "active";
  off.setAttribute("aria-label", `Switch off ${promotion.code}`);
  off.addEventListener("click", () => attempt(() => switchOff(promotion)));
}

async function switchOff({ id, code, redeemed }) {
  const done = await ask({
    title: `Switch off ${code}?`,
    text: [
      `It was used ${counted(redeemed, ["time", "times"])}. What was bought with it stays bought.`,
      "Whoever types it from now on is told that it is none. It cannot be switched on again.",
    ],
    button: "Switch off",
    danger: true,
    work: () => change(`${ADDRESS}/${encodeURIComponent(id)}/switch-off`),
  });
  if (!done) return;
  await list.reload();
  tell(`${code} is off.`);
}

/** A whole number of a field, where something is typed there. */
function whole(typed, name) {
  if (typed[name] === undefined) return undefined;
  const text = typed[name].trim().replace(/ ?%$/, "");
  if (!/^\d{1,15}$/.test(text)) throw wrong(name, "must be a whole number");
  return Number(text);
}

function wish(typed) {
  const [amount, currency] = [typed["amount_off.amount"], typed["amount_off.currency"]];
  return {
    code: typed.code,
    percent_off: whole(typed, "percent_off"),
    ...(amount !== undefined && { amount_off: { amount: amount.replace(",", "."), currency: currency ?? "" } }),
    redemptions_max: whole(typed, "redemptions_max"),
    ...(typed.expires_at && { expires_at: endOf(typed.expires_at) }),
  };
}

async function make() {
  let [key, asked] = [null, null];
  const made = await ask({
    title: "New promotion code",
    text: "Say how many percent it takes off, or which amount.",
    fields: [
      { name: "code", label: "Code", required: "", maxlength: "40", autocomplete: "off", hint: "Letters, digits and hyphens. Buyers may type it in small letters, too" },
      { name: "percent_off", label: "Percent off", inputmode: "numeric", autocomplete: "off" },
      { name: "amount_off.amount", label: "Amount off", inputmode: "decimal", autocomplete: "off" },
      { name: "amount_off.currency", label: "Currency of the amount", maxlength: "3", placeholder: "EUR", autocomplete: "off", hint: "Courses in other currencies stay as they are" },
      { name: "redemptions_max", label: "Uses in all", inputmode: "numeric", autocomplete: "off", hint: "Without limit where nothing is said" },
      { name: "expires_at", label: "Last day", type: "date", hint: "Nothing: it does not end by itself" },
    ],
    button: "Make it",
    work(typed) {
      const body = wish(typed);
      // An answer may be lost: what is sent again unchanged is the same code and no second one.
      if (JSON.stringify(body) !== asked) [key, asked] = [crypto.randomUUID(), JSON.stringify(body)];
      return change(ADDRESS, { body: { key, ...body } });
    },
  });
  if (!made) return;
  await list.reload();
  tell(`${made.code} is ready: buyers type it on the payment page.`);
}

part("new").addEventListener("click", () => attempt(make));

attempt(async () => {
  may = (await standing).actions.has("promotion.edit");
  list = table({
    address: ADDRESS,
    noun: ["promotion code", "promotion codes"],
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
