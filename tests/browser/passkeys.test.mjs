// A passkey: added on the account's page, asked for at the next sign-in, and taken away again. The device that keeps it is
// Chromium's own virtual one; the platform is opened by its name, since browsers keep no passkeys for an address of numbers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PASSWORD } from "./people.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";
import { publicLearner } from "./staff.mjs";

const EMAIL = "toni@reader.example";
const OWN = "/account/second-factor/";
/** A telephone that asks for a finger, which is always at hand. */
const TELEPHONE = {
  protocol: "ctap2",
  transport: "internal",
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
};

const stage = scene(async (stage) => {
  stage.learner = await publicLearner(stage.platform, "Toni Tall", EMAIL, ["spreadsheets-that-tell-the-truth"]);
  stage.named = stage.platform.origin.replace("127.0.0.1", "localhost");
});

/** A window with a device that keeps passkeys. */
async function withTelephone() {
  const reader = await Reader.open(stage.browser);
  const device = await reader.context.newCDPSession(reader.page);
  await device.send("WebAuthn.enable");
  const { authenticatorId } = await device.send("WebAuthn.addVirtualAuthenticator", { options: TELEPHONE });
  const verifies = (isUserVerified) => device.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
  return { reader, page: reader.page, verifies };
}

/** Types address and password at the sign-in page. */
async function typePassword({ reader, page }) {
  await reader.visit(`${stage.named}/sign-in/`);
  await page.getByLabel("E-mail address").fill(EMAIL);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function addPasskey(page, name) {
  await page.getByLabel("Name of a new passkey").fill(name);
  await page.keyboard.press("Enter");
}

test("where the platform is opened by its number, the page leads to its name", async () => {
  const reader = await Reader.open(stage.browser, { storageState: stage.learner.storageState });
  await reader.visit(stage.platform.origin + OWN);
  const link = reader.page.getByRole("link", { name: stage.named });
  await link.waitFor();
  assert.equal(await link.getAttribute("href"), stage.named + OWN);
  assert.equal(await reader.page.getByLabel("Name of a new passkey").isVisible(), false);
  await reader.lookOver();
  await reader.close();
});

test("a passkey is added, signs in, and is taken away again", async () => {
  const window = await withTelephone();
  const { reader, page, verifies } = window;
  await typePassword(window);
  await page.waitForURL("**/learn/");
  await reader.visit(stage.named + OWN);
  await page.getByText("There is none. A passkey").waitFor();
  await addPasskey(page, "My telephone");
  await page.getByText("The passkey is added.").waitFor();
  await page.getByText("not used yet").waitFor();
  assert.equal(await page.locator("[data-codes-list] li").count(), 10);
  await reader.lookOver();
  await addPasskey(page, "The same once more");
  await page.getByText("This device keeps a passkey of yours already.").waitFor();
  await reader.lookOver();

  await reader.visit(`${stage.named}/learn/`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/learn"));
  await typePassword(window);
  await page.getByRole("heading", { name: "One more step" }).waitFor();
  await reader.lookOver();
  await verifies(false);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.getByText("No passkey was used").waitFor();
  await verifies(true);
  // By keyboard alone.
  await page.getByRole("button", { name: "Use a passkey" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/learn/");

  await reader.visit(stage.named + OWN);
  await page.getByText("last used").waitFor();
  // As the platform answers ten minutes after signing in: the password, and the passkey where no code is typed.
  const json = { status: 403, code: "confirm_first", message: "prove your password once more to do this" };
  await page.route("**/second-factors/passkeys/*", (route) => route.fulfill({ status: 403, json }), { times: 1 });
  reader.expectTrouble(/403/);
  await page.getByRole("button", { name: "Take away My telephone" }).click();
  const proof = page.getByRole("region", { name: "Prove once more that it is you" });
  await proof.getByText("Leave it empty to use a passkey.").waitFor();
  await reader.lookOver();
  await proof.getByLabel("Present password").fill(PASSWORD);
  await proof.getByRole("button", { name: "Go on" }).click();
  await page.getByText("The passkey “My telephone” is taken away.").waitFor();
  await page.getByText("There is none. A passkey").waitFor();
  await reader.lookOver();
  await reader.close();
});

test("without scripts a recovery code stands in for a passkey", async () => {
  const window = await withTelephone();
  const { reader, page } = window;
  await typePassword(window);
  await page.waitForURL("**/learn/");
  await reader.visit(stage.named + OWN);
  await addPasskey(page, "My telephone");
  await page.getByText("The passkey is added.").waitFor();
  const code = await page.locator("[data-codes-list] li").first().textContent();
  await reader.close();

  const plain = await Reader.withoutScripts(stage.browser);
  await typePassword({ reader: plain, page: plain.page });
  // Words for browsers without scripts are found by their element alone.
  const instead = plain.page.locator("noscript p");
  await instead.waitFor();
  assert.match(await instead.textContent(), /Passkeys need JavaScript/);
  await plain.lookOver();
  assert.equal(await plain.page.getByRole("button", { name: "Use a passkey" }).isVisible(), false);
  await plain.page.getByLabel("Recovery code").fill(code);
  await plain.page.getByRole("button", { name: "Go on" }).click();
  await plain.page.waitForURL("**/learn/");
  await plain.close();
});
