// The console in a browser: a table of fifty people opened cold, and a dry run of ten thousand lines, as their reader waits
// for them. Median and longest of several rounds.

import assert from "node:assert/strict";
import { parseArgs } from "node:util";
import { openBrowser, Reader } from "../browser/reader.mjs";
import { Platform } from "../browser/platform.mjs";
import { founder } from "../browser/staff.mjs";

const { values } = parseArgs({ options: { runs: { type: "string", default: "7" } } });
const RUNS = Number(values.runs);
const LINES = 10_000;
/** One line in so many is wrong. */
const WRONG_EVERY = 100;

const ms = (number) => `${number.toFixed(0)} ms`;
function told(what, goal, times) {
  const sorted = times.toSorted((a, b) => a - b);
  console.log(`| ${what} | ${goal} | ${ms(sorted[Math.floor(sorted.length / 2)])}; ${ms(sorted.at(-1))} |`);
}

const platform = await Platform.start();
const browser = await openBrowser();
try {
  const staff = await founder(platform);
  for (let n = 0; n < 60; n += 1) {
    const person = { tier: "learner", type: "internal", name: `Person ${n}`, email: `person${n}@example.org` };
    await staff.call("POST", "/api/admin/accounts", person);
  }
  console.log("| what | goal | median; longest |\n|---|---|---|");
  const opened = [];
  for (let run = 0; run < RUNS; run += 1) {
    // Nothing is in this browser's cache.
    const { context, page } = await Reader.open(browser, { storageState: staff.storageState });
    const begun = performance.now();
    await page.goto(`${platform.origin}/console/people/`);
    await page.getByText("50 people shown").waitFor();
    opened.push(performance.now() - begun);
    assert.equal(await page.locator("tbody tr").count(), 50);
    await context.close();
  }
  told("fifty people in a table, from nothing in the cache until they can be used", "1 s", opened);

  const line = (n) => `Somebody ${n},${n % WRONG_EVERY ? `somebody${n}@example.org` : "nobody"},2`;
  const table = ["name,email,role", ...Array.from({ length: LINES }, (_, n) => line(n))].join("\n");
  const { context, page } = await Reader.open(browser, { storageState: staff.storageState });
  const judged = [];
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto(`${platform.origin}/console/people/import/`);
    await page.getByLabel("File").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
    const begun = performance.now();
    await page.getByRole("button", { name: "See what it does" }).click();
    await page.getByText(`${LINES / WRONG_EVERY} lines wrong`).waitFor();
    judged.push(performance.now() - begun);
    assert.equal(await page.getByText(/Email “nobody”/).count(), LINES / WRONG_EVERY);
  }
  await context.close();
  told("a dry run of 10,000 lines, each of its 100 mistakes named", "3 s", judged);
} finally {
  await browser.close();
  await platform.stop();
}
