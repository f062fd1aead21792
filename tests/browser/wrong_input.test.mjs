// What happens when people type something that cannot be right. Scripts are off: the answers come from the platform.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fillBuyer } from "./people.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";

const stage = scene();
const COURSE = "/courses/calm-version-control/";

/** Sends the buyer's form past the browser's own checks, as a browser without them would. */
async function send(visitor, name, email) {
  await fillBuyer(visitor.page, name, email);
  const form = visitor.page.locator('form[action^="/api/checkout"]');
  await form.evaluate((form) => (form.noValidate = true));
  await form.getByRole("button").click();
  await visitor.page.getByRole("heading", { level: 1 }).waitFor();
}

test("the browser itself stops an empty form", async () => {
  const visitor = await Reader.withoutScripts(stage.browser);
  await visitor.visit(stage.platform.origin + COURSE);
  await visitor.page.getByRole("button", { name: "Continue to payment" }).click();
  const invalid = visitor.page.locator("form :invalid");
  assert.equal(await invalid.count(), 2);
  assert.ok(visitor.page.url().endsWith(COURSE));
  await visitor.close();
});

for (const { says, name, email, wrong } of [
  { says: "no name", name: "  ", email: "ada@reader.example", wrong: ["name"] },
  { says: "no address", name: "Ada Aalto", email: "ada at reader", wrong: ["email"] },
  { says: "neither", name: "", email: "@", wrong: ["name", "email"] },
]) {
  test(`the buyer's form comes back with ${says}`, async () => {
    const visitor = await Reader.withoutScripts(stage.browser);
    visitor.expectTrouble(/422/);
    await visitor.visit(stage.platform.origin + COURSE);
    await send(visitor, name, email);
    await visitor.page.getByRole("heading", { level: 1, name: "Almost there" }).waitFor();
    await visitor.lookOver();
    const { page } = visitor;
    assert.equal(await page.getByLabel("Your name").inputValue(), name);
    assert.equal(await page.getByLabel("Your e-mail address").inputValue(), email);
    assert.equal(await page.getByRole("alert").getByRole("link").count(), wrong.length);
    for (const field of ["name", "email"]) {
      const marked = await page.locator(`#buyer-${field}`).getAttribute("aria-invalid");
      assert.equal(marked, wrong.includes(field) ? "true" : null, field);
      assert.equal(await page.locator(`#buyer-${field}-error`).isVisible(), wrong.includes(field), field);
    }
    // The summary leads to the field, and the corrected form goes through.
    await page.getByRole("alert").getByRole("link").first().click();
    assert.equal(await page.evaluate(() => document.activeElement.id), `buyer-${wrong[0]}`);
    await fillBuyer(page, "Ada Aalto", "ada@reader.example");
    await visitor.press("button", "Continue to payment", { tool: true });
    assert.ok(page.url().startsWith(stage.platform.stripe));
    await visitor.close();
  });
}

test("markup in a name stays text", async () => {
  const visitor = await Reader.withoutScripts(stage.browser);
  visitor.expectTrouble(/422/);
  const name = `"><img src=x onerror=alert(1)>`;
  await visitor.visit(stage.platform.origin + COURSE);
  await send(visitor, name, "nobody");
  assert.equal(await visitor.page.getByLabel("Your name").inputValue(), name);
  await visitor.lookOver();
  await visitor.close();
});

test("a wrong password leads back to the form with a word about it", async () => {
  const visitor = await Reader.withoutScripts(stage.browser);
  await visitor.visit(`${stage.platform.origin}/sign-in/`);
  await visitor.page.getByLabel("E-mail address").fill("nobody@reader.example");
  await visitor.page.getByLabel("Password", { exact: true }).fill("not my password");
  await visitor.press("button", "Sign in");
  assert.match(await visitor.page.getByRole("alert").textContent(), /did not work/);
  await visitor.close();
});
