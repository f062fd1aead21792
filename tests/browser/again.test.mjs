// Somebody who is signed in takes another course: the same form, from the same page, with or without a login.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choosePassword, fillBuyer, signIn } from "./people.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";

const stage = scene();

async function take(reader, slug, button, rules) {
  await reader.visit(`${stage.platform.origin}/courses/${slug}/`);
  await fillBuyer(reader.page, reader.buyer.name, reader.buyer.email);
  await reader.press("button", button, rules);
}

/** Takes a first course and chooses a password. */
async function becomeLearner(reader) {
  await take(reader, "spreadsheets-that-tell-the-truth", "Enroll for free");
  await choosePassword(reader, stage.platform, reader.buyer.email);
  await reader.press("link", "Sign in", { within: reader.page.locator("main") });
}

test("whoever has a password is told to sign in, not to wait for a link", async () => {
  const visitor = await Reader.withoutScripts(stage.browser);
  visitor.buyer = { name: "Nora Nyberg", email: "nora@reader.example" };
  await becomeLearner(visitor);
  await take(visitor, "awwal-khutwa-python", "Enroll for free");
  const { text } = await stage.platform.mailTo(visitor.buyer.email, /is in your account/);
  assert.doesNotMatch(text, /password/);
  const page = await visitor.page.locator("main").textContent();
  assert.doesNotMatch(page, /choose a password/);
  assert.match(page, /Look into your mailbox/);
  await visitor.close();
});

test("a signed-in learner takes another course with the same form", async () => {
  const learner = await Reader.withoutScripts(stage.browser);
  learner.buyer = { name: "Nils Nyberg", email: "nils@reader.example" };
  await becomeLearner(learner);
  await signIn(learner, learner.buyer.email);
  await take(learner, "calm-version-control", "Continue to payment", { tool: true });
  await learner.press("button", "Pay 29.00 USD");
  await stage.platform.mailTo(learner.buyer.email, /Calm version control with Git is in your account/);
  await learner.close();
});
