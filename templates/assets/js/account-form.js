// Forms of the signed-in pages: what is typed goes to the platform, and what it says about it comes back to the fields.

import { element, part, wayIn } from "./dom.js";
import { message } from "./messages.js";

/** Lets a form send itself with `send`, which gives the words for a success. One sending at a time. */
export function onSend(form, send) {
  let busy = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    clear(form);
    try {
      say(form, await send(form));
    } catch (error) {
      refuse(form, error);
      wayIn(form.querySelector("[data-note]"), error);
    }
    busy = false;
  });
}

/** Says below a form what came of it. */
export function say(form, words, bad = false) {
  const note = form.querySelector("[data-note]");
  note.textContent = words;
  note.classList.toggle("notice-bad", bad);
  note.classList.toggle("notice-good", !bad);
}

/** Does what a button stands for; where it fails, the page's own note says why. */
export function onPress(button, work) {
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await work();
    } catch (error) {
      button.disabled = false;
      const status = part("status");
      status.hidden = false;
      status.textContent = inWords(error);
      wayIn(status, error);
      status.scrollIntoView({ block: "nearest" });
    }
  });
}

/** A refusal as a sentence. */
export function inWords(error) {
  if (!error.problem) return message("form-lost");
  const words = error.problem.fields?.map(({ message: said }) => said).join("; ") || error.message;
  return `${words[0].toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;
}

function clear(form) {
  say(form, "");
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    describe(field, (ids) => ids.filter((id) => id !== errorId(field)));
    form.querySelector(`#${errorId(field)}`).remove();
  }
}

const errorId = (field) => `${field.id}-error`;

/** Changes the list of what describes a field. */
function describe(field, change) {
  const ids = change((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
}

/** What is wrong with a field stands beside it; the first of them gets the focus. */
function refuse(form, error) {
  let first = null;
  const others = [];
  for (const { field: name, message: said } of error.problem?.fields ?? []) {
    const field = form.elements[name.split("[")[0]];
    if (!field) others.push(`${name} ${said}`);
    else if (!field.hasAttribute("aria-invalid")) {
      mark(field, said);
      first ??= field;
    }
  }
  const words = first ? message("form-wrong") : inWords(error);
  say(form, others.length ? `${others.join("; ")}.` : words, true);
  first?.focus();
}

/** What the platform itself says of a field is in English, and named so for whoever hears it. */
function mark(field, said) {
  const words = element("p", `${field.labels?.[0]?.textContent ?? field.name} `, { class: "field-error", id: errorId(field) });
  words.append(element("span", said, { lang: "en", dir: "ltr" }));
  field.setAttribute("aria-invalid", "true");
  describe(field, (ids) => [...ids, words.id]);
  field.after(words);
}
