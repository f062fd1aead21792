// The main walk: browse, apply, pay, mail, password, sign in, read, complete. No script runs until the sign-in is done.

import assert from "node:assert/strict";
import { test } from "node:test";
import { choosePassword, fillBuyer, signIn } from "./people.mjs";
import { picture } from "./pictures.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";

const stage = scene();
const COURSE = "Calm version control with Git";
const MORE_COURSES = ["spreadsheets-that-tell-the-truth", "awwal-khutwa-python"];
const BUYER = { name: "Lena Lindqvist", email: "lena@reader.example" };

test("a visitor buys a course without scripts, and completes it", async () => {
  const visitor = await Reader.withoutScripts(stage.browser);
  await findCourse(visitor);
  await pay(visitor);
  await choosePassword(visitor, stage.platform, BUYER.email);
  for (const slug of MORE_COURSES) await takeAnother(visitor, slug);
  await visitor.visit(`${stage.platform.origin}/sign-in/`);
  await signIn(visitor, BUYER.email);
  await visitor.lookOver();
  const signedIn = await visitor.context.storageState();
  assert.ok(signedIn.cookies.every((cookie) => cookie.name.startsWith("__Host-") && cookie.secure && cookie.httpOnly));
  await visitor.close();

  const learner = await Reader.open(stage.browser, { storageState: signedIn });
  await readEverything(learner);
  await lookBack(learner);
  await signOut(learner);
  await learner.close();
});

async function findCourse(visitor) {
  await visitor.visit(stage.platform.origin);
  await visitor.press("link", "All subjects");
  await visitor.press("link", "Programming");
  await visitor.press("link", COURSE);
  assert.equal(await visitor.page.getByRole("heading", { level: 1 }).textContent(), COURSE);
}

async function pay(visitor) {
  const { page } = visitor;
  await fillBuyer(page, BUYER.name, BUYER.email);
  await visitor.press("button", "Continue to payment", { tool: true });
  assert.ok(page.url().startsWith(stage.platform.stripe), page.url());
  assert.equal(await page.getByLabel("E-mail").inputValue(), BUYER.email);
  assert.match(await page.locator("dl").textContent(), /29\.00/);
  await visitor.press("button", "Pay 29.00 USD");
  assert.ok(page.url().startsWith(`${stage.platform.origin}/api/checkout/return`), page.url());
  await page.getByRole("heading", { name: /You are in|Your course is waiting/ }).waitFor();
  assert.match(await page.locator("main").textContent(), new RegExp(COURSE));
}

async function readEverything(learner) {
  const { page } = learner;
  await learner.visit(`${stage.platform.origin}/learn/`);
  const card = page.locator(".card", { hasText: COURSE });
  await card.getByText("Not started").waitFor();
  await card.getByRole("link", { name: COURSE }).click();
  await page.getByRole("heading", { level: 1, name: COURSE }).waitFor();
  await page.getByText("0 of 5 lessons done").waitFor();
  await learner.lookOver();
  const lessons = await page.locator(".outline li a").allTextContents();
  assert.equal(lessons.length, 5);
  await page.getByRole("link", { name: "Start" }).click();
  for (const [at, lesson] of lessons.entries()) {
    await readLesson(learner, lesson);
    if (at === 0) await picture(page, "lesson");
    await page.getByRole("button", { name: "Mark as done" }).click();
    await page.getByRole("button", { name: "Done ✓" }).waitFor();
    const next = page.getByRole("link", { name: "Next lesson", exact: true });
    assert.equal(await next.isVisible(), at + 1 < lessons.length);
    if (at === 2) await lookAtProgress(learner);
    if (at + 1 < lessons.length) await next.click();
  }
  await page.getByRole("link", { name: COURSE }).click();
  await page.getByText("5 of 5 lessons done").waitFor();
  assert.equal(await page.getByRole("link", { name: "Continue" }).isVisible(), false);
}

async function readLesson(learner, title) {
  const { page } = learner;
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.locator(".lesson p").first().waitFor();
  await page.waitForFunction((title) => document.title.startsWith(title), title);
  await learner.lookOver();
  const links = await page.locator(".lesson a[href]").evaluateAll((all) => all.map((link) => link.href));
  for (const link of links) {
    if (link.startsWith(stage.platform.origin)) assert.equal((await fetch(link)).status, 200, `${title} leads to ${link}`);
  }
}

/** Courses taken with the same address come to the same account. */
async function takeAnother(reader, slug) {
  await reader.visit(`${stage.platform.origin}/courses/${slug}/`);
  await fillBuyer(reader.page, BUYER.name, BUYER.email);
  await reader.press("button", "Enroll for free");
  await reader.page.getByRole("heading", { name: "Look into your mailbox" }).waitFor();
}

/** In another window: the course is under way. */
async function lookAtProgress(learner) {
  const other = await learner.inNewWindow();
  const { page } = other;
  await other.visit(`${stage.platform.origin}/learn/`);
  const card = page.locator(".card", { hasText: COURSE });
  await card.getByText("In progress").waitFor();
  await card.getByText("3 of 5 lessons done").waitFor();
  assert.equal(await page.locator(".card").count(), 1 + MORE_COURSES.length);
  await other.lookOver();
  await picture(page, "my-learning", 420);
  await page.close();
}

async function lookBack(learner) {
  await learner.visit(`${stage.platform.origin}/learn/`);
  await learner.page.locator(".card", { hasText: COURSE }).getByText("Completed").waitFor();
}

async function signOut(learner) {
  const { page } = learner;
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(`${stage.platform.origin}/`);
  // What stays opens nothing: it says that this browser is a known one.
  assert.deepEqual((await learner.context.cookies()).map((cookie) => cookie.name), ["__Host-device-public"]);
  // From here on the platform asks who is there.
  learner.expectTrouble(/401/);
  await page.goto(`${stage.platform.origin}/learn/`);
  await page.waitForURL((url) => url.pathname === "/api/login/page" && url.searchParams.get("next") === "/learn/");
  await learner.lookOver();
}
