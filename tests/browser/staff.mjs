// Whoever runs the platform, as the tests of other people's pages need them: through the API, without a page.

import assert from "node:assert/strict";
import { PASSWORD } from "./people.mjs";
import { linkIn } from "./platform.mjs";

const FORM = { redirect: "manual", method: "POST" };

/** A signed-in person without a window: cookies, and the word that goes with changes. */
export class Caller {
  #cookies = [];
  #csrf = "";

  constructor(origin) {
    this.origin = origin;
  }

  /** Signs in; `realm` is `public`, `main` or a partner's id. */
  async signIn(email, realm, password = PASSWORD) {
    const answer = await fetch(`${this.origin}/api/login`, {
      ...FORM,
      headers: { "content-type": "application/json", origin: this.origin },
      body: JSON.stringify({ email, password, realm }),
    });
    assert.equal(answer.status, 200, await answer.text());
    this.#cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
    const me = await this.call("GET", "/api/login/me");
    this.#csrf = me.csrf;
    this.id = me.account.id;
    return this;
  }

  /** What a window needs to go on as this person. */
  get storageState() {
    const common = { domain: new URL(this.origin).hostname, path: "/", expires: -1, httpOnly: true, secure: true, sameSite: "Lax" };
    const cookie = (text) => ({ ...common, name: text.slice(0, text.indexOf("=")), value: text.slice(text.indexOf("=") + 1) });
    return { cookies: this.#cookies.map(cookie), origins: [] };
  }

  /** Calls an endpoint and gives its answer; anything but a success fails the test. */
  async call(method, path, body) {
    const headers = { "content-type": "application/json", origin: this.origin, cookie: this.#cookies.join("; "), "x-csrf": this.#csrf };
    const answer = await fetch(this.origin + path, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path} answers ${answer.status}: ${text}`);
    return text ? JSON.parse(text) : null;
  }
}

/** Sends the form that a mailed or printed link opens, with a password. */
async function sendForm(link, more = {}) {
  const page = await (await fetch(link)).text();
  const token = page.match(/name="token" value="([^"]+)"/)?.[1];
  const realm = page.match(/name="realm" value="([^"]*)"/)?.[1];
  const action = page.match(/<form class="form" method="post" action="([^"]+)"/)?.[1];
  assert.ok(token && action, `a form at ${link}`);
  const { origin } = new URL(link);
  const values = { token, password: PASSWORD, ...(realm === undefined ? {} : { realm }), ...more };
  const answer = await fetch(new URL(action, origin), { ...FORM, headers: { origin }, body: new URLSearchParams(values) });
  assert.ok(answer.status < 400, `${action} answers ${answer.status}: ${await answer.text()}`);
}

/** The first administrator, signed in. */
export async function founder(platform) {
  await sendForm(platform.administrator, { name: "Olga Owner", email: "olga@portico.example" });
  return new Caller(platform.origin).signIn("olga@portico.example", "main");
}

/** A learner of the public catalog who has taken some free courses, signed in. */
export async function publicLearner(platform, name, email, slugs) {
  const { origin } = platform;
  for (const slug of slugs) {
    const page = await (await fetch(`${origin}/courses/${slug}/`)).text();
    const course = page.match(/name="course" value="([^"]+)"/)?.[1];
    assert.ok(course, `a form on the page of ${slug}`);
    const body = new URLSearchParams({ name, email, course });
    const answer = await fetch(`${origin}/api/checkout`, { ...FORM, headers: { origin }, body });
    assert.equal(answer.status, 303, await answer.text());
    if (slug === slugs[0]) await sendForm(linkIn(await platform.mailTo(email)));
  }
  return new Caller(origin).signIn(email, "public");
}

/** An internal learner, invited by the founder and signed in. */
export async function internalLearner(platform, staff, name, email) {
  await staff.call("POST", "/api/admin/accounts", { tier: "learner", type: "internal", name, email });
  await sendForm(linkIn(await platform.mailTo(email)));
  return new Caller(platform.origin).signIn(email, "main");
}

/** Opens the catalog of the platform to its learners: as it comes, it is closed. */
export async function openCatalog(staff) {
  const { version } = await staff.call("GET", "/api/admin/policies");
  await staff.call("PUT", "/api/admin/policies", { version, policies: { "switch.learners_see_catalog": true } });
}

/** A published course for internal learners, who let themselves in; gives its id and those of its lessons. */
export async function publishedCourse(staff, { title, lessons = ["One"], ...more }) {
  const { id, version } = await staff.call("POST", "/api/admin/courses", { title, audience: "internal", languages: ["en"], self_enrollment: "open", ...more });
  const written = lessons.map((name) => ({ title: name, minutes: 5, markdown: `# ${name}` }));
  const { outline } = await staff.call("PATCH", `/api/admin/courses/${id}`, { version, outline: [{ title: "Start", lessons: written }] });
  await staff.call("POST", `/api/admin/courses/${id}/publish`, {});
  return { id, lessons: outline[0].lessons.map((lesson) => lesson.id) };
}
