// The console's smaller rooms: requests for accounts, partner platforms, policies, and who may do something.

import assert from "node:assert/strict";
import { test } from "node:test";
import { picture } from "./pictures.mjs";
import { scene } from "./scene.mjs";
import { founder } from "./console_staff.mjs";

const stage = scene(prepare);
let olga;

async function prepare() {
  olga = await founder(stage);
}

test("those who wait for an account are let in or refused", async () => {
  const { page } = olga;
  await olga.visit("/console/requests/");
  await page.getByText("Nobody waits for an account here.").waitFor();
  await page.getByRole("button", { name: "Who may ask" }).click();
  await page.getByLabel("Accounts are made by").selectOption("moderated");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await olga.said("Saved.");
  for (const name of ["Wanda", "Willi"]) {
    await olga.done("POST", "/api/signup/request", { realm: "main", name, email: `${name.toLowerCase()}@example.org` });
  }
  await olga.visit("/console/");
  await page.getByRole("link", { name: "2 Requests to decide" }).waitFor();
  await picture(page, "console-overview");
  await page.getByRole("link", { name: "2 Requests to decide" }).click();
  await page.getByText("2 requests shown").waitFor();
  await page.getByRole("button", { name: "Approve Wanda" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
  await olga.said("Wanda has an account.");
  await page.getByRole("button", { name: "Refuse Willi" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Refuse" }).click();
  await olga.said("Willi was refused.");
  await page.getByText("Nobody waits for an account here.").waitFor();
  await stage.platform.mailTo("wanda@example.org");
  assert.equal((await olga.done("GET", "/api/admin/accounts?q=W")).items.length, 1);
});

test("a partner platform is made and renamed, and leads to its people", async () => {
  const { page } = olga;
  await olga.visit("/console/partners/");
  await page.getByText("There is no partner platform yet.").waitFor();
  await page.getByRole("button", { name: "New partner platform" }).click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("Nordic Academy");
  await page.getByRole("button", { name: "Make it" }).click();
  await olga.said("Made.");
  await page.getByRole("button", { name: "Rename Nordic Academy" }).click();
  await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("Nordic College");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await olga.said("Renamed.");
  // The row of the button is another one by now: whoever pressed it stands at what came of it.
  await olga.page.locator("[data-said]:focus").waitFor();
  await page.getByRole("link", { name: "People of Nordic College" }).click();
  await page.getByText("Nobody is found.").waitFor();
  assert.equal(await page.getByLabel("Platform").locator("option:checked").textContent(), "Nordic College");
});

test("a policy is switched after what it changes was said", async () => {
  const { page } = olga;
  await olga.visit("/console/policies/");
  await page.getByRole("button", { name: "Switch on switch.learners_see_users" }).click();
  const dialog = page.getByRole("dialog");
  assert.match(await dialog.textContent(), /learner.* gains user\.directory\.view/);
  await dialog.getByRole("button", { name: "Switch on" }).click();
  await olga.said("Saved.");
  await page.getByRole("button", { name: "Switch off switch.learners_see_users" }).waitFor();
  const { policies } = await olga.done("GET", "/api/admin/policies");
  assert.equal(policies.find(({ id }) => id === "switch.learners_see_users").on, true);
});

test("a module is switched after what it changes was said, and handed back to the profile", async () => {
  const { page } = olga;
  await olga.visit("/console/settings/");
  const before = await olga.done("GET", "/api/admin/settings");
  const { id, on } = before.modules.find((one) => one.id === "module.groups") ?? before.modules[0];
  const [turn, back] = on ? ["Switch off", "Switch on"] : ["Switch on", "Switch off"];
  await page.getByRole("button", { name: `${turn}: ${id}` }).click();
  const dialog = page.getByRole("dialog", { name: `${turn.replace("Switch ", "Switch " + id + " ")}?` });
  await dialog.getByText(/(gains|loses) |Nobody gains/).first().waitFor();
  await dialog.getByRole("button", { name: turn }).click();
  await olga.said("Saved.");
  await page.getByRole("button", { name: `${back}: ${id}` }).waitFor();
  const now = await olga.done("GET", "/api/admin/settings");
  assert.deepEqual(now.modules.filter((one) => one.on !== before.modules.find((other) => other.id === one.id).on).map((one) => one.id), [id]);
  assert.deepEqual(now.switches, before.switches);
  await page.getByRole("button", { name: `As the profile says: ${id}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Let it decide" }).click();
  await olga.said("Saved.");
  assert.deepEqual((await olga.done("GET", "/api/admin/settings")).modules, before.modules);
});

test("the platform follows another profile, and an optional type of account is switched off", async () => {
  const { page } = olga;
  const { profile, profiles } = await olga.done("GET", "/api/admin/settings");
  const other = profiles.find(({ id }) => id !== profile).id;
  await page.getByLabel("Profile").selectOption(other);
  await page.getByRole("button", { name: "See what it does" }).click();
  await page.getByRole("dialog", { name: `Follow the profile ${other}?` }).getByRole("button", { name: "Cancel" }).click();
  assert.equal((await olga.done("GET", "/api/admin/settings")).profile, profile);
  await page.getByRole("button", { name: "See what it does" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Follow it" }).click();
  await olga.said("Saved.");
  assert.equal((await olga.done("GET", "/api/admin/settings")).profile, other);
  await page.getByLabel("Profile").selectOption(profile);
  await page.getByRole("button", { name: "See what it does" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Follow it" }).click();
  await olga.said("Saved.");
  const types = async () => (await olga.done("GET", "/api/admin/account-types")).types;
  const { role, enabled } = (await types())[0];
  await page.getByRole("button", { name: `${enabled ? "Switch off" : "Switch on"}: ${role}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: enabled ? "Switch off" : "Switch on" }).click();
  await olga.said("Saved.");
  assert.equal((await types()).find((one) => one.role === role).enabled, !enabled);
});

test("the grid is searched, and says who may do something", async () => {
  const { page } = olga;
  await olga.visit("/console/permissions/");
  await page.getByText(/actions shown/).waitFor();
  await picture(page, "console-permissions");
  await page.getByLabel("Find").fill("audit.view");
  await page.getByLabel("Find").press("Enter");
  await page.getByText(/^1 action shown/).waitFor();
  assert.equal(await page.getByLabel("Find").inputValue(), "audit.view");
  assert.match(await page.locator("tbody tr").textContent(), /allowed/);
  await page.getByLabel("Action").fill("audit.view");
  await page.locator("#who-object").fill("platform");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.locator("[data-who]").getByText(/Olga Owner|Every account of the kind/).first().waitFor();
  await olga.reader.lookOver();
});

test("the grid of a place that cannot be read is not the one of another place", async () => {
  const { page } = olga;
  const { id } = await olga.done("POST", "/api/admin/partners", { name: "Southern Academy" });
  await olga.visit("/console/permissions/");
  await page.getByText(/actions shown/).waitFor();
  olga.reader.expectTrouble(/permissions\/grid\?.* failed|ERR_FAILED/);
  await page.route(`**/api/permissions/grid?organization=${id}`, (route) => route.abort(), { times: 1 });
  await page.getByLabel("Platform").selectOption("Southern Academy");
  await olga.said("The platform did not answer.");
  assert.equal(await page.getByRole("table").isVisible(), false);
  await page.getByLabel("Platform").selectOption("Main platform");
  await page.getByRole("table").waitFor();
});

test("a profile of power users shows what it brings and who holds it", async () => {
  const { page } = olga;
  await olga.done("POST", "/api/admin/permission-sets/main", { kind: "power_profile", name: "Desk", actions: ["user.details.view"], on: ["platform"] });
  await olga.visit("/console/profiles/");
  await page.getByText("1 action", { exact: true }).click();
  await page.getByText("user.details.view").waitFor();
  await page.getByRole("button", { name: "Show who holds Desk" }).click();
  await page.getByText("Nobody", { exact: true }).waitFor();
  await olga.close();
});
