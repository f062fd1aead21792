// Promotion codes from the console: made, used by a buyer, switched off, and nobody's of a partner platform.

import assert from "node:assert/strict";
import { test } from "node:test";
import { founder, Staff } from "./console_staff.mjs";
import { fillBuyer } from "./people.mjs";
import { picture } from "./pictures.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";

const stage = scene(prepare);
const PAGE = "/console/promotions/";
let olga;

async function prepare() {
  olga = await founder(stage);
}

const row = (code) => olga.page.getByRole("row", { name: new RegExp(`^${code} `) });

/** Opens the form, and writes into the fields of these labels. */
async function form(values) {
  await olga.page.getByRole("button", { name: "New promotion code" }).click();
  const dialog = olga.page.getByRole("dialog", { name: "New promotion code" });
  for (const [label, value] of Object.entries(values)) await dialog.getByLabel(label, { exact: true }).fill(value);
  return dialog;
}

const send = (dialog) => dialog.getByRole("button", { name: "Make it" }).click();

/** Somebody who has not bought yet, at the payment page of a course, with a code typed. */
async function typing(code, name, email) {
  const visitor = await Reader.withoutScripts(stage.browser);
  const { page } = visitor;
  await page.goto(`${stage.platform.origin}/courses/calm-version-control/`);
  await fillBuyer(page, name, email);
  await page.getByRole("button", { name: "Continue to payment" }).click();
  visitor.expectTrouble(/422/);
  await page.getByLabel("Promotion code").fill(code);
  await page.getByRole("button", { name: "Apply" }).click();
  return visitor;
}

test("a code is made, bought with, counted, and switched off by its name", async () => {
  await olga.visit(PAGE);
  await row("HALF").getByText("50 %").waitFor();
  const dialog = await form({ Code: "spring-25", "Percent off": "25", "Uses in all": "3" });
  await send(dialog);
  await olga.said("SPRING-25 is ready");
  await row("SPRING-25").getByText("0 of 3").waitFor();

  const buyer = await typing("spring-25", "Lena Lindqvist", "lena@reader.example");
  await buyer.page.getByRole("button", { name: "Pay 21.75 USD" }).click();
  await buyer.page.getByRole("heading", { name: /You are in|Your course is waiting/ }).waitFor();
  await buyer.close();

  await olga.visit(PAGE);
  await row("SPRING-25").getByText("1 of 3").waitFor();
  await picture(olga.page, "console-promotions");
  const press = olga.page.getByRole("button", { name: "Switch off SPRING-25" });
  await press.click();
  const question = olga.page.getByRole("dialog", { name: "Switch off SPRING-25?" });
  await question.getByText("It was used 1 time.").waitFor();
  await question.getByRole("button", { name: "Cancel" }).click();
  await row("SPRING-25").getByText("Active").waitFor();
  await press.click();
  await question.getByRole("button", { name: "Switch off" }).click();
  await olga.said("SPRING-25 is off.");
  await row("SPRING-25").getByText("Switched off").waitFor();
  assert.equal(await press.isVisible(), false);
  const late = await typing("SPRING-25", "Tara Tarde", "tara@reader.example");
  await late.page.getByText("This code is invalid.").waitFor();
  await late.close();
  await olga.reader.lookOver();
});

test("what is wrong is said beside its field, and nothing that was typed is lost", async () => {
  await olga.visit(PAGE);
  olga.reader.expectTrouble(/422/);
  const dialog = await form({ Code: "a code", "Percent off": "a lot", "Last day": "2001-01-01" });
  await send(dialog);
  await dialog.getByText("Must be a whole number").waitFor();
  await dialog.getByLabel("Percent off", { exact: true }).fill("101");
  await send(dialog);
  await dialog.getByText("Must be a whole number from 1 to 100").waitFor();
  await dialog.getByText("Must have 3 to 40 letters").waitFor();
  await dialog.getByText("Must lie in the future").waitFor();
  await dialog.getByLabel("Code", { exact: true }).fill("half");
  await dialog.getByLabel("Percent off", { exact: true }).fill("");
  await dialog.getByLabel("Amount off", { exact: true }).fill("5");
  await dialog.getByLabel("Currency of the amount").fill("usd");
  await dialog.getByLabel("Last day").fill("");
  await send(dialog);
  await dialog.getByText("Is the name of an active promotion code").waitFor();
  assert.equal(await dialog.getByLabel("Amount off", { exact: true }).inputValue(), "5");
  await dialog.getByLabel("Code", { exact: true }).fill("five");
  await send(dialog);
  await olga.said("FIVE is ready");
  await row("FIVE").getByText("5.00 USD").waitFor();
});

test("an amount that could be two is refused, and a comma is a point", async () => {
  await olga.visit(PAGE);
  const dialog = await form({ Code: "thousand", "Currency of the amount": "EUR" });
  for (const amount of ["1,000", "1.000", "1,000.00", "1 000"]) {
    await dialog.getByLabel("Amount off", { exact: true }).fill(amount);
    await send(dialog);
    await dialog.getByText("Must be an amount such as 19.99, with no marks between thousands").waitFor();
  }
  await dialog.getByLabel("Currency of the amount").fill("jpy");
  await dialog.getByLabel("Amount off", { exact: true }).fill("1,000");
  await send(dialog);
  await dialog.getByText("Must be an amount such as 1999, with").waitFor();
  await dialog.getByLabel("Amount off", { exact: true }).fill("1000");
  await send(dialog);
  await olga.said("THOUSAND is ready");
  await row("THOUSAND").getByText("1,000 JPY").waitFor();
  await send(await form({ Code: "comma", "Amount off": "12,5", "Currency of the amount": "EUR" }));
  await olga.said("COMMA is ready");
  await row("COMMA").getByText("12.50 EUR").waitFor();
});

test("an administrator of a partner platform has neither the page's line nor its endpoints", async () => {
  const { id: partner } = await olga.done("POST", "/api/admin/partners", { name: "Nordic Academy" });
  await olga.person(stage, { tier: "administrator", type: "partner", partner, name: "Petra", email: "petra@nordic.example" });
  const petra = await Staff.signedIn(stage, "petra@nordic.example", partner);
  await petra.visit("/console/");
  await petra.page.getByRole("link", { name: "People", exact: true }).first().waitFor();
  assert.equal(await petra.page.getByRole("link", { name: "Promotion codes" }).isVisible(), false);
  const wish = { key: "of-a-partner-platform", code: "MINE", percent_off: 100 };
  for (const [method, path, body] of [
    ["GET", "/api/admin/promotions"],
    ["POST", "/api/admin/promotions", wish],
    ["POST", "/api/admin/promotions/promo_1/switch-off"],
  ]) {
    assert.equal((await petra.ask(method, path, body)).status(), 403, `${method} ${path}`);
  }
  petra.reader.expectTrouble(/403/);
  await petra.visit(PAGE);
  await petra.page.getByRole("alert").first().waitFor();
  assert.equal(await petra.page.getByRole("button", { name: "New promotion code" }).isVisible(), false);
  await petra.close();
});
