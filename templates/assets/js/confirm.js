// Proving once more who one is: the password, and the second factor where there is one. Fields for its code stand hidden in
// the forms of a page that ask for the password, and are shown to whoever needs them.

import { read, write } from "./api.js";
import { able, proved } from "./passkey.js";

const FACTORS = "/api/login/second-factors";
/** What is asked for beside the password; nothing where there is no second factor. */
let factor = null;

/** What is asked for, of what was read of one's second factors: a code, for which a passkey may stand in. */
function askedOf({ asked_for: asked, passkeys, passkeys_here: here }) {
  return asked ? { passkey: here && passkeys.length > 0 && able() } : null;
}

/** Looks what is asked for beside the password. */
export const factorAsked = async () => askedOf(await read(FACTORS));

/** Shows the fields for a code in the forms of this page, or hides them. */
export function showFactor(factors) {
  factor = askedOf(factors);
  for (const place of document.querySelectorAll("[data-factor]")) {
    place.hidden = factor === null;
    place.querySelector("input").required = factor !== null && !factor.passkey;
    place.querySelector("[data-passkey-instead]").hidden = !factor?.passkey;
  }
}

/** The same, of what the platform knows. */
export const lookForFactor = async () => showFactor(await read(FACTORS));

/** Proves the password and what is asked for beside it: the code, or a passkey where that is left empty. */
export async function confirm({ password, code }, asked = factor) {
  const body = code ? { password, code } : { password };
  if (!code && asked?.passkey) {
    const { options } = await write("/api/login/second-factor/passkey/question");
    body.credential = await proved(options.publicKey);
  }
  await write("/api/login/confirm", { body });
}

/** The same for what asks for the password by itself: without a second factor there is nothing to prove before. */
export async function confirmFactor(form, password) {
  if (factor) await confirm({ password, code: form.elements.code.value });
}
