// The console in another language: from one's own pages into it, through a deed, into a third language, out and in again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { founder } from "./console_staff.mjs";
import { PASSWORD } from "./people.mjs";
import { scene } from "./scene.mjs";

let olga;
const stage = scene(async () => {
  olga = await founder(stage);
});
const tree = (page) => page.locator("html").evaluate(({ lang, dir }) => `${lang} ${dir}`);

test("somebody is made and switched off in Polish, and looked at in Arabic", async () => {
  const { page } = olga;
  await olga.visit("/pl/learn/");
  await page.getByRole("link", { name: "Konsola" }).click();
  await page.waitForURL(/\/pl\/console\/$/);
  await page.getByRole("navigation", { name: "Konsola" }).getByRole("link", { name: "Osoby" }).click();
  await page.waitForURL(/\/pl\/console\/people\/$/);
  await page.getByText("Widoczne: 1 osoba").waitFor();
  assert.equal(await page.getByRole("link", { name: "Osoby" }).first().getAttribute("aria-current"), "page");

  await page.getByRole("button", { name: "Nowa osoba" }).click();
  const dialog = page.getByRole("dialog", { name: "Nowa osoba" });
  await dialog.getByLabel("Imię i nazwisko").fill("Pola Pilna");
  await dialog.getByLabel("Adres e-mail").fill("nobody");
  await dialog.getByRole("button", { name: "Utwórz konto" }).click();
  // What the platform refuses it says in English, and marks as that.
  const refused = dialog.locator(".field-error, .form-error").first();
  if (await dialog.getByLabel("Adres e-mail").evaluate((field) => field.checkValidity())) {
    await refused.waitFor();
    assert.equal(await refused.getAttribute("lang"), "en");
  }
  await dialog.getByLabel("Adres e-mail").fill("pola@portico.example");
  await dialog.getByRole("button", { name: "Utwórz konto" }).click();
  await page.waitForURL(/\/pl\/console\/person\/\?id=/);

  await page.getByRole("button", { name: "Wyłącz" }).click();
  await page.getByRole("dialog", { name: "Wyłączyć konto: Pola Pilna?" }).getByRole("button", { name: "Wyłącz" }).click();
  await olga.said("Wyłączono.");
  await page.getByText("Wyłączone").waitFor();
  assert.equal(await page.title(), "Pola Pilna · Konsola");

  await page.getByRole("link", { name: "العربية" }).click();
  await page.waitForURL(/\/ar\/console\/person\/\?id=/);
  assert.equal(await tree(page), "ar rtl");
  await page.getByText("معطّل").waitFor();
});

test("whoever signs out and in again comes back to the same language", async () => {
  const { page } = olga;
  olga.reader.expectTrouble(/401/);
  await olga.visit("/pl/console/people/?status=deactivated");
  await page.getByText("Widoczne: 1 osoba").waitFor();
  await page.getByRole("button", { name: "Wyloguj się" }).click();
  await page.waitForURL(/\/pl\/$/);
  await page.goto(`${olga.origin}/pl/console/people/?status=deactivated`);
  await page.getByRole("textbox", { name: "Hasło" }).waitFor();
  assert.equal(await tree(page), "pl ltr");
  await page.getByLabel("E-mail").fill("olga@portico.example");
  await page.getByRole("textbox", { name: "Hasło" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Zaloguj się" }).click();
  await page.waitForURL(/\/pl\/console\/people\/\?status=deactivated$/);
  await page.getByText("Widoczne: 1 osoba").waitFor();
  await olga.close();
});
