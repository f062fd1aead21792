// Who has signed out leaves nothing behind that going back would show, also where the browser keeps pages as they were.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { founder } from "./console_staff.mjs";
import { CHROMIUM, SWITCHES } from "./reader.mjs";
import { Platform } from "./platform.mjs";

const stage = {};
let olga;

before(async () => {
  stage.platform = await Platform.start();
  // Otherwise no page is kept under the hands of a program.
  stage.browser = await chromium.launch({ executablePath: CHROMIUM, args: SWITCHES, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  olga = await founder(stage);
});
after(async () => {
  await stage.browser?.close();
  await stage.platform?.stop();
});

const PERSONAL = /Olga|olga@/;
const shown = (page) => page.evaluate(() => (document.documentElement.hidden ? "" : document.body.innerText));

test("pages of one's own are kept by no browser, and those of the catalog are", async () => {
  const kept = async (path) => (await fetch(stage.platform.origin + path)).headers.get("cache-control");
  for (const path of ["/learn/", "/learn/catalog/", "/account/", "/account/orders/", "/certificate/", "/console/", "/console/person/?id=x"]) {
    assert.equal(await kept(path), "no-store", path);
  }
  for (const path of ["/", "/courses/calm-version-control/", "/sign-in/"]) assert.equal(await kept(path), "public, no-cache", path);
});

test("going back after signing out shows nothing of who was there", async () => {
  const { page, reader } = olga;
  reader.expectTrouble(/401/);
  await olga.visit("/console/people/");
  await page.getByText("Olga Owner").first().waitFor();
  await page.getByRole("banner").getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(`${stage.platform.origin}/`);
  await page.goBack({ waitUntil: "commit" });
  // Whichever way the browser goes, it ends where one signs in.
  await page.getByLabel("E-mail address").waitFor();
  assert.doesNotMatch(await shown(page), PERSONAL);
});

test("a page that the browser kept all the same is hidden and left", async () => {
  const { page, reader, origin } = olga;
  const login = () => reader.context.request.post(`${origin}/api/login`, { headers: { origin }, data: { email: "olga@portico.example", password: "a lamp beside the window", realm: "main" } });
  await login();
  // As a browser that keeps every page would have it: the scripts are told that the page comes back.
  await olga.visit("/console/people/");
  await page.getByText("Olga Owner").first().waitFor();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await page.waitForFunction(() => !document.documentElement.hidden);
  assert.match(await shown(page), PERSONAL, "who is still signed in sees the page as it was");
  await reader.context.clearCookies();
  const seen = await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    return document.documentElement.hidden;
  });
  assert.equal(seen, true, "nothing is seen before it is clear for whom");
  await page.getByLabel("E-mail address").waitFor();
  assert.doesNotMatch(await shown(page), PERSONAL);
  await olga.close();
});
