// The console's reports: who came into courses, who completed them and what was sold, as pictures, numbers and files.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { scene } from "./scene.mjs";
import { buy, founder, Staff } from "./console_staff.mjs";

const stage = scene(prepare);
let olga;
let lena;

async function prepare() {
  olga = await founder(stage);
  await buy(stage, "calm-version-control", "Lena Lindqvist", "lena@reader.example");
  const { items } = await olga.done("GET", "/api/admin/accounts?realm=public");
  lena = items[0].id;
}

const report = (name) => olga.page.getByRole("region", { name });
/** The cells of one of a report's tables. */
const cells = (name, table) => report(name).getByRole("table", { name: `${name} ${table}` }).locator("tbody tr").allTextContents();

test("a purchase shows as an enrollment and as money, by day and by course", async () => {
  const { page } = olga;
  await olga.visit("/console/");
  await page.getByRole("link", { name: "Reports" }).click();
  await page.getByText("2 entries read. Days begin and end in UTC.").waitFor();
  await report("Enrollments").getByText("1 enrollment", { exact: true }).waitFor();
  await report("Completions").getByText("0 completions", { exact: true }).waitFor();
  await report("Sales in USD").getByText("29.00 USD, without what went back").waitFor();
  await report("Enrollments").getByRole("img", { name: /^Enrollments: 1 enrollment from / }).waitFor();
  await report("Enrollments").getByText("The numbers").click();
  const days = await cells("Enrollments", "by time");
  const today = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date());
  assert.deepEqual(days.filter((line) => !line.endsWith("0")), [`${today}1`]);
  assert.deepEqual(await cells("Enrollments", "by course"), ["Calm version control with Git1"]);
});

test("what is completed and what is given back is told of", async () => {
  const { page } = olga;
  const order = (await olga.done("GET", "/api/admin/orders")).items[0];
  await olga.done("POST", `/api/courses/${order.course}/enrollments/${lena}/complete`, {});
  const { version } = await olga.done("GET", `/api/admin/orders/${order.id}`);
  await olga.done("POST", `/api/admin/orders/${order.id}/refund`, { version, reason: "One lesson is missing", amount_minor: 900 });
  await olga.visit("/console/reports/?months=12");
  await report("Completions").getByText("1 completion", { exact: true }).waitFor();
  await report("Sales in USD").getByText("20.00 USD, without what went back").waitFor();
  await report("Sales in USD").getByText("The numbers").click();
  assert.equal((await cells("Sales in USD", "by time")).length, 12);
  await page.getByLabel("Time").selectOption({ label: "Three months, week by week" });
  await page.getByText("3 entries read. Days").waitFor();
  assert.equal(new URL(page.url()).searchParams.get("months"), "3");
});

test("a report is saved as a file that holds each entry", async () => {
  const { page } = olga;
  const pressed = report("Sales in USD").getByRole("button", { name: "Save as CSV: Sales in USD" }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), pressed]);
  assert.equal(file.suggestedFilename(), "sales-in-usd.csv");
  const lines = (await readFile(await file.path(), "utf8")).replace("\ufeff", "").trim().split("\r\n");
  assert.equal(lines[0], "At,Course,USD");
  assert.match(lines[1], /^\d{4}-\d\d-\d\dT[^,]+,Calm version control with Git,20\.00$/);
  assert.equal(lines.length, 2);
});

test("who runs reports and sees no orders is shown no money, and a learner is led nowhere", async () => {
  await olga.person(stage, { name: "Mona", email: "mona@example.org", roles: [{ role: "monitor" }] });
  const mona = await Staff.signedIn(stage, "mona@example.org");
  await mona.visit("/console/reports/");
  await mona.page.getByRole("region", { name: "Enrollments" }).getByText("1 enrollment", { exact: true }).waitFor();
  assert.equal(await mona.page.getByRole("region", { name: /^Sales/ }).count(), 0);
  await mona.close();
  await olga.person(stage, { name: "Lea", email: "lea@example.org" });
  const lea = await Staff.signedIn(stage, "lea@example.org");
  await lea.visit("/console/");
  assert.equal(await lea.page.getByRole("link", { name: "Reports" }).isVisible(), false);
  assert.equal((await lea.ask("GET", "/api/admin/reports/enrollments?month=2026-11")).status(), 403);
  await lea.close();
  await olga.close();
});
