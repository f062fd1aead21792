// One lesson: its title, its length and its text in Markdown.

import { read } from "../api.js";
import { parameter, part } from "../dom.js";
import { change } from "./dialog.js";
import { onSubmit } from "./form.js";
import { attempt, standing, tell } from "./frame.js";

const course = parameter("course");
const address = `/api/admin/courses/${encodeURIComponent(course)}/lessons/${encodeURIComponent(parameter("lesson"))}`;
const form = part("form");
const typed = () => JSON.stringify([...new FormData(form)]);
let kept = null;

function show({ title, minutes, markdown }) {
  document.title = `${title} · Console`;
  part("title").textContent = title;
  for (const [name, value] of Object.entries({ title, minutes, markdown })) form.elements.namedItem(name).value = value;
  kept = typed();
}

onSubmit(form, async () => {
  const [title, minutes, markdown] = ["title", "minutes", "markdown"].map((name) => form.elements.namedItem(name).value);
  show(await change(address, { method: "PUT", body: { title, minutes: Number(minutes), markdown } }));
  tell("Saved.");
});

addEventListener("beforeunload", (event) => {
  if (kept !== null && typed() !== kept) event.preventDefault();
});

attempt(async () => {
  part("course").href = `/console/course/?id=${encodeURIComponent(course)}`;
  show(await read(address));
  form.hidden = false;
  if ((await standing).actions.has("course.edit")) return;
  for (const fixed of form.elements) fixed.disabled = true;
  kept = null;
});
