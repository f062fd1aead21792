// People from a table: what each line would do is shown before anything is made, and every mistake by line and column.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { scene } from "./scene.mjs";
import { founder } from "./console_staff.mjs";

const stage = scene(prepare);
const TABLE = ["name,email,role", "Ada,ada@example.org,2", "Bela,bela@nowhere,7", "Olga,olga@portico.example,2", "Cem,cem@example.org,2"].join("\r\n");
let olga;

async function prepare() {
  olga = await founder(stage);
}

const file = (text) => ({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

test("a dry run says of each line what it does, and makes nothing", async () => {
  const { page } = olga;
  await olga.visit("/console/people/import/");
  await page.getByLabel("File").setInputFiles(file(TABLE));
  await page.getByRole("button", { name: "See what it does" }).click();
  await page.getByText("2 accounts to be made, 1 line there already, 1 line wrong.").waitFor();
  const wrong = await page.locator("tbody tr").first().textContent();
  assert.match(wrong, /3.*Wrong.*Email “bela@nowhere”.*Role “7”/s);
  assert.equal((await olga.done("GET", "/api/admin/accounts")).items.length, 1);
  const [errors] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save what is wrong as CSV" }).click()]);
  assert.match(await readFile(await errors.path(), "utf8"), /^\ufeffLine,Who,What is wrong\r\n3,/);
  await olga.reader.lookOver();
});

test("what was shown is made once it is agreed to, and the same table again makes nothing", async () => {
  const { page } = olga;
  await page.getByRole("button", { name: "Make 2 accounts" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make 2 accounts" }).click();
  await olga.said(/^Done: 2 accounts made/);
  assert.equal((await olga.done("GET", "/api/admin/accounts")).items.length, 3);
  await page.getByRole("button", { name: "See what it does" }).click();
  await page.getByText("0 accounts to be made, 3 lines there already, 1 line wrong.").waitFor();
  assert.equal(await page.getByRole("button", { name: /^Make/ }).isVisible(), false);
});

test("what is made is what was shown, for the platform that was chosen then", async () => {
  const { page } = olga;
  const { id: partner } = await olga.done("POST", "/api/admin/partners", { name: "Nordic Academy" });
  await olga.visit("/console/people/import/");
  let go;
  const held = new Promise((resolve) => (go = resolve));
  await page.route("**/import?*", async (route) => {
    await held;
    await route.continue();
  }, { times: 1 });
  await page.getByLabel("File").setInputFiles(file("name,email,role\r\nNora,nora@example.org,2\r\n"));
  const asks = page.getByRole("button", { name: "See what it does" });
  await asks.click();
  await page.locator("[type=submit][aria-busy]").waitFor();
  await page.getByLabel("Platform").selectOption("Nordic Academy");
  go();
  await page.locator("[type=submit]:not([aria-busy])").waitFor();
  // The answer is about another platform than the one that is shown now.
  assert.equal(await page.getByRole("button", { name: /^Make/ }).isVisible(), false);
  await asks.click();
  await page.getByRole("button", { name: "Make 1 account" }).click();
  const question = page.getByRole("dialog");
  await question.getByText("belongs to: Nordic Academy.").waitFor();
  await question.getByRole("button", { name: "Make 1 account" }).click();
  await olga.said(/^Done: 1 account made/);
  assert.deepEqual((await olga.done("GET", `/api/admin/accounts?realm=${partner}`)).items.map(({ name }) => name), ["Nora"]);
});

test("a file of mistakes that cannot hold all of them says so", async () => {
  const { page } = olga;
  await olga.visit("/console/people/import/");
  const wrong = Array.from({ length: 2_001 }, (_, at) => `Wrong ${at},nowhere${at},2`);
  await page.getByLabel("File").setInputFiles(file(["name,email,role", ...wrong].join("\r\n")));
  await page.getByRole("button", { name: "See what it does" }).click();
  await page.getByText("2,001 lines wrong").waitFor();
  const [errors] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save what is wrong as CSV" }).click()]);
  await olga.said("2,000 lines in the file, of 2,001 that are wrong");
  assert.equal((await readFile(await errors.path(), "utf8")).trimEnd().split("\r\n").length, 2_001);
});

test("letters that the platform cannot read are refused with what to do, and make no broken name", async () => {
  const { page } = olga;
  olga.reader.expectTrouble(/400/);
  const windows = Buffer.from("name,email,role\r\nJörg Müller,joerg@example.org,2\r\n", "latin1");
  await page.getByLabel("File").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: windows });
  await page.getByRole("button", { name: "See what it does" }).click();
  assert.match(await page.getByRole("alert").textContent(), /UTF-8/);
  assert.equal(await page.getByRole("button", { name: /^Make/ }).isVisible(), false);
  await page.getByLabel("File").setInputFiles(file("name,email,role\r\nJörg Müller,joerg@example.org,2\r\n"));
  await page.getByRole("button", { name: "See what it does" }).click();
  await page.getByRole("cell", { name: "Jörg Müller" }).waitFor();
});

test("a file that is no such table is refused with what to do", async () => {
  const { page } = olga;
  olga.reader.expectTrouble(/400/);
  await page.getByLabel("File").setInputFiles(file("just,words\r\n1,2"));
  await page.getByRole("button", { name: "See what it does" }).click();
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").textContent(), /name|email|column/);
  await olga.close();
});
