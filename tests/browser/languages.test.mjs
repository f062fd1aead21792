// The catalog in other languages: from the home page into Polish, to a course, and to a list in Arabic, without scripts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESKTOP, PHONE, Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";

const stage = scene();

async function frame(page) {
  return page.locator("html").evaluate(({ lang, dir }) => `${lang} ${dir}`);
}

for (const viewport of [DESKTOP, PHONE]) {
  test(`a visitor changes the language and stays in it at ${viewport.width} pixels`, async () => {
    const visitor = await Reader.withoutScripts(stage.browser, { viewport });
    const { page } = visitor;
    await visitor.visit(`${stage.platform.origin}/`);
    await page.getByRole("link", { name: "Polski" }).click();
    assert.equal(await frame(page), "pl ltr");
    await page.getByRole("link", { name: "Wszystkie kursy" }).first().click();
    assert.equal(await frame(page), "pl ltr");
    await visitor.visit(`${stage.platform.origin}/pl/courses/calm-version-control/`);
    assert.ok(await page.getByLabel("Imię i nazwisko").isVisible());
    // The course itself is not translated, and says so.
    assert.equal(await page.getByRole("heading", { level: 1 }).getAttribute("lang"), "en");
    // The course in Arabic frames, then the list around it.
    await page.getByRole("link", { name: "العربية" }).click();
    assert.equal(await frame(page), "ar rtl");
    await page.locator(".crumbs a").first().click();
    assert.equal(await frame(page), "ar rtl");
    assert.ok(await page.getByRole("heading", { name: "كل الدورات" }).isVisible());
    await visitor.close();
  });
}

test("what is found in a language is opened in it", async () => {
  const visitor = await Reader.open(stage.browser);
  await visitor.visit(`${stage.platform.origin}/fr/search/?q=version`);
  const found = visitor.page.locator("[data-results] a").first();
  await found.waitFor();
  assert.match(await found.getAttribute("href"), /^\/fr\/courses\//);
  await visitor.page.getByRole("searchbox").fill("git");
  await visitor.page.getByRole("searchbox").press("Enter");
  await visitor.page.waitForURL(/\/fr\/search\/\?q=git$/);
  await visitor.close();
});
