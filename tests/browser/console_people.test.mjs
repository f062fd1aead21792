// The console's people: found, made, changed together, one by one, given roles, logged in as.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { PASSWORD } from "./people.mjs";
import { picture } from "./pictures.mjs";
import { scene } from "./scene.mjs";
import { founder } from "./console_staff.mjs";

const stage = scene(prepare);
const NAMES = ["Ada", "Bela", "Cem", "Dora", "Emil", "Fatma"];
let olga;

async function prepare() {
  olga = await founder(stage);
  for (const name of NAMES) {
    await olga.done("POST", "/api/admin/accounts", { tier: "learner", type: "internal", name, email: `${name.toLowerCase()}@example.org` });
  }
}

const rows = () => olga.page.locator("tbody tr");

test("the list finds people, keeps what was asked in its address, and orders them", async () => {
  const { page } = olga;
  await olga.visit("/console/people/");
  await page.getByText("7 people shown").waitFor();
  await picture(page, "console-people");
  await page.getByLabel("Find").fill("Be");
  await page.getByText("1 person shown").waitFor();
  assert.match(page.url(), /\?q=Be$/);
  await page.reload();
  await page.getByText("1 person shown").waitFor();
  assert.equal(await page.getByLabel("Find").inputValue(), "Be");
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByText("7 people shown").waitFor();
  await page.getByRole("button", { name: "Name" }).click();
  await page.locator('th[aria-sort="ascending"]').waitFor();
  await page.getByRole("button", { name: "Name" }).click();
  await page.locator('th[aria-sort="descending"]').waitFor();
  assert.match(await rows().first().textContent(), /Olga Owner/);
  assert.match(page.url(), /sort=name%3Adown/);
  await page.getByLabel("Status").selectOption("expired");
  await page.getByText("Nobody is found").waitFor();
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByText("7 people shown").waitFor();
});

test("all that the filters match is saved as a file that no spreadsheet runs", async () => {
  const { page } = olga;
  await olga.done("POST", "/api/admin/accounts", { tier: "learner", type: "internal", name: '=SUM(1,"2")', email: "formula@example.org" });
  // A spreadsheet that parts columns at semicolons begins cells in the middle of this name, the last in quotes.
  await olga.done("POST", "/api/admin/accounts", { tier: "learner", type: "internal", name: `Ann; =cmd|' /C calc'!A0;"=1+1`, email: "ann@example.org" });
  await olga.visit("/console/people/");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as CSV" }).click()]);
  assert.equal(file.suggestedFilename(), "people.csv");
  const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
  assert.equal(lines.length, 10);
  assert.match(lines[0], /^\ufeffName,E-mail,Kind/);
  assert.ok(lines.some((line) => line.startsWith(`"'=SUM(1,""2"")",formula@example.org`)), lines.join("\n"));
  for (const mark of [",", ";", "\t", "|"]) {
    const cells = lines.flatMap((line) => line.split(mark)).map((cell) => cell.trim().replace(/^"+/, ""));
    assert.deepEqual(cells.filter((cell) => /^[=+\-@]/.test(cell.trim())), [], `parted at ${JSON.stringify(mark)}`);
  }
});

test("a selection is changed together, asked about with its number, and what is refused is told by name", async () => {
  const { page } = olga;
  await olga.visit("/console/people/");
  for (const name of ["Ada", "Bela", "Olga Owner"]) await page.getByLabel(`Select ${name}`).check();
  await page.getByText("3 people selected").waitFor();
  await page.getByRole("group", { name: "Do to all that are selected" }).getByRole("button", { name: "Switch off" }).click();
  const dialog = page.getByRole("dialog", { name: "Switch off 3 people?" });
  await dialog.waitFor();
  assert.equal(await dialog.getByRole("button", { name: "Cancel" }).evaluate((button) => button === document.activeElement), true);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.getByText("3 people selected").waitFor();
  await page.getByRole("button", { name: "Switch off" }).click();
  await dialog.getByRole("button", { name: "Switch off 3 people" }).click();
  await olga.said("Done: 2, refused: 1.");
  assert.match(await page.locator(".refusals").textContent(), /Olga Owner: /);
  await page.getByLabel("Status").selectOption("deactivated");
  await page.getByText("2 people shown").waitFor();
});

test("a role that there is none of is said beside its field, for all that are selected", async () => {
  const { page } = olga;
  await olga.visit("/console/people/?q=Fatma");
  await page.getByLabel("Select Fatma").check();
  await page.getByRole("button", { name: "Give a role" }).click();
  const dialog = page.getByRole("dialog", { name: "Give a role" });
  await dialog.getByLabel("Role").fill("king");
  olga.reader.expectTrouble(/422/);
  await dialog.getByRole("button", { name: /^Give / }).click();
  await dialog.locator('[name="role.role"][aria-invalid]').waitFor();
  await dialog.getByLabel("Role").fill("author");
  await dialog.getByRole("button", { name: /^Give / }).click();
  await olga.said("Done: 1.");
});

test("somebody is made, with what is wrong said beside its field and nothing lost", async () => {
  const { page } = olga;
  await olga.visit("/console/people/");
  await page.getByRole("button", { name: "New person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Gita Rao");
  await dialog.getByLabel("E-mail address").fill("cem@example.org");
  olga.reader.expectTrouble(/409|422/);
  await dialog.getByRole("button", { name: "Make the account" }).click();
  await dialog.getByRole("alert").waitFor();
  assert.equal(await dialog.getByLabel("Name").inputValue(), "Gita Rao");
  await dialog.getByLabel("E-mail address").fill("gita@nowhere");
  await dialog.getByRole("button", { name: "Make the account" }).click();
  await dialog.locator("[aria-invalid=true]").waitFor();
  assert.equal(await dialog.locator("[aria-invalid=true]").evaluate((field) => field === document.activeElement), true);
  await dialog.getByLabel("E-mail address").fill("gita@example.org");
  await dialog.getByRole("button", { name: "Make the account" }).click();
  await page.getByRole("heading", { level: 1, name: "Gita Rao" }).waitFor();
  await stage.platform.mailTo("gita@example.org");
});

test("one person is given a role and loses it, is explained, and switched off and on", async () => {
  const { page } = olga;
  await olga.visit("/console/people/");
  await page.getByRole("link", { name: "Cem" }).click();
  await page.getByRole("heading", { level: 1, name: "Cem" }).waitFor();
  await page.getByText("Nothing beside what every account").waitFor();
  await page.getByLabel("Give a role").fill("instructor");
  await page.getByRole("button", { name: "Give", exact: true }).click();
  await olga.said("Given.");
  await page.getByRole("button", { name: "Take away instructor on platform" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take away" }).click();
  await olga.said("Taken away.");
  await page.getByText(/actions permitted/).waitFor();
  await page.getByLabel("Action", { exact: true }).fill("audit.view");
  await page.locator("#why-object").fill("platform");
  await page.getByRole("button", { name: "Explain" }).click();
  await page.getByText("May not do it.").waitFor();
  await page.getByRole("button", { name: "Switch off" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
  await olga.said("Switched off.");
  await page.getByRole("button", { name: "Switch on" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Switch on" }).click();
  await olga.said("Switched on.");
  await olga.reader.lookOver();
});

test("an account is open on the last day that is named, and ends with it", async () => {
  const { page } = olga;
  await olga.visit("/console/people/?q=Dora");
  await page.getByRole("link", { name: "Dora" }).click();
  const today = await page.evaluate(() => new Date().toLocaleDateString("sv"));
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByLabel("Ends on").fill(today);
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await olga.said("Saved.");
  await page.locator("[data-facts]").getByText("Active", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Change" }).click();
  assert.equal(await page.getByLabel("Ends on").inputValue(), today);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
});

test("where the platform wants the password once more, it is asked for and the change goes on", async () => {
  const { page } = olga;
  await olga.visit("/console/people/?q=Fatma");
  await page.getByRole("link", { name: "Fatma" }).click();
  olga.reader.expectTrouble(/403/);
  // As the platform answers ten minutes after signing in.
  const json = { status: 403, code: "confirm_first", message: "type your password once more to do this" };
  await page.route("**/deactivate", (route) => route.fulfill({ status: 403, json }), { times: 1 });
  await page.getByRole("button", { name: "Switch off" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
  const proof = page.getByRole("dialog", { name: "Type your password once more" });
  await proof.getByLabel("Password").fill("not the password");
  await proof.getByRole("button", { name: "Go on" }).click();
  await proof.getByRole("alert").getByText("The current password is not right.").waitFor();
  await proof.getByLabel("Password").fill(PASSWORD);
  await proof.getByRole("button", { name: "Go on" }).click();
  await olga.said("Switched off.");
});

test("a selection for which the platform wants the password once more waits for it and then goes on", async () => {
  const { page } = olga;
  await olga.visit("/console/people/?q=Fatma");
  const asked = [];
  // As the platform answers ten minutes after signing in: each account has a refusal of its own.
  await page.route("**/accounts/bulk", (route) => {
    const { accounts } = route.request().postDataJSON();
    asked.push(accounts);
    if (asked.length % 2 === 0) return route.continue();
    const problem = { status: 403, code: "confirm_first", message: "prove your password once more to do this" };
    const outcomes = accounts.map((account) => ({ account, outcome: "refused", problem }));
    return route.fulfill({ json: { done: 0, unchanged: 0, refused: accounts.length, outcomes } });
  });
  await page.getByLabel("Select Fatma").check();
  const signOut = () => page.getByRole("group", { name: "Do to all that are selected" }).getByRole("button", { name: "Sign out" }).click();
  await signOut();
  const dialog = page.getByRole("dialog", { name: "Sign out 1 person" });
  await dialog.getByRole("button", { name: "Sign out 1 person" }).click();
  const proof = page.getByRole("dialog", { name: "Type your password once more" });
  await proof.getByLabel("Password").fill(PASSWORD);
  await proof.getByRole("button", { name: "Go on" }).click();
  await olga.said("Done: 1.");
  assert.deepEqual(asked[1], asked[0]);
  // Whoever does not prove it has done nothing, and is still asked about the same people.
  await page.getByLabel("Select Fatma").check();
  await signOut();
  await dialog.getByRole("button", { name: "Sign out 1 person" }).click();
  await proof.getByRole("button", { name: "Cancel" }).click();
  await dialog.getByText("Nothing was done: the password was not typed").waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("1 person selected").waitFor();
  await page.unroute("**/accounts/bulk");
});

test("where the platform does not answer, the page says so in its own words, and does it when it is asked again", async () => {
  const { page } = olga;
  await olga.visit("/console/people/?q=Cem");
  await page.getByRole("link", { name: "Cem" }).click();
  await page.getByRole("heading", { level: 1, name: "Cem" }).waitFor();
  olga.reader.expectTrouble(/\/invite failed|net::ERR_FAILED/);
  await page.route("**/invite", (route) => route.abort(), { times: 1 });
  await page.getByRole("button", { name: "Mail a link" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Mail the link" }).click();
  await dialog.getByText("The platform did not answer. Look whether you are connected, and try again.", { exact: true }).waitFor();
  await dialog.getByRole("button", { name: "Mail the link" }).click();
  await olga.said("The link is on its way.");
  olga.reader.expectTrouble(/api\/admin\/accounts\/\w+ failed/);
  await page.route(/\/api\/admin\/accounts\/\w+$/, (route) => route.abort(), { times: 1 });
  await page.reload();
  await page.getByText("The platform did not answer. Look whether you are connected, and try again.", { exact: true }).waitFor();
});

test("a second factor that was lost is taken away, once it is sure who asks", async () => {
  const { page } = olga;
  await olga.visit("/console/people/?q=Cem");
  await page.getByRole("link", { name: "Cem" }).click();
  await page.getByRole("button", { name: "Second factor lost" }).click();
  const dialog = page.getByRole("dialog", { name: "Take the second factor of Cem away?" });
  await dialog.getByText("Make sure first that it is they who ask.").waitFor();
  await dialog.getByRole("button", { name: "Take the second factor away" }).click();
  await olga.said("The second factor is gone.");
  const cem = new URL(page.url()).searchParams.get("id");
  const { items } = await olga.done("GET", `/api/admin/audit?object=account:${cem}&limit=1`);
  assert.equal(items[0]?.action, "user.reset_second_factors");
});

test("logging in as somebody is told on every page, and ended with one click", async () => {
  const { page } = olga;
  await olga.visit("/console/people/?q=Dora");
  await page.getByRole("link", { name: "Dora" }).click();
  await page.getByRole("button", { name: "Log in as" }).click();
  await page.getByLabel("Reason").fill("Cannot open lesson 3");
  await page.getByRole("button", { name: "Log in as this person" }).click();
  await page.waitForURL("**/learn/");
  const banner = page.getByRole("region", { name: "Logged in as somebody else" });
  await banner.getByText("You are logged in as Dora (Cannot open lesson 3).").waitFor();
  assert.match(await banner.getByRole("timer").textContent(), /^(10:00|9:\d\d) left\.$/);
  await page.goto(`${olga.origin}/console/`);
  await banner.getByText("You are logged in as Dora").waitFor();
  await page.getByText("There is nothing here that you may look after").waitFor();
  // One's own pages open, too: but for what stays with the person themselves.
  await olga.visit("/account/");
  await banner.getByText("You are logged in as Dora").waitFor();
  await page.getByText("Olga Owner is logged in as this person until").waitFor();
  await page.getByRole("region", { name: "Who you are here" }).waitFor();
  assert.equal(await page.getByRole("region", { name: "Profile" }).isVisible(), false);
  await olga.visit("/account/orders/");
  await banner.getByText("You are logged in as Dora").waitFor();
  await page.getByText("You have not ordered anything yet.").waitFor();
  // A clock that runs an hour ahead ends nothing: the page asks the platform, and stays.
  const ahead = await olga.reader.inNewWindow();
  let answers = 0;
  const askedTwice = ahead.page.waitForResponse((answer) => answer.url().endsWith("/api/login/me") && (answers += 1) === 2);
  await ahead.page.clock.setFixedTime(new Date(Date.now() + 3_600_000));
  await ahead.page.addInitScript(() => (sessionStorage.opened = Number(sessionStorage.opened ?? 0) + 1));
  await ahead.page.goto(`${olga.origin}/console/`);
  await askedTwice;
  await ahead.page.getByText("0:00 left.").waitFor();
  assert.equal(await ahead.page.evaluate(() => sessionStorage.opened), "1");
  await ahead.page.close();
  // Ending it may fail, and is said where it was pressed.
  await page.route("**/api/logout", (route) => route.abort(), { times: 1 });
  olga.reader.expectTrouble(/\/api\/logout failed|net::ERR_FAILED/);
  await banner.getByRole("button", { name: "End now" }).click();
  await banner.getByText("That did not work. Please try again.").waitFor();
  await page.goto(`${olga.origin}/console/`);
  // The browser's own login comes back once the other one is gone.
  olga.reader.expectTrouble(/401/);
  await banner.getByRole("button", { name: "End now" }).click();
  await page.getByRole("heading", { level: 1, name: "Dora" }).waitFor();
  await page.getByText("Olga Owner").waitFor();
  assert.equal(await banner.count(), 0);
  await olga.reader.lookOver();
});

test("a platform beyond the first hundred is chosen, and so are its people", async () => {
  const { page } = olga;
  let last;
  for (let number = 1; number <= 101; number += 1) last = await olga.done("POST", "/api/admin/partners", { name: `Academy ${String(number).padStart(3, "0")}` });
  await olga.done("POST", "/api/admin/accounts", { tier: "learner", type: "partner", partner: last.id, name: "Zita", email: "zita@academy.example" });
  await olga.visit(`/console/people/?realm=${last.id}`);
  await page.getByRole("link", { name: "Zita" }).waitFor();
  assert.equal(await page.getByLabel("Platform").evaluate((choice) => choice.selectedOptions[0].textContent), "Academy 101");
  await page.getByText("1 person shown").waitFor();
});

test("an account is deleted once its address is typed", async () => {
  const { page } = olga;
  await olga.visit("/console/people/?q=Emil");
  await page.getByRole("link", { name: "Emil" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Type the address to go on").fill("emil@example.com");
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  assert.equal(await dialog.locator(":invalid").count() > 0, true);
  await dialog.getByLabel("Type the address to go on").fill("emil@example.org");
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await page.waitForURL("**/console/people/");
  await page.getByText("9 people shown").waitFor();
  await olga.close();
});
