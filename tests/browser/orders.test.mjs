// "Your orders": what was bought, what went back, and the invoice.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fillBuyer } from "./people.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";
import { founder, publicLearner } from "./staff.mjs";

const BUYER = { name: "Bea Berg", email: "bea@reader.example" };
const COURSE = "Calm version control with Git";

const stage = scene(async (stage) => {
  stage.staff = await founder(stage.platform);
  stage.learner = await publicLearner(stage.platform, BUYER.name, BUYER.email, ["spreadsheets-that-tell-the-truth"]);
});

async function openOrders() {
  const reader = await Reader.open(stage.browser, { storageState: stage.learner.storageState });
  await reader.visit(`${stage.platform.origin}/account/orders/`);
  return reader;
}

const order = (page, title) => page.getByRole("listitem").filter({ hasText: title });

test("an order is paid, has an invoice, and shows what went back", async () => {
  const reader = await openOrders();
  const { page } = reader;
  await order(page, "Spreadsheets that tell the truth").getByText("Free").waitFor();
  await reader.visit(`${stage.platform.origin}/courses/calm-version-control/`);
  await fillBuyer(page, BUYER.name, BUYER.email);
  await reader.press("button", "Continue to payment", { tool: true });
  // Left without paying: the way there stands among the orders.
  await reader.visit(`${stage.platform.origin}/account/orders/`);
  await order(page, COURSE).getByText("Waits to be paid").waitFor();
  await order(page, COURSE).getByRole("link", { name: "Go on to pay" }).click();
  await reader.press("button", "Pay 29.00 USD");
  await reader.visit(`${stage.platform.origin}/account/orders/`);
  const bought = order(page, COURSE);
  await bought.getByText("Paid", { exact: true }).waitFor();
  await bought.getByText("$29.00").waitFor();
  const [tab] = await Promise.all([
    page.waitForEvent("popup"),
    bought.getByRole("button", { name: `Open the invoice for ${COURSE}` }).press("Enter"),
  ]);
  await tab.getByRole("heading", { name: /^Invoice IN_/ }).waitFor();
  await tab.getByText("29.00 USD").first().waitFor();
  await tab.close();

  const { items } = await stage.staff.call("GET", "/api/admin/orders");
  const { id, version } = items.find(({ course_title: title }) => title === COURSE);
  await stage.staff.call("POST", `/api/admin/orders/${id}/refund`, { version, amount_minor: 900, reason: "late start" });
  await reader.visit(`${stage.platform.origin}/account/orders/`);
  await bought.getByText("Partly refunded").waitFor();
  await bought.getByText("$9.00 went back").waitFor();
  await reader.lookOver();
  await reader.close();
});

test("what a refund shuts says why", async () => {
  const { items } = await stage.staff.call("GET", "/api/admin/orders");
  const { id, version } = items.find(({ course_title: title }) => title === COURSE);
  await stage.staff.call("POST", `/api/admin/orders/${id}/refund`, { version, reason: "the rest" });
  const reader = await openOrders();
  await order(reader.page, COURSE).getByText("Refunded", { exact: true }).waitFor();
  await reader.visit(`${stage.platform.origin}/learn/`);
  const card = reader.page.locator(".card", { hasText: COURSE });
  await card.getByText(/The money for it went back/).waitFor();
  assert.equal(await card.getByRole("link").count(), 0);
  await reader.close();
});
