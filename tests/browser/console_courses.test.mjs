// The console's courses: a draft is made, written, priced and published; learners are let in, suspended and taken out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { typedIn } from "./reader.mjs";
import { picture } from "./pictures.mjs";
import { scene } from "./scene.mjs";
import { founder } from "./console_staff.mjs";

const stage = scene(prepare);
let olga;

async function prepare() {
  olga = await founder(stage);
  await olga.done("POST", "/api/admin/accounts", { tier: "learner", type: "internal", name: "Ada", email: "ada@example.org" });
}

test("a course is made as a draft, with its outline and the text of a lesson", async () => {
  const { page } = olga;
  await olga.visit("/console/courses/");
  await page.getByText("No course is found.").waitFor();
  await page.getByRole("button", { name: "New course" }).click();
  await page.getByRole("dialog").getByLabel("Title").fill("Knots for beginners");
  await page.getByRole("button", { name: "Make the draft" }).click();
  await page.getByRole("heading", { level: 1, name: "Knots for beginners" }).waitFor();
  await page.getByText("Draft", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Add a section" }).click();
  await page.getByLabel("Title of section 1").fill("Bends");
  await page.getByLabel("Title of the lesson").fill("The sheet bend");
  await page.getByText("Not saved yet").waitFor();
  await page.getByRole("button", { name: "Save the outline" }).click();
  await olga.said("The outline is saved.");
  await picture(page, "console-course");
  await page.getByRole("link", { name: "Text of The sheet bend" }).click();
  await page.getByRole("heading", { level: 1, name: "The sheet bend" }).waitFor();
  await page.getByLabel("Text, in Markdown").fill("# Two ropes\n\nOver, *under*, through.");
  await page.getByRole("button", { name: "Save" }).click();
  await olga.said("Saved.");
  await olga.reader.lookOver();
  await page.reload();
  assert.match(await typedIn(page.getByLabel("Text, in Markdown")), /Over, \*under\*, through/);
});

test("what is wrong is said beside its field, and a change of somebody else is not overwritten", async () => {
  const { page } = olga;
  await page.getByRole("link", { name: "The course" }).click();
  await page.getByRole("heading", { level: 1, name: "Knots for beginners" }).waitFor();
  olga.reader.expectTrouble(/409|422/);
  await page.getByLabel("Price").fill("twelve");
  await page.getByLabel("Currency").fill("EUR");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.locator('[name="price.amount"][aria-invalid]').waitFor();
  await page.getByLabel("Price").fill("12.00");
  await page.getByLabel("In one sentence").fill("Tie what holds");
  const id = new URL(page.url()).searchParams.get("id");
  await olga.done("PATCH", `/api/admin/courses/${id}`, { seats: 5 });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("changed by somebody else").waitFor();
  assert.equal(await page.getByLabel("In one sentence").inputValue(), "Tie what holds");
  page.once("dialog", (leaving) => leaving.accept());
  await page.reload();
  await page.getByLabel("In one sentence").fill("Tie what holds");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await olga.said("Saved.");
  assert.equal(await page.getByLabel("Seats").inputValue(), "5");
});

test("it is published, its learners are let in, suspended, let in again and taken out", async () => {
  const { page } = olga;
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await olga.said("Published.");
  await page.getByRole("link", { name: "Enrollments" }).click();
  await page.getByText("Nobody is in this course.").waitFor();
  await page.getByRole("button", { name: "Enroll somebody" }).click();
  await page.getByLabel("Person").fill("Adalbert");
  await page.getByRole("button", { name: "Go on", exact: true }).click();
  await page.getByText("Nobody's name begins like this").waitFor();
  await page.getByLabel("Person").fill("Ad");
  await page.getByRole("button", { name: "Go on", exact: true }).click();
  await page.getByRole("dialog", { name: "Enroll Ada (ada@example.org)?" }).getByRole("button", { name: "Enroll", exact: true }).click();
  await olga.said("Ada (ada@example.org) is enrolled.");
  for (const [button, state] of [["Suspend", "Suspended"], ["Let in again", "Not started"], ["Take out", null]]) {
    await page.getByLabel("Select Ada").check();
    await page.getByRole("button", { name: button, exact: true }).click();
    if (button === "Take out") await page.getByRole("dialog").getByText("Ada.", { exact: true }).waitFor();
    await page.getByRole("dialog").getByRole("button", { name: `${button} 1 enrollment` }).click();
    await olga.said("Done: 1.");
    if (state) await page.locator("tbody").getByText(state, { exact: true }).waitFor();
    else await page.getByText("Nobody is in this course.").waitFor();
  }
  await olga.reader.lookOver();
});

test("the dates of a course are put together, kept apart from the rest, and taken out again", async () => {
  const { page } = olga;
  const course = await olga.done("POST", "/api/admin/courses", { title: "Knots by the sea", audience: "internal", languages: ["en"] });
  await olga.visit(`/console/course/?id=${course.id}`);
  const dates = page.getByRole("region", { name: "Dates" });
  await dates.getByText("It has no dates").waitFor();
  await dates.getByRole("button", { name: "Add a run" }).click();
  const run = dates.getByRole("group", { name: "Run 1" });
  await run.getByLabel("Begins").fill("2027-03-02T09:00");
  await run.getByLabel("Ends").fill("2027-03-01T17:00");
  await run.getByLabel("Where").fill("The harbour");
  await run.getByLabel("Seats").fill("12");
  await page.getByLabel("Title", { exact: true }).fill("Knots by the harbour");
  await dates.getByText("To be saved").waitFor();
  olga.reader.expectTrouble(/422/);
  await dates.getByRole("button", { name: "Save the dates" }).click();
  await run.getByText("Must not lie before the start").waitFor();
  await run.getByLabel("Ends").fill("2027-03-04T17:00");
  await dates.getByRole("button", { name: "Save the dates" }).click();
  await olga.said("The dates are saved.");
  assert.equal(await page.getByLabel("Title", { exact: true }).inputValue(), "Knots by the harbour");
  const kept = async () => (await olga.done("GET", `/api/admin/courses/${course.id}`)).terms;
  const [{ id, ...held }] = await kept();
  assert.deepEqual(held, { starts_at: "2027-03-02T09:00:00Z", ends_at: "2027-03-04T17:00:00Z", place: "The harbour", seats: 12 });
  await run.getByLabel("Seats").fill("");
  await dates.getByRole("button", { name: "Save the dates" }).click();
  await olga.said("The dates are saved.");
  assert.deepEqual(await kept(), [{ id, ...held, seats: null }], "the same run, with the seats of its course");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog").getByText("Not saved yet, and saved with it: Title.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await dates.getByRole("button", { name: "Remove run 1" }).click();
  await dates.getByRole("button", { name: "Save the dates" }).click();
  await olga.said("The dates are saved.");
  assert.deepEqual(await kept(), []);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await olga.said("Saved.");
});

test("a course of the public catalog shows its description as it is, and is withdrawn", async () => {
  const { page } = olga;
  await olga.visit("/console/courses/?audience=public&q=Calm");
  await page.getByRole("link", { name: /^Calm/ }).click();
  await page.getByText("The description as it is").click();
  assert.notEqual((await page.locator("[data-description]").textContent()).trim(), "");
  await page.getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await olga.said("Withdrawn.");
  await page.getByText("Withdrawn", { exact: true }).waitFor();
  await olga.close();
});
