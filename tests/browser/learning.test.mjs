// "My learning": where to go on, what waits or is suspended and why, what is done, and the paths.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Reader } from "./reader.mjs";
import { scene } from "./scene.mjs";
import { founder, internalLearner, openCatalog, publicLearner, publishedCourse } from "./staff.mjs";

const SLUGS = ["spreadsheets-that-tell-the-truth", "awwal-khutwa-python"];
const COURSE = "Spreadsheets that tell the truth";
const section = (page, name) => page.getByRole("region", { name, exact: true });

const stage = scene(async (stage) => {
  stage.staff = await founder(stage.platform);
  stage.learner = await publicLearner(stage.platform, "Lena Lindqvist", "lena@reader.example", SLUGS);
  const { courses } = await stage.learner.call("GET", "/api/my/courses");
  stage.course = (title) => courses.find(({ course }) => course.title === title)?.course.id;
});

/** Staff moves the learner's enrollment in the course. */
const move = (verb) => stage.staff.call("POST", `/api/courses/${stage.course(COURSE)}/enrollments/${stage.learner.id}/${verb}`, {});

async function openLearning(person) {
  const reader = await Reader.open(stage.browser, { storageState: person.storageState });
  await reader.visit(`${stage.platform.origin}/learn/`);
  return reader;
}

test("the next step is the lesson to go on with", async () => {
  const reader = await openLearning(stage.learner);
  const { page } = reader;
  const step = section(page, "Your next step");
  await step.getByRole("link", { name: "Start" }).waitFor();
  await step.getByRole("link").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Mark as done" }).press("Enter");
  await page.getByRole("button", { name: "Done ✓" }).waitFor();
  const begun = await page.locator("[data-course]").textContent();
  await reader.visit(`${stage.platform.origin}/learn/`);
  await step.getByRole("link", { name: "Go on" }).waitFor();
  await step.getByText(begun).waitFor();
  await section(page, "Open to you").locator(".card", { hasText: begun }).getByText("In progress").waitFor();
  await reader.close();
});

test("what waits or is suspended says why, and opens nothing", async () => {
  const reader = await openLearning(stage.learner);
  const { page } = reader;
  for (const [verb, state, why] of [
    ["suspend", "Suspended", /has suspended you.*is kept/],
    ["queue", "On the waiting list", /No seat is free/],
    ["overbook", "Overbooked", /more people than seats/],
  ]) {
    await move(verb);
    await reader.visit(`${stage.platform.origin}/learn/`);
    const card = section(page, "Waiting or suspended").locator(".card", { hasText: COURSE });
    await card.getByText(state, { exact: true }).waitFor();
    await card.getByText(why).waitFor();
    assert.equal(await card.getByRole("link").count(), 0, verb);
    await reader.lookOver();
  }
  await reader.close();
});

test("where the last open lesson has left the outline, the learner finishes the course", async () => {
  const { staff } = stage;
  const made = await staff.call("POST", "/api/admin/courses", { title: "Two lessons", audience: "internal", languages: ["en"], self_enrollment: "open" });
  const course = `/api/admin/courses/${made.id}`;
  const lessons = ["Read", "Never written"].map((title) => ({ title, minutes: 5 }));
  const { outline } = await staff.call("PATCH", course, { outline: [{ title: "One", lessons }] });
  const [read, open] = outline[0].lessons;
  await staff.call("POST", `${course}/publish`, {});
  const iris = await internalLearner(stage.platform, staff, "Iris Ito", "iris@portico.example");
  await iris.call("POST", `/api/my/courses/${made.id}/enroll`, {});
  await iris.call("POST", `/api/my/courses/${made.id}/lessons/${read.id}/done`, {});
  const { version } = await staff.call("GET", `${course}/lessons/${open.id}`);
  await staff.call("DELETE", `${course}/lessons/${open.id}?version=${version}`);
  const reader = await Reader.open(stage.browser, { storageState: iris.storageState });
  await reader.visit(`${stage.platform.origin}/learn/course/?id=${made.id}`);
  await reader.page.getByText("1 of 1 lessons done").waitFor();
  await reader.page.getByRole("button", { name: "Finish the course" }).click();
  await reader.page.getByRole("link", { name: "See your certificate" }).waitFor();
  assert.equal(await reader.page.getByRole("button", { name: "Finish the course" }).isVisible(), false);
  await reader.close();
});

test("what is completed has its own place", async () => {
  await move("promote");
  await move("complete");
  const reader = await openLearning(stage.learner);
  await section(reader.page, "Completed").locator(".card", { hasText: COURSE }).waitFor();
  assert.equal(await section(reader.page, "Waiting or suspended").count(), 0, "an empty group is not shown");
  await reader.close();
});

test("paths are there with where one stands; without courses there is a way to some", async () => {
  const ida = await internalLearner(stage.platform, stage.staff, "Ida Iversen", "ida@portico.example");
  const path = await stage.staff.call("POST", "/api/admin/places/path", { name: "First weeks" });
  const enrollments = `/api/admin/places/path/${path.id}/enrollments`;
  const reader = await openLearning(ida);
  const { page } = reader;
  await page.getByRole("link", { name: "Find one in the catalog" }).waitFor();
  assert.equal(await page.getByRole("region").count(), 0, "empty groups are not shown");
  await stage.staff.call("POST", enrollments, { account: ida.id });
  await stage.staff.call("POST", `${enrollments}/${ida.id}/suspend`, {});
  await reader.visit(`${stage.platform.origin}/learn/`);
  const line = section(page, "Paths and programs").getByRole("listitem");
  await line.getByText("First weeks").waitFor();
  await line.getByText("Suspended", { exact: true }).waitFor();
  await line.getByText(/has suspended you/).waitFor();
  await reader.close();
});

test("whoever is not in a course finds the way in, and whoever only reads marks nothing", async () => {
  const { staff, platform } = stage;
  const { id, lessons } = await publishedCourse(staff, { title: "Tides and currents" });
  await openCatalog(staff);
  const nils = await internalLearner(platform, staff, "Nils Nord", "nils@portico.example");
  const reader = await Reader.open(stage.browser, { storageState: nils.storageState });
  const { page } = reader;
  await reader.visit(`${platform.origin}/learn/course/?id=${id}`);
  await page.getByText("You are not in this course").waitFor();
  assert.equal(await page.locator("[data-sections] a, [data-continue]:not([hidden])").count(), 0);
  await page.getByRole("link", { name: "See how to get in" }).click();
  await page.getByRole("button", { name: "Enroll in Tides and currents" }).click();
  await page.getByRole("link", { name: "Open the course" }).waitFor();
  await staff.call("POST", `/api/courses/${id}/enrollments/${nils.id}/suspend`, {});
  await reader.visit(`${platform.origin}/learn/course/?id=${id}`);
  await page.getByText(/^Suspended\. Whoever runs it has suspended you/).waitFor();
  assert.equal(await page.locator("[data-sections] a, [data-continue]:not([hidden])").count(), 0);
  await reader.close();

  const olga = await Reader.open(stage.browser, { storageState: staff.storageState });
  await olga.visit(`${platform.origin}/learn/course/?id=${id}`);
  await olga.press("link", "Start");
  await olga.page.getByText("5 min").waitFor();
  assert.match(olga.page.url(), new RegExp(`lesson=${lessons[0]}`));
  assert.equal(await olga.page.getByRole("button", { name: "Mark as done" }).isVisible(), false);
  await olga.close();
});
