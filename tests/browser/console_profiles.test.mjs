// Profiles of power users and custom roles in the console: made, given, changed after what that does was told, restored.

import assert from "node:assert/strict";
import { test } from "node:test";
import { scene } from "./scene.mjs";
import { founder, Staff } from "./console_staff.mjs";

const stage = scene(prepare);
let olga;
let pia;
let course;

async function prepare() {
  olga = await founder(stage);
  pia = await olga.person(stage, { name: "Pia Power", email: "pia@example.org" });
  course = await olga.done("POST", "/api/admin/courses", { title: "Knots", audience: "internal", languages: ["en"] });
}

const dialog = () => olga.page.getByRole("dialog");
const panel = (name) => olga.page.getByRole("region", { name });
/** Whether Pia may rename the course, as its endpoint answers her. */
async function renames() {
  const person = await Staff.signedIn(stage, "pia@example.org");
  const answer = await person.ask("PATCH", `/api/admin/courses/${course.id}`, { title: "Knots" });
  await person.close();
  return answer.status();
}

test("a profile is put together from actions and objects, and told of before it is made", async () => {
  const { page } = olga;
  await olga.visit("/console/profiles/");
  await page.getByRole("link", { name: "New profile" }).click();
  await page.getByRole("heading", { level: 1, name: "New profile" }).waitFor();
  await page.getByLabel("Name", { exact: true }).fill("Course desk");
  await page.getByLabel("Find among them").fill("course.");
  await page.getByLabel("Find among them").press("Enter");
  assert.equal(await dialog().count(), 0);
  await page.getByRole("checkbox", { name: / course\.edit$/ }).check();
  await page.getByRole("checkbox", { name: / course\.view$/ }).check();
  olga.reader.expectTrouble(/422/);
  await page.getByRole("button", { name: "See what it does, and save" }).click();
  await page.getByRole("alert").getByText("On: must have 1 to 50 entries").waitFor();
  assert.equal(await page.getByRole("checkbox", { name: / course\.edit$/ }).isChecked(), true);
  await page.getByLabel("Add", { exact: true }).selectOption("course");
  await page.getByLabel("Which", { exact: true }).selectOption({ label: "Knots" });
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("button", { name: "Remove Knots" }).waitFor();
  // What no list holds is named by its id.
  await page.getByLabel("Add", { exact: true }).selectOption("person");
  await page.getByLabel("Or its id").fill(pia.id);
  await page.getByLabel("Or its id").press("Enter");
  await page.getByRole("listitem").getByText(`person:${pia.id}`).waitFor();
  await page.getByRole("listitem").filter({ hasText: `person:${pia.id}` }).getByRole("button", { name: /^Remove/ }).click();
  assert.equal(await dialog().count(), 0);
  await page.getByRole("button", { name: "See what it does, and save" }).click();
  await dialog().getByText(/^On Knots, 0 people gain .*course\.edit/).waitFor();
  await dialog().getByRole("button", { name: "Make it" }).click();
  await page.getByRole("heading", { level: 1, name: "Course desk" }).waitFor();
  await panel("Who holds it").getByText("Nobody.").waitFor();
});

test("it is given to somebody, who may do from then on what it brings", async () => {
  const { page } = olga;
  assert.equal(await renames(), 403);
  await panel("Who holds it").getByLabel("Give it to").fill("pia@example.org");
  await panel("Who holds it").getByRole("button", { name: "Give", exact: true }).click();
  await page.getByRole("dialog", { name: "Give Course desk to Pia Power (pia@example.org)?" }).getByRole("button", { name: "Give" }).click();
  await olga.said("Pia Power (pia@example.org) holds it now.");
  await panel("Who holds it").getByRole("link", { name: "Pia Power" }).waitFor();
  assert.equal(await renames(), 200);
});

test("a change says for how many people which decisions flip, and counts at once", async () => {
  const { page } = olga;
  await page.getByRole("checkbox", { name: / course\.edit$/ }).uncheck();
  await page.getByRole("button", { name: "See what it does, and save" }).click();
  await dialog().getByText("1 person holds it.").waitFor();
  await dialog().getByText("On Knots, 1 person loses course.edit.").waitFor();
  await dialog().getByRole("button", { name: "Cancel" }).click();
  assert.equal(await renames(), 200);
  await page.getByRole("button", { name: "See what it does, and save" }).click();
  await dialog().getByRole("button", { name: "Save" }).click();
  await olga.said("Saved. It counts");
  assert.equal(await renames(), 403);
});

test("a former version is restored", async () => {
  await panel("As it was before").getByRole("button", { name: "Restore version 1" }).click();
  await dialog().getByText("On Knots, 1 person gains course.edit.").waitFor();
  await dialog().getByRole("button", { name: "Restore" }).click();
  await olga.said("Restored.");
  assert.equal(await olga.page.getByRole("checkbox", { name: / course\.edit$/ }).isChecked(), true);
  await panel("As it was before").getByText(/^Version 2:/).waitFor();
  assert.equal(await renames(), 200);
});

test("somebody else's change is not overwritten, and what was chosen stays", async () => {
  const { page } = olga;
  const id = new URL(page.url()).searchParams.get("id");
  const now = await olga.done("GET", `/api/admin/permission-sets/main/${id}`);
  await olga.done("PUT", `/api/admin/permission-sets/main/${id}`, { version: now.version, name: "Desk", actions: now.actions, on: now.on });
  await page.getByLabel("Name", { exact: true }).fill("Course desk, day and night");
  olga.reader.expectTrouble(/409/);
  await page.getByRole("button", { name: "See what it does, and save" }).click();
  await page.getByRole("alert").getByText(/It has changed meanwhile/).waitFor();
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Course desk, day and night");
  await page.getByLabel("Name", { exact: true }).fill(now.name);
});

test("it is taken away, and deleted", async () => {
  const { page } = olga;
  await olga.visit(page.url().slice(olga.origin.length));
  await panel("Who holds it").getByRole("button", { name: "Take away from Pia Power" }).click();
  await dialog().getByRole("button", { name: "Take away" }).click();
  await olga.said("Taken away.");
  assert.equal(await renames(), 403);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await dialog().getByText("Nobody holds it yet.").waitFor();
  await dialog().getByRole("button", { name: "Delete" }).click();
  await page.getByText("There is none yet.").waitFor();
  await olga.reader.lookOver();
});

test("a custom role keeps a part of the role that it is copied from", async () => {
  const { page } = olga;
  await page.getByRole("link", { name: "New custom role" }).click();
  await page.getByLabel("Copied from").selectOption("instructor");
  await page.getByLabel("Name", { exact: true }).fill("Makers");
  await page.getByRole("checkbox", { name: / course\.create$/ }).check();
  assert.equal(await page.getByRole("checkbox", { name: / order\.refund$/ }).count(), 0);
  await page.getByRole("button", { name: "See what it does, and save" }).click();
  await dialog().getByRole("button", { name: "Make it" }).click();
  await page.getByRole("heading", { level: 1, name: "Makers" }).waitFor();
  assert.equal(await page.getByLabel("Copied from").isDisabled(), true);
  await panel("Who holds it").getByLabel("Give it to").fill("Pia");
  await panel("Who holds it").getByRole("button", { name: "Give", exact: true }).click();
  await dialog().getByRole("button", { name: "Give" }).click();
  await olga.said("Pia Power");
  await olga.visit(`/console/person/?id=${pia.id}`);
  await page.locator("[data-role-names] option", { hasText: "Makers: custom role" }).waitFor({ state: "attached" });
  const { actions } = await olga.done("GET", `/api/permissions/can?account=${pia.id}`);
  assert.ok(actions.some(({ action }) => action === "course.create"));
  await page.goto(`${olga.origin}/console/profiles/?kind=custom_role`);
  await page.getByRole("link", { name: "Makers" }).waitFor();
});

test("what is decided otherwise is told of, saved for one platform, seen in its grid, and dropped again", async () => {
  const { page } = olga;
  const { id: partner } = await olga.done("POST", "/api/admin/partners", { name: "Nordic Academy" });
  await olga.visit("/console/permissions/");
  await page.getByLabel("Platform").selectOption("Nordic Academy");
  await page.locator(`a[href$="tenant=${partner}"]`, { hasText: "Decide otherwise" }).click();
  await page.getByText("Nothing: the grid holds as it is.").waitFor();
  assert.equal(await page.getByLabel("Where", { exact: true }).inputValue(), partner);
  await page.getByLabel("Role").fill("instructor");
  await page.getByLabel("Action").fill("course.creates");
  olga.reader.expectTrouble(/422/);
  await page.getByRole("button", { name: "See what it does" }).click();
  await page.getByText("Must be the id of an action").waitFor();
  await page.getByLabel("Action").fill("course.create");
  await page.getByRole("button", { name: "See what it does" }).click();
  await dialog().getByText("instructor (0 people) loses course.create.").waitFor();
  await dialog().getByRole("button", { name: "Save" }).click();
  await olga.said("Saved.");
  await panel("Decided here").getByText("Denied").waitFor();
  await page.getByRole("link", { name: "Permissions" }).first().click();
  await page.getByLabel("Platform").selectOption("Nordic Academy");
  await page.getByLabel("Find").fill("course.create");
  await page.locator("td.tick-decided", { hasText: "denied by decision, here" }).first().waitFor();
  await olga.visit(`/console/overrides/?tenant=${partner}`);
  await page.getByRole("button", { name: "Drop: course.create taken from instructor" }).click();
  await dialog().getByText("instructor (0 people) gains course.create.").waitFor();
  await dialog().getByRole("button", { name: "Drop" }).click();
  await olga.said("Saved.");
  await page.getByText("Nothing: the grid holds as it is.").waitFor();
  await panel("As it was before").getByRole("button", { name: "Restore version 1" }).click();
  await dialog().getByRole("button", { name: "Restore" }).click();
  await olga.said("Saved.");
  await panel("Decided here").getByText("Denied").waitFor();
});

test("what is decided everywhere is shown as inherited", async () => {
  const { page } = olga;
  await page.getByLabel("Where", { exact: true }).selectOption("Everywhere");
  await page.getByText("0 decisions differ from the grid here").waitFor();
  await page.getByLabel("Role").fill("monitor");
  await page.getByLabel("Action").fill("report.run");
  await page.getByRole("button", { name: "See what it does" }).click();
  await dialog().getByRole("button", { name: "Save" }).click();
  await olga.said("Saved.");
  await page.getByLabel("Where", { exact: true }).selectOption("Main platform");
  await panel("Inherited").getByText("report.run").waitFor();
  await olga.reader.lookOver();
});

test("a partner administrator does this for the own platform alone", async () => {
  const { items } = await olga.done("GET", "/api/admin/partners");
  const [{ id: partner }] = items;
  await olga.person(stage, { tier: "administrator", type: "partner", partner, name: "Petra", email: "petra@nordic.example" });
  const petra = await Staff.signedIn(stage, "petra@nordic.example", partner);
  await petra.visit("/console/profiles/");
  assert.equal(await petra.page.getByLabel("Platform").isVisible(), false);
  await petra.page.getByRole("link", { name: "New profile" }).click();
  await petra.page.getByRole("heading", { level: 1, name: "New profile" }).waitFor();
  await petra.visit("/console/overrides/");
  assert.deepEqual(await petra.page.getByLabel("Where", { exact: true }).locator("option").allTextContents(), ["Your platform"]);
  assert.equal((await petra.ask("PUT", "/api/admin/overrides/main", { version: 0, overrides: [] })).status(), 403);
  assert.equal((await petra.ask("GET", "/api/admin/permission-sets/main?kind=custom_role")).status(), 404);
  await petra.close();
  await olga.close();
});
