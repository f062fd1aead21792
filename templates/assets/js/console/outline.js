// The outline of a course: sections and lessons, put in order, added and taken out, and saved as one.

import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { ask } from "./dialog.js";
import { onSubmit } from "./form.js";
import { consolePage, tell } from "./frame.js";

/** The minutes of a lesson of which nobody said how long it takes. */
const MINUTES = 10;

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
    const label = lesson.title || message("sections-new-lesson");
    const title = typed(`${place}.title`, lesson.title, message("sections-lesson-title"), (text) => (lesson.title = text));
    const minutes = typed(`${place}.minutes`, lesson.minutes, message("sections-minutes-of", { label }), (text) => (lesson.minutes = Number(text)), { type: "number", min: "0", class: "minutes" });
    item.append(title, minutes);
    if (lesson.id && may) item.append(element("a", message("sections-text"), { href: consolePage(`lesson/?${new URLSearchParams({ course, lesson: lesson.id })}`), "aria-label": message("sections-text-of", { label }) }));
    item.append(
      small("↑", message("sections-up", { label }), () => swap(section.lessons, at, -1), at === 0),
      small("↓", message("sections-down", { label }), () => swap(section.lessons, at, 1), at === section.lessons.length - 1),
      small(message("common-remove"), message("common-remove-of", { name: label }), () => (section.lessons.splice(at, 1), draw())),
    );
    return item;
  }

  function sectionPart(section, at) {
    const whole = element("fieldset", "", { class: "outline-section" });
    whole.append(element("legend", message("sections-number", { number: at + 1 })));
    const head = element("div", "", { class: "outline-row" });
    head.append(
      typed(`outline[${at}].title`, section.title, message("sections-title-of", { number: at + 1 }), (text) => (section.title = text)),
      small("↑", message("sections-move-up", { number: at + 1 }), () => swap(sections, at, -1), at === 0),
      small("↓", message("sections-move-down", { number: at + 1 }), () => swap(sections, at, 1), at === sections.length - 1),
      small(message("common-remove"), message("sections-remove", { number: at + 1 }), () => (sections.splice(at, 1), draw())),
    );
    const lessons = element("ol", "", { class: "outline-lessons" });
    lessons.append(...section.lessons.map((_, row) => lessonRow(section, row, `outline[${at}].lessons[${row}]`)));
    const add = small(message("sections-add"), message("sections-add-to", { number: at + 1 }), () => (section.lessons.push({ title: "", minutes: MINUTES }), draw()));
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
    return message("sections-loss", { count: gone.length, titles: gone.map(({ title }) => title).join(", ") });
  }

  onSubmit(form, async () => {
    const words = loss();
    const saved = words
      ? await ask({
          title: message("sections-without"),
          text: [words, message("sections-kept")],
          button: message("sections-save"),
          danger: true,
          work: () => save(sections),
        })
      : ((await save(sections)), true);
    if (saved) tell(message("sections-saved"));
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
