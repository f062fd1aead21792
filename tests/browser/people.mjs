// What people do on several walks.

import { linkIn } from "./platform.mjs";

export const PASSWORD = "a lamp beside the window";

/** Fills the buyer's form of the page that is open. */
export async function fillBuyer(page, name, email) {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your e-mail address").fill(email);
}

/** From the mailbox to a password, without scripts: the mail is opened on its page and the link followed. */
export async function choosePassword(reader, platform, email) {
  const link = linkIn(await platform.mailTo(email));
  await reader.visit(platform.mail, { tool: true });
  await reader.press("link", link, { tool: false });
  await reader.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await reader.page.getByRole("button", { name: "Save the password" }).click();
  await reader.page.getByRole("heading", { name: "Your password is saved" }).waitFor();
  await reader.lookOver();
}

/** Signs in with the form of the sign-in page that is open. */
export async function signIn(reader, email, account = "Public learner") {
  const { page } = reader;
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  // The page of one realm offers no choice.
  const choice = page.getByLabel("Account", { exact: true });
  if (await choice.count()) await choice.selectOption({ label: account });
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/learn/");
}
