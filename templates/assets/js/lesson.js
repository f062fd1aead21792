// One lesson. Its HTML was made safe by the platform; this page has the one policy that may set HTML.

import { watchActing } from "./acting.js";
import { read, write } from "./api.js";
import { courseAddress, lessonAddress, parameter, part, run } from "./dom.js";
import { at } from "./language.js";
import { message } from "./messages.js";

const course = parameter("course");
const lesson = parameter("lesson");
const address = `/api/my/courses/${encodeURIComponent(course)}/lessons/${encodeURIComponent(lesson)}`;
const policy = window.trustedTypes?.createPolicy("lesson", { createHTML: (html) => html });

function lead(name, id) {
  const link = part(name);
  link.hidden = !id;
  if (id) link.href = lessonAddress(course, id);
}

function markDone() {
  const button = part("done");
  button.disabled = true;
  button.textContent = message("lesson-done");
}

run(async () => {
  const text = await read(address);
  document.title = text.title;
  part("title").textContent = text.title;
  part("title").lang = text.language;
  part("course").textContent = text.course_title;
  part("course").href = courseAddress(course);
  part("status").textContent = message("lesson-minutes", { count: text.minutes });
  const body = part("text");
  body.lang = text.language;
  body.dir = text.direction;
  body.innerHTML = policy ? policy.createHTML(text.html) : text.html;
  // Links from lesson to lesson stay in the reader's language.
  for (const link of body.querySelectorAll("a[href^='/learn/']")) link.href = at(link.getAttribute("href"));
  // What is wider than the page scrolls by itself: with the keyboard, too.
  for (const wide of body.querySelectorAll("pre, table")) if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  lead("previous", text.previous);
  lead("next", text.next);
  part("done").hidden = text.done === null;
  if (text.done) markDone();
  part("end").hidden = false;
  part("done").addEventListener("click", () =>
    run(
      async () => {
        part("refused").hidden = true;
        await write(`${address}/done`);
        markDone();
        if (text.next) part("next").focus();
      },
      message("lesson-unsaved"),
      part("refused"),
    ),
  );
}, message("lesson-failed"));
watchActing();
