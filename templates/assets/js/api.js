// Calls to the platform. A session that ran out is renewed once; after that the reader signs in again.

import { at, LANGUAGE } from "./language.js";
import { message } from "./messages.js";

const ME = "/api/login/me";
const READING = { headers: { accept: "application/json" } };
let renewal = null;
/** For whom this page was opened. Another tab may sign somebody else in; nothing of this page is sent in their name. */
let opener = null;

/** Reads JSON from an address of the platform. Where nobody is signed in any more, the page leads to where one does. */
export async function read(address) {
  try {
    const answer = await call(address, READING);
    if (address === ME) opener ??= answer.account.id;
    return answer;
  } catch (refusal) {
    if (refusal.signIn) return signInAgain();
    throw refusal;
  }
}

/**
 * Sends a change: a file as it is, anything else as JSON. Only this page knows the word that goes with each change. Where
 * nobody is signed in any more, the refusal carries an address to sign in at (`signIn`), and the page with all that was
 * typed stays.
 */
export async function write(address, { method = "POST", body = {} } = {}) {
  const { csrf, account } = await call(ME, READING);
  opener ??= account.id;
  if (account.id !== opener) {
    throw unsent(message("session-other", { email: account.email }));
  }
  const file = body instanceof Blob;
  const type = file ? body.type : "application/json";
  const headers = { accept: "application/json", "content-type": type, "x-csrf": csrf };
  return call(address, { method, headers, body: file ? body : JSON.stringify(body) });
}

// The platform knows from a cookie of its own at which of its sign-in pages this browser was last.
const signInAddress = () => `/api/login/page?language=${LANGUAGE}&next=${here()}`;

/** This page, as an address tells where to go on. */
const here = () => encodeURIComponent(location.pathname + location.search);

/** Leads to the sign-in page, and back here afterwards. */
function signInAgain() {
  location.assign(signInAddress());
  // The page is being left: nothing after this call should run.
  return new Promise(() => {});
}

async function call(address, options) {
  let answer = await fetched(address, options);
  if (answer.status === 401) {
    if (!(await renewed())) throw signedOut();
    answer = await fetched(address, options);
    if (answer.status === 401) throw signedOut();
  }
  if (!answer.ok) throw await refusal(address, answer);
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}

/** What the platform answers; where nothing comes, the page says so in its own words. */
async function fetched(address, options) {
  try {
    return await fetch(address, { credentials: "same-origin", ...options });
  } catch {
    throw unsent(message("session-lost"));
  }
}

const unsent = (words, more) => Object.assign(new Error(words), { problem: { message: words }, ...more });
const signedOut = () => unsent(message("session-ended"), { signIn: signInAddress() });

/** An error that carries what the platform says: `error.status`, and `error.problem` where there is one. */
async function refusal(address, answer) {
  const problem = await answer.json().catch(() => null);
  // Nothing of an administrator's works before: there is nothing else to show.
  if (problem?.code === "second_factor_first") location.assign(at(`/account/second-factor/?needed=1&next=${here()}`));
  const error = new Error(problem?.message ?? `${address} answers ${answer.status}`);
  return Object.assign(error, { status: answer.status, problem });
}

/** Several calls may find the session gone at once; it is renewed for all of them together. */
function renewed() {
  renewal ??= fetched("/api/login/refresh", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  })
    .then((answer) => answer.ok)
    .finally(() => {
      renewal = null;
    });
  return renewal;
}

// A browser may keep a page as it was and show it when somebody goes back: after signing out, or as somebody else, it would
// show what is not theirs. Nothing of it is seen before it is clear for whom.
addEventListener("pageshow", async ({ persisted }) => {
  if (!persisted) return;
  document.documentElement.hidden = true;
  const me = await call(ME, READING).catch(() => null);
  if (me && me.account.id === opener) {
    document.documentElement.hidden = false;
    return;
  }
  // What was typed here is nobody's to keep: the page is left without a question.
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true });
  location.reload();
});
