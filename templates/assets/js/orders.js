// One's own orders: what was bought, what it cost, what went back, and the invoice.

import { inWords } from "./account-form.js";
import { watchActing } from "./acting.js";
import { read } from "./api.js";
import { element, onPress, part, run } from "./dom.js";
import { at, INTL } from "./language.js";
import { message } from "./messages.js";
import { day, heldOn } from "./when.js";

const template = document.querySelector("#order");
let next = null;

const isNothing = ({ amount }) => Number(amount) === 0;

function money({ amount, currency }) {
  if (isNothing({ amount })) return message("orders-free");
  return new Intl.NumberFormat(INTL, { style: "currency", currency }).format(amount);
}

/** The invoice opens in a tab of its own; where its address is asked for first, that tab must be open before. */
async function openInvoice(id, note) {
  const tab = window.open("about:blank", "_blank");
  try {
    const { url } = await read(`/api/my/orders/${id}/invoice`);
    if (tab) {
      tab.opener = null;
      tab.location = url;
    } else location.assign(url);
  } catch (error) {
    tab?.close();
    note.textContent = inWords(error);
  }
}

function line(order) {
  const item = template.content.cloneNode(true);
  const get = (name) => item.querySelector(`[data-${name}]`);
  const link = get("title");
  link.textContent = order.course_title;
  link.href = at(order.course_page);
  get("day").textContent = day(order.created_at);
  get("day").dateTime = order.created_at;
  const taken = order.state === "fulfilled" && isNothing(order.total);
  get("state").textContent = message("orders-state", { choice: taken ? "taken" : order.state });
  get("term").textContent = order.term ? heldOn(order.term) : "";
  get("total").textContent = money(order.total);
  get("refunded").textContent = isNothing(order.refunded) ? "" : message("orders-refunded", { amount: money(order.refunded) });
  if (order.pay_at) {
    get("pay").href = order.pay_at;
    get("pay").hidden = false;
  }
  const [invoice, note] = [get("invoice"), get("note")];
  invoice.hidden = !order.has_invoice;
  invoice.append(element("span", ` ${message("orders-for", { course: order.course_title })}`, { class: "visually-hidden" }));
  invoice.addEventListener("click", () => openInvoice(order.id, note));
  return item;
}

async function load() {
  const further = next !== null;
  const page = await read(`/api/my/orders${next ? `?cursor=${encodeURIComponent(next)}` : ""}`);
  next = page.next;
  const shown = part("orders").children.length;
  part("orders").append(...page.orders.map(line));
  if (further) part("orders").children[shown]?.querySelector("a").focus();
  part("more").hidden = !next;
  const status = part("status");
  status.textContent = part("orders").children.length || next ? "" : message("orders-none");
  status.hidden = !status.textContent;
}

const FAILURE = message("orders-failed");
onPress(part("more"), () => run(load, FAILURE));
run(load, FAILURE);
watchActing();
