// The console's orders: a refund in part and in full with its reason, a replay, and what the audit log keeps of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { picture } from "./pictures.mjs";
import { scene } from "./scene.mjs";
import { buy, founder } from "./console_staff.mjs";
import { linkIn } from "./platform.mjs";
import { Reader } from "./reader.mjs";

const stage = scene(prepare);
let olga;

async function prepare() {
  olga = await founder(stage);
  await buy(stage, "calm-version-control", "Lena Lindqvist", "lena@reader.example");
}

async function refund(amount, reason) {
  const { page } = olga;
  await page.getByRole("button", { name: "Refund" }).click();
  const dialog = page.getByRole("dialog", { name: "Refund Lena Lindqvist?" });
  await dialog.getByLabel("Amount in USD").fill(amount);
  await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: "Refund" }).click();
  return dialog;
}

test("whoever bought gets the way in once more, and the link of before works no more", async () => {
  const { page } = olga;
  await olga.visit("/console/orders/");
  await page.getByRole("link", { name: "Lena Lindqvist" }).click();
  const first = linkIn(await stage.platform.mailTo("lena@reader.example"));
  await page.getByRole("button", { name: "Resend access" }).click();
  const dialog = page.getByRole("dialog", { name: "Mail Lena Lindqvist the way in?" });
  await dialog.getByRole("button", { name: "Mail it" }).click();
  await olga.said("The mail is on its way.");
  const fresh = linkIn(await stage.platform.mailTo("lena@reader.example", /./, 2));
  assert.notEqual(fresh, first);
  const visitor = await Reader.withoutScripts(stage.browser);
  await visitor.page.goto(fresh);
  await visitor.page.getByLabel("Password", { exact: true }).waitFor();
  visitor.expectTrouble(/4\d\d/);
  await visitor.page.goto(first);
  await visitor.page.getByLabel("Password", { exact: true }).waitFor({ state: "detached" });
  await visitor.close();
});

test("an order is found and a part of its money goes back", async () => {
  const { page } = olga;
  await olga.visit("/console/orders/");
  await page.getByLabel("Find").fill("lena@");
  await page.getByText("1 order shown").waitFor();
  await page.getByRole("link", { name: "Lena Lindqvist" }).click();
  await page.getByText("29.00 USD").first().waitFor();
  const dialog = await refund("a lot", "One lesson is missing");
  await dialog.getByText("Must be an amount such as 19.99").waitFor();
  await dialog.getByLabel("Amount in USD").fill("9.50");
  await dialog.getByRole("button", { name: "Refund" }).click();
  await olga.said("Given back.");
  await page.getByText("Partly refunded").waitFor();
  await page.getByText("9.50 USD").waitFor();
});

test("more than is left is refused in the dialog, in the platform's words", async () => {
  const { page } = olga;
  olga.reader.expectTrouble(/409|422/);
  const dialog = await refund("20.00", "Once more");
  await dialog.getByRole("alert").waitFor();
  assert.equal(await dialog.getByLabel("Reason").inputValue(), "Once more");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
});

test("the rest goes back, and where nothing is left no refund is offered", async () => {
  const { page } = olga;
  await refund("", "The course was a mistake");
  await olga.said("Given back.");
  await page.locator("dd", { hasText: /^Refunded$/ }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Refund", exact: true }).isVisible(), false);
  await picture(page, "console-order");
  await olga.reader.lookOver();
});

test("an order is compared with the payment provider again", async () => {
  const { page } = olga;
  await page.getByRole("button", { name: "Compare again" }).click();
  await page.getByLabel("Reason").fill("The buyer asked");
  await page.getByRole("dialog").getByRole("button", { name: "Compare again" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.locator("[data-said]:not([hidden])").waitFor();
});

test("the audit log tells of it by object, by action and as a file", async () => {
  const { page } = olga;
  await page.getByRole("link", { name: "All of it" }).click();
  await page.getByText(/lines? shown/).waitFor();
  assert.match(await page.getByLabel("Object").inputValue(), /^order:/);
  await page.getByLabel("Action begins with").fill("order.refund");
  // What was asked for, and what came of it.
  await page.getByText("4 lines shown").waitFor();
  await page.locator("summary").first().click();
  assert.match(await page.locator("tbody").textContent(), /The course was a mistake/);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as CSV" }).click()]);
  assert.equal(file.suggestedFilename(), "lines.csv");
  await olga.close();
});
