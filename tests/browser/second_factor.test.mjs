// A second factor: set up on its page, asked for at the next sign-in without scripts, and taken away again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { shown } from "./authenticator.mjs";
import { PASSWORD } from "./people.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";
import { publicLearner } from "./staff.mjs";

const EMAIL = "toni@reader.example";
const stage = scene(async (stage) => {
  stage.learner = await publicLearner(stage.platform, "Toni Tall", EMAIL, ["spreadsheets-that-tell-the-truth"]);
});

/** Types address and password where no script runs; what is asked next is on the page. */
async function typePassword() {
  const visitor = await Reader.withoutScripts(stage.browser);
  await visitor.visit(`${stage.platform.origin}/sign-in/`);
  await visitor.page.getByLabel("E-mail address").fill(EMAIL);
  await visitor.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await visitor.page.getByRole("button", { name: "Sign in" }).click();
  await visitor.page.getByRole("heading", { name: "One more step" }).waitFor();
  return visitor;
}

/** Asks for another address, which wants the password and a code in the same form. For three days after the first factor it
 * stays: the mail that went there is the way out of a stranger's. */
async function keepsItsAddress(reader, code) {
  await reader.visit(`${stage.platform.origin}/account/`);
  const form = reader.page.getByRole("region", { name: "Another e-mail address" });
  await form.getByLabel("New address").fill("toni.tall@reader.example");
  await form.getByLabel("Present password").fill(PASSWORD);
  await form.getByLabel("Code of your app, or a recovery code").fill(code);
  await reader.lookOver();
  reader.expectTrouble(/409/);
  await form.getByRole("button", { name: "Send the link" }).click();
  await form.getByText(/three days/).waitFor();
}

test("an app is set up, and from then on the password alone opens nothing", async () => {
  const learner = await Reader.open(stage.browser, { storageState: stage.learner.storageState });
  const { page } = learner;
  await learner.visit(`${stage.platform.origin}/account/`);
  await learner.press("link", "Second factor");
  // Sent here by a page that asks for it, as the platform may of administrators.
  const first = { status: 403, code: "second_factor_first", message: "set up a second factor first" };
  await page.route("**/api/my/orders", (route) => route.fulfill({ status: 403, json: first }), { times: 1 });
  learner.expectTrouble(/403/);
  await page.goto(`${stage.platform.origin}/account/orders/?x=1`);
  await page.waitForURL("**/account/second-factor/?needed=1&next=%2Faccount%2Forders%2F%3Fx%3D1");
  await page.getByText("There is none. With one, your password alone opens nothing.").waitFor();
  assert.equal(await page.getByRole("link", { name: "Go on where you were" }).isVisible(), false);
  await page.getByRole("button", { name: "Set up an app" }).click();
  await page.getByRole("img", { name: /The secret as a picture/ }).waitFor();
  const secret = await page.locator("[data-secret]").textContent();
  const code = page.getByLabel("Six digits that the app shows");
  learner.expectTrouble(/422/);
  await code.fill("000000");
  await page.keyboard.press("Enter");
  await page.locator(".field-error").waitFor();
  await learner.lookOver();
  await code.fill(shown(secret));
  await page.keyboard.press("Enter");
  await page.getByText("10 of them are left.").waitFor();
  const codes = await page.locator("[data-codes-list] li").allTextContents();
  assert.equal(codes.length, 10);
  await learner.lookOver();
  await page.getByRole("link", { name: "Go on where you were" }).click();
  await page.waitForURL("**/account/orders/?x=1");

  const visitor = await typePassword();
  await visitor.lookOver();
  await visitor.page.getByLabel("Code of your authenticator app").fill("000000");
  await visitor.page.getByRole("button", { name: "Go on" }).click();
  await visitor.page.getByText("That code did not work").waitFor();
  await visitor.close();

  const again = await typePassword();
  await again.page.getByLabel("Code of your authenticator app").fill(codes[0].toLowerCase());
  await again.page.getByRole("button", { name: "Go on" }).click();
  await again.page.waitForURL("**/learn/");
  const known = await again.context.storageState();
  await again.close();

  const back = await Reader.open(stage.browser, { storageState: known });
  await back.visit(`${stage.platform.origin}/account/second-factor/`);
  await back.page.getByText("9 of them are left.").waitFor();
  await back.page.getByRole("button", { name: "Make fresh codes" }).click();
  const fresh = back.page.getByRole("group", { name: "Make fresh codes" });
  await fresh.getByText("work no more then").waitFor();
  await back.lookOver();
  await fresh.getByRole("button", { name: "Yes, make them" }).click();
  await back.page.getByText("10 of them are left.").waitFor();
  await back.page.locator("[data-codes]:focus").waitFor();
  codes.splice(0, codes.length, ...(await back.page.locator("[data-codes-list] li").allTextContents()));
  await keepsItsAddress(back, codes[2]);
  await back.visit(`${stage.platform.origin}/account/second-factor/`);
  // As the platform answers ten minutes after signing in.
  const json = { status: 403, code: "confirm_first", message: "prove your password once more to do this" };
  await back.page.route("**/second-factors/app", (route) => route.fulfill({ status: 403, json }), { times: 1 });
  back.expectTrouble(/403|422/);
  await back.page.getByRole("button", { name: "Take the app away" }).click();
  const question = back.page.getByRole("group", { name: "Take the app away" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await question.waitFor({ state: "hidden" });
  await back.page.getByRole("button", { name: "Take the app away" }).click();
  await question.getByRole("button", { name: "Yes, take it away" }).click();
  const proof = back.page.getByRole("region", { name: "Prove once more that it is you" });
  await proof.getByLabel("Present password").fill(PASSWORD);
  await proof.getByLabel("Code of your app, or a recovery code").fill("000000");
  await back.page.keyboard.press("Enter");
  await proof.locator(".field-error").waitFor();
  await back.lookOver();
  await proof.getByLabel("Code of your app, or a recovery code").fill(codes[1]);
  await back.page.keyboard.press("Enter");
  await back.page.getByText("There is none. With one, your password alone opens nothing.").waitFor();
  await back.close();
  await learner.close();
});
