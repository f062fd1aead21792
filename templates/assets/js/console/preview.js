// What a change of permissions would do, told before it is saved.

import { message } from "../messages.js";
import { ask, change } from "./dialog.js";
import { people as persons } from "./words.js";

/** What so many gain and lose, without the beginning and the end of the sentence. */
function outcome(number, gained, lost) {
  const gains = gained.length > 0 && message("flip-gains", { number, actions: gained.join(", ") });
  const loses = lost.length > 0 && message("flip-loses", { number, actions: lost.join(", ") });
  return gains && loses ? message("flip-both", { gained: gains, lost: loses }) : gains || loses || "";
}

/** What one role gains and loses. */
export function roleFlip({ role, people, gained, lost }) {
  const told = { role, outcome: outcome(1, gained, lost) };
  return people === null ? message("flip-role", told) : message("flip-role-people", { ...told, people: persons(people) });
}

/** What the holders of a profile or custom role gain and lose on one object, which is called as `name` says. */
export function setFlip({ object, people, gained, lost }, name) {
  const told = { people: persons(people), outcome: outcome(people, gained, lost) };
  return object === null ? message("flip-everywhere", told) : message("flip-on", { ...told, object: name(object) });
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
      ...(lines.length ? lines : [message("flip-nobody")]),
      told.people_at_least && message("flip-at-least"),
    ],
    ...dialog,
    work: () => change(confirmed(told), { method, body }),
  });
}
