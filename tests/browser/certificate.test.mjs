// A certificate: earned with the last lesson, shown to anybody who has its address, one page on paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { complete } from "./own_pages.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";
import { publicLearner } from "./staff.mjs";

const COURSE = "Spreadsheets that tell the truth";

const stage = scene(async (stage) => {
  const name = "Célia Ångström-Öztürk";
  stage.learner = await publicLearner(stage.platform, name, "celia@reader.example", ["spreadsheets-that-tell-the-truth"]);
  const { courses } = await stage.learner.call("GET", "/api/my/courses");
  stage.certificate = await complete(stage.learner, courses[0].course.id);
});

test("the learner finds it with the course, and anybody verifies it", async () => {
  const learner = await Reader.open(stage.browser, { storageState: stage.learner.storageState });
  await learner.visit(`${stage.platform.origin}/learn/`);
  await learner.page.getByRole("link", { name: `Certificate of ${COURSE}` }).click();
  await learner.page.getByText("This certificate is genuine.").waitFor();
  const address = await learner.page.getByRole("link", { name: /certificate\/\?id=/ }).textContent();
  await learner.close();

  const stranger = await Reader.open(stage.browser);
  await stranger.visit(address);
  const sheet = stranger.page.getByRole("article", { name: "Certificate" });
  await sheet.getByText("Célia Ångström-Öztürk").waitFor();
  await sheet.getByText(COURSE).waitFor();
  assert.doesNotMatch(await sheet.textContent(), /@/);
  await stranger.lookOver();
  await stranger.close();
});

test("it is one page on paper, with the way to verify it", async () => {
  const reader = await Reader.open(stage.browser);
  await reader.visit(`${stage.platform.origin}/certificate/?id=${stage.certificate}`);
  await reader.page.getByText("This certificate is genuine.").waitFor();
  const pdf = await reader.page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g);
  assert.equal(pages.length, 1);
  await reader.page.emulateMedia({ media: "print" });
  assert.equal(await reader.page.getByRole("button", { name: "Print it" }).isVisible(), false);
  assert.ok(await reader.page.getByRole("link", { name: /certificate\/\?id=/ }).isVisible());
  await reader.close();
});

test("an address that leads to none says so", async () => {
  const reader = await Reader.open(stage.browser);
  reader.expectTrouble(/404/);
  await reader.visit(`${stage.platform.origin}/certificate/?id=01HZZZZZZZZZZZZZZZZZZZZZZZ`);
  await reader.page.getByText("There is no such certificate").waitFor();
  assert.equal(await reader.page.getByRole("article").count(), 0);
  await reader.close();
});
