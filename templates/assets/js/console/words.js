// How the console says what the platform keeps: states, moments, amounts.

import { element } from "../dom.js";
import { INTL } from "../language.js";
import { message } from "../messages.js";
import { DATES } from "../when.js";

/** The tone of a state: what asks for somebody, what is well, what is over. */
const TONES = {
  bad: ["deactivated", "in_review", "disputed", "suspended", "failed"],
  good: ["active", "activated", "published", "fulfilled", "in_progress", "completed"],
};

/** A state or kind in words; one that has none here is said as the platform writes it. */
export const say = (word) => (word ? message("word-of", { choice: word, word: word.replaceAll("_", " ") }) : "");

/** What the platform itself says is in English, and named so for whoever hears it. */
export const asSaid = (words) => element("span", words, { lang: "en", dir: "ltr" });

/** Writes a state as a mark into an element. */
export function mark(target, word) {
  target.textContent = say(word);
  target.classList.add("mark");
  for (const [tone, states] of Object.entries(TONES)) target.classList.toggle(`mark-${tone}`, states.includes(word));
}

const MOMENT = new Intl.DateTimeFormat(DATES, { dateStyle: "medium", timeStyle: "short" });

/** Writes a moment into a `<time>`, in the reader's own zone. */
export function moment(target, text) {
  target.textContent = text ? MOMENT.format(new Date(text)) : "–";
  if (text) target.dateTime = text;
}

/** The last moment of a day of the reader's own zone, as a field for days writes it. */
export const endOf = (day) => new Date(`${day}T23:59:59`).toISOString();

/** An amount, with the digits of its currency, as the language writes numbers; what costs nothing is free. */
export function money(amount) {
  if (!amount) return message("word-free");
  const digits = amount.amount.split(".")[1]?.length ?? 0;
  const figures = new Intl.NumberFormat(INTL, { minimumFractionDigits: digits });
  return `${figures.format(amount.amount)} ${amount.currency}`;
}

/** Whether a text is the id of something that the platform keeps. */
export const isId = (text) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text);

// How many there are: `1 person`, `2 people`.
export const people = (count) => message("many-people", { count });
export const accounts = (count) => message("many-accounts", { count });
export const lines = (count) => message("many-lines", { count });
export const requests = (count) => message("many-requests", { count });
export const courses = (count) => message("many-courses", { count });
export const enrollments = (count) => message("many-enrollments", { count });
export const orders = (count) => message("many-orders", { count });
export const promotions = (count) => message("many-promotions", { count });
export const partners = (count) => message("many-partners", { count });
export const entries = (count) => message("many-entries", { count });
export const actions = (count) => message("many-actions", { count });
