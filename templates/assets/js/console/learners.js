// Who is in a course: let in, moved along, suspended, taken out.

import { read } from "../api.js";
import { element, parameter, part } from "../dom.js";
import { message } from "../messages.js";
import { heldOn } from "../when.js";
import { doToAll, showBar } from "./bulk.js";
import { ask, change } from "./dialog.js";
import { attempt, consolePage, revealHere, standing, tell } from "./frame.js";
import { meant, WHOM } from "./somebody.js";
import { table } from "./table.js";
import { asSaid, enrollments as many, mark, moment, say } from "./words.js";

const course = parameter("course");
const ADDRESS = `/api/courses/${encodeURIComponent(course)}/enrollments`;
const person = (id) => consolePage(`person/?id=${encodeURIComponent(id)}`);
/** Who is meant; an account that is gone has its id alone. */
const called = ({ account, name }) => name ?? account;
let picked = [];

/** Those who teach stand above the list: they are few, and take no seat. */
function showTeachers(teachers) {
  const lines = teachers.map(({ account, name, as }) => {
    const line = element("li");
    line.append(element("a", called({ account, name }), { href: person(account), dir: "auto" }), element("span", as, { class: "quiet", lang: "en", dir: "ltr" }));
    return line;
  });
  part("teachers").replaceChildren(...lines);
  part("teachers").closest("section").hidden = lines.length === 0;
}

/** The dated runs of the course. */
let runs = [];
const A_DAY_MS = 86_400_000;
const isOver = ({ starts_at: starts, ends_at: ends }) => new Date(ends ?? Date.parse(starts) + A_DAY_MS) < Date.now();
/** When somebody's run is held; one that the course has no more is named as such. */
const runOf = ({ term }) => (term ? heldOn(term) || message("enrollment-run-gone") : "");
/** All runs to choose from, those that are over last. */
const choices = () => [...runs.filter((run) => !isOver(run)), null, ...runs.filter(isOver)].map((run) => (run ? [run.id, heldOn(run)] : ["", message("enrollment-run-none")]));

/** Where there are no dates, and nobody is left in one, nothing is shown of runs. */
let dated = false;
function showRuns(terms, lines) {
  runs = terms;
  dated ||= runs.length > 0 || lines.some(({ term }) => term);
  for (const place of document.querySelectorAll("[data-runs]")) place.hidden = !dated;
  const filter = document.querySelector("#term");
  if (filter.options.length > 1) return;
  filter.append(...runs.map((run) => element("option", heldOn(run), { value: run.id })));
  filter.value = parameter("term");
}

const list = table({
  address: ADDRESS,
  noun: many,
  file: "enrollments",
  items: ({ enrollments }) => enrollments,
  onPage({ teachers, terms, enrollments: lines }, cursor) {
    if (!cursor) showTeachers(teachers);
    showRuns(terms, lines);
  },
  key: ({ account }) => account,
  matches: ({ state, term }, wanted) => (wanted.state ?? state) === state && (wanted.term ?? term?.id) === term?.id,
  orders: { name: called, state: ({ state }) => say(state), run: ({ term }) => term?.starts_at, begun: (line) => line.created_at },
  columns: [
    ["Name", ({ name }) => name],
    ["Account", ({ account }) => account],
    ["State", ({ state }) => state],
    ["Run begins", ({ term }) => term?.starts_at],
    ["Run", ({ term }) => term?.id],
    ["Lessons done", (line) => line.lessons_done],
    ["Lessons", ({ lessons }) => lessons],
    ["By", ({ grounds }) => grounds.map(({ kind }) => kind).join(" ")],
    ["Since", (line) => line.created_at],
    ["Completed", (line) => line.completed_at],
  ],
  fill(row, line) {
    const link = row.querySelector("[data-name]");
    link.textContent = called(line);
    link.href = person(line.account);
    row.querySelector("[data-pick]").setAttribute("aria-label", message("common-select", { name: called(line) }));
    mark(row.querySelector("[data-state]"), line.state);
    const run = row.querySelector("[data-run]");
    run.textContent = runOf(line);
    run.hidden = !dated;
    row.querySelector("[data-progress]").textContent = message("enrollment-progress", { done: line.lessons_done, count: line.lessons });
    row.querySelector("[data-grounds]").append(asSaid(line.grounds.map(({ kind }) => kind).join(", ")));
    moment(row.querySelector("[data-begun]"), line.created_at);
  },
  onSelect(selected) {
    picked = selected;
    showBar(selected, many);
  },
});

/** What is not cheap to undo, and before which people are named. */
const DEEDS = {
  move: { fields: () => [{ name: "term", label: message("enrollment-run"), options: choices() }] },
  suspend: { danger: true },
  remove: { named: true, danger: true },
};
for (const button of document.querySelectorAll("[data-deed]")) {
  button.addEventListener("click", async () => {
    const action = button.dataset.deed;
    const names = new Map(picked.map((line) => [line.account, called(line)]));
    const done = await doToAll({
      ...DEEDS[action],
      fields: DEEDS[action]?.fields?.(),
      address: `${ADDRESS}/bulk`,
      ids: [...names.keys()],
      deed: (count) => message("enrollment-deed", { action, items: many(count) }),
      text: message("enrollment-deed-text", { action }),
      body: (accounts, { term }) => ({ accounts, action, ...(action === "move" && { term: term || null }) }),
      nameOf: (id) => names.get(id),
    });
    if (done) list.reload();
  });
}

/** Whose people a course is for, as lists of accounts name it. */
let realm = "";

const PARTS = ["learner", "tutor", "instructor"].map((part) => [part, message("enrollment-as", { part })]);

/** Asks for somebody, and shows who was found before anything is done: the beginning of a name may be another's, too. */
async function enrollSomebody() {
  const wish = await ask({
    title: message("enrollment-new"),
    fields: [
      { name: "account", label: message("enrollment-person"), required: "", autocomplete: "off", hint: WHOM },
      { name: "as", label: message("enrollment-as-label"), options: PARTS },
      ...(runs.length ? [{ name: "term", label: message("enrollment-run"), options: choices(), hint: message("enrollment-run-hint") }] : []),
    ],
    button: message("common-go-on"),
    work: async ({ account, as, term }) => ({ found: await meant(account, realm), as, term }),
  });
  if (!wish) return;
  const { found, as, term = null } = wish;
  const who = found.name ? `${found.name} (${found.email})` : found.id;
  const enrolled = await ask({
    title: message("enrollment-question", { who }),
    text: message("enrollment-as-text", { part: as }),
    button: message("enrollment-enroll"),
    work: () => change(ADDRESS, { body: { account: found.id, as, ...(runs.length && { term }) } }),
  });
  if (!enrolled) return;
  await list.reload();
  tell(enrolled.state === "waiting" ? message("enrollment-waits", { who }) : message("enrollment-done", { who }));
}

part("new").addEventListener("click", () => attempt(enrollSomebody));

attempt(async () => {
  part("course").href = consolePage(`course/?id=${encodeURIComponent(course)}`);
  if (!(await standing).actions.has("course.view")) return;
  const { title, audience, partner, may } = await read(`/api/admin/courses/${encodeURIComponent(course)}`);
  revealHere(may);
  realm = { internal: "main", public: "public", partner }[audience];
  part("course").textContent = title;
  document.title = message("frame-title", { name: message("enrollment-of", { title }) });
});
