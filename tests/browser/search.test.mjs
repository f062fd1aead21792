// The search page: words, filters, the address, and the keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";

const stage = scene();
const results = (page) => page.locator("[data-results] .card");
const status = (page) => page.locator("[data-status]");

test("the box on the first page leads to results", async () => {
  const visitor = await Reader.open(stage.browser);
  const { page } = visitor;
  await visitor.visit(stage.platform.origin);
  await page.getByLabel("Search the courses").fill("git");
  await page.getByLabel("Search the courses").press("Enter");
  await page.waitForURL("**/search/?q=git");
  await status(page).getByText(/^\d+ courses? for “git”/).waitFor();
  await visitor.lookOver();
  assert.match(await results(page).first().textContent(), /Calm version control with Git/);
  await results(page).first().getByRole("link").click();
  await page.waitForURL("**/courses/calm-version-control/");
  await visitor.close();
});

test("what is typed while the index or its words are on their way is kept, and found", async () => {
  const visitor = await Reader.open(stage.browser);
  const { page } = visitor;
  const box = page.getByLabel("Search the courses");
  /** Holds what fits back until it is called. */
  async function hold(pattern) {
    let go;
    const held = new Promise((resolve) => (go = resolve));
    const asked = page.waitForRequest(pattern);
    await page.route(pattern, async (route) => (await held, route.continue()));
    return { asked, go };
  }
  const table = await hold(/\/search\/table\.json$/);
  await page.goto(`${stage.platform.origin}/search/?q=git`);
  await table.asked;
  await box.fill("sauerteig");
  table.go();
  await results(page).filter({ hasText: "Sauerteig von Anfang an" }).waitFor();
  assert.equal(await box.inputValue(), "sauerteig");
  await page.waitForURL("**/search/?q=sauerteig");
  const file = await hold(/\/search\/words\/\d+\.json$/);
  await box.fill("branches");
  await file.asked;
  await box.fill("branches and");
  file.go();
  await status(page).getByText("“branches and”").waitFor();
  assert.equal(await box.inputValue(), "branches and");
  await visitor.close();
});

test("a language narrows the results, and the address and the back button know it", async () => {
  const visitor = await Reader.open(stage.browser);
  const { page } = visitor;
  await visitor.visit(`${stage.platform.origin}/search/`);
  await status(page).getByText("35 courses.").waitFor();
  const german = page.getByRole("group", { name: "Language" }).getByRole("checkbox", { name: /German|Deutsch/ });
  await german.check();
  await page.waitForURL((url) => url.searchParams.has("language"));
  await status(page).getByText("7 courses.").waitFor();
  assert.equal(await results(page).count(), 7);
  await visitor.lookOver();
  await page.reload();
  await status(page).getByText("7 courses.").waitFor();
  await page.getByRole("button", { name: /Remove the filter/ }).click();
  await status(page).getByText("35 courses.").waitFor();
  await page.goBack();
  await status(page).getByText("7 courses.").waitFor();
  await visitor.close();
});

test("letters of every script find their courses", async () => {
  const visitor = await Reader.open(stage.browser);
  const { page } = visitor;
  await visitor.visit(`${stage.platform.origin}/search/`);
  for (const [word, title] of [
    ["violao", "Violão para quem começa"],
    ["統計", "はじめての統計"],
    ["بايثون", "الخطوة الأولى في البرمجة مع بايثون"],
    ["sauerte", "Sauerteig von Anfang an"],
  ]) {
    await page.getByLabel("Search the courses").fill(word);
    await results(page).filter({ hasText: title }).waitFor();
    // What runs from right to left is set apart within the English sentence.
    await status(page).getByText(new RegExp(`“\\u2068?${word}\\u2069?”`)).waitFor();
  }
  await page.getByLabel("Search the courses").fill("zzzzzz");
  await status(page).getByText("0 courses for “zzzzzz”.").waitFor();
  await visitor.close();
});

test("everything is reached with the keyboard", async () => {
  const visitor = await Reader.open(stage.browser);
  const { page } = visitor;
  await visitor.visit(`${stage.platform.origin}/search/`);
  await status(page).getByText("35 courses.").waitFor();
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.id);
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Skip to content");
  assert.ok(await page.getByRole("link", { name: "Skip to content" }).isVisible());
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "content");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "q");
  await page.keyboard.type("python");
  await status(page).getByText("“python”").waitFor();
  await tabTo(page, (element) => element.type === "checkbox" && element.closest("fieldset")?.name === "language");
  await page.keyboard.press("Space");
  await page.waitForURL((url) => url.searchParams.has("language"));
  await page.locator("[data-chips] button").waitFor();
  // The tick that was pressed still has the focus, though the list was drawn anew.
  assert.equal(await page.evaluate(() => document.activeElement.checked), true);
  await page.keyboard.press("Shift+Tab");
  await page.getByLabel("Search the courses").focus();
  await tabTo(page, (element) => Boolean(element.closest("[data-results]")));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/courses/*/");
  await visitor.close();
});

/** Presses Tab until something fits; every stop on the way shows that it has the focus. */
async function tabTo(page, fits) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const element = await page.evaluateHandle(() => document.activeElement);
    assert.ok(await element.evaluate(outlined), "what has the focus shows it");
    if (await element.evaluate(fits)) return;
  }
  assert.fail("not reached with the keyboard");
}

/** A card shows it for the link that covers it. */
function outlined(element) {
  return [element, element.closest(".card")].some((part) => part && getComputedStyle(part).outlineStyle !== "none");
}

test("without scripts the page offers the catalog instead", async () => {
  const visitor = await Reader.withoutScripts(stage.browser);
  await visitor.visit(`${stage.platform.origin}/search/?q=git`);
  const instead = visitor.page.locator("noscript");
  assert.ok(await instead.isVisible());
  assert.match(await instead.textContent(), /Searching needs JavaScript/);
  await visitor.press("link", "levels", { within: instead });
  await visitor.close();
});
