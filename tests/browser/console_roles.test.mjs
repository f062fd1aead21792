// Those who run courses or look after people, each at their own work: what the console shows them is theirs, and no more.

import assert from "node:assert/strict";
import { test } from "node:test";
import { scene } from "./scene.mjs";
import { founder, Staff } from "./console_staff.mjs";

const stage = scene(prepare);
let olga;
let lea;

async function prepare() {
  olga = await founder(stage);
  lea = await olga.person(stage, { name: "Lea", email: "lea@example.org" });
}

const care = (staff, name) => staff.page.getByRole("region", { name });
const buttons = (staff) => staff.page.locator("main button:visible").allTextContents();

/** Somebody with these roles, signed in. */
async function one(name, roles) {
  const email = `${name.toLowerCase()}@example.org`;
  await olga.person(stage, { name, email, roles });
  return Staff.signedIn(stage, email);
}

async function refused(staff, tries) {
  for (const [method, path, body] of tries) {
    const answer = await staff.ask(method, path, body);
    assert.ok([403, 404].includes(answer.status()), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
  }
}

test("an author makes a course, finds it again, writes it and publishes it, and sees nobody else's", async () => {
  const other = await olga.done("POST", "/api/admin/courses", { title: "Not hers", audience: "internal", languages: ["en"] });
  const anna = await one("Anna", [{ role: "author" }]);
  const { page } = anna;
  await anna.visit("/learn/");
  await page.getByRole("link", { name: "Console" }).click();
  await page.getByRole("button", { name: "New course" }).click();
  await page.getByRole("dialog").getByLabel("Title").fill("Knots at sea");
  await page.getByRole("button", { name: "Make the draft" }).click();
  await page.getByRole("button", { name: "Add a section" }).click();
  await page.getByLabel("Title of section 1").fill("Bends");
  await page.getByLabel("Title of the lesson").fill("The sheet bend");
  await page.getByRole("button", { name: "Save the outline" }).click();
  await anna.said("The outline is saved.");
  await page.getByRole("link", { name: "Text of The sheet bend" }).click();
  await page.getByLabel("Text, in Markdown").fill("Two ropes of *unequal* thickness.");
  await page.getByRole("button", { name: "Save" }).click();
  await anna.said("Saved.");
  await anna.visit("/console/");
  await care(anna, "Courses in your care").getByText("owner").waitFor();
  await page.getByRole("link", { name: "Knots at sea" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await anna.said("Published.");
  await refused(anna, [
    ["GET", "/api/admin/courses?audience=internal"],
    ["GET", `/api/admin/courses/${other.id}`],
    ["PATCH", `/api/admin/courses/${other.id}`, { title: "Hers now" }],
    ["GET", "/api/admin/accounts"],
  ]);
  await anna.close();
});
