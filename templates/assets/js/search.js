// The search page: the address holds the whole state, the index answers, the page shows it.

import { FACETS, openIndex } from "./search-index.js";
import { at, number } from "./language.js";
import { message } from "./messages.js";
import { words } from "./words.js";

const PAGE = 24;
const VALUES_SHOWN = 10;
const TYPING_PAUSE_MS = 120;
const SORTS = ["best", "newest", "soonest"];

const form = document.querySelector("[data-search-form]");
const box = form.elements.q;
const view = document.querySelector("[data-search]");
const part = (name) => view.querySelector(`[data-${name}]`);
const template = document.querySelector("#result-card");
let index;
let shown = PAGE;
let ask = 0;

function state() {
  const query = new URLSearchParams(location.search);
  const chosen = Object.fromEntries(FACETS.map((key) => [key, query.getAll(key)]));
  return { text: query.get("q") ?? "", chosen, sort: query.get("sort") ?? "best" };
}

function go({ text, chosen, sort }, replace) {
  const query = new URLSearchParams();
  if (text) query.set("q", text);
  for (const key of FACETS) for (const slug of chosen[key]) query.append(key, slug);
  if (sort !== "best") query.set("sort", sort);
  const address = query.size ? `${location.pathname}?${query}` : location.pathname;
  history[replace ? "replaceState" : "pushState"](null, "", address);
  shown = PAGE;
  return show();
}

function fitting(rows, chosen, except) {
  const wanted = FACETS.filter((key) => key !== except && chosen[key].length > 0).map((key) => {
    const { slugs, rows: numbers } = index.facets[key];
    return { numbers, set: new Set(chosen[key].map((slug) => slugs.indexOf(slug))) };
  });
  return rows.filter((row) => wanted.every(({ numbers, set }) => numbers[row].some((number) => set.has(number))));
}

async function show() {
  const now = state();
  const mine = (ask += 1);
  const scores = await index.find(now.text);
  if (mine !== ask) return;
  const all = scores ? [...scores.keys()] : [...Array(index.count).keys()];
  const rows = fitting(all, now.chosen);
  const score = (row) => scores?.get(row) ?? 0;
  rows.sort((a, b) => {
    if (now.sort === "best" && score(a) !== score(b)) return score(b) - score(a);
    if (now.sort === "soonest" && index.startOf(a) !== index.startOf(b)) return index.startOf(a) < index.startOf(b) ? -1 : 1;
    return b - a;
  });
  showStatus(rows.length, now);
  showChips(now);
  showResults(rows);
  for (const key of FACETS) showFacet(key, fitting(all, now.chosen, key), now);
}

function showStatus(count, { text }) {
  const found = text ? message("find-count-for", { count, text }) : message("find-count", { count });
  part("status").textContent = count === 0 ? `${found} ${message("find-hint")}` : found;
}

function showChips(now) {
  const chips = FACETS.flatMap((key) => now.chosen[key].map((slug) => chip(key, slug, now)));
  part("chips").replaceChildren(...chips);
}

function chip(key, slug, now) {
  const { names, slugs } = index.facets[key];
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `${names[slugs.indexOf(slug)] ?? slug} ×`;
  button.setAttribute("aria-label", message("find-remove", { name: names[slugs.indexOf(slug)] ?? slug }));
  button.addEventListener("click", () => {
    const chosen = { ...now.chosen, [key]: now.chosen[key].filter((other) => other !== slug) };
    go({ ...now, chosen }).then(() => box.focus());
  });
  const item = document.createElement("li");
  item.append(button);
  return item;
}

function showResults(rows) {
  part("results").replaceChildren(...rows.slice(0, shown).map(card));
  part("more").hidden = rows.length <= shown;
}

function card(row) {
  const course = index.course(row);
  const item = template.content.cloneNode(true);
  item.firstElementChild.classList.add(...course.cover);
  item.querySelector("[data-publisher]").textContent = course.partner;
  const link = item.querySelector("a");
  link.href = at(course.href);
  link.textContent = course.title;
  link.parentElement.lang = course.language;
  const facts = course.facts.filter(Boolean).map((fact) => {
    const line = document.createElement("li");
    line.textContent = fact;
    return line;
  });
  item.querySelector(".facts").append(...facts);
  const price = item.querySelector(".card-foot");
  price.textContent = course.price;
  price.classList.toggle("is-free", course.free);
  return item;
}

function showFacet(key, rows, now) {
  const { names, slugs, rows: numbers } = index.facets[key];
  const counts = new Array(names.length).fill(0);
  for (const row of rows) for (const number of numbers[row]) counts[number] += 1;
  const chosen = new Set(now.chosen[key]);
  const values = [...names.keys()].filter((at) => counts[at] > 0 || chosen.has(slugs[at]));
  values.sort((a, b) => chosen.has(slugs[b]) - chosen.has(slugs[a]) || counts[b] - counts[a]);
  const facet = view.querySelector(`fieldset[name="${key}"]`);
  facet.hidden = values.length === 0;
  const lines = values.slice(0, Math.max(VALUES_SHOWN, chosen.size)).map((at) => {
    const line = document.createElement("li");
    const label = document.createElement("label");
    const tick = document.createElement("input");
    tick.type = "checkbox";
    tick.value = slugs[at];
    tick.checked = chosen.has(slugs[at]);
    const name = document.createElement("bdi");
    name.textContent = names[at];
    const count = document.createElement("span");
    count.className = "count";
    count.textContent = number(counts[at]);
    label.append(tick, name, count);
    line.append(label);
    return line;
  });
  // What had the focus keeps it, though its line is a new one.
  const focused = facet.contains(document.activeElement) ? document.activeElement.value : null;
  facet.querySelector("ul").replaceChildren(...lines);
  if (focused !== null) [...facet.querySelectorAll("input")].find((tick) => tick.value === focused)?.focus();
}

function buildFacets() {
  const sort = document.createElement("select");
  sort.id = "sort";
  sort.append(...SORTS.map((value) => new Option(message("find-sort", { choice: value }), value)));
  sort.value = state().sort;
  sort.addEventListener("change", () => go({ ...state(), sort: sort.value }));
  const label = document.createElement("label");
  label.htmlFor = "sort";
  label.textContent = message("find-sort-by");
  const field = document.createElement("div");
  field.className = "field facet";
  field.append(label, sort);
  const fields = FACETS.map((key) => {
    const set = document.createElement("fieldset");
    set.className = "facet";
    set.name = key;
    const legend = document.createElement("legend");
    legend.textContent = message("find-facet", { choice: key });
    set.append(legend, document.createElement("ul"));
    set.addEventListener("change", (event) => {
      const now = state();
      const others = now.chosen[key].filter((slug) => slug !== event.target.value);
      const chosen = event.target.checked ? [...others, event.target.value] : others;
      go({ ...now, chosen: { ...now.chosen, [key]: chosen } });
    });
    return set;
  });
  part("facets").append(field, ...fields);
}

/** Whether other words stand in the box than are looked for. */
const isTyped = () => words(box.value).join() !== words(state().text).join();

async function start() {
  view.hidden = false;
  box.value = state().text;
  part("status").textContent = message("find-loading");
  try {
    index = await openIndex();
  } catch {
    part("status").textContent = message("find-failed");
    return;
  }
  buildFacets();
  part("more").addEventListener("click", () => {
    const last = shown;
    shown += PAGE;
    show().then(() => part("results").children[last]?.querySelector("a").focus());
  });
  let pause;
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      if (isTyped()) go({ ...state(), text: box.value.trim() }, true);
    }, TYPING_PAUSE_MS);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    go({ ...state(), text: box.value.trim() });
  });
  // What is typed is the reader's: the address fills the box only where it was what changed.
  addEventListener("popstate", () => {
    clearTimeout(pause);
    box.value = state().text;
    show();
  });
  await (isTyped() ? go({ ...state(), text: box.value.trim() }, true) : show());
  // Shown before, the results would push it out of view under the reader's eyes.
  part("rail").hidden = false;
}

start();
