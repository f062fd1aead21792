// One course: what visitors are told of it, its price, its outline, and whether it stands in its catalog.

import { read } from "../api.js";
import { parameter, part } from "../dom.js";
import { ask, change } from "./dialog.js";
import { onSubmit } from "./form.js";
import { attempt, standing, tell } from "./frame.js";
import { editOutline } from "./outline.js";
import { mark, say } from "./words.js";

const id = parameter("id");
const address = `/api/admin/courses/${encodeURIComponent(id)}`;
const policy = window.trustedTypes?.createPolicy("lesson", { createHTML: (html) => html });
const form = part("form");
let course;

const words = (text) => text.split(",").map((word) => word.trim()).filter(Boolean);
const number = (text) => (text === "" ? null : Number(text));

/** Each field: how it is shown, and how it is sent. What cannot be emptied is sent as it stands. */
const FIELDS = {
  title: [() => course.title, (text) => text],
  summary: [() => course.summary ?? "", (text) => text || null],
  slug: [() => course.slug, (text) => text],
  languages: [() => course.languages.join(", "), words],
  subjects: [() => course.subjects.join(", "), words],
  level: [() => course.level ?? "", (text) => text || null],
  mode: [() => course.mode, (text) => text],
  self_enrollment: [() => course.self_enrollment, (text) => text],
  seats: [() => course.seats ?? "", number],
  workload_minutes: [() => course.workload_minutes ?? "", number],
  licence: [() => course.licence ?? "", (text) => text || null],
  source_url: [() => course.source_url ?? "", (text) => text || null],
};
const control = (name) => form.elements.namedItem(name);

function show() {
  document.title = `${course.title} · Console`;
  part("title").textContent = course.title;
  mark(part("publication"), course.publication);
  part("audience").textContent = say(course.audience);
  for (const [name, [shown]] of Object.entries(FIELDS)) control(name).value = shown();
  control("price.amount").value = course.price?.amount ?? "";
  control("price.currency").value = course.price?.currency ?? "";
  control("description_markdown").value = "";
  const description = part("description");
  // The platform made it safe when it was sent.
  description.innerHTML = policy ? policy.createHTML(course.description_html) : course.description_html;
  control("self_enrollment").closest(".field").hidden = course.audience === "public";
  const [publication, open] = [course.publication, course.publication === "published"];
  part("publish").closest("span").hidden = open || publication === "archived";
  part("unpublish").closest("span").hidden = !open;
  part("archive").closest("span").hidden = publication === "archived" || publication === "draft";
  part("page").hidden = !(open && course.audience === "public");
  part("page").href = `/courses/${course.slug}/`;
  part("learners").href = `/console/learners/?course=${encodeURIComponent(id)}`;
  part("whole").hidden = false;
}

/** Only what differs is sent, so that a change elsewhere is not undone by a page that did not show it. */
function changes() {
  const body = {};
  for (const [name, [shown, sent]] of Object.entries(FIELDS)) {
    if (control(name).value !== String(shown())) body[name] = sent(control(name).value.trim());
  }
  const [amount, currency] = [control("price.amount").value.trim(), control("price.currency").value.trim()];
  if (amount !== (course.price?.amount ?? "") || (amount && currency !== (course.price?.currency ?? ""))) {
    body.price = amount ? { amount, currency } : null;
  }
  const markdown = control("description_markdown").value;
  if (markdown.trim()) body.description_markdown = markdown;
  return body;
}

async function save(body) {
  course = await change(address, { method: "PATCH", body: { version: course.version, ...body } });
  show();
  outline.show(course);
}

async function move(way, asking, said) {
  const moved = await ask({ ...asking, work: () => change(`${address}/${way}`) });
  if (!moved) return;
  course = moved;
  show();
  tell(said);
}

onSubmit(form, async () => {
  const body = changes();
  if (Object.keys(body).length === 0) return tell("Nothing was changed.");
  await save(body);
  tell("Saved.");
});
const outline = editOutline(id, (sections) => save({ outline: sections }));

const MOVES = {
  publish: [() => ({ title: `Publish ${course.title}?`, text: course.audience === "public" ? "It appears in the public catalog within seconds, and can be bought." : "Its audience sees it from now on.", button: "Publish" }), "Published."],
  unpublish: [() => ({ title: `Withdraw ${course.title}?`, text: "It leaves its catalog. Whoever is in it stays in it.", button: "Withdraw", danger: true }), "Withdrawn."],
  archive: [() => ({ title: `Archive ${course.title}?`, text: "It becomes a record: nobody enrolls any more, and it is not published again.", button: "Archive", danger: true }), "Archived."],
};
for (const [way, [asking, said]] of Object.entries(MOVES)) part(way).addEventListener("click", () => attempt(() => move(way, asking(), said)));

/** What was typed and not saved is not left by mistake. */
addEventListener("beforeunload", (event) => {
  if (course && (Object.keys(changes()).length || outline.changed())) event.preventDefault();
});

attempt(async () => {
  const { actions } = await standing;
  course = await read(address);
  show();
  outline.show(course);
  if (actions.has("course.edit")) return;
  for (const fixed of form.elements) fixed.disabled = true;
});
