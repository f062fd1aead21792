// The catalog of one's own platform: finding a course, seeing how one gets in, and enrolling or asking with one button.

import { watchActing } from "./acting.js";
import { read, write } from "./api.js";
import { cover } from "./cover.js";
import { courseAddress, element, onPress, parameter, part, run, wayIn } from "./dom.js";
import { isOpen, stateInWords, whyClosed } from "./states.js";

const LEVELS = { beginner: "Beginner", intermediate: "Intermediate", advanced: "Advanced" };
const languages = new Intl.DisplayNames([document.documentElement.lang], { type: "language" });
const template = document.querySelector("#offered-card");
const wanted = parameter("q");
let next = null;
let mayEnroll = false;

/** `45 min`, `2 h` or `1 h 30 min`. */
function length(minutes) {
  const [hours, left] = [Math.floor(minutes / 60), minutes % 60];
  return [hours && `${hours} h`, left && `${left} min`].filter(Boolean).join(" ");
}

function facts({ course, level, minutes }) {
  // BCP 47's own word for a language that is not known.
  const language = course.language === "und" ? "" : languages.of(course.language);
  const known = [course.subject, LEVELS[level], minutes && length(minutes), language].filter(Boolean);
  return known.map((fact) => element("li", fact, { dir: "auto" }));
}

const isFull = ({ seats_left: left }) => left === 0;

/** How one gets in: at once, by somebody's yes, or by waiting. */
function how(offer) {
  if (offer.self_enrollment === "on_request") return "You ask to take part, and whoever runs it says yes or no.";
  if (isFull(offer)) return "No seat is free. You can wait in line for one.";
  const left = offer.seats_left;
  return left === null ? "You get in at once." : `You get in at once. ${left === 1 ? "1 seat is" : `${left} seats are`} left.`;
}

/** What its button says, and what follows for those who hear and do not see which card it is on. */
function verb(offer) {
  if (offer.self_enrollment === "on_request") return ["Ask to take part", "in"];
  return isFull(offer) ? ["Join the waiting list", "of"] : ["Enroll", "in"];
}

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
  const [does, joined] = verb(offer);
  enroll.replaceChildren(does, unseen(`${joined} ${course.title}`));
  open.hidden = !isOpen(state);
  get("ways").hidden = enroll.hidden && open.hidden;
}

/** What the platform says became of it; a refusal may be one because another tab was faster. */
async function enroll(item, offer) {
  const address = `/api/my/courses/${encodeURIComponent(offer.course.id)}`;
  try {
    offer.state = (await write(`${address}/enroll`)).state;
  } catch (refusal) {
    if (refusal.status !== 409) throw refusal;
    offer.state = (await read(address)).state;
  }
  stand(item, offer);
  // The button has gone: whoever pressed it stands at what came of it.
  const state = item.querySelector("[data-state]");
  state.focus();
  part("status").textContent = `${offer.course.title}: ${isOpen(offer.state) ? "you are in" : stateInWords(offer.state).toLowerCase()}.`;
}

const LOST = "That did not reach the platform, and nothing was changed. Please try again.";

/** A refusal as a sentence. */
function inWords({ problem, message }) {
  const words = problem ? (problem.fields?.map((field) => `what you look for ${field.message}`).join("; ") || message) : LOST;
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
  nothing.textContent = wanted ? `No course that you can enroll in begins with “${wanted}”. ` : "There is no course that you can enroll in by yourself now.";
  if (wanted) nothing.append(element("a", "See all courses", { href: "/learn/catalog/" }));
  return cards;
}

/** Why the catalog does not come: it may be closed to whoever asks, or what they look for cannot be. */
function refuse(refusal) {
  const status = part("status");
  if (refusal.status === 403) {
    status.textContent = "This platform does not show its catalog to your kind of account. Whoever runs it can enroll you. ";
    status.append(element("a", "See the public catalog", { href: "/courses/" }));
  } else {
    status.textContent = refusal.status === 422 ? inWords(refusal) : "The catalog could not be loaded. Please try again.";
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
}, "The catalog could not be loaded. Please try again.");
watchActing();
