// A person's browser: every page that is visited is looked over, and everything that goes wrong is kept.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** For one step of a person; the platform under test is a debug build. */
const STEP_WITHIN_MS = 15_000;

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 400, height: 800 };

/** Pages that fade over into each other could be looked at in the middle. */
const USUAL = { viewport: DESKTOP, locale: "en-GB", timezoneId: "UTC", reducedMotion: "reduce" };

/** Starts Chromium. */
export function openBrowser() {
  assert.ok(existsSync(CHROMIUM), `no Chromium at ${CHROMIUM}`);
  return chromium.launch({ executablePath: CHROMIUM, args: SWITCHES });
}

/** What stands in a field, once its form is shown: a form is filled before. */
export async function typedIn(field) {
  await field.waitFor();
  return field.inputValue();
}

/** One person with one window. `troubles` fills with everything that the browser complains about. */
export class Reader {
  // The stand-ins for Stripe and the mailbox have no icon; the platform's own pages name theirs.
  #expected = [/\/favicon\.ico/];
  troubles = [];
  requests = [];

  static async open(browser, options = {}) {
    const reader = new Reader();
    reader.context = await browser.newContext({ ...USUAL, ...options });
    reader.context.setDefaultTimeout(STEP_WITHIN_MS);
    reader.#listen();
    reader.page = await reader.context.newPage();
    return reader;
  }

  /** A browser in which no script ever runs. */
  static withoutScripts(browser, options = {}) {
    return Reader.open(browser, { javaScriptEnabled: false, ...options });
  }

  #listen() {
    this.context.on("console", (message) => {
      if (!["error", "warning"].includes(message.type())) return;
      this.#complain(`${message.type()}: ${message.text()} ${message.location().url}`, message.page());
    });
    this.context.on("weberror", (error) => this.#complain(`uncaught: ${error.error().message}`, error.page()));
    this.context.on("requestfailed", (request) => {
      // Whoever goes on early leaves the rest of a page behind.
      const why = request.failure()?.errorText ?? "";
      if (why !== "net::ERR_ABORTED") this.#complain(`${request.method()} ${request.url()} failed: ${why}`);
    });
    this.context.on("requestfinished", (request) => this.requests.push(request));
    this.context.on("response", (answer) => {
      if (answer.status() >= 400) this.#complain(`${answer.request().method()} ${answer.url()} answers ${answer.status()}`);
    });
  }

  #complain(words, page) {
    const expected = this.#expected.some((pattern) => pattern.test(words));
    if (!expected) this.troubles.push(page ? `${words} (on ${page.url()})` : words);
  }

  /** The same person in another window; its complaints are kept with the first one's. */
  async inNewWindow() {
    return Object.create(this, { page: { value: await this.context.newPage() } });
  }

  /** Complaints like this belong to the test. */
  expectTrouble(pattern) {
    this.#expected.push(pattern);
  }

  /** Opens an address and looks the page over. */
  async visit(address, rules) {
    await this.page.goto(address);
    await this.lookOver(rules);
  }

  /** Follows a link or presses a button by its name, and looks the page over that comes. */
  async press(role, name, { within = this.page, ...rules } = {}) {
    const before = this.page.url();
    const target = within.getByRole(role, { name }).first();
    await Promise.all([this.page.waitForURL((url) => url.href !== before), target.click()]);
    await this.lookOver(rules);
  }

  /** What every page owes everybody. */
  async lookOver({ tool = false } = {}) {
    await this.page.waitForLoadState("load");
    const seen = await this.page.evaluate(survey);
    const where = `${this.page.url()} at ${this.page.viewportSize().width} px`;
    assert.ok(seen.lang, `${where}: a language`);
    assert.ok(seen.title, `${where}: a title`);
    assert.equal(seen.headings, 1, `${where}: one first-level heading`);
    if (!tool) assert.deepEqual(seen.faults, [], where);
    assert.deepEqual(this.troubles, [], where);
  }

  async close() {
    await this.context.close();
    assert.deepEqual(this.troubles, []);
  }
}

/** Runs in the page: finds what the house rules of pages forbid. */
function survey() {
  const faults = [];
  const every = (selector) => [...document.querySelectorAll(selector)];
  const name = (element) => element.outerHTML.slice(0, 120);
  const fault = (what, elements) => elements.forEach((element) => faults.push(`${what}: ${name(element)}`));

  // Data is run by no browser; everything else that stands in the page itself would be.
  fault("inline script", every('script:not([src]):not([type="application/ld+json"], [type="application/json"][data-messages])'));
  fault("inline style", every("style, [style]"));
  const handlers = every("*").filter((element) => [...element.attributes].some(({ name }) => name.startsWith("on")));
  fault("inline handler", handlers);
  fault("script in an address", every('[href^="javascript:" i]'));
  fault("image without alternative text", every("img:not([alt])"));

  if (!document.querySelector('link[rel="icon"]')) faults.push("no icon");

  const ids = every("[id]").map(({ id }) => id);
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) faults.push(`id twice: ${id}`);
  const references = every("[aria-labelledby], [aria-describedby], label[for]").flatMap((element) =>
    ["aria-labelledby", "aria-describedby", "for"].flatMap((key) => (element.getAttribute(key) ?? "").split(/\s+/).filter(Boolean)),
  );
  for (const id of references) if (!document.getElementById(id)) faults.push(`reference to nothing: ${id}`);

  const fields = every('input:not([type="hidden"]), select, textarea');
  fault("field without a label", fields.filter((field) => !field.labels?.length && !field.hasAttribute("aria-label")));
  const shown = (element) => element.getClientRects().length > 0;
  const nameless = every("a[href], button").filter((element) => {
    return shown(element) && !element.textContent.trim() && !element.hasAttribute("aria-label");
  });
  fault("control without a name", nameless);

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = every("body *").filter((element) => shown(element) && element.getBoundingClientRect().right > root.clientWidth + 1);
    faults.push(`wider than the window by ${root.scrollWidth - root.clientWidth} px`);
    fault("sticks out", wide.slice(0, 3));
  }
  return { lang: root.lang, title: document.title, headings: every("h1").filter(shown).length, faults };
}
