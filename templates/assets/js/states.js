// Where an enrollment stands, in words; and where it does not open its lessons, why.

const STATES = {
  enrolled: "Not started",
  in_progress: "In progress",
  completed: "Completed",
  suspended: "Suspended",
  waiting: "On the waiting list",
  to_confirm: "Waiting for confirmation",
  overbooked: "Overbooked",
};
const REASONS = {
  waiting: "No seat is free. You are in line and get in as soon as one is: there is nothing left for you to do.",
  to_confirm: "You asked to take part. Whoever runs it says yes or no: there is nothing left for you to do.",
  overbooked: "There are more people than seats. You are in line and get in as soon as one is free.",
  suspended: "Whoever runs it has suspended you. What you have done is kept; ask them how to go on.",
};
const UNPAID = "The money for it went back, or your bank disputes it. What you have done is kept, and open again once it is paid. Your orders tell more.";

/** The state in a word or three. */
export const stateInWords = (state) => STATES[state] ?? state;

/** Whether what somebody is enrolled in is open to them. */
export const isOpen = (state) => ["enrolled", "in_progress", "completed"].includes(state);

/** Why it is not open, and what there is to do; an empty string where it is. */
export const whyClosed = (state, suspendedBy) => (suspendedBy === "payment" ? UNPAID : (REASONS[state] ?? ""));
