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

test("an instructor of a course sees who is in it, and is offered nothing that changes it", async () => {
  const made = await olga.done("POST", "/api/admin/courses", { title: "Led", audience: "internal", languages: ["en"] });
  const outline = [{ title: "One", lessons: [{ title: "Bowline", minutes: 5, markdown: "A loop" }] }];
  await olga.done("PATCH", `/api/admin/courses/${made.id}`, { outline });
  await olga.done("POST", `/api/admin/courses/${made.id}/publish`, {});
  await olga.done("POST", `/api/courses/${made.id}/enrollments`, { account: lea.id });
  // Who makes courses of their own has the buttons there, and not here.
  const ivo = await one("Ivo", [{ role: "author" }, { role: "course_instructor", object: `course:${made.id}` }]);
  const { page } = ivo;
  await ivo.done("POST", "/api/admin/courses", { title: "His own", audience: "internal", languages: ["en"] });
  await ivo.visit("/learn/");
  await page.getByRole("region", { name: "You teach" }).getByRole("link", { name: "Led" }).waitFor();
  await ivo.visit("/console/");
  await care(ivo, "Courses in your care").getByRole("link", { name: "His own" }).click();
  await page.getByRole("button", { name: "Publish" }).waitFor();
  await page.getByRole("button", { name: "Save the outline" }).waitFor();
  await page.goBack();
  await care(ivo, "Courses in your care").getByRole("link", { name: "Led" }).click();
  await page.getByRole("heading", { level: 1, name: "Led" }).waitFor();
  await page.getByRole("link", { name: "Enrollments" }).waitFor();
  assert.deepEqual((await buttons(ivo)).filter((words) => /save|publish|withdraw|archive|section/i.test(words)), []);
  assert.equal(await page.getByLabel("In one sentence").isDisabled(), true);
  assert.equal(await page.getByRole("button", { name: "Remove Bowline" }).isDisabled(), true);
  await page.getByRole("link", { name: "Enrollments" }).click();
  await page.getByRole("link", { name: "Lea", exact: true }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Enroll somebody" }).isVisible(), false);
  await page.getByLabel("Select Lea").check();
  assert.deepEqual(await page.locator("[data-bulk] button:visible").allTextContents(), []);
  await refused(ivo, [
    ["PATCH", `/api/admin/courses/${made.id}`, { title: "His now" }],
    ["POST", `/api/admin/courses/${made.id}/unpublish`, {}],
    ["POST", `/api/courses/${made.id}/enrollments/${lea.id}/suspend`, {}],
    ["DELETE", `/api/courses/${made.id}/enrollments/${lea.id}`],
    ["GET", `/api/admin/courses/${made.id}/lessons/${(await olga.done("GET", `/api/admin/courses/${made.id}`)).outline[0].lessons[0].id}`],
  ]);
  await ivo.close();
});

test("a tutor of a course is led to its outline, since its page is not theirs", async () => {
  const made = await olga.done("POST", "/api/admin/courses", { title: "Tutored", audience: "internal", languages: ["en"] });
  await olga.done("PATCH", `/api/admin/courses/${made.id}`, { outline: [{ title: "One", lessons: [{ title: "Hitch", minutes: 5 }] }] });
  await olga.done("POST", `/api/admin/courses/${made.id}/publish`, {});
  const tara = await one("Tara", [{ role: "course_tutor", object: `course:${made.id}` }]);
  await tara.visit("/console/");
  await care(tara, "Courses in your care").getByRole("link", { name: "Tutored" }).click();
  await tara.page.waitForURL("**/learn/course/?id=*");
  await tara.page.getByText("0 of 1 lessons done").waitFor();
  await tara.close();
});

test("a manager sees the people in their care, and nobody else", async () => {
  const bela = await olga.person(stage, { name: "Bela", email: "bela@example.org" });
  const max = await one("Max", [{ role: "manager" }, { role: "supervising_manager", object: `person:${lea.id}` }]);
  const { page } = max;
  await max.visit("/learn/");
  await page.getByRole("link", { name: "Console" }).click();
  const people = care(max, "People in your care");
  await people.getByText("supervising manager").waitFor();
  assert.deepEqual(await people.getByRole("link").allTextContents(), ["Lea"]);
  assert.equal(await page.locator("[data-said]").isVisible(), false);
  await people.getByRole("link", { name: "Lea" }).click();
  await page.getByRole("heading", { level: 1, name: "Lea" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "People", exact: true }).count(), 0);
  await refused(max, [
    ["GET", `/api/admin/accounts/${bela.id}`],
    ["GET", "/api/admin/accounts"],
    ["POST", `/api/admin/accounts/${lea.id}/deactivate`],
    ["PATCH", `/api/admin/accounts/${lea.id}`, { name: "Leah" }],
    ["DELETE", `/api/admin/accounts/${lea.id}`],
  ]);
  assert.deepEqual(await buttons(max), []);
  // The reports that a manager runs are about people, and the page is about platforms: it says so, and leads back.
  max.reader.expectTrouble(/403/);
  await page.getByRole("link", { name: "Reports" }).click();
  await page.getByText("The reports of no platform are open to you.").waitFor();
  await page.getByRole("link", { name: "See what you look after" }).click();
  await people.getByRole("link", { name: "Lea" }).waitFor();
  await max.close();
  await olga.close();
});
