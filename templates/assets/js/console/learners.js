// Who is in a course: let in, moved along, suspended, taken out.

import { read } from "../api.js";
import { element, parameter, part } from "../dom.js";
import { message } from "../messages.js";
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

const list = table({
  address: ADDRESS,
  noun: many,
  file: "enrollments",
  items: ({ enrollments }) => enrollments,
  onPage: ({ teachers }, cursor) => cursor || showTeachers(teachers),
  key: ({ account }) => account,
  matches: ({ state }, wanted) => (wanted.state ?? state) === state,
  orders: { name: called, state: ({ state }) => say(state), begun: (line) => line.created_at },
  columns: [
    ["Name", ({ name }) => name],
    ["Account", ({ account }) => account],
    ["State", ({ state }) => state],
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
  suspend: { danger: true },
  remove: { named: true, danger: true },
};
for (const button of document.querySelectorAll("[data-deed]")) {
  button.addEventListener("click", async () => {
    const action = button.dataset.deed;
    const names = new Map(picked.map((line) => [line.account, called(line)]));
    const done = await doToAll({
      ...DEEDS[action],
      address: `${ADDRESS}/bulk`,
      ids: [...names.keys()],
      deed: (count) => message("enrollment-deed", { action, items: many(count) }),
      text: message("enrollment-deed-text", { action }),
      body: (accounts) => ({ accounts, action }),
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
    ],
    button: message("common-go-on"),
    work: async ({ account, as }) => ({ found: await meant(account, realm), as }),
  });
  if (!wish) return;
  const { found, as } = wish;
  const who = found.name ? `${found.name} (${found.email})` : found.id;
  const enrolled = await ask({
    title: message("enrollment-question", { who }),
    text: message("enrollment-as-text", { part: as }),
    button: message("enrollment-enroll"),
    work: () => change(ADDRESS, { body: { account: found.id, as } }),
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
