// The index in the browser: one table, fetched once, and files of words, fetched when a query needs them.

import { cover } from "./cover.js";
import { INTL, LANGUAGE, languageName } from "./language.js";
import { length } from "./length.js";
import { message } from "./messages.js";
import { shardOf, words } from "./words.js";

export const FACETS = ["subject", "level", "language", "price", "format", "partner"];
const TITLE_WORD = 12;
const TITLE_BEGINNING = 6;
const SUBJECT = 5;
const PARTNER = 3;
const TEXT_WORD = 2;
const TEXT_BEGINNING = 1;

/** What the table names in English, as the page's language calls it. */
const NAMES = {
  level: (slug) => message("find-level", { choice: slug }),
  format: (slug) => message("find-format", { choice: slug }),
  language: (slug, name) => (LANGUAGE === "en" ? name : inList(slug) ?? name),
};

/** A language by its tag, with a capital as in a list; nothing where the browser knows no name for it. */
function inList(tag) {
  const name = languageName(tag);
  return name && name.charAt(0).toLocaleUpperCase(INTL) + name.slice(1);
}

/** Fetches the table and readies it for queries. */
export async function openIndex() {
  const answer = await fetch("/search/table.json");
  if (!answer.ok) throw new Error(`the search index answers ${answer.status}`);
  return new Index(await answer.json());
}

function several(value) {
  return typeof value === "number" ? [value] : value;
}

/** What the generator wrote as `*`: the title in plain letters. */
function full(slug, title) {
  if (!slug.includes("*")) return slug;
  const simple = title.replace(/'/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return slug.replace("*", simple);
}

class Index {
  #table;
  #titles;
  #shards = new Map();

  constructor(table) {
    this.#table = table;
    this.count = table.titles.length;
    this.#titles = table.titles.map((title) => ` ${words(title).join(" ")} `);
    this.facets = {};
    for (const key of FACETS) {
      this.facets[key] = key === "price" ? this.#priceFacet() : this.#namedFacet(table[key], NAMES[key]);
    }
  }

  #namedFacet({ names, slugs, rows }, called = (slug, name) => name) {
    const whole = slugs.map((slug, at) => full(slug, names[at]));
    return { names: whole.map((slug, at) => called(slug, names[at])), slugs: whole, rows: rows.map(several) };
  }

  #priceFacet() {
    return { names: [message("find-free"), message("find-paid")], slugs: ["free", "paid"], rows: this.#table.price.rows.map((at) => (at ? [1] : [0])) };
  }

  /** Rows and how well they fit. `null` where the query holds no word: then every row fits. */
  async find(query) {
    const asked = [...new Set(words(query))];
    if (asked.length === 0) return null;
    await Promise.all(asked.map((word) => this.#load(word)));
    // A word that stands nearly everywhere is in no file, and narrows nothing.
    const telling = asked.filter((word) => !this.#table.common.includes(word) || this.#scores(word).size > 0);
    const scored = telling.map((word) => this.#scores(word));
    const every = scored.reduce(both, null);
    return every?.size ? every : this.#mostOf(scored.filter((scores) => scores.size > 0));
  }

  /** Where no course has all the words: those that have most of what the words say. A rare word says more. */
  #mostOf(scored) {
    const weights = scored.map((scores) => Math.log(1 + this.count / scores.size));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const found = new Map();
    const said = new Map();
    scored.forEach((scores, at) => {
      for (const [row, score] of scores) {
        found.set(row, (found.get(row) ?? 0) + score * weights[at]);
        said.set(row, (said.get(row) ?? 0) + weights[at]);
      }
    });
    for (const [row, weight] of said) if (weight < whole / 2) found.delete(row);
    return found;
  }

  /** One digit of the table stands for four files. */
  #shardOf(word) {
    return shardOf(word, this.#table.shards.length * 4);
  }

  async #load(word) {
    const shard = this.#shardOf(word);
    if (shard < 0 || this.#shards.has(shard)) return;
    const digit = parseInt(this.#table.shards[shard >> 2] ?? "0", 16);
    if (!(digit & (1 << (shard & 3)))) return;
    const answer = await fetch(`/search/words/${shard}.json`);
    if (answer.ok) this.#shards.set(shard, await answer.json());
  }

  #scores(word) {
    const scores = new Map();
    const add = (row, score) => scores.set(row, Math.max(score, scores.get(row) ?? 0));
    this.#titles.forEach((title, row) => {
      if (title.includes(` ${word} `)) add(row, TITLE_WORD);
      else if (title.includes(` ${word}`)) add(row, TITLE_BEGINNING);
    });
    this.#addNames(word, this.facets.subject, SUBJECT, add);
    this.#addNames(word, this.facets.partner, PARTNER, add);
    for (const [other, distances] of Object.entries(this.#shards.get(this.#shardOf(word)) ?? {})) {
      if (!other.startsWith(word)) continue;
      let row = 0;
      for (const distance of distances) add((row += distance), other === word ? TEXT_WORD : TEXT_BEGINNING);
    }
    return scores;
  }

  #addNames(word, facet, score, add) {
    const fits = facet.names.map((name) => words(name).some((part) => part.startsWith(word)));
    facet.rows.forEach((numbers, row) => {
      if (numbers.some((number) => fits[number])) add(row, score);
    });
  }

  /** What a result shows of a row. */
  course(row) {
    const { titles, slugs, price, length: minutes, start } = this.#table;
    const names = (key) => this.facets[key].rows[row].map((number) => this.facets[key].names[number]);
    const value = (column) => column.values[column.rows[row] - 1];
    return {
      title: titles[row],
      language: this.facets.language.slugs[this.facets.language.rows[row][0]] ?? "",
      href: `/courses/${full(slugs[row], titles[row])}/`,
      partner: names("partner")[0] ?? "",
      cover: cover(names("subject")[0] ?? names("partner")[0] ?? ""),
      price: value(price) ? money(value(price)) : message("find-free"),
      free: !value(price),
      facts: [names("level")[0], value(minutes) && length(value(minutes)), names("language").join(", "), startLabel(value(start))],
    };
  }

  /** The first coming day as text; courses without one sort last. */
  startOf(row) {
    const { values, rows } = this.#table.start;
    const day = values[rows[row] - 1];
    return day && day !== "-" ? day : "9999";
  }
}

function both(found, scores) {
  if (!found) return scores;
  const kept = new Map();
  for (const [row, score] of scores) if (found.has(row)) kept.set(row, found.get(row) + score);
  return kept;
}

/** `$29.00` for `29.00 USD`, as the page's language writes it, with the digits of the currency. */
function money(price) {
  const [amount, currency] = price.split(" ");
  return new Intl.NumberFormat(INTL, { style: "currency", currency }).format(amount);
}

function startLabel(day) {
  if (!day) return message("find-any-time");
  if (day === "-") return message("find-no-date");
  const date = new Date(`${day}T00:00:00Z`);
  const written = date.toLocaleDateString(LANGUAGE === "en" ? "en-GB" : INTL, { dateStyle: "long", timeZone: "UTC" });
  return message("find-starts", { day: written });
}
