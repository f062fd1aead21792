// The catalog of one's own platform: finding a course, seeing how one gets in, and enrolling or asking with one button.

import { watchActing } from "./acting.js";
import { read, write } from "./api.js";
import { cover } from "./cover.js";
import { courseAddress, element, onPress, parameter, part, run, wayIn } from "./dom.js";
import { at, INTL, languageName } from "./language.js";
import { length } from "./length.js";
import { message } from "./messages.js";
import { isOpen, stateInWords, whyClosed } from "./states.js";
import { heldOn } from "./when.js";

const template = document.querySelector("#offered-card");
const wanted = parameter("q");
let next = null;
let mayEnroll = false;

function facts({ course, level, minutes }) {
  // BCP 47's own word for a language that is not known.
  const language = course.language === "und" ? "" : languageName(course.language) ?? course.language;
  const known = [course.subject, level && message("offer-level", { choice: level }), minutes && length(minutes), language].filter(Boolean);
  return known.map((fact) => element("li", fact, { dir: "auto" }));
}

/** How many seats are left of the chosen date, or of a course without dates. */
const seatsLeft = (offer) => (offer.chosen ?? offer).seats_left;
const isFull = (offer) => seatsLeft(offer) === 0;

/** How one gets in: at once, by somebody's yes, or by waiting. */
function how(offer) {
  if (offer.self_enrollment === "on_request") return message("offer-ask");
  if (isFull(offer)) return message("offer-full");
  const count = seatsLeft(offer);
  return count === null ? message("offer-at-once") : message("offer-seats", { count });
}

/** What its button does. */
function deed(offer) {
  if (offer.self_enrollment === "on_request") return "ask";
  return isFull(offer) ? "wait" : "enroll";
}

/** For those who hear and do not see which card it is on. */
const unseen = (words) => element("span", ` ${words}`, { class: "visually-hidden" });

/** What there is no word for takes no room. */
function tell(place, words) {
  place.textContent = words;
  place.hidden = !words;
}

/** Shows on a card where one stands with its course, and what there is to do. */
function stand(item, offer) {
  const get = (name) => item.querySelector(`[data-${name}]`);
  const { course, state } = offer;
  tell(get("state"), state ? stateInWords(state) : "");
  tell(get("how"), state ? whyClosed(state) : how(offer));
  const [enroll, open] = [get("enroll"), get("open")];
  enroll.hidden = state !== null || !mayEnroll;
  get("when").hidden = enroll.hidden || !offer.terms.length;
  const choice = deed(offer);
  enroll.replaceChildren(message("offer-deed", { choice }), unseen(message("offer-deed-of", { choice, course: course.title })));
  open.hidden = !isOpen(state);
  get("ways").hidden = enroll.hidden && open.hidden;
}

/** The dates to choose from. One alone is said, and is no choice. */
function showTerms(item, offer) {
  offer.chosen = offer.terms[0] ?? null;
  const [select, only] = [item.querySelector("[data-term]"), item.querySelector("[data-only-term]")];
  const alone = offer.terms.length < 2;
  select.closest("label").hidden = alone;
  tell(only, alone && offer.chosen ? heldOn(offer.chosen) : "");
  select.append(...offer.terms.map((term) => element("option", heldOn(term), { value: term.id, dir: "auto" })));
  select.addEventListener("change", () => {
    offer.chosen = offer.terms.find(({ id }) => id === select.value);
    stand(item, offer);
  });
}

/** What the platform says became of it; a refusal may be one because another tab was faster. */
async function enroll(item, offer) {
  const address = `/api/my/courses/${encodeURIComponent(offer.course.id)}`;
  try {
    offer.state = (await write(`${address}/enroll`, { body: { term: offer.chosen?.id ?? null } })).state;
  } catch (refusal) {
    if (refusal.status !== 409) throw refusal;
    const { state } = await read(address);
    if (state === null) throw refusal;
    offer.state = state;
  }
  stand(item, offer);
  // The button has gone: whoever pressed it stands at what came of it.
  const state = item.querySelector("[data-state]");
  state.focus();
  const course = offer.course.title;
  const stands = () => message("offer-stands", { course, state: stateInWords(offer.state).toLocaleLowerCase(INTL) });
  part("status").textContent = isOpen(offer.state) ? message("offer-in", { course }) : stands();
}

/** A refusal as a sentence. */
function inWords({ problem, message: said }) {
  const words = problem ? (problem.fields?.map((field) => message("offer-sought", { problem: field.message })).join("; ") || said) : message("offer-lost");
  return `${words[0].toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;
}

function card(offer) {
  const item = template.content.cloneNode(true).firstElementChild;
  const get = (name) => item.querySelector(`[data-${name}]`);
  const { course, summary } = offer;
  item.classList.add(...cover(course.subject ?? course.publisher));
  get("publisher").textContent = course.publisher;
  const title = item.querySelector("h2");
  title.textContent = course.title;
  title.lang = course.language;
  tell(get("summary"), summary ?? "");
  get("summary").lang = course.language;
  get("facts").append(...facts(offer));
  get("state").tabIndex = -1;
  get("open").href = courseAddress(course.id);
  get("open").append(unseen(course.title));
  const [button, refused] = [get("enroll"), get("refused")];
  onPress(button, async () => {
    refused.hidden = true;
    try {
      await enroll(item, offer);
    } catch (refusal) {
      refused.hidden = false;
      refused.textContent = inWords(refusal);
      wayIn(refused, refusal);
    }
  });
  showTerms(item, offer);
  stand(item, offer);
  return item;
}

/** The next courses. A page may be empty and not be the last: then the one after it is asked for. */
async function load() {
  let page;
  do {
    const query = new URLSearchParams({ ...(wanted && { q: wanted }), ...(next && { cursor: next }) });
    page = await read(`/api/my/catalog?${query}`);
    next = page.next;
  } while (next && page.courses.length === 0);
  const cards = page.courses.map(card);
  part("courses").append(...cards);
  part("more").hidden = !next;
  part("status").textContent = "";
  if (part("courses").children.length) return cards;
  const nothing = part("nothing");
  nothing.hidden = false;
  nothing.textContent = wanted ? message("offer-nothing-for", { text: wanted }) : message("offer-nothing");
  if (wanted) nothing.append(" ", element("a", message("offer-all"), { href: at("/learn/catalog/") }));
  return cards;
}

/** Why the catalog does not come: it may be closed to whoever asks, or what they look for cannot be. */
function refuse(refusal) {
  const status = part("status");
  if (refusal.status === 403) {
    status.textContent = message("offer-closed");
    status.append(" ", element("a", message("offer-public"), { href: at("/courses/") }));
  } else {
    status.textContent = refusal.status === 422 ? inWords(refusal) : message("offer-failed");
    wayIn(status, refusal);
  }
}

onPress(part("more"), async () => {
  try {
    const [first] = await load();
    first?.querySelector("[data-enroll]:not([hidden]), [data-open]:not([hidden])")?.focus();
  } catch (refusal) {
    refuse(refusal);
  }
});
document.querySelector("#q").value = wanted;
run(async () => {
  const { actions } = await read("/api/me/menu");
  mayEnroll = actions.includes("course.enroll_self");
  await load().catch(refuse);
}, message("offer-failed"));
watchActing();
