// Dated runs of a course: a buyer chooses one, a learner sees theirs, and whoever runs the course moves people between them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Staff } from "./console_staff.mjs";
import { fillBuyer } from "./people.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";
import { founder, internalLearner, openCatalog, publishedCourse } from "./staff.mjs";

const RUNS = [
  { starts_at: "2199-01-05T09:00:00Z", ends_at: "2199-01-06T17:00:00Z", place: "Gdańsk", seats: 1 },
  { starts_at: "2199-02-05T09:00:00Z" },
];
const EARLY = "5 – 6 Jan 2199, Gdańsk";
const LATE = "5 Feb 2199";
const BUYER = { name: "Lena Lindqvist", email: "lena@reader.example" };

const stage = scene(async (stage) => {
  stage.staff = await founder(stage.platform);
  await openCatalog(stage.staff);
  stage.course = await publishedCourse(stage.staff, { title: "Knots in the harbour", terms: RUNS });
  stage.runs = (await stage.staff.call("GET", `/api/admin/courses/${stage.course.id}`)).terms.map(({ id }) => id);
  stage.ines = await internalLearner(stage.platform, stage.staff, "Ines Ibarra", "ines@portico.example");
  stage.jan = await internalLearner(stage.platform, stage.staff, "Jan Jansen", "jan@portico.example");
});

test("a buyer without scripts chooses one of several dates", async () => {
  const visitor = await Reader.withoutScripts(stage.browser);
  const { page } = visitor;
  await visitor.visit(`${stage.platform.origin}/courses/a-stool-in-two-days/`);
  const date = page.getByLabel("Date", { exact: true });
  const dates = await date.locator("option").allTextContents();
  assert.equal(dates.length, 3, dates.join("; "));
  assert.match(dates[2], /^11 September 2027 to 12 September 2027/);
  await date.selectOption({ index: 2 });
  await fillBuyer(page, BUYER.name, BUYER.email);
  await visitor.press("button", "Continue to payment", { tool: true });
  await visitor.press("button", "Pay 240.00 EUR");
  await page.getByRole("heading", { name: "You are in" }).waitFor();
  const { items } = await stage.staff.call("GET", "/api/admin/orders");
  const { term } = await stage.staff.call("GET", `/api/admin/orders/${items[0].id}`);
  assert.match(term.starts_at, /^2027-09-11/);
  await visitor.close();
});

test("a learner chooses a date in the catalog, and finds it among their courses", async () => {
  const reader = await Reader.open(stage.browser, { storageState: stage.ines.storageState });
  const { page } = reader;
  await reader.visit(`${stage.platform.origin}/learn/catalog/`);
  const card = page.locator(".card", { hasText: "Knots in the harbour" });
  await card.getByText("You get in at once. 1 seat is left.").waitFor();
  // Browsers set days apart with spaces of their own.
  const dates = (await card.locator("option").allTextContents()).map((date) => date.replace(/\s/g, " "));
  assert.deepEqual(dates, [EARLY, LATE]);
  await card.getByLabel("Date").selectOption(LATE);
  await card.getByText("You get in at once.", { exact: true }).waitFor();
  await card.getByLabel("Date").selectOption({ index: 0 });
  await reader.lookOver();
  await card.getByRole("button", { name: "Enroll in Knots in the harbour" }).click();
  await card.getByText("Not started").waitFor();
  assert.equal(await card.getByLabel("Date").isVisible(), false);
  await reader.visit(`${stage.platform.origin}/learn/`);
  await page.locator(".card", { hasText: "Knots in the harbour" }).getByText(EARLY).waitFor();
  await reader.lookOver();
  await reader.close();
});

test("whoever runs the course sees the line of a date, moves somebody out of it, and sets its seats", async () => {
  const jan = { account: stage.jan.id, term: stage.runs[0] };
  const { state } = await stage.staff.call("POST", `/api/courses/${stage.course.id}/enrollments`, jan);
  assert.equal(state, "waiting");
  const olga = await Staff.signedIn(stage, "olga@portico.example");
  const { page } = olga;
  await olga.visit(`/console/learners/?course=${stage.course.id}`);
  const row = (name) => page.getByRole("row", { name });
  await row("Jan Jansen").getByText(EARLY).waitFor();
  await page.getByLabel("Date", { exact: true }).selectOption(LATE);
  await page.getByText("Nobody is in this course").waitFor();
  await page.getByLabel("Date", { exact: true }).selectOption("");
  await row("Jan Jansen").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Move to another date" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Date").selectOption(LATE);
  await dialog.getByRole("button", { name: "Move 1 enrollment to another date" }).click();
  await olga.said("Done: 1");
  await row("Jan Jansen").getByText(LATE).waitFor();
  await row("Jan Jansen").getByText("Not started").waitFor();
  await olga.reader.lookOver();

  await olga.visit(`/console/course/?id=${stage.course.id}`);
  const late = page.getByRole("group", { name: "Run 2" });
  await late.getByLabel("Seats").fill("1");
  await page.getByRole("button", { name: "Save the dates" }).click();
  await olga.said("The dates are saved.");
  const ida = await internalLearner(stage.platform, stage.staff, "Ida Ibsen", "ida@portico.example");
  const waits = await stage.staff.call("POST", `/api/courses/${stage.course.id}/enrollments`, { account: ida.id, term: stage.runs[1] });
  assert.equal(waits.state, "waiting");
  // A date that people wait for is not taken out.
  olga.reader.expectTrouble(/422/);
  await page.getByRole("button", { name: "Remove run 2" }).click();
  await page.getByRole("button", { name: "Save the dates" }).click();
  await page.getByText(/people in them \(2\)/).waitFor();
  await olga.close();
});
