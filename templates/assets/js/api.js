// Calls to the platform. A session that ran out is renewed once; after that the reader signs in again.

let renewal = null;

/** Reads JSON from an address of the platform. */
export function read(address) {
  return call(address, { headers: { accept: "application/json" } });
}

/** Sends a change: a file as it is, anything else as JSON. Only this page knows the word that goes with each change. */
export async function write(address, { method = "POST", body = {} } = {}) {
  const { csrf } = await read("/api/login/me");
  const file = body instanceof Blob;
  const type = file ? body.type : "application/json";
  const headers = { accept: "application/json", "content-type": type, "x-csrf": csrf };
  return call(address, { method, headers, body: file ? body : JSON.stringify(body) });
}

/** Leads to the sign-in page, and back here afterwards. */
export function signInAgain() {
  const here = location.pathname + location.search;
  // The platform knows from a cookie of its own at which of its sign-in pages this browser was last.
  location.assign(`/api/login/page?next=${encodeURIComponent(here)}`);
  // The page is being left: nothing after this call should run.
  return new Promise(() => {});
}

async function call(address, options) {
  let answer = await fetch(address, { credentials: "same-origin", ...options });
  if (answer.status === 401) {
    if (!(await renewed())) return signInAgain();
    answer = await fetch(address, { credentials: "same-origin", ...options });
    if (answer.status === 401) return signInAgain();
  }
  if (!answer.ok) throw await refusal(address, answer);
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}

/** An error that carries what the platform says: `error.status`, and `error.problem` where there is one. */
async function refusal(address, answer) {
  const problem = await answer.json().catch(() => null);
  // Nothing of an administrator's works before: there is nothing else to show.
  if (problem?.code === "second_factor_first") location.assign("/account/second-factor/?needed=1");
  const error = new Error(problem?.message ?? `${address} answers ${answer.status}`);
  return Object.assign(error, { status: answer.status, problem });
}

/** Several calls may find the session gone at once; it is renewed for all of them together. */
function renewed() {
  renewal ??= fetch("/api/login/refresh", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: "{}",
  })
    .then((answer) => answer.ok)
    .finally(() => {
      renewal = null;
    });
  return renewal;
}
