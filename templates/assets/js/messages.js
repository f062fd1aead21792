// What scripts say, in the language of the page: the page hands its messages over (messages/*/scripts.ftl).

import { DIRECTION, INTL, number } from "./language.js";

const handed = JSON.parse(document.querySelector("[data-messages]").textContent);
const plural = new Intl.PluralRules(INTL);
// Letters from right to left, and marks that turn what follows them: as the pages themselves set them apart.
const LEFTWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const STEERS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A text that runs the other way is set apart (Unicode UAX 9), so that it does not turn the sentence around it. */
function apart(text) {
  const against = DIRECTION === "rtl" ? [...text].some((c) => /\p{L}/u.test(c) && !LEFTWARD.test(c)) : LEFTWARD.test(text);
  return against || STEERS.test(text) ? `\u2068${text}\u2069` : text;
}

/** A message by its id, told texts and numbers by name. */
export const message = (id, told = {}) => written(handed[id], told);

const written = (parts, told) => [parts].flat().map((part) => said(part, told)).join("");

function said(part, told) {
  if (typeof part === "string") return part;
  const value = told[part.of];
  const counts = typeof value === "number";
  if (part.forms) return written(part.forms[counts ? plural.select(value) : value] ?? part.forms.other, told);
  return counts ? number(value) : apart(value);
}
