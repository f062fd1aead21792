// Where the learner goes on, their courses with what is done, what waits and why, and their paths.

import { watchActing } from "./acting.js";
import { read, write } from "./api.js";
import { cover } from "./cover.js";
import { certificateAddress, courseAddress, element, lessonAddress, onPress, part, run } from "./dom.js";
import { at } from "./language.js";
import { message } from "./messages.js";
import { isOpen, stateInWords, whyClosed } from "./states.js";
import { heldOn } from "./when.js";

const template = document.querySelector("#enrolled-card");
let next = null;

function card({ course, state, term, suspended_by: suspendedBy, lessons, lessons_done: done, certificate }) {
  const item = template.content.cloneNode(true);
  item.firstElementChild.classList.add(...cover(course.subject ?? course.publisher));
  const link = item.querySelector("a");
  link.textContent = course.title;
  link.parentElement.lang = course.language;
  if (isOpen(state)) link.href = courseAddress(course.id);
  item.querySelector("[data-publisher]").textContent = course.publisher;
  item.querySelector("[data-state]").textContent = stateInWords(state);
  const held = item.querySelector("[data-term]");
  held.textContent = term ? heldOn(term) : "";
  held.hidden = !held.textContent;
  const why = item.querySelector("[data-why]");
  why.textContent = whyClosed(state, suspendedBy);
  why.hidden = !why.textContent;
  const proof = item.querySelector("[data-certificate]");
  proof.hidden = !certificate;
  proof.firstElementChild.href = certificateAddress(certificate);
  proof.firstElementChild.append(element("span", ` ${message("mine-of-course", { course: course.title })}`, { class: "visually-hidden" }));
  const bar = item.querySelector("progress");
  bar.max = Math.max(lessons, 1);
  bar.value = done;
  bar.setAttribute("aria-label", message("mine-progress", { course: course.title }));
  bar.hidden = lessons === 0;
  item.querySelector("[data-progress]").textContent = lessons ? message("progress-lessons", { done, count: lessons }) : message("progress-none");
  return item;
}

const group = (state) => (state === "completed" ? "completed" : isOpen(state) ? "open" : "closed");

/** Puts entries into the list of a group, and shows the group once it holds any. */
function show(name, entries) {
  part(name).append(...entries);
  part(name).closest("section").hidden = part(name).children.length === 0;
}

/** What was worked on last; where nothing is under way, what has not begun. */
function showNextStep(courses) {
  const open = courses.filter((each) => each.next_lesson);
  const rank = ({ state, changed_at: at }) => (state === "in_progress" ? at : "");
  const [first] = open.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1));
  if (!first) return;
  const { course, next_lesson: lesson, lessons_done: done } = first;
  const box = part("next-step");
  box.classList.add(...cover(course.subject ?? course.publisher));
  const title = part("next-lesson");
  title.textContent = lesson.title;
  title.lang = course.language;
  part("next-course").textContent = course.title;
  part("next-course").lang = course.language;
  const link = part("go-on");
  link.textContent = done ? message("mine-go-on") : message("mine-start");
  link.href = lessonAddress(course.id, lesson.id);
  box.hidden = false;
}

function path({ name, kind, state }) {
  const item = element("li");
  const words = element("div");
  words.append(element("strong", name, { dir: "auto" }), " ", element("span", message("mine-kind", { choice: kind }), { class: "quiet" }));
  const why = whyClosed(state);
  if (why) words.append(element("p", why, { class: "hint" }));
  item.append(words, element("span", stateInWords(state), { class: "count" }));
  return item;
}

function teaching({ course, as }) {
  const item = element("li");
  const link = element("a", course.title, { href: courseAddress(course.id), dir: "auto", lang: course.language });
  item.append(link, element("span", message("mine-teaching", { choice: as }), { class: "count" }));
  return item;
}

async function loadCourses() {
  const first = next === null;
  const page = await read(`/api/my/courses${first ? "" : `?cursor=${encodeURIComponent(next)}`}`);
  next = page.next;
  for (const name of ["open", "closed", "completed"]) {
    show(name, page.courses.filter(({ state }) => group(state) === name).map(card));
  }
  if (first) {
    showNextStep(page.courses);
    show("teaching", page.teaching.map(teaching));
  }
  part("more").hidden = !next;
  const status = part("status");
  status.textContent = "";
  status.hidden = true;
  part("empty").hidden = document.querySelector(".enrolled .card") !== null;
}

/** All of them: people take few paths. */
async function loadPaths() {
  let cursor = null;
  do {
    const page = await read(`/api/my/paths${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ""}`);
    show("paths", page.paths.map(path));
    cursor = page.next;
  } while (cursor);
}

/** Whoever may do one of these looks after people or courses: there is something for them in the console. */
const LOOKS_AFTER = ["admin_area.access", "course.list", "course.create", "course.view", "user.directory.view", "user.details.view"];
const FAILURE = message("mine-failed");
onPress(part("more"), () => run(loadCourses, FAILURE));
part("sign-out").addEventListener("click", () =>
  run(async () => {
    await write("/api/logout");
    location.assign(at("/"));
  }, message("mine-not-out")),
);

/** Whoever looks after something, or has a catalog of their platform, finds the way to it here, where everybody starts. */
async function showWays() {
  const { actions } = await read("/api/me/menu");
  const catalog = actions.includes("catalog.access");
  part("catalog").hidden = !catalog;
  part("empty-own").hidden = !catalog;
  part("empty-words").hidden = catalog;
  part("console").hidden = !LOOKS_AFTER.some((action) => actions.includes(action));
}

run(async () => {
  await Promise.all([loadCourses(), loadPaths(), showWays()]);
  part("sign-out").hidden = false;
}, FAILURE);
watchActing();
