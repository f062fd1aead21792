// Who is in a course: let in, moved along, suspended, taken out.

import { read } from "../api.js";
import { element, parameter, part } from "../dom.js";
import { doToAll, showBar } from "./bulk.js";
import { ask, change } from "./dialog.js";
import { attempt, revealHere, standing, tell } from "./frame.js";
import { meant, WHOM } from "./somebody.js";
import { table } from "./table.js";
import { mark, moment } from "./words.js";

const course = parameter("course");
const ADDRESS = `/api/courses/${encodeURIComponent(course)}/enrollments`;
const NOUN = ["enrollment", "enrollments"];
const person = (id) => `/console/person/?id=${encodeURIComponent(id)}`;
/** Who is meant; an account that is gone has its id alone. */
const called = ({ account, name }) => name ?? account;
let picked = [];

/** Those who teach stand above the list: they are few, and take no seat. */
function showTeachers(teachers) {
  const lines = teachers.map(({ account, name, as }) => {
    const line = element("li");
    line.append(element("a", called({ account, name }), { href: person(account), dir: "auto" }), element("span", as, { class: "quiet" }));
    return line;
  });
  part("teachers").replaceChildren(...lines);
  part("teachers").closest("section").hidden = lines.length === 0;
}

const list = table({
  address: ADDRESS,
  noun: NOUN,
  items: ({ enrollments }) => enrollments,
  onPage: ({ teachers }, cursor) => cursor || showTeachers(teachers),
  key: ({ account }) => account,
  matches: ({ state }, wanted) => (wanted.state ?? state) === state,
  orders: { name: called, state: ({ state }) => state, begun: (line) => line.created_at },
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
    row.querySelector("[data-pick]").setAttribute("aria-label", `Select ${called(line)}`);
    mark(row.querySelector("[data-state]"), line.state);
    row.querySelector("[data-progress]").textContent = `${line.lessons_done} of ${line.lessons}`;
    row.querySelector("[data-grounds]").textContent = line.grounds.map(({ kind }) => kind).join(", ");
    moment(row.querySelector("[data-begun]"), line.created_at);
  },
  onSelect(selected) {
    picked = selected;
    showBar(selected, NOUN);
  },
});

const DEEDS = {
  confirm: { verb: "Confirm", text: "Their learners asked for it, and may begin." },
  promote: { verb: "Give a seat to", text: "As far as seats are free." },
  suspend: { verb: "Suspend", text: "They are shut out of the course. Progress is kept, and they can be let in again.", danger: true },
  reinstate: { verb: "Let in again", text: "They go on where they were." },
  complete: { verb: "Call completed", text: "As if every lesson were done." },
  remove: { verb: "Take out", named: true, text: "Their progress in this course is gone, too. Suspending keeps it.", danger: true },
};
for (const button of document.querySelectorAll("[data-deed]")) {
  button.addEventListener("click", async () => {
    const action = button.dataset.deed;
    const names = new Map(picked.map((line) => [line.account, called(line)]));
    const done = await doToAll({
      ...DEEDS[action],
      address: `${ADDRESS}/bulk`,
      ids: [...names.keys()],
      noun: NOUN,
      body: (accounts) => ({ accounts, action }),
      nameOf: (id) => names.get(id),
    });
    if (done) list.reload();
  });
}

/** Whose people a course is for, as lists of accounts name it. */
let realm = "";

const PARTS = [["learner", "Learner"], ["tutor", "Tutor"], ["instructor", "Instructor"]];

/** Asks for somebody, and shows who was found before anything is done: the beginning of a name may be another's, too. */
async function enrollSomebody() {
  const wish = await ask({
    title: "Enroll somebody",
    fields: [
      { name: "account", label: "Person", required: "", autocomplete: "off", hint: WHOM },
      { name: "as", label: "As", options: PARTS },
    ],
    button: "Go on",
    work: async ({ account, as }) => ({ found: await meant(account, realm), as }),
  });
  if (!wish) return;
  const { found, as } = wish;
  const who = found.name ? `${found.name} (${found.email})` : found.id;
  const enrolled = await ask({
    title: `Enroll ${who}?`,
    text: `As ${as}.`,
    button: "Enroll",
    work: () => change(ADDRESS, { body: { account: found.id, as } }),
  });
  if (!enrolled) return;
  await list.reload();
  tell(enrolled.state === "waiting" ? `No seat is free: ${who} waits for one.` : `${who} is enrolled.`);
}

part("new").addEventListener("click", () => attempt(enrollSomebody));

attempt(async () => {
  part("course").href = `/console/course/?id=${encodeURIComponent(course)}`;
  if (!(await standing).actions.has("course.view")) return;
  const { title, audience, partner, may } = await read(`/api/admin/courses/${encodeURIComponent(course)}`);
  revealHere(may);
  realm = { internal: "main", public: "public", partner }[audience];
  part("course").textContent = title;
  document.title = `Enrollments of ${title} · Console`;
});
