// Where an enrollment stands, in words; and where it does not open its lessons, why.

import { message } from "./messages.js";

/** The state in a word or three. */
export const stateInWords = (state) => message("state-name", { choice: state });

/** Whether what somebody is enrolled in is open to them. */
export const isOpen = (state) => ["enrolled", "in_progress", "completed"].includes(state);

/** Why it is not open, and what there is to do; an empty string where it is. */
export const whyClosed = (state, suspendedBy) =>
  isOpen(state) ? "" : message("state-why", { choice: suspendedBy === "payment" ? "unpaid" : state });
