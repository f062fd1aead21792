// What is typed in the console is not lost, and what is not shown is not done: publishing, two authors, ends of a login.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PASSWORD } from "./people.mjs";
import { typedIn } from "./reader.mjs";
import { scene } from "./scene.mjs";
import { founder, Staff } from "./console_staff.mjs";

const stage = scene(prepare);
let olga;

async function prepare() {
  olga = await founder(stage);
}

const dialog = (staff) => staff.page.getByRole("dialog");

/** A course of the public catalog with one section of these lessons. */
async function course(title, lessons = []) {
  const made = await olga.done("POST", "/api/admin/courses", { title, audience: "public", languages: ["en"] });
  const outline = [{ title: "One", lessons: lessons.map((lesson) => ({ title: lesson, minutes: 5, markdown: `About ${lesson}` })) }];
  return olga.done("PATCH", `/api/admin/courses/${made.id}`, { outline });
}

const read = (id) => olga.done("GET", `/api/admin/courses/${id}`);

test("what is typed is saved with publishing, and the price is said before", async () => {
  const { page } = olga;
  const { id } = await course("Sails", ["Reefing"]);
  await olga.visit(`/console/course/?id=${id}`);
  await page.getByRole("button", { name: "Publish" }).click();
  await dialog(olga).getByText("It will be free.").waitFor();
  await dialog(olga).getByRole("button", { name: "Cancel" }).click();
  await page.getByLabel("Price").fill("99.00");
  await page.getByLabel("Currency").fill("EUR");
  await page.getByLabel("New description").fill("With *wind*.");
  await page.getByLabel("Title of the lesson").fill("Reefing early");
  await page.getByRole("button", { name: "Publish" }).click();
  await dialog(olga).getByText("It costs 99.00 EUR.").waitFor();
  await dialog(olga).getByText(/Not saved yet.*Price, New description.*Outline/).waitFor();
  await dialog(olga).getByRole("button", { name: "Save and publish" }).click();
  await olga.said("Published.");
  const published = await read(id);
  assert.deepEqual(published.price, { amount: "99.00", currency: "EUR" });
  assert.match(published.description_html, /<em>wind<\/em>/);
  assert.equal(published.outline[0].lessons[0].title, "Reefing early");
  assert.equal(published.publication, "published");
});

test("a price that could be two is refused before it is saved or published, and a comma is a point", async () => {
  const { page } = olga;
  const id = new URL(page.url()).searchParams.get("id");
  await page.getByLabel("Price").fill("1.000");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const wrong = page.getByText("Must be an amount such as 19.99, with no marks between thousands");
  await wrong.waitFor();
  assert.equal((await read(id)).price.amount, "99.00");
  await page.getByLabel("Price").fill("19,9");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await olga.said("Saved.");
  assert.equal(await page.getByLabel("Price").inputValue(), "19.90");
  const { id: draft } = await course("Sheets");
  await olga.visit(`/console/course/?id=${draft}`);
  await page.getByLabel("Price").fill("1,000");
  await page.getByLabel("Currency").fill("EUR");
  await page.getByRole("button", { name: "Publish" }).click();
  await wrong.waitFor();
  assert.equal(await dialog(olga).count(), 0);
  await page.getByLabel("Price").fill("");
  await olga.done("PATCH", `/api/admin/courses/${id}`, { price: { amount: "99.00", currency: "EUR" } });
  await olga.visit(`/console/course/?id=${id}`);
});

test("a course that costs something becomes free only after a question", async () => {
  const { page } = olga;
  const id = new URL(page.url()).searchParams.get("id");
  await page.getByLabel("Price").fill("");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await dialog(olga).getByText("It costs 99.00 EUR now.").waitFor();
  await dialog(olga).getByRole("button", { name: "Cancel" }).click();
  assert.equal((await read(id)).price.amount, "99.00");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await dialog(olga).getByRole("button", { name: "Make it free" }).click();
  await olga.said("Saved.");
  assert.equal((await read(id)).price, null);
});

test("saving one half of the page leaves what is typed in the other", async () => {
  const { page } = olga;
  const { id } = await course("Knots", ["Bowline"]);
  await olga.visit(`/console/course/?id=${id}`);
  await page.getByLabel("In one sentence").fill("Tie what holds");
  await page.getByLabel("Title of the lesson").fill("The bowline");
  await page.getByRole("button", { name: "Save the outline" }).click();
  await olga.said("The outline is saved.");
  assert.equal(await page.getByLabel("In one sentence").inputValue(), "Tie what holds");
  await page.getByLabel("Title of the lesson").fill("The running bowline");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await olga.said("Saved.");
  assert.equal(await page.getByLabel("Title of the lesson").inputValue(), "The running bowline");
  await page.getByText("Not saved yet").waitFor();
  await page.getByRole("button", { name: "Save the outline" }).click();
  await olga.said("The outline is saved.");
  const saved = await read(id);
  assert.deepEqual([saved.summary, saved.outline[0].lessons[0].title], ["Tie what holds", "The running bowline"]);
});

test("what is typed while something is saved stays, and is saved with the next one", async () => {
  const { page } = olga;
  const { id, outline } = await course("Ropes", ["Fibre"]);
  /** Does it while the answer to what a button sends is on its way. */
  async function meanwhile(pattern, press, work) {
    let go;
    const held = new Promise((resolve) => (go = resolve));
    await page.route(pattern, async (route) => {
      if (!["PATCH", "PUT"].includes(route.request().method())) return route.continue();
      const response = await route.fetch();
      await held;
      return route.fulfill({ response });
    });
    await press();
    await page.locator("[type=submit][aria-busy]").waitFor();
    await work();
    go();
  }
  const patch = `**/api/admin/courses/${id}`;
  await olga.visit(`/console/course/?id=${id}`);
  await page.getByLabel("In one sentence").fill("Holds");
  await meanwhile(patch, () => page.getByRole("button", { name: "Save", exact: true }).click(), () => page.getByLabel("In one sentence").fill("Holds well"));
  await olga.said("Saved.");
  assert.equal(await page.getByLabel("In one sentence").inputValue(), "Holds well");
  await page.unroute(patch);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await olga.said("Saved.");
  await page.getByRole("button", { name: "Add a lesson to section 1" }).click();
  await page.getByLabel("Title of the lesson").last().fill("Wire");
  const save = () => page.getByRole("button", { name: "Save the outline" }).click();
  await meanwhile(patch, save, () => page.getByLabel("Title of the lesson").last().fill("Steel wire"));
  await olga.said("The outline is saved.");
  await page.getByText("Not saved yet").waitFor();
  assert.equal(await page.getByLabel("Title of the lesson").last().inputValue(), "Steel wire");
  await page.unroute(patch);
  await save();
  await olga.said("The outline is saved.");
  const kept = await read(id);
  assert.equal(kept.summary, "Holds well");
  assert.deepEqual(kept.outline[0].lessons.map(({ title }) => title), ["Fibre", "Steel wire"]);

  const lesson = `**/api/admin/courses/${id}/lessons/*`;
  await olga.visit(`/console/lesson/?course=${id}&lesson=${outline[0].lessons[0].id}`);
  const text = page.getByLabel("Text, in Markdown");
  await text.fill("Hemp");
  await meanwhile(lesson, () => page.getByRole("button", { name: "Save" }).click(), () => text.fill("Hemp and sisal"));
  await olga.said("Saved.");
  assert.equal(await text.inputValue(), "Hemp and sisal");
  await page.unroute(lesson);
  await page.getByRole("button", { name: "Save" }).click();
  await olga.said("Saved.");
});

test("entries of an outline are moved and removed with the keyboard, which stays where it was", async () => {
  const { page } = olga;
  const { id } = await course("Blocks", ["Single", "Double", "Fiddle"]);
  await olga.visit(`/console/course/?id=${id}`);
  const focused = (name) => page.locator(":focus").and(page.getByRole("button", { name, exact: true })).waitFor();
  await page.getByRole("button", { name: "Move Single down" }).press("Enter");
  await focused("Move Single down");
  await page.keyboard.press("Enter");
  // It cannot go further down.
  await focused("Move Single up");
  await page.getByRole("button", { name: "Remove Fiddle" }).press("Enter");
  await focused("Remove Single");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await focused("Add a lesson to section 1");
  await page.keyboard.press("Enter");
  await page.locator(":focus").and(page.getByLabel("Title of the lesson")).fill("Snatch");
  page.once("dialog", (leaving) => leaving.accept());
});

test("nobody publishes what somebody else has just saved", async () => {
  const { page } = olga;
  const { id } = await course("Anchors", ["Chain"]);
  await olga.visit(`/console/course/?id=${id}`);
  await olga.done("PATCH", `/api/admin/courses/${id}`, { summary: "Not ready" });
  olga.reader.expectTrouble(/409/);
  await page.getByRole("button", { name: "Publish" }).click();
  await dialog(olga).getByRole("button", { name: "Publish" }).click();
  await dialog(olga).getByText("changed by somebody else").waitFor();
  assert.equal((await read(id)).publication, "draft");
});

test("lessons that leave the outline are named before their texts go", async () => {
  const { page } = olga;
  const { id } = await course("Winds", ["Foehn", "Bora", "Mistral"]);
  await olga.visit(`/console/course/?id=${id}`);
  for (const name of ["Foehn", "Mistral"]) await page.getByRole("button", { name: `Remove ${name}` }).click();
  await page.getByRole("button", { name: "Save the outline" }).click();
  await dialog(olga).getByText("2 lessons with their texts go for good: Foehn, Mistral.").waitFor();
  await dialog(olga).getByRole("button", { name: "Cancel" }).click();
  await dialog(olga).waitFor({ state: "detached" });
  assert.equal((await read(id)).outline[0].lessons.length, 3);
  await page.getByRole("button", { name: "Save the outline" }).click();
  await dialog(olga).getByRole("button", { name: "Save the outline" }).click();
  await olga.said("The outline is saved.");
  assert.deepEqual((await read(id)).outline[0].lessons.map(({ title }) => title), ["Bora"]);
});

test("of two authors, the later one is told, and keeps what they typed", async () => {
  const { page } = olga;
  const { id, outline } = await course("Tides", ["Spring"]);
  const lesson = `/api/admin/courses/${id}/lessons/${outline[0].lessons[0].id}`;
  await olga.visit(`/console/lesson/?course=${id}&lesson=${outline[0].lessons[0].id}`);
  const { version } = await olga.done("GET", lesson);
  await olga.done("PUT", lesson, { version, title: "Spring", minutes: 5, markdown: "Two hours of work" });
  await page.getByLabel("Text, in Markdown").fill("From an old page");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The lesson was changed by somebody else").waitFor();
  await page.getByRole("link", { name: "See the lesson as it is now" }).waitFor();
  assert.equal(await page.getByLabel("Text, in Markdown").inputValue(), "From an old page");
  assert.equal((await olga.done("GET", lesson)).markdown, "Two hours of work");
});

test("a login that ends while somebody types loses nothing: they sign in beside it and save", async () => {
  const { page, reader, origin } = olga;
  const { id, outline } = await course("Charts", ["Symbols"]);
  const lesson = `/api/admin/courses/${id}/lessons/${outline[0].lessons[0].id}`;
  page.on("dialog", (leaving) => leaving.accept());
  await olga.visit(`/console/lesson/?course=${id}&lesson=${outline[0].lessons[0].id}`);
  await page.getByLabel("Text, in Markdown").fill("Two hours of work");
  await reader.context.clearCookies();
  reader.expectTrouble(/401/);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("You are signed out").waitFor();
  const beside = page.getByRole("link", { name: "Sign in in another tab" });
  assert.equal(await beside.getAttribute("target"), "_blank");
  const [tab] = await Promise.all([reader.context.waitForEvent("page"), beside.click()]);
  await tab.getByLabel("E-mail address").fill("olga@portico.example");
  await tab.getByLabel("Password", { exact: true }).fill(PASSWORD);
  const choice = tab.getByLabel("Account", { exact: true });
  if (await choice.count()) await choice.selectOption("main");
  await tab.getByRole("button", { name: "Sign in" }).click();
  await tab.waitForURL("**/console/lesson/**");
  await tab.close();
  assert.equal(await page.getByLabel("Text, in Markdown").inputValue(), "Two hours of work");
  await page.getByRole("button", { name: "Save" }).click();
  await olga.said("Saved.");
  assert.equal((await olga.done("GET", lesson)).markdown, "Two hours of work");
});

test("a page writes in nobody's name but that of who opened it", async () => {
  const { page, reader, origin } = olga;
  await olga.person(stage, { name: "Ada", email: "ada@example.org", tier: "administrator" });
  const { id, outline } = await course("Lights", ["Colours"]);
  await olga.visit(`/console/lesson/?course=${id}&lesson=${outline[0].lessons[0].id}`);
  await page.getByLabel("Text, in Markdown").fill("Olga's words");
  const answer = await reader.context.request.post(`${origin}/api/login`, { headers: { origin }, data: { email: "ada@example.org", password: PASSWORD, realm: "main" } });
  assert.equal(answer.status(), 200);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Somebody else is signed in now (ada@example.org)").waitFor();
  assert.equal(await typedIn(page.getByLabel("Text, in Markdown")), "Olga's words");
  await reader.context.request.post(`${origin}/api/login`, { headers: { origin }, data: { email: "olga@portico.example", password: PASSWORD, realm: "main" } });
  await page.getByRole("button", { name: "Save" }).click();
  await olga.said("Saved.");
  await olga.close();
});
