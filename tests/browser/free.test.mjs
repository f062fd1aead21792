// A free course: the same way, without a payment page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choosePassword, fillBuyer, signIn } from "./people.mjs";
import { linkIn } from "./platform.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";

const stage = scene();
const COURSE = "Spreadsheets that tell the truth";
const EMAIL = "otto@reader.example";

test("a free course needs no payment page", async () => {
  const visitor = await Reader.withoutScripts(stage.browser);
  await visitor.visit(stage.platform.origin);
  await visitor.press("link", "See what is free");
  await visitor.press("link", COURSE);
  await fillBuyer(visitor.page, "Otto Oberlin", EMAIL);
  await visitor.press("button", "Enroll for free");
  await visitor.page.getByRole("heading", { name: "Look into your mailbox" }).waitFor();
  const hosts = new Set(visitor.requests.map((request) => new URL(request.url()).origin));
  assert.deepEqual([...hosts], [stage.platform.origin]);

  await choosePassword(visitor, stage.platform, EMAIL);
  await visitor.press("link", "Sign in", { within: visitor.page.locator("main") });
  await signIn(visitor, EMAIL);
  const signedIn = await visitor.context.storageState();
  await visitor.close();

  const learner = await Reader.open(stage.browser, { storageState: signedIn });
  await learner.visit(`${stage.platform.origin}/learn/`);
  await learner.page.locator(".card", { hasText: COURSE }).getByText("0 of 5 lessons done").waitFor();
  await learner.close();
});

test("a used link says so and offers a new one", async () => {
  const visitor = await Reader.withoutScripts(stage.browser);
  visitor.expectTrouble(/410/);
  await visitor.visit(linkIn(await stage.platform.mailTo(EMAIL, /Spreadsheets|course/i)));
  await visitor.page.getByRole("heading", { name: "This link no longer works" }).waitFor();
  await visitor.page.getByLabel("E-mail address").fill(EMAIL);
  await visitor.press("button", "Send a new link");
  await visitor.page.getByRole("heading", { name: "Look into your mailbox" }).waitFor();
  await visitor.close();
});
