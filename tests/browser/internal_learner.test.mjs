// A learner of the main platform, from its catalog to a completed course, and everything that may come in between.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PASSWORD } from "./people.mjs";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";
import { founder, internalLearner, openCatalog, publicLearner, publishedCourse } from "./staff.mjs";

const CATALOG = "/learn/catalog/";
const card = (page, title) => page.locator(".card", { hasText: title });

const stage = scene(async (stage) => {
  stage.staff = await founder(stage.platform);
  await openCatalog(stage.staff);
  const course = (title, more) => publishedCourse(stage.staff, { title, ...more });
  stage.knots = await course("Knots for everybody", { lessons: ["The bowline", "The clove hitch"] });
  stage.splices = await course("Splicing ropes", { self_enrollment: "on_request" });
  stage.sails = await course("Sails by hand", { seats: 1 });
  // Well-formed, and no language that browsers can name.
  stage.charts = await course("Charts and tides", { languages: ["de-x-simple"], lessons: ["The chart", "The tide", "The moon"] });
  stage.learner = await internalLearner(stage.platform, stage.staff, "Ines Ibarra", "ines@portico.example");
});

async function open(path, person = stage.learner) {
  const reader = await Reader.open(stage.browser, { storageState: person.storageState });
  await reader.visit(stage.platform.origin + path);
  return reader;
}

/** Signs in on the page that is open, which leads back to where one was. */
async function signInThere(page, email) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const lessonOf = ({ id, lessons }, at) => `/learn/lesson/?course=${id}&lesson=${lessons[at]}`;

/** Goes on with the tab key until this is reached, as somebody without a mouse would. */
async function tabTo(page, target) {
  const STOPS_MAX = 60;
  await target.waitFor();
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`${target} is not reached with the tab key`);
}

test("a language that the browser has no name for leaves the rest of the catalog as it is", async () => {
  const reader = await open(CATALOG);
  const { page } = reader;
  await card(page, "Charts and tides").getByText("de-x-simple", { exact: true }).waitFor();
  await card(page, "Knots for everybody").getByText("English", { exact: true }).waitFor();
  await reader.close();
});

test("with the keyboard alone, a learner finds a course, enrolls, reads it and completes it", async () => {
  const reader = await open("/learn/");
  const { page } = reader;
  await tabTo(page, page.getByRole("link", { name: "Find one in your platform’s catalog" }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Course catalog" }).waitFor();
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("KNOTS");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/learn/catalog/?q=KNOTS");
  await card(page, "Knots for everybody").getByText("You get in at once.").waitFor();
  assert.equal(await page.locator(".card").count(), 1);
  assert.equal(await page.getByRole("searchbox").inputValue(), "KNOTS");
  await reader.lookOver();

  await tabTo(page, page.getByRole("button", { name: "Enroll in Knots for everybody" }));
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("Knots for everybody: you are in.").waitFor();
  await card(page, "Knots").getByText("Not started").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Not started", "the focus is where it goes on");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/learn/course/**");

  await tabTo(page, page.getByRole("link", { name: "Start" }));
  await page.keyboard.press("Enter");
  for (const title of ["The bowline", "The clove hitch"]) {
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await tabTo(page, page.getByRole("button", { name: "Mark as done" }));
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Done ✓" }).waitFor();
    // The way on has the focus by now.
    if (title === "The bowline") await page.keyboard.press("Enter");
  }
  await reader.visit(`${stage.platform.origin}/learn/course/?id=${stage.knots.id}`);
  await page.getByText("2 of 2 lessons done").waitFor();
  await page.getByRole("link", { name: "See your certificate" }).waitFor();
  await reader.visit(stage.platform.origin + CATALOG);
  await card(page, "Knots").getByText("Completed").waitFor();
  await reader.close();
});

test("a learner asks for a course and waits, and is in once staff says yes", async () => {
  const { staff, learner, splices } = stage;
  const reader = await open(CATALOG);
  const { page } = reader;
  const line = card(page, "Splicing ropes");
  await line.getByText(/whoever runs it says yes or no/).waitFor();
  await line.getByRole("button", { name: "Ask to take part in Splicing ropes" }).click();
  await line.getByText("Waiting for confirmation").waitFor();
  await line.getByText(/there is nothing left for you to do/).waitFor();
  await page.getByRole("status").getByText("Splicing ropes: waiting for confirmation.").waitFor();
  assert.equal(await line.getByRole("link").count() + (await line.getByRole("button").count()), 0, "it opens nothing yet");
  await reader.visit(`${stage.platform.origin}/learn/`);
  await page.getByRole("region", { name: "Waiting or suspended" }).getByText("Splicing ropes", { exact: true }).waitFor();
  await staff.call("POST", `/api/courses/${splices.id}/enrollments/${learner.id}/confirm`, {});
  await stage.platform.mailTo("ines@portico.example", /Splicing ropes/);
  await reader.visit(stage.platform.origin + CATALOG);
  await line.getByRole("link", { name: "Open the course" }).click();
  await page.getByRole("heading", { level: 1, name: "Splicing ropes" }).waitFor();
  await reader.close();
});

test("where no seat is free, the catalog says so, and one waits in line until one is", async () => {
  const { staff, sails } = stage;
  const other = await internalLearner(stage.platform, staff, "Otto Olsen", "otto@portico.example");
  const reader = await open(CATALOG);
  const line = card(reader.page, "Sails by hand");
  await line.getByText("You get in at once. 1 seat is left.").waitFor();
  await other.call("POST", `/api/my/courses/${sails.id}/enroll`, {});
  // The seat went while the page was open: what is said is what became of it.
  await line.getByRole("button", { name: "Enroll in Sails by hand" }).click();
  await line.getByText("On the waiting list").waitFor();
  await line.getByText(/No seat is free/).waitFor();
  const ida = await internalLearner(stage.platform, staff, "Ida Iversen", "ida@portico.example");
  const late = await open(CATALOG, ida);
  await card(late.page, "Sails by hand").getByText("No seat is free. You can wait in line for one.").waitFor();
  await late.page.getByRole("button", { name: "Join the waiting list of Sails by hand" }).waitFor();
  await late.close();
  await staff.call("DELETE", `/api/courses/${sails.id}/enrollments/${other.id}`);
  await reader.visit(stage.platform.origin + CATALOG);
  await line.getByText("Not started").waitFor();
  await reader.close();
});

test("a refusal that leaves no enrollment is told in its own words", async () => {
  const una = await internalLearner(stage.platform, stage.staff, "Una Ulv", "una@portico.example");
  const reader = await open(CATALOG, una);
  const { page } = reader;
  reader.expectTrouble(/409/);
  const json = { status: 409, code: "conflict", message: "the course has changed meanwhile" };
  await page.route("**/enroll", (route) => route.fulfill({ status: 409, json }), { times: 1 });
  await page.getByRole("button", { name: "Enroll in Charts and tides" }).click();
  await card(page, "Charts").getByRole("alert").getByText("The course has changed meanwhile.").waitFor();
  await page.getByRole("button", { name: "Enroll in Charts and tides" }).waitFor();
  await reader.close();
});

test("what nothing begins with, and what cannot be looked for, is told", async () => {
  const reader = await open(`${CATALOG}?q=zzz`);
  const { page } = reader;
  await page.getByText("No course that you can enroll in begins with “zzz”.").waitFor();
  await page.getByRole("link", { name: "See all courses" }).click();
  await card(page, "Charts and tides").waitFor();
  reader.expectTrouble(/422/);
  await page.goto(`${stage.platform.origin}${CATALOG}?q=${"x".repeat(101)}`);
  await page.getByRole("status").getByText("What you look for must have at most 100 characters.").waitFor();
  // Markup stays text.
  await page.goto(`${stage.platform.origin}${CATALOG}?q=${encodeURIComponent("<img src=x onerror=alert(1)>")}`);
  await page.getByText("begins with “<img src=x onerror=alert(1)>”.").waitFor();
  await page.getByRole("searchbox").fill("char");
  await page.getByRole("button", { name: "Find" }).click();
  await card(page, "Charts and tides").waitFor();
  await page.goBack();
  await page.getByText(/No course that you can enroll in/).waitFor();
  assert.match(await page.getByRole("searchbox").inputValue(), /^<img/);
  await reader.close();
});

test("a lost connection is told beside what was pressed, and a second try works", async () => {
  const reader = await open(CATALOG);
  const { page } = reader;
  reader.expectTrouble(/ERR_INTERNET_DISCONNECTED/);
  const enroll = page.getByRole("button", { name: "Enroll in Charts and tides" });
  await enroll.waitFor();
  await reader.context.setOffline(true);
  await enroll.press("Enter");
  await card(page, "Charts").getByRole("alert").getByText(/did not answer.*try again/).waitFor();
  await reader.context.setOffline(false);
  // Whoever pressed it with the keyboard is still there, and only presses again.
  await page.keyboard.press("Enter");
  await card(page, "Charts").getByText("Not started").waitFor();
  assert.equal(await card(page, "Charts").getByRole("alert").isVisible(), false);

  await reader.visit(stage.platform.origin + lessonOf(stage.charts, 0));
  const done = page.getByRole("button", { name: "Mark as done" });
  await done.waitFor();
  await reader.context.setOffline(true);
  await done.click();
  const said = page.getByRole("alert").getByText("That was not saved. Please try again.");
  await said.waitFor();
  await page.getByRole("heading", { level: 1, name: "The chart" }).waitFor();
  await reader.context.setOffline(false);
  await done.click();
  await page.getByRole("button", { name: "Done ✓" }).waitFor();
  assert.equal(await said.isVisible(), false, "what is saved by now is not said to be lost");
  await reader.close();
});

test("the same lesson in two tabs is done once, and the same course entered once", async () => {
  const ulla = await internalLearner(stage.platform, stage.staff, "Ulla Unger", "ulla@portico.example");
  const reader = await open(CATALOG, ulla);
  const other = await reader.inNewWindow();
  await other.visit(stage.platform.origin + CATALOG);
  reader.expectTrouble(/409/);
  // The second tab shows the button that the first one has used: what it says is where one stands.
  for (const { page } of [reader, other]) {
    await page.getByRole("button", { name: "Enroll in Charts and tides" }).click();
    await card(page, "Charts").getByText("Not started").waitFor();
    await page.goto(stage.platform.origin + lessonOf(stage.charts, 1));
    await page.getByRole("heading", { level: 1, name: "The tide" }).waitFor();
  }
  for (const { page } of [reader, other]) {
    await page.getByRole("button", { name: "Mark as done" }).click();
    await page.getByRole("button", { name: "Done ✓" }).waitFor();
  }
  await reader.visit(`${stage.platform.origin}/learn/course/?id=${stage.charts.id}`);
  await reader.page.getByText("1 of 3 lessons done").waitFor();
  const { courses } = await ulla.call("GET", "/api/my/courses");
  assert.equal(courses.length, 1);
  await reader.close();
});

test("a login that ended meanwhile leads to sign-in and back, and loses nothing", async () => {
  const vera = await internalLearner(stage.platform, stage.staff, "Vera Vik", "vera@portico.example");
  await vera.call("POST", `/api/my/courses/${stage.charts.id}/enroll`, {});
  const reader = await open(lessonOf(stage.charts, 2), vera);
  const { page } = reader;
  reader.expectTrouble(/401/);
  const done = page.getByRole("button", { name: "Mark as done" });
  await done.waitFor();
  await stage.staff.call("POST", `/api/admin/accounts/${vera.id}/end-logins`, {});
  await done.click();
  const [tab] = await Promise.all([reader.context.waitForEvent("page"), page.getByRole("alert").getByRole("link", { name: "Sign in in another tab" }).click()]);
  await tab.getByLabel("E-mail address").waitFor();
  await signInThere(tab, "vera@portico.example");
  // Back at the lesson; and the tab that waited goes on, too.
  await tab.waitForURL((url) => url.pathname + url.search === lessonOf(stage.charts, 2));
  await tab.getByRole("heading", { level: 1, name: "The moon" }).waitFor();
  await done.click();
  await page.getByRole("button", { name: "Done ✓" }).waitFor();
  // A page that is opened while nobody is signed in leads there by itself.
  await stage.staff.call("POST", `/api/admin/accounts/${vera.id}/end-logins`, {});
  await page.goto(stage.platform.origin + CATALOG);
  await page.getByLabel("E-mail address").waitFor();
  await signInThere(page, "vera@portico.example");
  await page.waitForURL(`**${CATALOG}`);
  await card(page, "Charts and tides").getByText("In progress").waitFor();
  await reader.close();
});

test("the back button leads the way that was gone", async () => {
  const reader = await open("/learn/");
  const { page } = reader;
  await page.getByRole("navigation", { name: "Your pages" }).getByRole("link", { name: "Catalog" }).click();
  await card(page, "Charts and tides").getByRole("link", { name: "Open the course" }).click();
  await page.getByRole("heading", { level: 1, name: "Charts and tides" }).waitFor();
  await page.getByRole("link", { name: "The moon" }).click();
  await page.getByRole("heading", { level: 1, name: "The moon" }).waitFor();
  await page.goBack();
  await page.getByText(/of 3 lessons done/).waitFor();
  await page.goBack();
  await card(page, "Charts and tides").waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "My learning" }).waitFor();
  await reader.close();
});

test("long lists come page by page, and nothing twice", async () => {
  const COURSES = 51;
  const titles = Array.from({ length: COURSES }, (_, at) => `Zodiac ${String(at + 1).padStart(2, "0")}`);
  const zoe = await internalLearner(stage.platform, stage.staff, "Zoe Zeller", "zoe@portico.example");
  const courses = [];
  for (const title of titles) courses.push(await publishedCourse(stage.staff, { title }));
  const reader = await open(`${CATALOG}?q=zodiac`);
  const { page } = reader;
  const more = page.getByRole("button", { name: "Show more" });
  await more.waitFor();
  assert.equal(await page.locator(".card").count(), COURSES - 1);
  await more.dblclick();
  await card(page, titles.at(-1)).waitFor();
  await more.waitFor({ state: "hidden" });
  assert.deepEqual(await page.locator(".card h2").allTextContents(), titles);
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Zodiac 51/, "the focus goes on with what came");
  await reader.close();

  for (const { id } of courses) await zoe.call("POST", `/api/my/courses/${id}/enroll`, {});
  const own = await open("/learn/", zoe);
  await own.page.getByRole("button", { name: "Show more" }).dblclick();
  await own.page.getByRole("button", { name: "Show more" }).waitFor({ state: "hidden" });
  const shown = await own.page.locator(".card h3").allTextContents();
  assert.deepEqual(shown.toSorted(), titles);
  await own.close();
});

test("public learners keep the way to the public catalog, and are told where this one is not theirs", async () => {
  const pia = await publicLearner(stage.platform, "Pia Pohl", "pia@reader.example", ["awwal-khutwa-python"]);
  const { courses } = await pia.call("GET", "/api/my/courses");
  await stage.staff.call("DELETE", `/api/courses/${courses[0].course.id}/enrollments/${pia.id}`);
  const reader = await open("/learn/", pia);
  const { page } = reader;
  await page.getByRole("link", { name: "Find one in the catalog" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "Catalog", exact: true }).count(), 0);
  reader.expectTrouble(/403/);
  await page.goto(stage.platform.origin + CATALOG);
  await page.getByText(/does not show its catalog to your kind of account/).waitFor();
  await page.getByRole("link", { name: "See the public catalog" }).click();
  await page.waitForURL("**/courses/");
  await reader.close();
});
