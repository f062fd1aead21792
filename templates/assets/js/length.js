// How long a course takes, as it is said everywhere.

import { message } from "./messages.js";

const DAY_HOURS = 24;

/** `45 min`, `2 h` or `1 h 30 min`; from a day on only hours. */
export function length(minutes) {
  const [hours, left] = [Math.floor(minutes / 60), minutes % 60];
  if (!hours) return message("lasts-minutes", { minutes: left });
  return left && hours < DAY_HOURS ? message("lasts-both", { hours, minutes: left }) : message("lasts-hours", { hours });
}
