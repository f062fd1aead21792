// Those who run the platform: signed in, with pages of the console and the endpoints behind them.

import assert from "node:assert/strict";
import { linkIn } from "./platform.mjs";
import { fillBuyer, PASSWORD } from "./people.mjs";
import { Reader } from "./reader.mjs";
import { founder as makeFounder } from "./staff.mjs";

/** Somebody of the staff: a browser that is signed in, and `ask` for what no page is needed for. */
export class Staff {
  static async signedIn(stage, email, realm = "main", options = {}) {
    const staff = new Staff();
    staff.origin = stage.platform.origin;
    staff.reader = await Reader.open(stage.browser, options);
    staff.page = staff.reader.page;
    const answer = await staff.reader.context.request.post(`${staff.origin}/api/login`, {
      headers: { origin: staff.origin },
      data: { email, password: PASSWORD, realm },
    });
    assert.equal(answer.status(), 200, await answer.text());
    return staff;
  }

  /** Opens a page of the console and waits until it has asked for everything. */
  async visit(path) {
    await this.reader.visit(this.origin + path);
    await this.page.waitForLoadState("networkidle");
    await this.reader.lookOver();
  }

  /**
   * Waits until the page's live line begins with these words, and takes them as heard: what was said of an earlier step
   * is never taken for a later one's.
   */
  async said(words) {
    const beginning = words instanceof RegExp ? words : new RegExp(`^${words.replace(/[.()]/g, "\\$&")}`);
    const line = this.page.locator("[data-said]:not([data-heard])", { hasText: beginning });
    await line.waitFor();
    await line.evaluate((heard) => {
      heard.dataset.heard = "";
      new MutationObserver((_, watch) => (watch.disconnect(), delete heard.dataset.heard)).observe(heard, { childList: true });
    });
  }

  /** Asks an endpoint, past the pages. */
  async ask(method, path, data) {
    const { request } = this.reader.context;
    const { csrf } = await (await request.get(`${this.origin}/api/login/me`)).json();
    return request.fetch(this.origin + path, { method, data, headers: { origin: this.origin, "x-csrf": csrf } });
  }

  /** The same, where it is to succeed. */
  async done(method, path, data) {
    const answer = await this.ask(method, path, data);
    assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
    const text = await answer.text();
    return text ? JSON.parse(text) : null;
  }

  /** A person with a password, ready to sign in. */
  async person(stage, form) {
    const made = await this.done("POST", "/api/admin/accounts", { tier: "learner", type: "internal", ...form });
    const token = new URL(linkIn(await stage.platform.mailTo(form.email)));
    const reader = await Reader.withoutScripts(stage.browser);
    await reader.page.goto(token.href);
    await reader.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await reader.page.getByRole("button", { name: "Save the password" }).click();
    await reader.page.getByRole("heading", { name: "Your password is saved" }).waitFor();
    await reader.close();
    return made;
  }

  close() {
    return this.reader.close();
  }
}

/** The first administrator, with a window. */
export async function founder(stage) {
  await makeFounder(stage.platform);
  return Staff.signedIn(stage, "olga@portico.example");
}

/** Somebody buys a course and pays it at the stand-in of the payment provider. */
export async function buy(stage, slug, name, email) {
  const reader = await Reader.withoutScripts(stage.browser);
  const { page } = reader;
  await page.goto(`${stage.platform.origin}/courses/${slug}/`);
  await fillBuyer(page, name, email);
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await page.getByRole("button", { name: /^Pay [0-9]/ }).click();
  await page.getByRole("heading", { name: /You are in|Your course is waiting/ }).waitFor();
  await reader.close();
}
