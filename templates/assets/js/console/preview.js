// What a change of permissions would do, told before it is saved.

import { ask, change } from "./dialog.js";
import { counted } from "./words.js";

export const PEOPLE = ["person", "people"];

const outcome = (gained, lost) => [gained, lost].filter(Boolean).join(" and ");
const listed = (verb, ids) => ids.length > 0 && `${verb} ${ids.join(", ")}`;

/** What one role gains and loses. */
export function roleFlip({ role, people, gained, lost }) {
  const who = people === null ? "" : ` (${counted(people, PEOPLE)})`;
  return `${role}${who} ${outcome(listed("gains", gained), listed("loses", lost))}.`;
}

/** What the holders of a profile or custom role gain and lose on one object, which is called as `name` says. */
export function setFlip({ object, people, gained, lost }, name) {
  const where = object === null ? "Wherever it is held" : `On ${name(object)}`;
  return `${where}, ${counted(people, PEOPLE)} ${outcome(listed(people === 1 ? "gains" : "gain", gained), listed(people === 1 ? "loses" : "lose", lost))}.`;
}

/**
 * Asks the platform what a change would do, tells it in a dialog, and saves it where the reader agrees. Resolves to what
 * the platform answers, or to `undefined`.
 *
 * `flip` tells one line of it, `before` what is said above them, and `confirmed` makes the address that saves of what was
 * told, where that is another one.
 */
export async function saveTold({ address, method = "PUT", body, flip = roleFlip, before = () => [], confirmed = () => address, ...dialog }) {
  const told = await change(`${address}?dry_run=true`, { method, body });
  const lines = told.flips.map((one) => flip(one));
  return ask({
    text: [
      ...before(told),
      ...(lines.length ? lines : ["Nobody gains or loses anything by it."]),
      told.people_at_least && "More people were there than were counted.",
    ],
    ...dialog,
    work: () => change(confirmed(told), { method, body }),
  });
}
