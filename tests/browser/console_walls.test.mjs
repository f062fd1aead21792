// What somebody may not do is not shown to them, and is refused where they try it all the same.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";
import { founder, Staff } from "./console_staff.mjs";

const stage = scene(prepare);
let olga;
let partner;
let ada;

async function prepare() {
  olga = await founder(stage);
  partner = await olga.done("POST", "/api/admin/partners", { name: "Nordic Academy" });
  ada = await olga.done("POST", "/api/admin/accounts", { tier: "learner", type: "internal", name: "Ada", email: "ada@example.org" });
}

const lines = (staff) => staff.page.locator("[data-menu] li:visible").allTextContents();
const buttons = (staff) => staff.page.locator(".page-head .buttons :is(a, button):visible").allTextContents();

/** What the console does not offer is refused past it, too. */
async function refused(staff, tries) {
  for (const [method, path, body] of tries) {
    const answer = await staff.ask(method, path, body);
    assert.ok([403, 404].includes(answer.status()), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
  }
}

test("a partner administrator sees the own platform, and nothing of the main one", async () => {
  await olga.person(stage, { tier: "administrator", type: "partner", partner: partner.id, name: "Petra", email: "petra@nordic.example" });
  const petra = await Staff.signedIn(stage, "petra@nordic.example", partner.id);
  await petra.visit("/console/people/");
  await petra.page.getByText("1 person shown").waitFor();
  const menu = await lines(petra);
  for (const hidden of ["Orders", "Partner platforms", "Audit log", "Policies", "Settings"]) assert.ok(!menu.includes(hidden), `${hidden} in ${menu}`);
  assert.ok(menu.includes("People") && menu.includes("Courses"), menu.join());
  assert.equal(await petra.page.getByLabel("Platform").isVisible(), false);
  await petra.page.getByRole("button", { name: "New person" }).click();
  await petra.page.getByRole("dialog").getByLabel("Name").fill("Nils");
  await petra.page.getByRole("dialog").getByLabel("E-mail address").fill("nils@nordic.example");
  await petra.page.getByRole("button", { name: "Make the account" }).click();
  await petra.page.getByRole("heading", { level: 1, name: "Nils" }).waitFor();
  const main = { tier: "learner", type: "internal", name: "X", email: "x@example.org" };
  await refused(petra, [
    ["GET", "/api/admin/settings"],
    ["PUT", "/api/admin/overrides/everywhere", { version: 0, overrides: [] }],
    ["POST", "/api/admin/permission-sets/main", { kind: "custom_role", name: "X", parent: "instructor", actions: ["course.create"] }],
    ["GET", "/api/admin/reports/enrollments?month=2026-11"],
    ["GET", "/api/admin/accounts?realm=main"],
    ["GET", "/api/admin/orders"],
    ["GET", "/api/admin/audit"],
    ["GET", "/api/admin/partners"],
    ["POST", `/api/admin/accounts/${ada.id}/deactivate`],
    ["POST", `/api/admin/accounts/${ada.id}/log-in-as`, { reason: "I want to" }],
  ]);
  assert.ok(!(await petra.ask("POST", "/api/admin/accounts", main)).ok());
  petra.reader.expectTrouble(/40[34]/);
  await petra.visit("/console/orders/");
  await petra.page.getByRole("alert").getByText(/permits|permitted|not|no such/i).first().waitFor();
  await petra.visit(`/console/person/?id=${ada.id}`);
  await petra.said("There is no such thing here.");
  await petra.close();
});

test("a monitor reads, and is offered no change", async () => {
  await olga.person(stage, { name: "Mona", email: "mona@example.org", roles: [{ role: "monitor" }] });
  const mona = await Staff.signedIn(stage, "mona@example.org");
  await mona.visit("/console/directory/");
  await mona.page.getByText(/people shown/).waitFor();
  await mona.page.getByLabel("Find").fill("ada");
  await mona.page.getByText("1 person shown").waitFor();
  assert.deepEqual(await buttons(mona), []);
  const menu = await lines(mona);
  for (const hidden of ["People", "Orders", "Policies", "Settings", "Profiles and roles"]) assert.ok(!menu.includes(hidden), `${hidden} in ${menu}`);
  mona.reader.expectTrouble(/403/);
  await mona.visit(`/console/person/?id=${ada.id}`);
  await mona.page.locator(".notice-bad[data-said]").waitFor();
  assert.deepEqual(await buttons(mona), []);
  await refused(mona, [
    ["GET", "/api/permissions/choices"],
    ["PUT", "/api/admin/overrides/main", { version: 0, overrides: [] }],
    ["POST", "/api/admin/permission-sets/main", { kind: "custom_role", name: "X", parent: "instructor", actions: ["course.create"] }],
    ["GET", "/api/admin/accounts"],
    ["POST", `/api/admin/accounts/${ada.id}/deactivate`],
    ["POST", "/api/admin/accounts", { tier: "learner", type: "internal", name: "X", email: "x@example.org" }],
    ["POST", `/api/admin/accounts/${ada.id}/roles`, { role: "instructor" }],
    ["DELETE", `/api/admin/accounts/${ada.id}`],
    ["POST", "/api/admin/courses", { audience: "internal", title: "X", languages: ["en"] }],
  ]);
  await mona.close();
});

test("a learner finds nothing to look after, and no way to it", async () => {
  await olga.person(stage, { name: "Lea", email: "lea@example.org" });
  const lea = await Staff.signedIn(stage, "lea@example.org");
  await lea.visit("/learn/");
  assert.equal(await lea.page.getByRole("link", { name: "Console" }).isVisible(), false);
  await lea.visit("/console/");
  await lea.page.getByText("There is nothing here that you may look after").waitFor();
  assert.deepEqual(await lines(lea), ["Overview"]);
  assert.deepEqual(await buttons(lea), []);
  await lea.close();
  await olga.visit("/learn/");
  await olga.page.getByRole("link", { name: "Console" }).click();
  await olga.page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await olga.close();
});

test("whoever is not signed in is led to the sign-in page and back", async () => {
  const visitor = await Reader.open(stage.browser);
  visitor.expectTrouble(/401/);
  await visitor.page.goto(`${stage.platform.origin}/console/orders/?state=in_review`);
  await visitor.page.waitForURL(/\/api\/login\/page\?.*next=/);
  assert.match(decodeURIComponent(visitor.page.url()), /next=\/console\/orders\/\?state=in_review/);
  await visitor.close();
});
