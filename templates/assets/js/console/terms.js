// When a course is held: its dated runs, put together and saved as one. Times are those of the reader's own zone.

import { element, part } from "../dom.js";
import { message } from "../messages.js";
import { onSubmit } from "./form.js";
import { tell } from "./frame.js";

/** A moment as a field for dates and times writes it, in the reader's zone; and back. */
const local = (at) => (at ? new Date(at).toLocaleString("sv").slice(0, 16).replace(" ", "T") : "");
const moment = (text) => (text ? new Date(text).toISOString() : null);

/** Lets the reader change the runs; `save` sends all of them. */
export function editTerms(save) {
  const form = part("terms");
  let [terms, kept, may] = [[], "[]", false];

  function fieldOf(term, at, { name, label, hint, type, value, set, ...more }) {
    const id = `term-${at}-${name}`;
    const whole = element("div", "", { class: "field" });
    const input = element("input", "", { id, name: `terms[${at}].${name}`, type, ...more });
    input.value = value;
    input.disabled = !may;
    input.addEventListener("input", () => set(input.value));
    whole.append(element("label", label, { for: id }), input);
    if (hint) {
      whole.append(element("p", hint, { class: "hint", id: `${id}-hint` }));
      input.setAttribute("aria-describedby", `${id}-hint`);
    }
    return whole;
  }

  function row(term, at) {
    const whole = element("fieldset", "", { class: "chosen run" });
    const fields = element("div", "", { class: "fields" });
    fields.append(
      fieldOf(term, at, { name: "starts_at", label: message("terms-begins"), type: "datetime-local", value: local(term.starts_at), set: (text) => (term.starts_at = moment(text)), required: "" }),
      fieldOf(term, at, { name: "ends_at", label: message("terms-ends"), type: "datetime-local", value: local(term.ends_at), set: (text) => (term.ends_at = moment(text)) }),
      fieldOf(term, at, { name: "place", label: message("terms-where"), type: "text", value: term.place ?? "", set: (text) => (term.place = text.trim() || null), dir: "auto", autocomplete: "off" }),
      fieldOf(term, at, { name: "seats", label: message("terms-seats"), hint: message("terms-seats-hint"), type: "number", value: term.seats ?? "", set: (text) => (term.seats = text ? Number(text) : null), min: "0", step: "1" }),
    );
    whole.append(element("legend", message("terms-run", { number: at + 1 })), fields);
    if (!may) return whole;
    const remove = element("button", message("common-remove"), { type: "button", class: "button button-quiet button-small", "aria-label": message("terms-remove", { number: at + 1 }) });
    remove.addEventListener("click", () => {
      terms.splice(at, 1);
      draw();
      part("add-term").focus();
    });
    whole.append(remove);
    return whole;
  }

  const changed = () => JSON.stringify(terms) !== kept;
  const tellChanged = () => (part("terms-unsaved").hidden = !changed());

  function draw() {
    part("term-rows").replaceChildren(...terms.map(row));
    part("no-terms").hidden = terms.length > 0;
    tellChanged();
  }

  form.addEventListener("input", tellChanged);
  part("add-term").addEventListener("click", () => {
    terms.push({ starts_at: null, ends_at: null, place: null, seats: null });
    draw();
    form.querySelector("fieldset:last-of-type input").focus();
  });
  onSubmit(form, async () => {
    await save(structuredClone(terms));
    tell(message("terms-saved"));
  });

  return {
    changed,
    terms: () => structuredClone(terms),
    valid: () => form.reportValidity(),
    /** Shows what is kept; whether it may be changed is said once. */
    show(course, mayEdit) {
      may = mayEdit;
      terms = structuredClone(course.terms);
      kept = JSON.stringify(terms);
      draw();
    },
    /** Takes over what was saved; what was typed since it was sent stays. */
    saved(course, sent) {
      if (JSON.stringify(terms) === JSON.stringify(sent)) return this.show(course, may);
      kept = JSON.stringify(course.terms);
      return tellChanged();
    },
  };
}
