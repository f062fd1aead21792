// The same done to all that is selected: asked about with their number, sent in parts, and told one by one.

import { element, part } from "../dom.js";
import { ask, change } from "./dialog.js";
import { capital } from "./form.js";
import { tell } from "./frame.js";
import { counted } from "./words.js";

/** As many as the platform takes with one request. */
const TOGETHER_MAX = 100;

/** Shows the bar with what can be done to the selection. */
export function showBar(selected, noun) {
  part("bulk").hidden = selected.length === 0;
  part("selected").textContent = `${counted(selected.length, noun)} selected`;
}

/**
 * Asks, does it and says what became of each. `verb` is what the button says, `text` what it means; `body` makes the
 * request of the ids and of what was typed into `fields`; `nameOf` names an id to people.
 */
export async function doToAll({ address, ids, noun, verb, text, fields, danger, body, nameOf }) {
  const outcomes = await ask({
    title: `${verb} ${counted(ids.length, noun)}?`,
    text,
    fields,
    danger,
    button: `${verb} ${counted(ids.length, noun)}`,
    work: (typed) => inParts({ address, ids, body: (part) => body(part, typed) }),
  });
  if (outcomes) tellOutcomes(outcomes, nameOf);
  return Boolean(outcomes);
}

async function inParts({ address, ids, body }) {
  const whole = { done: 0, unchanged: 0, refused: 0, outcomes: [] };
  for (let at = 0; at < ids.length; at += TOGETHER_MAX) {
    if (ids.length > TOGETHER_MAX) tell(`${at} of ${ids.length} done…`);
    const some = await change(address, { body: body(ids.slice(at, at + TOGETHER_MAX)) });
    for (const count of ["done", "unchanged", "refused"]) whole[count] += some[count];
    whole.outcomes.push(...some.outcomes);
  }
  return whole;
}

function tellOutcomes({ done, unchanged, refused, outcomes }, nameOf) {
  const counts = [`Done: ${done}`];
  if (unchanged) counts.push(`as it was already: ${unchanged}`);
  if (refused) counts.push(`refused: ${refused}`);
  tell(`${counts.join(", ")}.`, { bad: refused > 0 });
  if (!refused) return;
  const list = element("ul", "", { class: "refusals" });
  for (const { account, problem } of outcomes.filter(({ outcome }) => outcome === "refused")) {
    const fields = (problem.fields ?? []).map(({ field, message }) => `${field} ${message}`);
    const line = element("li");
    const who = element("bdi", nameOf(account));
    line.append(who, `: ${capital([problem.message, ...fields].join(": "))}.`);
    list.append(line);
  }
  part("said").append(list);
}
