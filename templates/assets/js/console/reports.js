// Reports: who came into courses, who completed them, and what was sold, over time. The lists are read page by page and
// counted here; what is shown is saved as a file, line by line.

import { read } from "../api.js";
import { element, parameter, part } from "../dom.js";
import { INTL } from "../language.js";
import { message } from "../messages.js";
import { chart, rows } from "./chart.js";
import { csv, download } from "./csv.js";
import { attempt, consolePage, ownTenant, standing } from "./frame.js";
import { choosePlatform } from "./platforms.js";
import { monthsOf, stretches, stretchOf } from "./span.js";
import { enrollments, entries as manyEntries } from "./words.js";

const ASKED_MAX = 100;
/** More entries than these belong to a program: it reads the same endpoints. */
const ENTRIES_MAX = 20_000;
/** The reading that is under way; what is read for another span than the one that is shown stops by itself. */
let reading = { stopped: false };

/** Reads a list to its end, or as far as `goesOn` says; tells how many there are so far. */
async function all(address, query, { run, told }, goesOn = () => true) {
  const found = [];
  let cursor = null;
  do {
    const { items, next } = await read(`${address}?${new URLSearchParams({ ...query, limit: ASKED_MAX, ...(cursor ? { cursor } : {}) })}`);
    found.push(...items);
    told(items.length);
    cursor = items.length && !goesOn(items.at(-1)) ? null : next;
  } while (cursor && !run.stopped && found.length < ENTRIES_MAX);
  return { found, whole: !cursor };
}

/** The entries of a report in all months of the span. */
async function reached(report, { months, tenant, ...how }) {
  const of = tenant === "main" ? {} : { organization: tenant };
  const each = [];
  for (const month of months) each.push(await all(`/api/admin/reports/${report}`, { month, ...of }, how));
  const entries = each.flatMap(({ found }) => found).map((one) => ({ at: one.at, course: one.course_title, number: 1 }));
  return { entries, whole: each.every(({ whole }) => whole) };
}

const digitsOf = (amount) => amount.split(".")[1]?.length ?? 0;
const minor = ({ amount }) => Number(amount.replace(".", ""));

/** The orders of the span whose money is with us, each with what is left of it, apart by currency. */
async function sold({ months, ...how }) {
  const begin = `${months[0]}-01`;
  const { found, whole } = await all("/api/admin/orders", {}, how, (order) => order.created_at >= begin);
  const paid = found.filter((order) => order.created_at >= begin && order.paid);
  const currencies = Map.groupBy(paid, ({ paid: { currency } }) => currency);
  return [...currencies].map(([currency, orders]) => {
    const digits = digitsOf(orders[0].paid.amount);
    const entries = orders.map((order) => ({ at: order.created_at, course: order.course_title, number: minor(order.paid) - minor(order.refunded) }));
    return { currency, digits, entries, whole };
  });
}

const summed = (entries) => entries.reduce((sum, { number }) => sum + number, 0);

/** One report as a section: a sentence, a chart, its numbers by time and by course, and the way to save them. */
function show({ name, heading, unit, column, entries, whole, told, exact = String, noun, least }, parts) {
  const made = part("report-template").content.cloneNode(true).firstElementChild;
  const find = (name) => made.querySelector(`[data-${name}]`);
  const id = `report-${name}`;
  const byTime = parts.map(([, name]) => [name, 0]);
  const byCourse = new Map();
  for (const { at, course, number } of entries) {
    const place = stretchOf(parts, at);
    if (place >= 0) byTime[place][1] += number;
    byCourse.set(course, (byCourse.get(course) ?? 0) + number);
  }
  const courses = [...byCourse].sort(([, one], [, other]) => other - one);
  const words = message("report-span", { heading, sum: noun(summed(entries)), first: byTime[0][0], last: byTime.at(-1)[0] });
  made.setAttribute("aria-labelledby", id);
  find("heading").textContent = heading;
  find("heading").id = id;
  find("sum").textContent = whole ? noun(summed(entries)) : message("report-so-far", { sum: noun(summed(entries)) });
  find("chart").setAttribute("aria-label", message("report-chart", { heading }));
  find("chart").append(chart({ points: byTime, words, told, least }));
  for (const head of made.querySelectorAll("[data-unit]")) head.textContent = unit;
  find("by-time-caption").textContent = message("report-by-time", { heading });
  find("by-course-caption").textContent = message("report-by-course", { heading });
  find("by-time").append(...rows(byTime, told));
  find("by-course").append(...rows(courses.length ? courses : [[message("report-none"), 0]], told));
  find("save").setAttribute("aria-label", message("report-save", { heading }));
  find("save").addEventListener("click", () => {
    const columns = [["At", ({ at }) => at], ["Course", ({ course }) => course], [column, ({ number }) => exact(number)]];
    download(`${name}.csv`, csv(columns, entries));
  });
  return made;
}

/** Who came and who completed. Nothing for those who run reports about some people alone: these are about a platform. */
async function aboutPeople(wish) {
  const of = { unit: message("report-people"), column: "People" };
  try {
    const came = await reached("enrollments", wish);
    const done = await reached("completions", wish);
    return [
      { ...of, name: "enrollments", heading: message("report-enrollments"), noun: enrollments, ...came },
      { ...of, name: "completions", heading: message("report-completions"), noun: (count) => message("report-completed", { count }), ...done },
    ];
  } catch (refusal) {
    if (refusal.status !== 403) throw refusal;
    return [];
  }
}

/** Whoever may see the report of no platform is led to what they look after. */
function tellNowhere() {
  part("filters").hidden = true;
  part("count").textContent = message("report-nowhere");
  part("count").append(" ", element("a", message("report-in-care"), { href: consolePage() }));
}

async function load() {
  reading.stopped = true;
  const run = { stopped: false };
  reading = run;
  const { actions } = await standing;
  let number = 0;
  const told = (more) => {
    number += more;
    if (run === reading) part("count").textContent = message("report-reading", { entries: manyEntries(number) });
  };
  const wish = { months: monthsOf(Number(part("filters").elements.months.value)), tenant: part("platform").value, run, told };
  const parts = stretches(wish.months);
  part("stop").hidden = false;
  part("reports").setAttribute("aria-busy", "true");
  try {
    const sections = [];
    if (actions.has("report.run")) sections.push(...(await aboutPeople(wish)));
    if (actions.has("order.list") && wish.tenant === "main") {
      const currencies = await sold(wish);
      if (!currencies.length) sections.push({ name: "sales", heading: message("report-sales"), unit: message("report-amount"), column: "Amount", noun: () => message("report-nothing"), entries: [], whole: !run.stopped });
      for (const { currency, digits, ...rest } of currencies) {
        const exact = (sum) => (sum / 10 ** digits).toFixed(digits);
        const figures = new Intl.NumberFormat(INTL, { minimumFractionDigits: digits });
        const amount = (sum) => figures.format(exact(sum));
        const noun = (sum) => message("report-without", { amount: amount(sum), currency });
        const heading = message("report-sales-in", { currency });
        sections.push({ name: `sales-in-${currency.toLowerCase()}`, heading, unit: currency, column: currency, told: amount, exact, noun, least: 10 ** digits, ...rest });
      }
    }
    if (run !== reading) return;
    part("reports").replaceChildren(...sections.map((section) => show(section, parts)));
    if (!sections.length) return tellNowhere();
    const said = { entries: manyEntries(number) };
    part("count").textContent = run.stopped ? message("report-stopped", said) : message("report-done", said);
  } catch (refusal) {
    if (run !== reading) return;
    part("count").textContent = message("report-no-report");
    throw refusal;
  } finally {
    if (run === reading) {
      part("reports").removeAttribute("aria-busy");
      part("stop").hidden = true;
    }
  }
}

part("stop").addEventListener("click", () => (reading.stopped = true));
part("filters").addEventListener("submit", (event) => event.preventDefault());
part("filters").addEventListener("input", () => {
  history.replaceState(null, "", `?${new URLSearchParams(new FormData(part("filters")))}`);
  attempt(load);
});
attempt(async () => {
  const { account } = await standing;
  const own = ownTenant(account);
  const places = own === "main" ? [[own, message("place-main")], ...(await choosePlatform())] : [[own, message("place-own")]];
  part("platform").append(...places.map(([id, name]) => element("option", name, { value: id })));
  if (places.some(([id]) => id === parameter("platform"))) part("platform").value = parameter("platform");
  part("platform").closest(".field").hidden = places.length === 1;
  if (["1", "3", "12"].includes(parameter("months"))) part("filters").elements.months.value = parameter("months");
  await load();
});
