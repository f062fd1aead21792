// How the console says what the platform keeps: states, moments, amounts.

const WORDS = {
  // Kinds of accounts.
  administrator: "Administrator",
  learner: "Learner",
  internal: "Main platform",
  partner: "Partner platform",
  public: "Public",
  // Kinds of what brings permissions.
  power_profile: "Profile of power users",
  custom_role: "Custom role",
  // Accounts.
  activated: "Active",
  deactivated: "Switched off",
  expired: "Ended",
  // Courses.
  draft: "Draft",
  published: "Published",
  unpublished: "Withdrawn",
  archived: "Archived",
  // Enrollments.
  enrolled: "Not started",
  in_progress: "In progress",
  completed: "Completed",
  suspended: "Suspended",
  waiting: "Waiting for a seat",
  to_confirm: "To be confirmed",
  overbooked: "Overbooked",
  // Promotion codes.
  active: "Active",
  used_up: "Used up",
  ended: "Ended",
  off: "Switched off",
  // Orders.
  created: "Begun",
  open: "Not paid yet",
  paid: "Paid",
  fulfilled: "Fulfilled",
  failed: "Failed",
  in_review: "In review",
  partially_refunded: "Partly refunded",
  refunded: "Refunded",
  disputed: "Disputed",
  // Why an order is in review.
  money_mismatch: "What was paid is not what was quoted",
  account_unavailable: "The account is switched off",
  course_unavailable: "The course is gone",
  paid_twice: "Paid twice",
  suspended_by_staff: "Staff suspended the enrollment",
};

/** The tone of a state: what asks for somebody, what is well, what is over. */
const TONES = {
  bad: ["deactivated", "in_review", "disputed", "suspended", "failed"],
  good: ["active", "activated", "published", "fulfilled", "in_progress", "completed"],
};

/** A state or kind in words. */
export const say = (word) => WORDS[word] ?? word?.replaceAll("_", " ") ?? "";

/** Writes a state as a mark into an element. */
export function mark(target, word) {
  target.textContent = say(word);
  target.classList.add("mark");
  for (const [tone, states] of Object.entries(TONES)) target.classList.toggle(`mark-${tone}`, states.includes(word));
}

const MOMENT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** Writes a moment into a `<time>`, in the reader's own zone. */
export function moment(target, text) {
  target.textContent = text ? MOMENT.format(new Date(text)) : "–";
  if (text) target.dateTime = text;
}

/** The last moment of a day of the reader's own zone, as a field for days writes it. */
export const endOf = (day) => new Date(`${day}T23:59:59`).toISOString();

/** An amount with its currency; what costs nothing is free. */
export function money(amount) {
  if (!amount) return "Free";
  return `${amount.amount} ${amount.currency}`;
}

/** `1 person`, `2 people`. */
export const counted = (number, [one, many]) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
