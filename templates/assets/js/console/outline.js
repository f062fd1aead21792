// The outline of a course: sections and lessons, put in order, added and taken out, and saved as one.

import { element, part } from "../dom.js";
import { ask } from "./dialog.js";
import { onSubmit } from "./form.js";
import { tell } from "./frame.js";
import { counted } from "./words.js";

/** The minutes of a lesson of which nobody said how long it takes. */
const MINUTES = 10;

const LESSON = ["lesson with its text", "lessons with their texts"];

/** Lets the reader change the outline; `save` sends all of its sections. */
export function editOutline(course, save) {
  const form = part("outline");
  let [sections, kept, may] = [[], "[]", false];

  const small = (text, label, work, disabled = false) => {
    const button = element("button", text, { type: "button", class: "button button-quiet button-small", "aria-label": label });
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
  const swap = (list, at, by) => {
    [list[at], list[at + by]] = [list[at + by], list[at]];
    draw();
  };

  function lessonRow(section, at, place) {
    const lesson = section.lessons[at];
    const item = element("li", "", { class: "outline-row" });
    const label = lesson.title || "new lesson";
    const title = typed(`${place}.title`, lesson.title, "Title of the lesson", (text) => (lesson.title = text));
    const minutes = typed(`${place}.minutes`, lesson.minutes, `Minutes of ${label}`, (text) => (lesson.minutes = Number(text)), { type: "number", min: "0", class: "minutes" });
    item.append(title, minutes);
    if (lesson.id && may) item.append(element("a", "Text", { href: `/console/lesson/?${new URLSearchParams({ course, lesson: lesson.id })}`, "aria-label": `Text of ${label}` }));
    item.append(
      small("↑", `Move ${label} up`, () => swap(section.lessons, at, -1), at === 0),
      small("↓", `Move ${label} down`, () => swap(section.lessons, at, 1), at === section.lessons.length - 1),
      small("Remove", `Remove ${label}`, () => (section.lessons.splice(at, 1), draw())),
    );
    return item;
  }

  function sectionPart(section, at) {
    const whole = element("fieldset", "", { class: "outline-section" });
    whole.append(element("legend", `Section ${at + 1}`));
    const head = element("div", "", { class: "outline-row" });
    head.append(
      typed(`outline[${at}].title`, section.title, `Title of section ${at + 1}`, (text) => (section.title = text)),
      small("↑", `Move section ${at + 1} up`, () => swap(sections, at, -1), at === 0),
      small("↓", `Move section ${at + 1} down`, () => swap(sections, at, 1), at === sections.length - 1),
      small("Remove", `Remove section ${at + 1}`, () => (sections.splice(at, 1), draw())),
    );
    const lessons = element("ol", "", { class: "outline-lessons" });
    lessons.append(...section.lessons.map((_, row) => lessonRow(section, row, `outline[${at}].lessons[${row}]`)));
    const add = small("Add a lesson", `Add a lesson to section ${at + 1}`, () => (section.lessons.push({ title: "", minutes: MINUTES }), draw()));
    whole.append(head, lessons, add);
    return whole;
  }

  function draw() {
    part("sections").replaceChildren(...sections.map(sectionPart));
    part("no-sections").hidden = sections.length > 0;
    tellChanged();
  }

  const changed = () => JSON.stringify(sections) !== kept;
  const tellChanged = () => (part("unsaved").hidden = !changed());
  form.addEventListener("input", tellChanged);
  part("add-section").addEventListener("click", () => {
    sections.push({ title: "", lessons: [{ title: "", minutes: MINUTES }] });
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
    return `${counted(gone.length, LESSON)} ${gone.length === 1 ? "goes" : "go"} for good: ${gone.map(({ title }) => title).join(", ")}.`;
  }

  onSubmit(form, async () => {
    const words = loss();
    const saved = words
      ? await ask({
          title: "Save the outline without them?",
          text: [words, "What learners have done of it is kept, and no longer counts."],
          button: "Save the outline",
          danger: true,
          work: () => save(sections),
        })
      : ((await save(sections)), true);
    if (saved) tell("The outline is saved.");
  });

  return {
    changed,
    loss,
    sections: () => sections,
    valid: () => form.reportValidity(),
    /** Shows what is kept; whether it may be changed is said once. */
    show({ outline }, mayEdit = may) {
      may = mayEdit;
      sections = structuredClone(outline);
      kept = JSON.stringify(sections);
      draw();
    },
  };
}
