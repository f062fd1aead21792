// The platform in other languages: the catalog from the home page into Polish, to a course, and to a list in Arabic,
// without scripts; and a learner's own pages, which their scripts fill in the language of the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { barriers, DESK_AND_PHONE } from "./barriers.mjs";
import { OWN_SLUGS, ownPages } from "./own_pages.mjs";
import { PASSWORD } from "./people.mjs";
import { DESKTOP, PHONE, Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";
import { publicLearner } from "./staff.mjs";

const stage = scene(async (stage) => {
  stage.zofia = await publicLearner(stage.platform, "Zofia", "zofia@reader.example", OWN_SLUGS);
  stage.amal = await publicLearner(stage.platform, "Amal", "amal@reader.example", OWN_SLUGS);
});

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
  // What is looked for now goes along into another language, and not what was looked for at first.
  await visitor.page.getByRole("link", { name: "Polski" }).click();
  await visitor.page.waitForURL(/\/pl\/search\/\?q=git$/);
  await visitor.close();
});

test("a learner signs in in Polish and learns in it", async () => {
  const reader = await Reader.open(stage.browser);
  const { page } = reader;
  await reader.visit(`${stage.platform.origin}/pl/sign-in/`);
  await page.getByLabel("Pokaż hasło").check();
  await page.getByLabel("Adres e-mail").fill("zofia@reader.example");
  await page.getByLabel("Hasło", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Zaloguj się" }).click();
  await page.waitForURL("**/pl/learn/");
  assert.equal(await frame(page), "pl ltr");
  await page.getByRole("heading", { name: "Moja nauka" }).waitFor();
  const open = page.getByRole("region", { name: "Dostępne dla Ciebie" });
  await open.getByText("Nierozpoczęty").first().waitFor();
  await open.getByText(/^Ukończone lekcje: 0 z \d+$/).first().waitFor();
  await page.getByRole("region", { name: "Twój następny krok" }).getByRole("link", { name: "Rozpocznij" }).click();
  await page.waitForURL("**/pl/learn/lesson/?*");
  await page.getByText(/^\d+ min$/).waitFor();
  await page.getByRole("button", { name: "Oznacz jako ukończoną" }).click();
  await page.getByRole("button", { name: "Ukończona ✓" }).waitFor();
  await page.locator("[data-course]").click();
  await page.waitForURL("**/pl/learn/course/?*");
  await page.getByText(/^Ukończone lekcje: 1 z \d+$/).waitFor();
  await page.getByRole("link", { name: "Kontynuuj" }).waitFor();
  await reader.lookOver();
  // The same course in another language, and back: the address says which course it is.
  const { search } = new URL(page.url());
  await page.getByRole("link", { name: "Français" }).click();
  await page.waitForURL(`**/fr/learn/course/${search}`);
  await page.getByText(/^Leçons terminées : 1 sur \d+$/).waitFor();
  await page.goBack();
  await page.getByRole("link", { name: "Moja nauka" }).first().click();
  await page.getByRole("navigation", { name: "Twoje strony" }).getByRole("link", { name: "Zamówienia" }).click();
  await page.getByText("Przyjęte").first().waitFor();
  await page.getByText("Bezpłatnie").first().waitFor();
  await page.getByRole("link", { name: "Konto", exact: true }).click();
  await page.getByText("Konto publiczne").waitFor();
  await page.getByText(/^Zalogowano: \d+ \S+ \d{4}/).first().waitFor();
  await reader.lookOver();
  await reader.close();
});

test("whoever chooses a language signs in to it, and keeps what was typed elsewhere on the page", async () => {
  const reader = await Reader.open(stage.browser, { storageState: stage.amal.storageState });
  const { page } = reader;
  await reader.visit(`${stage.platform.origin}/account/`);
  await page.getByLabel("About you").fill("Typed, and not saved yet");
  await page.getByLabel("Language of mails").selectOption("ar");
  await page.getByRole("button", { name: "Save the language" }).click();
  await page.getByText("Mails come in this language from now on.").waitFor();
  assert.equal(await page.getByLabel("About you").inputValue(), "Typed, and not saved yet");
  await page.locator("[data-language-way]").getByRole("link", { name: "العربية" }).click();
  await page.waitForURL("**/ar/account/");
  assert.equal(await frame(page), "ar rtl");
  await page.getByText("متعلّم عام").waitFor();
  await reader.close();
  // Another browser, which has said nothing, on the English page.
  const other = await Reader.open(stage.browser);
  await other.visit(`${stage.platform.origin}/sign-in/`);
  await other.page.getByLabel("E-mail address").fill("amal@reader.example");
  await other.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await other.page.getByRole("button", { name: "Sign in" }).click();
  await other.page.waitForURL("**/ar/learn/");
  await other.close();
});

test("a learner's pages in Arabic run from right to left, in the digits of the web", async () => {
  const reader = await Reader.open(stage.browser, { storageState: stage.amal.storageState });
  const { page } = reader;
  await reader.visit(`${stage.platform.origin}/ar/learn/`);
  assert.equal(await frame(page), "ar rtl");
  const open = page.getByRole("region", { name: "متاحة لك" });
  await open.getByText(/^الدروس المكتملة: 0 من \d+$/).first().waitFor();
  await page.getByRole("region", { name: "خطوتك التالية" }).getByRole("link", { name: "بدء" }).click();
  await page.waitForURL("**/ar/learn/lesson/?*");
  await page.getByText(/^\d+ د$/).waitFor();
  await page.getByRole("button", { name: "وضع علامة «مكتمل»" }).click();
  await page.getByRole("button", { name: "مكتمل ✓" }).waitFor();
  await reader.visit(`${stage.platform.origin}/ar/account/`);
  await page.getByText(/^الدخول: \d+ \S+ \d{4}/).first().waitFor();
  await reader.close();
});

test("nothing stands in a learner's way in Arabic", async (t) => {
  const { storageState } = stage.amal;
  for (const [kind, path] of await ownPages(stage.amal)) {
    await t.test(kind, async () => {
      const address = `${stage.platform.origin}/ar${path}`;
      for (const viewport of DESK_AND_PHONE) await barriers(stage.browser, address, { colorScheme: "light", viewport, storageState });
    });
  }
});

test("a result says price and length as the page's language does, and its title's own language", async () => {
  const visitor = await Reader.open(stage.browser);
  const { page } = visitor;
  await visitor.visit(`${stage.platform.origin}/pl/search/?q=git`);
  const card = page.locator("[data-results] .card").filter({ hasText: "Calm version control" });
  await card.locator(".card-foot").getByText(/^29,00\s(USD|\$)$/).waitFor();
  await card.locator(".facts li").getByText(/^\d+ (godz\.|min)/).waitFor();
  assert.equal(await card.getByRole("heading").getAttribute("lang"), "en");
  await visitor.close();
});

test("the search speaks the language of its page", async () => {
  const visitor = await Reader.open(stage.browser);
  const { page } = visitor;
  await visitor.visit(`${stage.platform.origin}/pl/search/?q=git`);
  await page.getByText(/^\d+ kurs(y|ów)? dla „git”\.$/).waitFor();
  await page.getByLabel("Sortuj według").waitFor();
  await page.getByRole("group", { name: "Język" }).getByText("Angielski").waitFor();
  await page.getByRole("group", { name: "Cena" }).waitFor();
  await visitor.visit(`${stage.platform.origin}/ar/search/?q=zzzzzz`);
  await page.getByText("لا دورات عن «\u2068zzzzzz\u2069».").waitFor();
  await visitor.close();
});
