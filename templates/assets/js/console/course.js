// One course: what visitors are told of it, its price, its outline, and whether it stands in its catalog.

import { read } from "../api.js";
import { parameter, part } from "../dom.js";
import { at } from "../language.js";
import { message } from "../messages.js";
import { amountIn, plainAmount } from "./amount.js";
import { ask, change } from "./dialog.js";
import { clearProblem, onSubmit, showProblem } from "./form.js";
import { attempt, consolePage, revealHere, standing, tell } from "./frame.js";
import { editOutline } from "./outline.js";
import { editTerms } from "./terms.js";
import { mark, money, say } from "./words.js";

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

/** What no field holds: where the course stands, and what can be done with it. What is being typed stays. */
function showHead() {
  document.title = message("frame-title", { name: course.title });
  part("title").textContent = course.title;
  mark(part("publication"), course.publication);
  part("audience").textContent = say(course.audience);
  const description = part("description");
  // The platform made it safe when it was sent.
  description.innerHTML = policy ? policy.createHTML(course.description_html) : course.description_html;
  const [publication, open] = [course.publication, course.publication === "published"];
  part("publish").closest("span").hidden = open || publication === "archived";
  part("unpublish").closest("span").hidden = !open;
  part("archive").closest("span").hidden = publication === "archived" || publication === "draft";
  part("page").hidden = !(open && course.audience === "public");
  part("page").href = at(`/courses/${course.slug}/`);
  part("learners").href = consolePage(`learners/?course=${encodeURIComponent(id)}`);
  part("whole").hidden = false;
}

/** What stands in the fields. */
const typed = () => Object.fromEntries([...form.elements].filter(({ name }) => name).map(({ name, value }) => [name, value]));

/** Shows what is kept. A field that holds something else than what was sent was typed into since, and stays. */
function showFields(sent = typed()) {
  const kept = {
    ...Object.fromEntries(Object.entries(FIELDS).map(([name, [shown]]) => [name, shown()])),
    "price.amount": course.price?.amount ?? "",
    "price.currency": course.price?.currency ?? "",
    description_markdown: "",
  };
  for (const [name, value] of Object.entries(kept)) if (control(name).value === sent[name]) control(name).value = value;
  control("self_enrollment").closest(".field").hidden = course.audience === "public";
}

/** Only what differs is sent, so that a change elsewhere is not undone by a page that did not show it. */
function changes() {
  const body = {};
  for (const [name, [shown, sent]] of Object.entries(FIELDS)) {
    if (control(name).value !== String(shown())) body[name] = sent(control(name).value.trim());
  }
  const [amount, currency] = [control("price.amount").value.trim(), control("price.currency").value.trim()];
  if (amount !== (course.price?.amount ?? "") || (amount && currency !== (course.price?.currency ?? ""))) {
    body.price = amount ? { amount: plainAmount(amount, currency) ?? amount, currency } : null;
  }
  const markdown = control("description_markdown").value;
  if (markdown.trim()) body.description_markdown = markdown;
  return body;
}

/** Refuses, of what is to be sent, a price that is none. */
function refuseNoPrice({ price }) {
  if (price) amountIn("price.amount", price.amount, price.currency);
}

/** Saves one part of the page, or all; the part that is not saved keeps what was typed. */
async function save(body) {
  const sent = typed();
  course = await change(address, { method: "PATCH", body: { version: course.version, ...body } });
  showHead();
  const { outline: sections, terms: dates, ...fields } = body;
  if (Object.keys(fields).length) showFields(sent);
  if (sections) outline.saved(course, sections);
  if (dates) terms.saved(course, dates);
}

const costs = (price) => price && Number(price.amount) !== 0;
const priceInWords = (price) => (costs(price) ? message("course-costs", { price: money(price) }) : message("course-will-be-free"));

onSubmit(form, async () => {
  const body = changes();
  if (Object.keys(body).length === 0) return tell(message("common-unchanged"));
  refuseNoPrice(body);
  const given = course.publication === "published" && "price" in body && costs(course.price) && !costs(body.price);
  const saved = given
    ? await ask({
        title: message("course-free-question", { title: course.title }),
        text: message("course-free-text", { price: money(course.price) }),
        button: message("course-make-free"),
        danger: true,
        work: () => save(body),
      })
    : ((await save(body)), true);
  if (saved) tell(message("common-saved"));
});
const outline = editOutline(id, (sections) => save({ outline: sections }));
const terms = editTerms((dates) => save({ terms: dates }));

/** The names of the fields that were changed, as the page calls them. */
const changedInWords = (body) =>
  Object.keys(body).map((name) => {
    if (name === "outline") return message("course-outline");
    if (name === "terms") return message("course-runs");
    return control(name === "price" ? "price.amount" : name).labels[0].textContent;
  });

/** What is to be saved before the course is published: nobody means to publish something else than what they see. */
function unsaved() {
  return { ...changes(), ...(outline.changed() ? { outline: outline.sections() } : {}), ...(terms.changed() ? { terms: terms.terms() } : {}) };
}

function publishing() {
  const body = unsaved();
  const typed = Object.keys(body).length > 0;
  const audience = course.audience === "public";
  return {
    title: message("course-publishing", { title: course.title }),
    text: [
      audience ? message("course-in-catalog") : message("course-audience-sees"),
      audience && priceInWords("price" in body ? body.price : course.price),
      typed && message("course-with-it", { names: changedInWords(body).join(", ") }),
      typed && "outline" in body && outline.loss(),
    ],
    button: typed ? message("course-save-publish") : message("course-publish"),
    async work() {
      // Asked again after a refusal, some of it may be saved already.
      const rest = unsaved();
      if (Object.keys(rest).length) await save(rest);
      return move("publish");
    },
  };
}

const MOVES = {
  publish: [publishing, message("course-published")],
  unpublish: [() => ({ title: message("course-withdrawing", { title: course.title }), text: message("course-withdraw-text"), button: message("course-withdraw"), danger: true, work: () => move("unpublish") }), message("course-withdrawn")],
  archive: [() => ({ title: message("course-archiving", { title: course.title }), text: message("course-archive-text"), button: message("course-archive"), danger: true, work: () => move("archive") }), message("course-archived")],
};

/** Moves what the reader has seen, and nothing that somebody else has made of it since. */
const move = (way) => change(`${address}/${way}?version=${course.version}`);

/** Whether what is typed can be published; where not, the page says beside a field why. */
function isRight() {
  clearProblem(form);
  try {
    refuseNoPrice(changes());
  } catch (refusal) {
    showProblem(form, refusal);
    return false;
  }
  return form.reportValidity() && terms.valid() && outline.valid();
}

async function decide(way) {
  const [asking, said] = MOVES[way];
  if (way === "publish" && !isRight()) return;
  const moved = await ask(asking());
  if (!moved) return;
  course = moved;
  showHead();
  tell(said);
}

for (const way of Object.keys(MOVES)) part(way).addEventListener("click", () => attempt(() => decide(way)));

/** What was typed and not saved is not left by mistake. */
addEventListener("beforeunload", (event) => {
  if (course && (Object.keys(changes()).length || outline.changed() || terms.changed())) event.preventDefault();
});

attempt(async () => {
  await standing;
  course = await read(address);
  const mayEdit = course.may.includes("course.edit");
  revealHere(course.may);
  showHead();
  showFields();
  outline.show(course, mayEdit);
  terms.show(course, mayEdit);
  if (mayEdit) return;
  for (const fixed of form.elements) fixed.disabled = true;
});
