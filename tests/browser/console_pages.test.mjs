// Every page of the console: nothing in anybody's way, few bytes of script, and all of it by keyboard.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { barriers, DESK_AND_PHONE } from "./barriers.mjs";
import { scene } from "./scene.mjs";
import { buy, founder } from "./console_staff.mjs";

const stage = scene(prepare);
const SCRIPT_BYTES_MAX = 40_000;
const COURSE = "calm-version-control";
/** Names, addresses, currencies, and the words of programs, which are the same in every language. */
const AS_IT_IS = /^(Portico|Nordic Academy|Olga Owner|Lena Lindqvist|([\d.,]+ )?[A-Z]{3}|\S+@\S+|[a-z_.]+|([a-z]+:ID(, )?)+|en, de|platform, or course:ID)$/;
let olga;
let pages;

async function prepare() {
  olga = await founder(stage);
  await buy(stage, COURSE, "Lena Lindqvist", "lena@reader.example");
  await olga.done("POST", "/api/admin/partners", { name: "Nordic Academy" });
  const first = async (path) => (await olga.done("GET", path)).items[0].id;
  const courses = await olga.done("GET", "/api/admin/courses?audience=public&limit=100");
  const course = courses.items.find(({ slug }) => slug === COURSE).id;
  const { outline } = await olga.done("GET", `/api/admin/courses/${course}`);
  const profile = await olga.done("POST", "/api/admin/permission-sets/main", { kind: "power_profile", name: "Desk", actions: ["user.details.view"], on: ["platform"] });
  pages = [
    "/console/",
    "/console/people/",
    `/console/person/?id=${await first("/api/admin/accounts?realm=public")}`,
    "/console/people/import/",
    "/console/directory/",
    "/console/requests/",
    "/console/courses/?audience=public",
    `/console/course/?id=${course}`,
    `/console/lesson/?course=${course}&lesson=${outline[0].lessons[0].id}`,
    `/console/learners/?course=${course}`,
    "/console/orders/",
    `/console/order/?id=${await first("/api/admin/orders")}`,
    "/console/promotions/",
    "/console/audit/",
    "/console/reports/",
    "/console/partners/",
    "/console/permissions/",
    "/console/profiles/",
    `/console/profile/?id=${profile.set.id}`,
    "/console/overrides/",
    "/console/settings/",
    "/console/policies/",
  ];
}

test("every page of the console is tried", () => {
  const source = readFileSync(new URL("../../site-generator/src/pages/console.rs", import.meta.url), "utf8");
  const rooms = [...source.matchAll(/room\("(\/console\/[^"]*)"/g)].map(([, address]) => address);
  assert.deepEqual([...new Set(pages.map((page) => page.split("?")[0]))].sort(), rooms.sort());
});

test("nothing stands in anybody's way, light and dark, at a desk and on a phone", async (t) => {
  const storageState = await olga.reader.context.storageState();
  let passed = 0;
  for (const page of pages) {
    for (const colorScheme of ["light", "dark"]) {
      for (const viewport of DESK_AND_PHONE) {
        passed += await barriers(stage.browser, olga.origin + page, { colorScheme, viewport, storageState });
      }
    }
  }
  t.diagnostic(`${passed} rules were met`);
});

test("nothing stands in anybody's way in Arabic, from right to left", async (t) => {
  const storageState = await olga.reader.context.storageState();
  let passed = 0;
  for (const page of pages) {
    for (const viewport of DESK_AND_PHONE) {
      passed += await barriers(stage.browser, `${olga.origin}/ar${page}`, { colorScheme: "light", viewport, storageState });
    }
  }
  t.diagnostic(`${passed} rules were met`);
});

/** What stands on the page and is neither told by the platform, which is marked as English, nor a name of the field. */
const ownTexts = (page) =>
  page.locator("body").evaluate((body) => {
    const texts = [];
    const walk = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const inside = walk.currentNode.parentElement;
      if (!inside.closest("script, template, code, bdi, time, [dir=auto], [lang=en]:not(html), [data-as-it-is]")) texts.push(walk.currentNode.textContent.trim());
    }
    const named = [...body.querySelectorAll("[aria-label], [placeholder]")].flatMap((one) => [one.ariaLabel, one.getAttribute("placeholder")]);
    return [...texts, ...named.filter(Boolean)].filter((text) => /[A-Za-z]{2}/.test(text));
  });

test("no word of English is left on the pages of another language", async () => {
  for (const page of pages) {
    await olga.visit(page);
    const english = new Set(await ownTexts(olga.page));
    await olga.visit(`/ar${page}`);
    assert.equal(await olga.page.locator("html").getAttribute("lang"), "ar");
    const own = await ownTexts(olga.page);
    assert.deepEqual(own.filter((text) => english.has(text) && !AS_IT_IS.test(text)), [], page);
    assert.ok(!own.some((text) => /undefined|\{ ?\$|console-/.test(text)), `${page}: ${own}`);
  }
});

test("no page needs more than 40 kB of compressed script", async (t) => {
  for (const page of pages) {
    const scripts = new Map();
    const keep = async (answer) => {
      if (answer.url().endsWith(".js")) scripts.set(answer.url(), brotliCompressSync(await answer.body()).length);
    };
    olga.page.on("response", keep);
    await olga.visit(page);
    olga.page.off("response", keep);
    const bytes = [...scripts.values()].reduce((sum, one) => sum + one, 0);
    t.diagnostic(`${page.split("?")[0]} ${scripts.size} scripts, ${bytes} bytes`);
    assert.ok(scripts.size >= 4 && bytes <= SCRIPT_BYTES_MAX, `${page}: ${scripts.size} scripts, ${bytes} bytes`);
  }
});

test("somebody is found, picked and kept signed in with the keyboard alone", async () => {
  const { page } = olga;
  await olga.visit("/console/people/");
  await page.getByText("1 person shown").waitFor();
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent.trim());
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Skip to content");
  await page.keyboard.press("Enter");
  const wanted = "Select Olga Owner";
  for (let steps = 0; steps < 20 && (await focused()) !== wanted; steps += 1) await page.keyboard.press("Tab");
  assert.equal(await focused(), wanted);
  await page.keyboard.press("Space");
  await page.getByText("1 person selected").waitFor();
  while ((await focused()) !== "Sign out") await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Sign out 1 person?" }).waitFor();
  assert.equal(await focused(), "Cancel");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.equal(await focused(), "Sign out");
  await olga.close();
});
