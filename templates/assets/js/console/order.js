// One order: what was bought and paid, what went back, and what a person decides about it.

import { read } from "../api.js";
import { element, parameter, part } from "../dom.js";
import { ask, change } from "./dialog.js";
import { wrong } from "./form.js";
import { attempt, standing, tell } from "./frame.js";
import { showHistory } from "./history.js";
import { mark, moment, money, say } from "./words.js";

const id = parameter("id");
const address = `/api/admin/orders/${encodeURIComponent(id)}`;
const REASON = { name: "reason", label: "Reason", required: "", maxlength: "500", hint: "Kept in the audit log" };
let order;
let actions;

/** The smallest unit of an amount that is typed as another one is written, which carries every digit of its currency
 * (`19.99`, `500`); nothing where it is none. */
function minor(text, like) {
  const digits = like.amount.split(".")[1]?.length ?? 0;
  const [, whole, part = ""] = text.trim().replace(",", ".").match(/^(\d+)(?:\.(\d+))?$/) ?? [];
  if (whole === undefined || part.length > digits) return undefined;
  return Number(whole + part.padEnd(digits, "0"));
}

/** What became of a refund, said to people. */
const REFUNDS = {
  succeeded: "Given back. The buyer gets a mail.",
  pending: "It is on its way back. The buyer gets a mail.",
  failed: "The provider could not give it back.",
};

/** The provider's outcome of a replay, said to people. */
const OUTCOMES = {
  fulfilled: "The buyer is in.",
  pending: "The payment is still under way.",
  open: "It is not paid yet.",
  closed: "It is closed: nothing was paid.",
  in_review: "It stays in review: see why below.",
  unknown: "The payment provider does not know it.",
};

/** A payment that was made once too often, with the way to give it back while some of it is here. */
function paidOnceMore(payment) {
  const { payment_intent: id, paid, refunded } = payment;
  const told = element("span", `${money(paid)}, of which ${money(refunded)} went back (${id ?? "no payment named"}) `);
  if (!id || paid.amount === refunded.amount || !actions.has("order.refund")) return told;
  const back = element("button", "Give this back", { class: "button button-quiet", type: "button" });
  back.addEventListener("click", () => attempt(() => refund(payment)));
  told.append(back);
  return told;
}

function facts() {
  const link = (text, href) => element("a", text, { href, dir: "auto" });
  const time = (at) => {
    const made = element("time");
    moment(made, at);
    return made;
  };
  const state = element("span");
  mark(state, order.state);
  return [
    ["State", state],
    ["A person must look because", say(order.review)],
    ["Course", link(order.course_title, `/console/course/?id=${encodeURIComponent(order.course)}`)],
    ["Price", money(order.price)],
    ["Paid", order.paid ? money(order.paid) : "Nothing yet"],
    ["Refunded", money(order.refunded)],
    ["Buyer", `${order.buyer.name}, ${order.buyer.email}`],
    ["Account", order.account ? link(order.account, `/console/person/?id=${encodeURIComponent(order.account)}`) : "None yet"],
    ["Registration", say(order.registration)],
    ["Payment", order.payment_intent],
    ["Checkout", order.checkout_session],
    ["Begun", time(order.created_at)],
    ["Changed", time(order.updated_at)],
    ...order.extra_payments.map((payment) => ["Paid once more", paidOnceMore(payment)]),
  ].filter(([, value]) => value);
}

function show() {
  document.title = `Order of ${order.buyer.name} · Console`;
  part("title").textContent = `Order of ${order.buyer.name}`;
  const lines = facts().flatMap(([name, value]) => {
    const told = element("dd", "", { dir: "auto" });
    told.append(value);
    return [element("dt", name), told];
  });
  part("facts").replaceChildren(...lines);
  part("refund").closest("span").hidden = !order.payment_intent;
  part("accept").closest("span").hidden = order.state !== "in_review";
  part("resend").closest("span").hidden = !["fulfilled", "partially_refunded"].includes(order.state);
  part("invoice").hidden = !order.invoice;
  part("whole").hidden = false;
}

async function reload() {
  order = await read(address);
  ({ actions } = await standing);
  show();
  if (actions.has("audit.view")) await showHistory(`order:${id}`);
}

/** Gives back a payment of the order: its own one, or one that was made once too often. */
async function refund({ payment_intent: payment, paid, refunded }, isOwn = false) {
  const amounts = { name: "amount", label: `Amount in ${paid?.currency}`, inputmode: "decimal", hint: "All that is left where nothing is said" };
  const given = await ask({
    title: isOwn ? `Refund ${order.buyer.name}?` : "Give this payment back?",
    text: [
      paid ? `${money(paid)} were paid, ${money(refunded)} went back so far.` : "What was paid is not known here: all of it goes back.",
      isOwn ? "When all of it is back, access ends and progress is kept. A part leaves access as it is." : "The order and its other payment stay as they are.",
    ],
    fields: paid ? [amounts, REASON] : [REASON],
    button: isOwn ? "Refund" : "Give back",
    danger: true,
    work({ amount, reason }) {
      const body = { version: order.version, payment, reason };
      if (amount !== undefined) body.amount_minor = minor(amount, paid);
      if (amount !== undefined && !body.amount_minor) throw wrong("amount", `must be an amount such as ${paid.amount}`);
      return change(`${address}/refund`, { body });
    },
  });
  // A click from what has changed since is refused, and the page shows what is there now.
  await reload();
  if (given) tell(REFUNDS[given.status], { bad: given.status === "failed" });
}

async function replay(accept) {
  const told = await ask({
    title: accept ? "Let the buyer in?" : "Compare with the payment provider again?",
    text: accept ? `The review says: ${say(order.review)}. You let the buyer in all the same.` : "The payment is read anew, and the rules decide on what is there now.",
    fields: [REASON],
    button: accept ? "Let in" : "Compare again",
    work: ({ reason }) => change(`${address}/replay`, { body: { ...(accept && { version: order.version }), accept, reason } }),
  });
  if (!told) return;
  await reload();
  tell(OUTCOMES[told.outcome] ?? say(told.outcome));
}

/** Mails whoever bought the way to the course once more. */
async function resend() {
  const sent = await ask({
    title: `Mail ${order.buyer.name} the way in?`,
    text: "The owner of the account gets a mail with a fresh link to choose a password. Links that were mailed before stop working.",
    button: "Mail it",
    work: () => change(`${address}/resend`),
  });
  if (!sent) return;
  await reload();
  tell("The mail is on its way.");
}

part("resend").addEventListener("click", () => attempt(resend));
part("refund").addEventListener("click", () => attempt(() => refund(order, true)));
part("replay").addEventListener("click", () => attempt(() => replay(false)));
part("accept").addEventListener("click", () => attempt(() => replay(true)));
part("invoice").addEventListener("click", () =>
  attempt(async () => {
    const { url } = await read(`${address}/invoice`);
    location.assign(url);
  }),
);

attempt(reload);
