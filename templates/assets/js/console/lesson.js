// One lesson: its title, its length and its text in Markdown.

import { read } from "../api.js";
import { parameter, part } from "../dom.js";
import { message } from "../messages.js";
import { change } from "./dialog.js";
import { onSubmit } from "./form.js";
import { attempt, consolePage, standing, tell } from "./frame.js";

const course = parameter("course");
const address = `/api/admin/courses/${encodeURIComponent(course)}/lessons/${encodeURIComponent(parameter("lesson"))}`;
const form = part("form");
const FIELDS = ["title", "minutes", "markdown"];
const field = (name) => form.elements.namedItem(name);
const typed = () => Object.fromEntries(FIELDS.map((name) => [name, field(name).value]));
let [kept, version] = [null, null];

/** Shows a lesson as it is kept. A field that holds something else than what was sent was typed into since, and stays. */
function show(lesson, sent = typed()) {
  version = lesson.version;
  document.title = message("frame-title", { name: lesson.title });
  part("title").textContent = lesson.title;
  kept = Object.fromEntries(FIELDS.map((name) => [name, String(lesson[name]).replaceAll("\r\n", "\n")]));
  for (const name of FIELDS) if (field(name).value === sent[name]) field(name).value = kept[name];
}

/** Where somebody else was first, what was typed stays, and theirs is one click away. */
async function save(sending) {
  try {
    return await change(address, sending);
  } catch (refusal) {
    if (refusal.status === 409) part("theirs").hidden = false;
    throw refusal;
  }
}

onSubmit(form, async () => {
  const sent = typed();
  show(await save({ method: "PUT", body: { version, ...sent, minutes: Number(sent.minutes) } }), sent);
  part("theirs").hidden = true;
  tell(message("common-saved"));
});

addEventListener("beforeunload", (event) => {
  if (kept !== null && FIELDS.some((name) => field(name).value !== kept[name])) event.preventDefault();
});

attempt(async () => {
  part("theirs").querySelector("a").href = location.href;
  part("course").href = consolePage(`course/?id=${encodeURIComponent(course)}`);
  show(await read(address));
  form.hidden = false;
  if ((await standing).actions.has("course.edit")) return;
  for (const fixed of form.elements) fixed.disabled = true;
  kept = null;
});
