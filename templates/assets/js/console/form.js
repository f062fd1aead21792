// Fields made and read, and what the platform says about them.

import { element, wayIn } from "../dom.js";
import { LANGUAGE } from "../language.js";

let made = 0;

/** A labelled field: `name`, `label` and, where wanted, `type`, `value`, `options`, `hint` and attributes of the control. */
export function field({ name, label, type = "text", value = "", options, hint, ...attributes }) {
  made += 1;
  const id = `field-${made}`;
  const tag = options ? "select" : type === "textarea" ? "textarea" : "input";
  const control = element(tag, "", { id, name, ...(tag === "input" ? { type } : {}), ...attributes });
  for (const [word, text] of options ?? []) control.append(element("option", text, { value: word }));
  if (value) control.value = value;
  const whole = element("div", "", { class: "field" });
  whole.append(element("label", label, { for: id }), control);
  if (hint) {
    whole.append(element("p", hint, { class: "hint", id: `${id}-hint` }));
    control.setAttribute("aria-describedby", `${id}-hint`);
  }
  return whole;
}

/** The values of a form by name; empty fields are left out. */
export function values(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
}

/** Takes back what was said about the fields. */
export function clearProblem(form) {
  for (const said of form.querySelectorAll(".field-error, .form-error")) said.remove();
  for (const control of form.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    if (control.dataset.described !== undefined) control.setAttribute("aria-describedby", control.dataset.described);
    if (!control.getAttribute("aria-describedby")) control.removeAttribute("aria-describedby");
  }
}

/** The language of a refusal: the platform speaks English, and the page itself says what never reached it. */
export const saidIn = ({ status }) => (status ? "en" : LANGUAGE);

/** A refusal of this page's own, beside one field. */
export const wrong = (field, why) => Object.assign(new Error(why), { problem: { fields: [{ field, message: why }] } });

/** Says beside each field what is wrong with it, and the rest above the form's buttons. */
export function showProblem(form, refusal) {
  clearProblem(form);
  const rest = [];
  let first = null;
  for (const { field: name, message: why } of refusal.problem?.fields ?? []) {
    const control = form.elements.namedItem(name);
    if (!(control instanceof HTMLElement)) {
      rest.push(`${name}: ${why}`);
      continue;
    }
    first ??= control;
    control.id ||= `field-of-${name}`;
    const id = `${control.id}-error`;
    control.dataset.described ??= control.getAttribute("aria-describedby") ?? "";
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", `${control.dataset.described} ${id}`.trim());
    control.after(element("p", capital(why), { class: "field-error", id, lang: saidIn(refusal), dir: "auto" }));
  }
  if (!first || rest.length) {
    const words = rest.length ? rest.join(". ") : refusal.message;
    const said = element("p", sentence(words), { class: "notice notice-bad form-error", role: "alert", lang: saidIn(refusal), dir: "auto" });
    wayIn(said, refusal);
    form.querySelector("[data-buttons]").before(said);
  }
  first?.focus();
}

/** The platform's sentences begin small, for they stand after a field's name elsewhere. */
export const capital = (text) => (text ? text[0].toUpperCase() + text.slice(1) : "");

/** The same as a sentence of its own. */
export const sentence = (text) => `${capital(text)}${/[.!?؟]$/.test(text) ? "" : "."}`;

/** Does this instead of sending the form, where the key for that is pressed in a field that is no part of what is sent. */
export function onEnter(field, work = () => {}) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    work();
  });
}

/** Runs what a form is sent for: once at a time, and what is refused is said in the form, with nothing lost. */
export function onSubmit(form, work) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.submitter ?? form.querySelector("[type=submit]");
    if (button?.getAttribute("aria-busy")) return;
    clearProblem(form);
    button?.setAttribute("aria-busy", "true");
    try {
      await work(values(form), event.submitter);
    } catch (refusal) {
      showProblem(form, refusal);
    } finally {
      button?.removeAttribute("aria-busy");
    }
  });
}
