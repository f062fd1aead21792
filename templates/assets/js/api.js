// Calls to the platform. A session that ran out is renewed once; after that the reader signs in again.

let renewal = null;

/** What the platform refused, in its own words. */
export class Refusal extends Error {
  /** `problem` holds `code`, `message` and, where fields are at fault, `fields`. */
  constructor(status, problem) {
    super(problem.message);
    this.status = status;
    this.code = problem.code;
    this.fields = problem.fields ?? [];
  }
}

/** Reads JSON from an address of the platform. */
export function read(address) {
  return call(address, { headers: { accept: "application/json" } });
}

/** Sends a change. Only this page knows the word that the platform asks for with each change. */
export async function write(address, { method = "POST", body = {}, type = "application/json" } = {}) {
  const { csrf } = await read("/api/login/me");
  const headers = { accept: "application/json", "x-csrf": csrf };
  if (method === "DELETE") return call(address, { method, headers });
  headers["content-type"] = type;
  return call(address, { method, headers, body: type === "application/json" ? JSON.stringify(body) : body });
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

/** Where something on the way answers instead of the platform, there are no words. */
async function refusal(address, answer) {
  const problem = await answer.json().catch(() => ({}));
  return new Refusal(answer.status, { message: `${address} answers ${answer.status}`, ...problem });
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
