// One course: its sections and lessons, what is done, and where to go on.

import { watchActing } from "./acting.js";
import { read, write } from "./api.js";
import { certificateAddress, element, lessonAddress, parameter, part, run } from "./dom.js";
import { at } from "./language.js";
import { message } from "./messages.js";
import { stateInWords, whyClosed } from "./states.js";

const id = parameter("id");

/** Where the lessons are closed, their titles lead nowhere. */
function line(lesson, open) {
  const item = element("li");
  item.dataset.done = lesson.done;
  const address = lessonAddress(id, lesson.id);
  const link = open ? element("a", lesson.title, { href: address, dir: "auto" }) : element("bdi", lesson.title);
  item.append(link, " ", element("span", message("lesson-minutes", { count: lesson.minutes }), { class: "count" }));
  if (lesson.done) item.append(element("span", message("outline-done"), { class: "visually-hidden" }));
  return item;
}

function section({ title, lessons }, { language, direction }, open) {
  const made = element("section", "", { class: "section outline", lang: language, dir: direction });
  const list = element("ol");
  list.append(...lessons.map((lesson) => line(lesson, open)));
  made.append(element("h2", title, { dir: "auto" }), list);
  return made;
}

/**
 * Every lesson is done and the course is not: the last one that was open has left the outline. Saying once more that a
 * lesson is done completes it.
 */
function offerEnd(lesson) {
  const button = part("finish");
  button.hidden = false;
  button.addEventListener("click", () =>
    run(async () => {
      button.disabled = true;
      await write(`/api/my/courses/${encodeURIComponent(id)}/lessons/${encodeURIComponent(lesson)}/done`).finally(() => (button.disabled = false));
      location.reload();
    }, message("lesson-unsaved")),
  );
}

/** Why the lessons are closed to the reader, with the way in where they find it by themselves. */
function tellClosed({ course, state, suspended_by: suspendedBy, way_in: way }) {
  const why = part("why");
  why.textContent = state ? `${stateInWords(state)}. ${whyClosed(state, suspendedBy)}` : message("outline-not-in");
  if (way) {
    const catalog = at(`/learn/catalog/?${new URLSearchParams({ q: course.title })}`);
    const href = way === "public_page" ? at(`/courses/${course.slug}/`) : catalog;
    why.append(" ", element("a", message("outline-way-in"), { href }));
  }
  why.hidden = false;
}

run(async () => {
  const page = await read(`/api/my/courses/${encodeURIComponent(id)}`);
  const { course, state, readable, certificate, sections } = page;
  const lessons = sections.flatMap((each) => each.lessons);
  const done = lessons.filter((lesson) => lesson.done).length;
  document.title = course.title;
  const title = part("title");
  title.textContent = course.title;
  title.lang = course.language;
  part("status").textContent = lessons.length ? message("progress-lessons", { done, count: lessons.length }) : message("progress-none");
  const bar = part("bar");
  bar.max = Math.max(lessons.length, 1);
  bar.value = done;
  bar.hidden = lessons.length === 0;
  if (!readable) tellClosed(page);
  part("certificate").hidden = !certificate;
  part("certificate").firstElementChild.href = certificateAddress(certificate);
  part("sections").replaceChildren(...sections.map((each) => section(each, course, readable)));
  const open = lessons.find((lesson) => !lesson.done);
  if (open && readable) {
    const go = part("continue");
    go.href = lessonAddress(id, open.id);
    go.textContent = done ? message("outline-continue") : message("outline-start");
    go.hidden = false;
  }
  if (!open && lessons.length && state === "in_progress") offerEnd(lessons.at(-1).id);
}, message("outline-failed"));
watchActing();
