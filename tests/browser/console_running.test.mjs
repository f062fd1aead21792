// What has begun is told of, whatever is pressed meanwhile: deeds of one step are waited for, those in parts are stopped.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { scene } from "./scene.mjs";
import { founder } from "./console_staff.mjs";

const stage = scene(prepare);
/** More than go into one request. */
const MANY = 115;
let olga;

async function prepare() {
  olga = await founder(stage);
  const rows = Array.from({ length: MANY }, (_, at) => ({ name: `Bulk ${at}`, email: `bulk${at}@example.org`, role: 2 }));
  await olga.done("POST", "/api/admin/accounts/import", { rows });
}

const dialog = () => olga.page.getByRole("dialog");

/** A promise, and the way to keep it. */
function promised() {
  let keep;
  const kept = new Promise((resolve) => (keep = resolve));
  return { kept, keep };
}

/** Holds the requests to an address until they are let go. */
async function held(pattern) {
  const [gate, arrived] = [promised(), promised()];
  let count = 0;
  await olga.page.route(pattern, async (route) => {
    count += 1;
    arrived.keep();
    await gate.kept;
    await route.continue();
  });
  return { arrived: arrived.kept, letGo: gate.keep, count: () => count, end: () => olga.page.unroute(pattern) };
}

async function pickAll() {
  const { page } = olga;
  await olga.visit("/console/people/?q=Bulk");
  for (const shown of [50, 100]) {
    await page.getByText(`${shown} people shown`).waitFor();
    await page.getByRole("button", { name: "Show more" }).click();
    // The focus goes on with what came.
    await page.locator(`tbody tr:nth-child(${shown + 1}) :focus`).waitFor();
  }
  await page.getByText(`${MANY} people shown`).waitFor();
  await page.getByLabel("Select all that are shown").check();
  await page.getByText(`${MANY} people selected`).waitFor();
}

test("what is done in parts stops between them, and says how far it came", async () => {
  const { page } = olga;
  await pickAll();
  const bulk = await held("**/accounts/bulk");
  await page.getByRole("button", { name: "Switch off" }).click();
  await dialog().getByRole("button", { name: `Switch off ${MANY} people` }).click();
  await bulk.arrived;
  await dialog().getByRole("button", { name: "Stop" }).click();
  await dialog().getByText("It stops as soon as").waitFor();
  bulk.letGo();
  await olga.said("Done: 100. It was stopped: 15 were left as they are.");
  await page.locator("[data-said]:focus").waitFor();
  assert.equal(bulk.count(), 1);
  await page.getByText("50 people shown").waitFor();
  assert.equal(await page.locator("tbody .mark-bad").count(), 50);
  await bulk.end();
});

test("what breaks off between parts says what was done", async () => {
  const { page } = olga;
  await pickAll();
  let count = 0;
  await page.route("**/accounts/bulk", (route) => {
    count += 1;
    return count === 1 ? route.continue() : route.abort();
  });
  olga.reader.expectTrouble(/accounts\/bulk/);
  await page.getByRole("button", { name: "Switch on" }).click();
  await dialog().getByRole("button", { name: `Switch on ${MANY} people` }).click();
  await olga.said(/Done: 100.*It broke off.*15 were left as they are/);
  await page.unroute("**/accounts/bulk");
});

test("a file holds what the filters said when it was asked for, whatever they say by now", async () => {
  const { page } = olga;
  await olga.visit("/console/people/?q=Bulk");
  await page.getByText("50 people shown").waitFor();
  const second = await held(/\/api\/admin\/accounts\?.*limit=100.*cursor=/);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  await second.arrived;
  await page.getByLabel("Find").fill("Bulk 99");
  await page.getByText("1 person shown").waitFor();
  second.letGo();
  const lines = (await readFile(await (await saved).path(), "utf8")).trimEnd().split("\r\n");
  assert.equal(lines.length, MANY + 1);
  assert.equal(new Set(lines).size, lines.length);
  await second.end();
});

test("a deed that runs is neither cancelled nor hidden", async () => {
  const { page } = olga;
  const [{ id, name }] = (await olga.done("GET", "/api/admin/accounts?q=Bulk&limit=1")).items;
  await olga.visit(`/console/person/?id=${id}`);
  const deed = await held("**/end-logins");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await dialog().getByRole("button", { name: "Sign out everywhere" }).click();
  await deed.arrived;
  assert.equal(await dialog().getByRole("button", { name: "Cancel" }).isDisabled(), true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  assert.equal(await dialog().isVisible(), true, name);
  deed.letGo();
  await olga.said("Signed out everywhere.");
  await dialog().waitFor({ state: "detached" });
  await deed.end();
  await olga.close();
});
