// Every dialog of the console, open: nothing in anybody's way.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { barriers, DESK_AND_PHONE } from "./barriers.mjs";
import { scene } from "./scene.mjs";
import { buy, founder } from "./console_staff.mjs";

const stage = scene(prepare);
const COURSE = "calm-version-control";
const SCRIPTS = new URL("../../templates/assets/js/console/", import.meta.url);
let olga;
let dialogs;

async function prepare() {
  olga = await founder(stage);
  await buy(stage, COURSE, "Lena Lindqvist", "lena@reader.example");
  await olga.done("POST", "/api/admin/partners", { name: "Nordic Academy" });
  const first = async (path) => (await olga.done("GET", path)).items[0].id;
  const ida = await olga.done("POST", "/api/admin/accounts", { tier: "learner", type: "internal", name: "Ida", email: "ida@example.org" });
  await olga.done("POST", `/api/admin/accounts/${ida.id}/roles`, { role: "instructor" });
  const profile = await olga.done("POST", "/api/admin/permission-sets/main", { kind: "power_profile", name: "Desk", actions: ["user.details.view"], on: ["platform"] });
  const ulf = await olga.done("POST", "/api/admin/accounts", { tier: "learner", type: "internal", name: "Ulf", email: "ulf@example.org" });
  await olga.done("POST", `/api/admin/accounts/${ulf.id}/roles`, { role: `power_profile:${profile.set.id}` });
  const courses = await olga.done("GET", "/api/admin/courses?audience=public&limit=100");
  const { id: course } = courses.items.find(({ slug }) => slug === COURSE);
  const order = await first("/api/admin/orders");
  const person = `/console/person/?id=${ida.id}`;
  const press = (name) => (page) => page.getByRole("button", { name, exact: true }).click();
  const pick = (name) => async (page) => {
    await page.locator("tbody [data-pick]").first().check();
    await press(name)(page);
  };
  /** Script of the dialog, address, and how it is opened. */
  dialogs = [
    ["people.js", "/console/people/", press("New person")],
    ["bulk.js", "/console/people/", pick("Switch off")],
    ["bulk.js", "/console/people/", pick("Give a role")],
    ["bulk.js", `/console/learners/?course=${course}`, pick("Take out")],
    ...["Change", "Mail a link", "Log in as", "Sign out everywhere", "Second factor lost", "Switch off", "Delete"].map((name) => ["person.js", person, press(name)]),
    ["roles.js", person, press("Take away instructor on platform")],
    ["new-course.js", "/console/courses/", press("New course")],
    ["course.js", `/console/course/?id=${course}`, press("Withdraw")],
    ["course.js", `/console/course/?id=${course}`, async (page) => {
      await page.getByLabel("Price").fill("");
      await press("Save")(page);
    }],
    ["outline.js", `/console/course/?id=${course}`, async (page) => {
      await page.getByRole("button", { name: /^Remove section 1/ }).click();
      await press("Save the outline")(page);
    }],
    ["learners.js", `/console/learners/?course=${course}`, press("Enroll somebody")],
    ["order.js", `/console/order/?id=${order}`, press("Refund")],
    ["order.js", `/console/order/?id=${order}`, press("Compare again")],
    ["promotions.js", "/console/promotions/", press("New promotion code")],
    ["promotions.js", "/console/promotions/", press("Switch off HALF")],
    ["partners.js", "/console/partners/", press("New partner platform")],
    ["partners.js", "/console/partners/", press("Rename Nordic Academy")],
    ["requests.js", "/console/requests/", press("Who may ask")],
    ["policies.js", "/console/policies/", (page) => page.getByRole("button", { name: /^Switch on/ }).first().click()],
    ["settings.js", "/console/settings/", (page) => page.getByRole("button", { name: /^Switch off: module/ }).first().click()],
    ["order.js", `/console/order/?id=${order}`, press("Resend access")],
    ["overrides.js", "/console/overrides/", async (page) => {
      await page.getByLabel("Role").fill("instructor");
      await page.getByLabel("Action").fill("course.create");
      await press("See what it does")(page);
    }],
    ["profile.js", `/console/profile/?id=${profile.set.id}`, press("Delete")],
    ["holders.js", `/console/profile/?id=${profile.set.id}`, press("Take away from Ulf")],
    ["people_import.js", "/console/people/import/", async (page) => {
      await page.getByLabel("File").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from("name,email,role\nAda,ada@example.org,2\n") });
      await press("See what it does")(page);
      await press("Make 1 account")(page);
    }],
  ];
}

test("every script that asks has a dialog that is looked at", () => {
  const asking = readdirSync(SCRIPTS).filter((name) => /\b(ask|deed|saveTold)\(/.test(readFileSync(new URL(name, SCRIPTS), "utf8")));
  // These are how all of them look.
  const common = ["dialog.js", "preview.js"];
  assert.deepEqual([...new Set(dialogs.map(([name]) => name))].sort(), asking.filter((name) => !common.includes(name)).sort());
});

test("nothing stands in anybody's way in an open dialog, light and dark, at a desk and on a phone", async (t) => {
  const storageState = await olga.reader.context.storageState();
  let passed = 0;
  for (const [, path, press] of dialogs) {
    const open = async (page) => {
      await press(page);
      await page.getByRole("dialog").waitFor();
    };
    for (const [at, viewport] of DESK_AND_PHONE.entries()) {
      passed += await barriers(stage.browser, olga.origin + path, { colorScheme: ["light", "dark"][at], viewport, storageState, open });
    }
  }
  t.diagnostic(`${passed} rules were met`);
  await olga.close();
});
