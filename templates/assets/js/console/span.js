// Stretches of time that reports are about: whole months of UTC, cut into days, weeks or months.

import { DATES } from "../when.js";

const DAY_MS = 86_400_000;
const DAY = new Intl.DateTimeFormat(DATES, { day: "numeric", month: "short", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat(DATES, { month: "short", year: "numeric", timeZone: "UTC" });

const dayOf = (time) => new Date(time).toISOString().slice(0, 10);

/** The months of a span that ends with the present one, as the platform writes them (`2026-11`), the oldest first. */
export function monthsOf(number, now = new Date()) {
  return Array.from({ length: number }, (_, back) => {
    return dayOf(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (number - 1 - back), 1)).slice(0, 7);
  });
}

/**
 * The stretches of these months up to now: pairs of the day that each begins with and its name. One month has days, a few
 * have weeks that begin on Monday, and a year has months.
 */
export function stretches(months, now = new Date()) {
  const first = Date.parse(`${months[0]}-01`);
  if (months.length > 3) return months.map((month) => [`${month}-01`, MONTH.format(Date.parse(`${month}-01`))]);
  const days = Math.floor((now.getTime() - first) / DAY_MS) + 1;
  const begins = Array.from({ length: days }, (_, day) => first + day * DAY_MS);
  const wanted = months.length === 1 ? begins : begins.filter((time, at) => at === 0 || new Date(time).getUTCDay() === 1);
  return wanted.map((time) => [dayOf(time), DAY.format(time)]);
}

/** The place of a moment among the stretches, or -1 before them. */
export const stretchOf = (parts, at) => parts.findLastIndex(([begin]) => begin <= at.slice(0, 10));
