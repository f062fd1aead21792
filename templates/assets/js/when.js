// Days and times as the page's language writes them, in the reader's own time zone.

const language = document.documentElement.lang;

/** `5 February 2026` for an RFC 3339 time. */
export const day = (at) => new Date(at).toLocaleDateString(language === "en" ? "en-GB" : language, { dateStyle: "long" });

/** `5 February 2026 at 14:00`. */
export const dayAndTime = (at) =>
  new Date(at).toLocaleString(language === "en" ? "en-GB" : language, { dateStyle: "long", timeStyle: "short" });
