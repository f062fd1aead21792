// The language of one's mails, and of the pages that one signs in to.

import { onSend } from "./account-form.js";
import { write } from "./api.js";
import { element, part } from "./dom.js";
import { LANGUAGE } from "./language.js";
import { message } from "./messages.js";

const form = part("language");

/** Shows which language is chosen. */
export function showLanguage(code) {
  form.elements.language.value = code;
}

/** The way to this page in the chosen language. It is only offered: what was typed elsewhere on the page stays. */
function offerEdition(code) {
  const edition = document.querySelector(`[data-editions] [hreflang="${code}"]`);
  const [chosen] = form.elements.language.selectedOptions;
  const way = part("language-way");
  way.hidden = !edition || code === LANGUAGE;
  if (way.hidden) return;
  way.replaceChildren(element("a", chosen.textContent, { href: edition.href, lang: code, hreflang: code, dir: "auto" }));
}

onSend(form, async () => {
  const language = form.elements.language.value;
  // The address says it as well: the browser keeps it for the pages that follow.
  await write(`/api/login/language?language=${language}`, { method: "PUT", body: { language } });
  offerEdition(language);
  return message("account-language-saved");
});
