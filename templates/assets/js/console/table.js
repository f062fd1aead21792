// A list of the platform in a table: page by page, with filters and order in the page's address, a selection with its
// count, and all that the filters match as a file.

import { read } from "../api.js";
import { element, part } from "../dom.js";
import { INTL } from "../language.js";
import { message } from "../messages.js";
import { csv, download } from "./csv.js";
import { saidIn, sentence } from "./form.js";
import { isId } from "./words.js";

/** How many a page shows at once, and how many are asked for when all of them are wanted. */
const SHOWN = 50;
const ASKED_MAX = 100;
/** What the platform cannot filter is picked out here; so many pages are looked at before the reader is asked to go on. */
const PAGES_LOOKED_AT = 10;
/** More lines than these belong to a program: it reads the same endpoints. */
const EXPORT_MAX = 10_000;
const TYPING_MS = 250;

/**
 * Fills the page's table.
 *
 * `address` is a path, or makes one of the filters; `fill` writes an item into a row; `noun` says how many there are, and
 * `file` names what is saved. Optional: `items` takes the entries out of a page; `matches` picks by filters marked `data-here`, which the platform does not
 * know; `orders` reads what a sortable column is ordered by; `columns` are the file's; `key` names an item where rows are
 * selected, and `onSelect` hears of it; `most` is less where the list gives less at once; `onPage` hears of every page.
 */
export function table({ address, fill, noun, file, items, matches, orders = {}, columns, key, most = ASKED_MAX, onSelect, onPage }) {
  const [body, filters, template] = [part("rows"), part("filters"), part("row-template")];
  const selected = new Map();
  let [shown, ordered, next, turn] = [[], [], null, 0];

  const asked = () => Object.fromEntries([...new FormData(filters ?? undefined)].filter(([, value]) => value !== ""));

  /** What the filters say now: the whole of it, and what of it the platform is asked. */
  function question() {
    const [wanted, sent] = [asked(), new URLSearchParams()];
    for (const control of filters?.elements ?? []) {
      if (control.name && control.value && !("here" in control.dataset)) sent.set(control.name, control.value);
    }
    return { wanted, sent, path: typeof address === "function" ? address(wanted) : address };
  }

  async function page({ wanted, sent, path }, cursor, limit) {
    const query = new URLSearchParams({ limit, ...Object.fromEntries(sent), ...(cursor ? { cursor } : {}) });
    const found = await read(`${path}?${query}`);
    onPage?.(found, cursor);
    const all = items ? items(found) : found.items;
    return { items: matches ? all.filter((item) => matches(item, wanted)) : all, next: found.next };
  }

  /** Looks on until something is found, or the reader should decide. */
  async function somePages(cursor) {
    const [some, now] = [{ items: [], next: cursor }, question()];
    for (let looked = 0; looked < PAGES_LOOKED_AT; looked += 1) {
      const found = await page(now, some.next, Math.min(SHOWN, most));
      some.items.push(...found.items);
      some.next = found.next;
      if (!found.next || some.items.length >= SHOWN / 2) break;
    }
    return some;
  }

  function draw() {
    const order = new URLSearchParams(location.search).get("sort") ?? "";
    const [name, way] = order.split(":");
    ordered = orders[name] ? [...shown].sort(by(orders[name], way)) : shown;
    body.replaceChildren(...ordered.map(row));
    for (const head of document.querySelectorAll("th[data-order]")) {
      const here = head.dataset.order === name;
      head.setAttribute("aria-sort", here ? (way === "down" ? "descending" : "ascending") : "none");
    }
    const none = shown.length === 0;
    part("table").hidden = none;
    part("none").hidden = !none || Boolean(next);
    part("more").hidden = !next;
    part("all").hidden = none || !columns;
    const told = { items: noun(shown.length) };
    part("count").textContent = next ? message("table-shown-more", told) : message("table-shown", told);
    tellSelected();
  }

  function row(item) {
    const made = template.content.cloneNode(true).firstElementChild;
    fill(made, item);
    const box = made.querySelector("[data-pick]");
    if (box) {
      box.checked = selected.has(key(item));
      box.addEventListener("change", () => {
        if (box.checked) selected.set(key(item), item);
        else selected.delete(key(item));
        tellSelected();
      });
    }
    return made;
  }

  function tellSelected() {
    const every = part("pick-all");
    if (every) {
      every.checked = shown.length > 0 && shown.every((item) => selected.has(key(item)));
      every.indeterminate = !every.checked && selected.size > 0;
    }
    onSelect?.([...selected.values()]);
  }

  /** Answers to a question that is no longer asked are dropped. */
  async function load(cursor) {
    turn += 1;
    const mine = turn;
    part("table").setAttribute("aria-busy", "true");
    part("failed").hidden = true;
    try {
      const found = await somePages(cursor);
      if (mine !== turn) return;
      shown = cursor ? [...shown, ...found.items] : found.items;
      next = found.next;
      draw();
    } catch (refusal) {
      if (mine !== turn) return;
      part("failed").hidden = false;
      part("failed-words").textContent = sentence(refusal.message);
      part("failed-words").lang = saidIn(refusal);
      part("count").textContent = "";
    } finally {
      if (mine === turn) part("table").removeAttribute("aria-busy");
    }
  }

  function reload() {
    selected.clear();
    return load(null);
  }

  function keepInAddress(changes) {
    const query = new URLSearchParams(location.search);
    for (const control of filters?.elements ?? []) if (control.name) query.delete(control.name);
    for (const [name, value] of Object.entries({ ...asked(), ...changes })) query.set(name, value);
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
  }

  /** All that the filters match as they are now, however many pages they are. */
  async function all(told) {
    const [found, now] = [[], question()];
    let cursor = null;
    do {
      const some = await page(now, cursor, most);
      found.push(...some.items);
      cursor = some.next;
      told(found.length);
    } while (cursor && found.length < EXPORT_MAX);
    return { found: found.slice(0, EXPORT_MAX), whole: !cursor && found.length <= EXPORT_MAX };
  }

  async function exportAll() {
    const [button, said] = [part("all"), part("count")];
    button.disabled = true;
    try {
      const { found, whole } = await all((number) => (said.textContent = message("table-read", { items: noun(number) })));
      download(`${file}.csv`, csv(columns, found));
      const told = { items: noun(found.length) };
      said.textContent = whole ? message("table-filed", told) : message("table-filed-more", told);
    } catch (refusal) {
      said.textContent = message("table-no-file", { why: refusal.message });
    } finally {
      button.disabled = false;
    }
  }

  /** What the address names is shown, also where a list to choose from does not hold it. */
  function readAddress() {
    const query = new URLSearchParams(location.search);
    for (const control of filters?.elements ?? []) {
      if (!control.name || !query.has(control.name)) continue;
      const value = query.get(control.name);
      control.value = value;
      if (control.value === value || !isId(value)) continue;
      control.append(element("option", value, { value }));
      control.value = value;
    }
  }

  /** Shows what comes next; the focus goes to the first of it, since the button may go. */
  async function loadMore() {
    const known = shown.length;
    await load(next);
    body.children[ordered.indexOf(shown[known])]?.querySelector("a, button, input")?.focus();
  }

  function listen() {
    let typing;
    const asksAnew = () => {
      keepInAddress();
      reload();
    };
    filters?.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(typing);
      asksAnew();
    });
    filters?.addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(asksAnew, TYPING_MS);
    });
    filters?.addEventListener("reset", (event) => {
      // What stood in the address when the page came is no reset value.
      for (const control of filters.elements) if (control.name) control.value = control.options?.[0].value ?? "";
      event.preventDefault();
      asksAnew();
    });
    for (const head of document.querySelectorAll("th[data-order]")) {
      const press = element("button", head.textContent, { type: "button", class: "order-by" });
      head.replaceChildren(press);
      press.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        keepInAddress({ sort: `${head.dataset.order}:${down ? "down" : "up"}` });
        draw();
        const count = part("count");
        if (next) count.textContent = message("table-only-these", { shown: count.textContent });
      });
    }
    part("more").addEventListener("click", loadMore);
    part("again").addEventListener("click", () => load(null));
    part("all").addEventListener("click", exportAll);
    part("pick-all")?.addEventListener("change", ({ target }) => {
      for (const item of shown) target.checked ? selected.set(key(item), item) : selected.delete(key(item));
      draw();
    });
  }

  readAddress();
  listen();
  reload();
  return { reload };
}

function by(value, way) {
  const turned = way === "down" ? -1 : 1;
  const words = new Intl.Collator(INTL, { numeric: true });
  return (one, other) => turned * words.compare(String(value(one) ?? ""), String(value(other) ?? ""));
}
