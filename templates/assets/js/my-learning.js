// The learner's courses with their progress.

import { watchActing } from "./acting.js";
import { read, write } from "./api.js";
import { cover } from "./cover.js";
import { courseAddress, part, run } from "./dom.js";

const STATES = {
  enrolled: "Not started",
  in_progress: "In progress",
  completed: "Completed",
  suspended: "Suspended",
  waiting: "On the waiting list",
  to_confirm: "Waiting for confirmation",
  overbooked: "Overbooked",
};
const OPEN = ["enrolled", "in_progress", "completed"];
const template = document.querySelector("#enrolled-card");
let next = null;

function card({ course, state, lessons, lessons_done: done }) {
  const item = template.content.cloneNode(true);
  item.firstElementChild.classList.add(...cover(course.subject ?? course.publisher));
  const link = item.querySelector("a");
  link.textContent = course.title;
  link.parentElement.lang = course.language;
  if (OPEN.includes(state)) link.href = courseAddress(course.id);
  item.querySelector("[data-state]").textContent = STATES[state] ?? state;
  const bar = item.querySelector("progress");
  bar.max = Math.max(lessons, 1);
  bar.value = done;
  bar.setAttribute("aria-label", `Progress in ${course.title}`);
  bar.hidden = lessons === 0;
  item.querySelector("[data-progress]").textContent = lessons ? `${done} of ${lessons} lessons done` : "No lessons here yet";
  return item;
}

async function load() {
  const query = next ? `?cursor=${encodeURIComponent(next)}` : "";
  const page = await read(`/api/my/courses${query}`);
  next = page.next;
  const list = part("courses");
  list.append(...page.courses.map(card));
  part("more").hidden = !next;
  const status = part("status");
  status.hidden = list.children.length > 0;
  status.textContent = "You have no courses yet. Find one in the catalog.";
}

const load_failed = "Your courses could not be loaded. Please try again.";
part("more").addEventListener("click", () => run(load, load_failed));
part("sign-out").addEventListener("click", () =>
  run(async () => {
    await write("/api/logout");
    location.assign("/");
  }, "Signing out did not work. Please try again."),
);
run(async () => {
  await load();
  part("sign-out").hidden = false;
  // Whoever looks after something finds the way to it here, where everybody starts.
  const { actions } = await read("/api/me/menu");
  part("console").hidden = !["admin_area.access", "course.list"].some((action) => actions.includes(action));
}, load_failed);
watchActing();
