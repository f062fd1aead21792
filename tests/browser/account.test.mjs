// "Your account": the profile, the address, the password, and where one is signed in.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { PASSWORD } from "./people.mjs";
import { Reader, typedIn } from "./reader.mjs";
import { scene } from "./scene.mjs";
import { Caller, publicLearner } from "./staff.mjs";

const EMAIL = "mira@reader.example";
const NEXT_PASSWORD = "seven quiet boats at dawn";
/** One white pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==",
  "base64",
);
const section = (page, name) => page.getByRole("region", { name, exact: true });

const stage = scene(async (stage) => {
  stage.learner = await publicLearner(stage.platform, "Mira Moran", EMAIL, ["spreadsheets-that-tell-the-truth"]);
});

async function openAccount() {
  const reader = await Reader.open(stage.browser, { storageState: stage.learner.storageState });
  await reader.visit(`${stage.platform.origin}/account/`);
  await section(reader.page, "Profile").waitFor();
  return reader;
}

test("a profile is written, and what is wrong with it is said beside the field", async () => {
  const reader = await openAccount();
  const { page } = reader;
  const profile = section(page, "Profile");
  await profile.getByLabel("About you").fill("I *count* things.");
  await profile.getByLabel("Links").fill("http://plain.example/");
  reader.expectTrouble(/422/);
  await profile.getByRole("button", { name: "Save the profile" }).click();
  await profile.locator(".field-error").waitFor();
  assert.equal(await profile.getByLabel("Links").getAttribute("aria-invalid"), "true");
  assert.equal(await page.evaluate(() => document.activeElement.id), "links");
  await reader.lookOver();
  await profile.getByLabel("Links").fill("https://social.example/@mira");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await profile.getByText("Your profile is saved.").waitFor();
  assert.equal(await profile.locator(".field-error").count(), 0);
  await reader.visit(`${stage.platform.origin}/account/`);
  await profile.waitFor();
  assert.equal(await typedIn(page.getByLabel("About you")), "I *count* things.");
  await reader.close();
});

test("photos come and go", async () => {
  const reader = await openAccount();
  const { page } = reader;
  await page.getByLabel("About you").fill("Typed, and not saved yet");
  await page.getByLabel("Another photo").setInputFiles({ name: "me.png", mimeType: "image/png", buffer: PIXEL });
  await page.getByRole("button", { name: "Add the photo" }).click();
  await page.getByText("The photo is on your profile.").waitFor();
  await page.getByRole("img", { name: "Photo 1" }).waitFor();
  assert.equal(await page.getByLabel("About you").inputValue(), "Typed, and not saved yet");
  await page.getByRole("button", { name: "Save the profile" }).click();
  await page.getByText("Your profile is saved.").waitFor();
  await page.getByLabel("About you").fill("Typed once more");
  await page.getByRole("button", { name: "Take off Photo 1" }).click();
  await page.getByRole("img", { name: "Photo 1" }).waitFor({ state: "detached" });
  assert.equal(await page.getByLabel("About you").inputValue(), "Typed once more");
  await reader.lookOver();
  // What another tab has written since is not overwritten, though the photo is a newer version.
  const { basic } = await stage.learner.call("GET", "/api/me/profile");
  await stage.learner.call("PUT", "/api/me/profile", { version: basic.version, about: "From another tab", links: [] });
  await page.getByLabel("Another photo").setInputFiles({ name: "me.png", mimeType: "image/png", buffer: PIXEL });
  await page.getByRole("button", { name: "Add the photo" }).click();
  await page.getByRole("img", { name: "Photo 1" }).waitFor();
  reader.expectTrouble(/409/);
  await page.getByRole("button", { name: "Save the profile" }).click();
  await section(page, "Profile").locator("[data-note].notice-bad").waitFor();
  assert.equal((await stage.learner.call("GET", "/api/me/profile")).basic.about, "From another tab");
  assert.equal(await page.getByLabel("About you").inputValue(), "Typed once more");
  await reader.close();
});

test("another address is asked for with the password", async () => {
  const reader = await openAccount();
  const { page } = reader;
  const box = section(page, "Another e-mail address");
  await box.getByLabel("New address").fill("mira.moran@reader.example");
  await box.getByLabel("Present password").fill("not the one");
  reader.expectTrouble(/403/);
  await box.getByRole("button", { name: "Send the link" }).click();
  await box.getByText("The current password is not right.").waitFor();
  await box.getByLabel("Present password").fill(PASSWORD);
  await box.getByRole("button", { name: "Send the link" }).click();
  await box.getByText(/on its way to mira.moran@reader.example/).waitFor();
  await stage.platform.mailTo("mira.moran@reader.example");
  await stage.platform.mailTo(EMAIL, /address/);
  await reader.close();
});

test("logins are listed, ended one by one, and all at once", async () => {
  const elsewhere = await new Caller(stage.platform.origin).signIn(EMAIL, "public");
  const reader = await openAccount();
  const { page } = reader;
  const logins = section(page, "Where you are signed in");
  await logins.getByText("This browser").waitFor();
  assert.equal(await logins.getByRole("listitem").count(), 2);
  await logins.getByRole("listitem").getByRole("button", { name: "Sign out" }).click();
  await page.waitForFunction(() => document.querySelectorAll("[data-devices] li").length === 1);
  await assert.rejects(elsewhere.call("GET", "/api/login/me"), /401/);
  await logins.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.waitForURL("**/sign-in/");
  await assert.rejects(stage.learner.call("GET", "/api/login/me"), /401/);
  await reader.close();
  stage.learner = await new Caller(stage.platform.origin).signIn(EMAIL, "public");
});

test("another password is chosen, and the other logins end", async () => {
  const elsewhere = await new Caller(stage.platform.origin).signIn(EMAIL, "public");
  const reader = await openAccount();
  const { page } = reader;
  const box = section(page, "Another password");
  await box.getByLabel("Present password").fill(PASSWORD);
  await box.getByLabel("New password").fill("short");
  reader.expectTrouble(/422/);
  await box.getByRole("button", { name: "Change the password" }).click();
  await box.getByText(/^New password .*15 characters/).waitFor();
  await box.getByLabel("New password").fill(NEXT_PASSWORD);
  await box.getByRole("button", { name: "Change the password" }).click();
  await box.getByText("Your password is changed.").waitFor();
  await assert.rejects(elsewhere.call("GET", "/api/login/me"), /401/);
  await reader.visit(`${stage.platform.origin}/account/`);
  await section(page, "Who you are here").getByText(EMAIL).waitFor();
  await reader.close();
  stage.learner = await new Caller(stage.platform.origin).signIn(EMAIL, "public", NEXT_PASSWORD);
});

test("what is kept comes as a file", async () => {
  const reader = await openAccount();
  const [download] = await Promise.all([
    reader.page.waitForEvent("download"),
    reader.page.getByRole("button", { name: "Download the file" }).press("Enter"),
  ]);
  assert.equal(download.suggestedFilename(), "my-data.json");
  const kept = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.equal(kept.account.email, EMAIL);
  await reader.close();
});

test("an account is deleted with the password, and not by a slip", async () => {
  const reader = await openAccount();
  const { page } = reader;
  const box = section(page, "Delete your account");
  await box.getByLabel("Present password").fill("not the one at all");
  await box.getByRole("button", { name: "Delete my account" }).click();
  assert.ok(await box.getByLabel("I want all of it to be gone").evaluate((tick) => tick.validity.valueMissing));
  await box.getByLabel("I want all of it to be gone").check();
  reader.expectTrouble(/403/);
  await box.getByRole("button", { name: "Delete my account" }).click();
  await box.getByText("The current password is not right.").waitFor();
  await box.getByLabel("Present password").fill(NEXT_PASSWORD);
  await box.getByRole("button", { name: "Delete my account" }).click();
  await page.getByText("Your account is deleted.").waitFor();
  await reader.lookOver();
  await stage.platform.mailTo(EMAIL, /is deleted/);
  await assert.rejects(stage.learner.call("GET", "/api/login/me"), /401/);
  await reader.close();
});
