// Days and times as the page's language writes them, in the reader's own time zone.

import { INTL } from "./language.js";

/** The language as dates are written in it. */
export const DATES = INTL === "en" ? "en-GB" : INTL;

/** `5 February 2026` for an RFC 3339 time. */
export const day = (at) => new Date(at).toLocaleDateString(DATES, { dateStyle: "long" });

/** `5 February 2026 at 14:00`. */
export const dayAndTime = (at) => new Date(at).toLocaleString(DATES, { dateStyle: "long", timeStyle: "short" });

const RUN = new Intl.DateTimeFormat(DATES, { dateStyle: "medium" });
const WITH_PLACE = new Intl.ListFormat(INTL, { type: "unit" });

/** `5–6 Feb 2026, Berlin`: when and where a dated run is held; nothing for one that its course has no more. */
export function heldOn({ starts_at: starts, ends_at: ends, place }) {
  if (!starts) return "";
  const when = RUN.formatRange(new Date(starts), new Date(ends ?? starts));
  return place ? WITH_PLACE.format([when, place]) : when;
}
