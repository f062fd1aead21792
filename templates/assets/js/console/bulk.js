// The same done to all that is selected: asked about with their number, sent in parts, and told one by one.

import { element, part, wayIn } from "../dom.js";
import { message } from "../messages.js";
import { ask, asksForProof, change, prove } from "./dialog.js";
import { sentence } from "./form.js";
import { tell } from "./frame.js";

/** As many as the platform takes with one request. */
const TOGETHER_MAX = 100;

/** Shows the bar with what can be done to the selection. */
export function showBar(selected, noun) {
  part("bulk").hidden = selected.length === 0;
  part("selected").textContent = message("bulk-selected", { items: noun(selected.length) });
}

/** So many people are named before something is done to them. */
const NAMED_MAX = 10;

/**
 * Asks, does it and says what became of each, also where it was stopped or broke off in between. `deed` says what is done
 * to so many, `text` what it means; `body` makes the request of the ids and of what was typed into `fields`; `nameOf` names
 * an id to people, and with `named` they are read out before.
 */
export async function doToAll({ address, ids, deed, text, fields, danger, body, nameOf, named }) {
  const outcomes = await ask({
    title: message("bulk-question", { deed: deed(ids.length) }),
    text: [named && namesOf(ids, nameOf), text],
    fields,
    danger,
    stoppable: ids.length > TOGETHER_MAX,
    button: deed(ids.length),
    work: (typed, running) => inParts({ address, ids, body: (part) => body(part, typed), running }),
  });
  if (outcomes) tellOutcomes(outcomes, nameOf);
  return Boolean(outcomes);
}

function namesOf(ids, nameOf) {
  const names = ids.slice(0, NAMED_MAX).map(nameOf).join(", ");
  const count = ids.length - NAMED_MAX;
  return count > 0 ? message("bulk-names-more", { names, count }) : message("bulk-names", { names });
}

/** What is done is done, and is told, whatever comes after it. */
async function inParts({ address, ids, body, running }) {
  const whole = { done: 0, unchanged: 0, refused: 0, outcomes: [], left: ids.length };
  for (let at = 0; at < ids.length && !running.stopped; at += TOGETHER_MAX) {
    if (ids.length > TOGETHER_MAX) running.say(message("bulk-so-far", { done: at, count: ids.length }));
    let some;
    try {
      some = await onePart(address, ids.slice(at, at + TOGETHER_MAX), body);
    } catch (refusal) {
      if (at === 0) throw refusal;
      return { ...whole, broken: refusal };
    }
    for (const { outcome } of some) whole[outcome] += 1;
    whole.outcomes.push(...some);
    whole.left = Math.max(0, ids.length - at - TOGETHER_MAX);
  }
  return whole;
}

/**
 * What became of these. The platform judges each by itself, and may want to know once more who asks: those for whom it does
 * go again once that is proved. Where it is not, what was done to the others is told all the same.
 */
async function onePart(address, ids, body) {
  const { outcomes } = await change(address, { body: body(ids) });
  const waiting = outcomes.filter(({ problem }) => asksForProof(problem)).map(({ account }) => account);
  if (!waiting.length) return outcomes;
  try {
    await prove();
  } catch (refusal) {
    if (waiting.length === outcomes.length) throw refusal;
    return outcomes;
  }
  const again = await change(address, { body: body(waiting) });
  const since = new Map(again.outcomes.map((one) => [one.account, one]));
  return outcomes.map((one) => since.get(one.account) ?? one);
}

/** What was done, and how many were left as they are where it ended before its end. */
function whatIsLeft(told, count, broken) {
  if (!count) return message("bulk-whole", { told });
  return broken ? message("bulk-broken", { told, count, why: broken.message }) : message("bulk-stopped", { told, count });
}

function tellOutcomes({ done, unchanged, refused, outcomes, left, broken }, nameOf) {
  let told = message("bulk-outcome", { count: done });
  if (unchanged) told = message("bulk-unchanged", { told, count: unchanged });
  if (refused) told = message("bulk-refused", { told, count: refused });
  tell(whatIsLeft(told, left, broken), { bad: refused > 0 || left > 0 });
  if (broken) wayIn(part("said"), broken);
  // The buttons go with the selection.
  part("said").focus();
  if (!refused) return;
  const list = element("ul", "", { class: "refusals" });
  for (const { account, problem } of outcomes.filter(({ outcome }) => outcome === "refused")) {
    const fields = (problem.fields ?? []).map(({ field, message: why }) => `${field} ${why}`);
    const line = element("li");
    const who = element("bdi", nameOf(account));
    const why = sentence([problem.message, ...fields].join(": "));
    line.append(who, ": ", element("span", why, { lang: "en", dir: "ltr" }));
    list.append(line);
  }
  part("said").append(list);
}
