// The outline of a course: sections and lessons, put in order, added and taken out, and saved as one.

import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { ask } from "./dialog.js";
import { onSubmit } from "./form.js";
import { consolePage, tell } from "./frame.js";

/** The minutes of a lesson of which nobody said how long it takes. */
const MINUTES = 10;

/** A lesson that is not kept yet. It has its id where kept ones have it, and so looks like one once it is. */
const newLesson = () => ({ id: undefined, title: "", minutes: MINUTES });

/** The row of a section, or of a lesson in it, as it is shown. */
function rowOf(section, lesson) {
  const whole = part("sections").children[section];
  return lesson === undefined ? whole.querySelector(".outline-row") : whole.querySelector(".outline-lessons").children[lesson];
}

/** Puts the focus on this button of a row; where it is switched off there, on another one. */
function focusIn(row, way) {
  (row.querySelector(`[data-way=${way}]:enabled`) ?? row.querySelector("[data-way]:enabled")).focus();
}

/** Lets the reader change the outline; `save` sends all of its sections. */
export function editOutline(course, save) {
  const form = part("outline");
  let [sections, kept, may] = [[], "[]", false];
  /** Of what was sent: what it was as text, and the lessons of this page that it was made of. */
  const origins = new WeakMap();

  const small = (text, label, work, { way = "add", disabled = false } = {}) => {
    const button = element("button", text, { type: "button", class: "button button-quiet button-small", "aria-label": label, "data-way": way });
    button.disabled = disabled || !may;
    button.addEventListener("click", work);
    return button;
  };
  const typed = (name, value, label, change, more = {}) => {
    const input = element("input", "", { name, "aria-label": label, required: "", ...more });
    input.value = value;
    input.disabled = !may;
    input.addEventListener("input", () => change(input.value));
    return input;
  };
  /** Moves an entry up or down; `row` finds the row of an entry. The focus goes along. */
  const move = (list, at, by, row) => {
    [list[at], list[at + by]] = [list[at + by], list[at]];
    draw();
    focusIn(row(at + by), by < 0 ? "up" : "down");
  };
  /** Takes an entry out; the focus goes to what follows, or to the way to add another one. */
  const remove = (list, at, row, add) => {
    list.splice(at, 1);
    draw();
    if (list.length) focusIn(row(Math.min(at, list.length - 1)), "remove");
    else add().focus();
  };

  function lessonRow(section, at, inSection) {
    const place = `outline[${inSection}].lessons[${at}]`;
    const lesson = section.lessons[at];
    const row = (at) => rowOf(inSection, at);
    const addTo = () => part("sections").children[inSection].querySelector("[data-way=add]");
    const item = element("li", "", { class: "outline-row" });
    const label = lesson.title || message("sections-new-lesson");
    const title = typed(`${place}.title`, lesson.title, message("sections-lesson-title"), (text) => (lesson.title = text));
    const minutes = typed(`${place}.minutes`, lesson.minutes, message("sections-minutes-of", { label }), (text) => (lesson.minutes = Number(text)), { type: "number", min: "0", class: "minutes" });
    item.append(title, minutes);
    if (lesson.id && may) item.append(element("a", message("sections-text"), { href: consolePage(`lesson/?${new URLSearchParams({ course, lesson: lesson.id })}`), "aria-label": message("sections-text-of", { label }) }));
    item.append(
      small("↑", message("sections-up", { label }), () => move(section.lessons, at, -1, row), { way: "up", disabled: at === 0 }),
      small("↓", message("sections-down", { label }), () => move(section.lessons, at, 1, row), { way: "down", disabled: at === section.lessons.length - 1 }),
      small(message("common-remove"), message("common-remove-of", { name: label }), () => remove(section.lessons, at, row, addTo), { way: "remove" }),
    );
    return item;
  }

  function sectionPart(section, at) {
    const whole = element("fieldset", "", { class: "outline-section" });
    whole.append(element("legend", message("sections-number", { number: at + 1 })));
    const head = element("div", "", { class: "outline-row" });
    head.append(
      typed(`outline[${at}].title`, section.title, message("sections-title-of", { number: at + 1 }), (text) => (section.title = text)),
      small("↑", message("sections-move-up", { number: at + 1 }), () => move(sections, at, -1, rowOf), { way: "up", disabled: at === 0 }),
      small("↓", message("sections-move-down", { number: at + 1 }), () => move(sections, at, 1, rowOf), { way: "down", disabled: at === sections.length - 1 }),
      small(message("common-remove"), message("sections-remove", { number: at + 1 }), () => remove(sections, at, rowOf, () => part("add-section")), { way: "remove" }),
    );
    const lessons = element("ol", "", { class: "outline-lessons" });
    lessons.append(...section.lessons.map((_, row) => lessonRow(section, row, at)));
    const add = small(message("sections-add"), message("sections-add-to", { number: at + 1 }), () => {
      section.lessons.push(newLesson());
      draw();
      rowOf(at, section.lessons.length - 1).querySelector("input").focus();
    });
    whole.append(head, lessons, add);
    return whole;
  }

  function draw() {
    const { name } = part("sections").contains(document.activeElement) ? document.activeElement : {};
    part("sections").replaceChildren(...sections.map(sectionPart));
    part("no-sections").hidden = sections.length > 0;
    tellChanged();
    if (name) form.elements.namedItem(name)?.focus();
  }

  const changed = () => JSON.stringify(sections) !== kept;
  const tellChanged = () => (part("unsaved").hidden = !changed());
  form.addEventListener("input", tellChanged);
  part("add-section").addEventListener("click", () => {
    sections.push({ title: "", lessons: [newLesson()] });
    draw();
    form.querySelector("fieldset:last-of-type input").focus();
  });
  /** The lessons that were there when it was read, and are listed no more. */
  function lost() {
    const listed = new Set(sections.flatMap(({ lessons }) => lessons.map(({ id }) => id)));
    return JSON.parse(kept).flatMap(({ lessons }) => lessons).filter(({ id }) => !listed.has(id));
  }

  /** What saving takes away for good, in words; nothing where nothing is lost. */
  function loss() {
    const gone = lost();
    if (!gone.length) return "";
    return message("sections-loss", { count: gone.length, titles: gone.map(({ title }) => title).join(", ") });
  }

  /** What is to be sent, which stays as it is whatever is typed on. */
  function toSend() {
    const text = JSON.stringify(sections);
    const sent = JSON.parse(text);
    origins.set(sent, { text, lessons: sections.map(({ lessons }) => [...lessons]) });
    return sent;
  }

  onSubmit(form, async () => {
    const words = loss();
    const saved = words
      ? await ask({
          title: message("sections-without"),
          text: [words, message("sections-kept")],
          button: message("sections-save"),
          danger: true,
          work: () => save(toSend()),
        })
      : ((await save(toSend())), true);
    if (saved) tell(message("sections-saved"));
  });

  return {
    changed,
    loss,
    sections: toSend,
    valid: () => form.reportValidity(),
    /** Shows what is kept; whether it may be changed is said once. */
    show({ outline }, mayEdit) {
      may = mayEdit;
      sections = structuredClone(outline);
      kept = JSON.stringify(sections);
      draw();
    },
    /** Takes over what was saved. What was typed since it was sent stays, and new lessons get the ids under which they are kept. */
    saved({ outline }, sent) {
      const { text, lessons: parts } = origins.get(sent);
      if (JSON.stringify(sections) === text) return this.show({ outline }, may);
      kept = JSON.stringify(outline);
      parts.forEach((lessons, section) => lessons.forEach((lesson, at) => (lesson.id = outline[section].lessons[at].id)));
      return tellChanged();
    },
  };
}
