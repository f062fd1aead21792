// The language of the mails, and of the pages that are made on request.

import { onSend } from "./account-form.js";
import { write } from "./api.js";
import { part } from "./dom.js";

const form = part("language");

/** Shows which language is chosen. */
export function showLanguage(code) {
  form.elements.language.value = code;
}

onSend(form, async () => {
  const language = form.elements.language.value;
  // The address says it as well: the browser keeps it for the pages that follow.
  await write(`/api/login/language?language=${language}`, { method: "PUT", body: { language } });
  return "Mails come in this language from now on.";
});
