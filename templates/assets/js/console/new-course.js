// A course begins: as a draft, for people of one platform or for everybody.

import { message } from "../messages.js";
import { ask, change } from "./dialog.js";
import { consolePage, standing } from "./frame.js";
import { choosePlatform } from "./platforms.js";

/** The page of a course. */
export const courseAddress = (id) => consolePage(`course/?id=${encodeURIComponent(id)}`);

/** Where the platforms of the caller lie: those of a partner make courses for its people alone. */
export async function audiences({ realm }) {
  if (realm !== "main") return [[realm, message("place-own")]];
  return [["internal", message("place-main")], ["public", message("place-public")], ...(await choosePlatform())];
}

/** Asks for the beginnings of a course, and leads to its draft. */
export async function newCourse(audience = "") {
  const { account } = await standing;
  const made = await ask({
    title: message("draft-new"),
    text: message("draft-begins"),
    fields: [
      { name: "title", label: message("draft-title"), required: "", autocomplete: "off" },
      { name: "audience", label: message("draft-for"), options: await audiences(account), value: audience, hint: message("draft-for-good") },
      { name: "languages", label: message("draft-languages"), value: "en", required: "", hint: message("draft-such-as") },
    ],
    button: message("draft-make"),
    work({ title, audience, languages }) {
      const whom = ["internal", "public"].includes(audience) ? { audience } : { audience: "partner", partner: audience };
      return change("/api/admin/courses", { body: { title, ...whom, languages: languages.split(/[\s,]+/).filter(Boolean) } });
    },
  });
  if (made) location.assign(courseAddress(made.id));
}
