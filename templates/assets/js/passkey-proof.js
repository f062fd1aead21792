// One more step of signing in, with a passkey. The form beside it works without.

import { inWords } from "./account-form.js";
import { part } from "./dom.js";
import { message } from "./messages.js";
import { able, proved } from "./passkey.js";

const PROOF = "/api/login/second-factor/passkey";
const offer = part("passkey");
const note = offer.querySelector("[data-note]");
const button = part("prove-passkey");

/** Asks the platform. Nobody is signed in yet, so there is no login to renew. */
async function ask(address, body = {}) {
  const headers = { accept: "application/json", "content-type": "application/json" };
  const answer = await fetch(address, { method: "POST", credentials: "same-origin", headers, body: JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(said.message), { problem: said });
  return said;
}

button.addEventListener("click", async () => {
  button.disabled = true;
  note.textContent = "";
  try {
    const { options } = await ask(`${PROOF}/question`);
    await ask(PROOF, { credential: await proved(options.publicKey) });
    location.assign(offer.dataset.next);
  } catch (error) {
    note.textContent = inWords(error);
    button.disabled = false;
  }
});

offer.hidden = false;
if (!able()) {
  button.hidden = true;
  note.textContent = message("passkey-unable");
}
