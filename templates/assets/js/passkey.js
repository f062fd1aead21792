// The browser's part of passkeys: it asks the device that keeps one, and hands on what the device says.

import { message } from "./messages.js";

/** Whether this browser makes and uses passkeys here. */
export const able = () => typeof globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON === "function";

/** Has a passkey made, and gives what the platform checks. */
export function made(options) {
  const wanted = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return said(() => navigator.credentials.create({ publicKey: wanted }));
}

/** Has a passkey sign, and gives what the platform checks. */
export function proved(options) {
  const wanted = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return said(() => navigator.credentials.get({ publicKey: wanted }));
}

async function said(ask) {
  try {
    return (await ask()).toJSON();
  } catch (error) {
    throw refusal(error);
  }
}

/** Browsers say little of why, lest a site learns which passkeys there are. */
function refusal({ name }) {
  const words = name === "InvalidStateError" ? message("passkey-known") : message("passkey-refused");
  return Object.assign(new Error(words), { problem: { message: words } });
}
