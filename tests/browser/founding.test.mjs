// The first administrator: the one-time link, the form, the sign-in on the main platform. There are no default accounts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PASSWORD, signIn } from "./people.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";

const stage = scene();
const EMAIL = "olga@portico.example";

test("the printed link makes the first administrator, once", async () => {
  const founder = await Reader.withoutScripts(stage.browser);
  const { page } = founder;
  await founder.visit(stage.platform.administrator);
  await page.getByLabel("Your name").fill("Olga Owner");
  await page.getByLabel("Your e-mail address").fill(EMAIL);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create the account" }).click();
  await page.getByRole("link", { name: "Sign in" }).first().waitFor();
  await founder.lookOver();

  await founder.press("link", "Sign in", { within: page.locator("main") });
  await signIn(founder, EMAIL, "Main platform");
  const signedIn = await founder.context.storageState();
  founder.expectTrouble(/410/);
  await founder.visit(stage.platform.administrator);
  assert.equal(await page.getByLabel("Password", { exact: true }).count(), 0);
  await founder.close();

  const administrator = await Reader.open(stage.browser, { storageState: signedIn });
  const me = await administrator.context.request.get(`${stage.platform.origin}/api/login/me`);
  assert.equal(me.status(), 200);
  const people = await administrator.context.request.get(`${stage.platform.origin}/api/admin/accounts`);
  assert.equal(people.status(), 200, await people.text());
  assert.match(await people.text(), /Olga Owner/);
  await administrator.close();
});

test("the public sign-in page does not let the administrator in", async () => {
  const stranger = await Reader.withoutScripts(stage.browser);
  const { page } = stranger;
  await stranger.visit(`${stage.platform.origin}/sign-in/`);
  await page.getByLabel("E-mail address").fill(EMAIL);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await stranger.press("button", "Sign in");
  assert.match(page.url(), /\/api\/login\/page\?.*failed=true/);
  await stranger.close();
});
