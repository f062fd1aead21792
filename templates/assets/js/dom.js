// Small steps on the page that several scripts take. Text is only ever set as text.

import { at } from "./language.js";
import { message } from "./messages.js";

/** The element with this `data-` mark. */
export const part = (name) => document.querySelector(`[data-${name}]`);

/** A new element with text and attributes. */
export function element(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** Runs the page's work; where it fails, the page says so: at its top, or in another place that is nearer. */
export function run(work, failure, status = part("status")) {
  return work().catch((refusal) => {
    status.hidden = false;
    status.textContent = failure;
    wayIn(status, refusal);
  });
}

/**
 * Does the work of a button, and not once more while it is being done: a list would come twice. The button keeps the focus,
 * which one that is switched off would lose.
 */
export function onPress(button, work) {
  let busy = false;
  button.addEventListener("click", async () => {
    if (busy) return;
    busy = true;
    await work().finally(() => (busy = false));
  });
}

/** Adds the way to sign in, where a refusal says that nobody is: in another tab, so that this one keeps what was typed. */
export function wayIn(said, { signIn }) {
  if (signIn) said.append(" ", element("a", message("session-sign-in"), { href: signIn, target: "_blank" }));
}

/** A parameter of the page's address, or an empty string. */
export const parameter = (name) => new URLSearchParams(location.search).get(name) ?? "";

/** The address of a course's outline, of a lesson, or of a certificate. */
export const courseAddress = (course) => at(`/learn/course/?id=${encodeURIComponent(course)}`);
export const certificateAddress = (id) => at(`/certificate/?id=${encodeURIComponent(id)}`);
export const lessonAddress = (course, lesson) =>
  at(`/learn/lesson/?course=${encodeURIComponent(course)}&lesson=${encodeURIComponent(lesson)}`);
