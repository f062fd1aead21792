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
const typed = () => JSON.stringify([...new FormData(form)]);
let [kept, version] = [null, null];

function show({ title, minutes, markdown, version: shown }) {
  version = shown;
  document.title = message("frame-title", { name: title });
  part("title").textContent = title;
  for (const [name, value] of Object.entries({ title, minutes, markdown })) form.elements.namedItem(name).value = value;
  kept = typed();
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
  const [title, minutes, markdown] = ["title", "minutes", "markdown"].map((name) => form.elements.namedItem(name).value);
  show(await save({ method: "PUT", body: { version, title, minutes: Number(minutes), markdown } }));
  part("theirs").hidden = true;
  tell(message("common-saved"));
});

addEventListener("beforeunload", (event) => {
  if (kept !== null && typed() !== kept) event.preventDefault();
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
