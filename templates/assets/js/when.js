// Days and times as the page's language writes them, in the reader's own time zone.

import { INTL } from "./language.js";

/** The language as dates are written in it. */
export const DATES = INTL === "en" ? "en-GB" : INTL;

/** `5 February 2026` for an RFC 3339 time. */
export const day = (at) => new Date(at).toLocaleDateString(DATES, { dateStyle: "long" });

/** `5 February 2026 at 14:00`. */
export const dayAndTime = (at) => new Date(at).toLocaleString(DATES, { dateStyle: "long", timeStyle: "short" });
