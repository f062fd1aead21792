// Orders, the newest first.

import { consolePage } from "./frame.js";
import { table } from "./table.js";
import { mark, moment, money, orders, say } from "./words.js";

table({
  address: "/api/admin/orders",
  noun: orders,
  file: "orders",
  matches({ buyer, course_title: title }, { find }) {
    const wanted = (find ?? "").toLowerCase();
    return [buyer.name, buyer.email, title].some((text) => text.toLowerCase().includes(wanted));
  },
  orders: { made: (order) => order.created_at, buyer: ({ buyer }) => buyer.name, state: ({ state }) => say(state) },
  columns: [
    ["Id", ({ id }) => id],
    ["Made", (order) => order.created_at],
    ["Buyer", ({ buyer }) => buyer.name],
    ["E-mail", ({ buyer }) => buyer.email],
    ["Course", (order) => order.course_title],
    ["State", ({ state }) => state],
    ["Price", ({ price }) => price.amount],
    ["Paid", ({ paid }) => paid?.amount],
    ["Refunded", ({ refunded }) => refunded.amount],
    ["Currency", ({ price }) => price.currency],
    ["Payment", (order) => order.payment_intent],
  ],
  fill(row, order) {
    const link = row.querySelector("[data-buyer]");
    link.textContent = order.buyer.name;
    link.href = consolePage(`order/?id=${encodeURIComponent(order.id)}`);
    row.querySelector("[data-email]").textContent = order.buyer.email;
    row.querySelector("[data-course]").textContent = order.course_title;
    mark(row.querySelector("[data-state]"), order.state);
    row.querySelector("[data-paid]").textContent = order.paid ? money(order.paid) : "–";
    moment(row.querySelector("[data-made]"), order.created_at);
  },
});
