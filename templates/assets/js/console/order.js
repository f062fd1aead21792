// One order: what was bought and paid, what went back, and what a person decides about it.

import { read } from "../api.js";
import { element, parameter, part } from "../dom.js";
import { message } from "../messages.js";
import { heldOn } from "../when.js";
import { amountIn, minorOf } from "./amount.js";
import { ask, change } from "./dialog.js";
import { wrong } from "./form.js";
import { attempt, consolePage, standing, tell } from "./frame.js";
import { showHistory } from "./history.js";
import { mark, moment, money, say } from "./words.js";

const id = parameter("id");
const address = `/api/admin/orders/${encodeURIComponent(id)}`;
const REASON = { name: "reason", label: message("common-reason"), required: "", maxlength: "500", hint: message("common-reason-kept") };
let order;
let actions;

/** What is to go back, in the smallest unit; nothing is no refund. */
function toGiveBack(text, { currency }) {
  const minor = minorOf(amountIn("amount", text, currency), currency);
  if (minor === 0) throw wrong("amount", message("order-amount-none"));
  return minor;
}

/** Whether some of a payment is still here, as far as it is known. */
const isLeft = ({ paid, refunded }) => paid?.amount !== refunded.amount;

/** A payment that was made once too often, with the way to give it back while some of it is here. */
function paidOnceMore(payment) {
  const { payment_intent: id, paid, refunded } = payment;
  const words = message("order-once-more", { paid: money(paid), refunded: money(refunded), id: id ?? message("order-no-payment") });
  const told = element("span", `${words} `);
  if (!id || !isLeft(payment) || !actions.has("order.refund")) return told;
  const back = element("button", message("order-give-this"), { class: "button button-quiet", type: "button" });
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
    [message("order-state"), state],
    [message("order-review"), say(order.review)],
    [message("order-course"), link(order.course_title, consolePage(`course/?id=${encodeURIComponent(order.course)}`))],
    [message("order-run"), order.term ? heldOn(order.term) : null],
    [message("order-price"), money(order.price)],
    [message("order-paid"), order.paid ? money(order.paid) : message("order-nothing")],
    [message("order-returned"), money(order.refunded)],
    [message("order-buyer"), message("order-who", { name: order.buyer.name, email: order.buyer.email })],
    [message("order-account"), order.account ? link(order.account, consolePage(`person/?id=${encodeURIComponent(order.account)}`)) : message("order-no-account")],
    [message("order-registration"), say(order.registration)],
    [message("order-payment"), order.payment_intent],
    [message("order-checkout"), order.checkout_session],
    [message("order-begun"), time(order.created_at)],
    [message("order-changed"), time(order.updated_at)],
    ...order.extra_payments.map((payment) => [message("order-paid-again"), paidOnceMore(payment)]),
  ].filter(([, value]) => value);
}

function show() {
  const title = message("order-of", { name: order.buyer.name });
  document.title = message("frame-title", { name: title });
  part("title").textContent = title;
  const lines = facts().flatMap(([name, value]) => {
    const told = element("dd", "", { dir: "auto" });
    told.append(value);
    return [element("dt", name), told];
  });
  part("facts").replaceChildren(...lines);
  part("refund").closest("span").hidden = !order.payment_intent || !isLeft(order);
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
  const amounts = { name: "amount", label: message("order-amount", { currency: paid?.currency }), inputmode: "decimal", hint: message("order-amount-hint") };
  const given = await ask({
    title: isOwn ? message("order-refunding", { name: order.buyer.name }) : message("order-refunding-payment"),
    text: [
      paid ? message("order-so-far", { paid: money(paid), refunded: money(refunded) }) : message("order-not-known"),
      isOwn ? message("order-access-ends") : message("order-other-stays"),
    ],
    fields: paid ? [amounts, REASON] : [REASON],
    button: isOwn ? message("order-refund") : message("order-give-back"),
    danger: true,
    work({ amount, reason }) {
      const body = { version: order.version, payment, reason };
      if (amount !== undefined) body.amount_minor = toGiveBack(amount, paid);
      return change(`${address}/refund`, { body });
    },
  });
  // A click from what has changed since is refused, and the page shows what is there now.
  await reload();
  if (given) tell(message("order-refunded", { status: given.status }), { bad: given.status === "failed" });
}

async function replay(accept) {
  const told = await ask({
    title: accept ? message("order-let-in") : message("order-comparing"),
    text: accept ? message("order-review-says", { why: say(order.review) }) : message("order-compare-text"),
    fields: [REASON],
    button: accept ? message("order-let") : message("order-compare"),
    work: ({ reason }) => change(`${address}/replay`, { body: { ...(accept && { version: order.version }), accept, reason } }),
  });
  if (!told) return;
  await reload();
  tell(message("order-compared", { outcome: told.outcome, word: say(told.outcome) }));
}

/** Mails whoever bought the way to the course once more. */
async function resend() {
  const sent = await ask({
    title: message("order-mailing", { name: order.buyer.name }),
    text: message("order-mail-text"),
    button: message("order-mail-it"),
    work: () => change(`${address}/resend`),
  });
  if (!sent) return;
  await reload();
  tell(message("order-mailed"));
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
