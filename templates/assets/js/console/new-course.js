// A course begins: as a draft, for people of one platform or for everybody.

import { ask, change } from "./dialog.js";
import { standing } from "./frame.js";
import { choosePlatform } from "./platforms.js";

/** The page of a course. */
export const courseAddress = (id) => `/console/course/?id=${encodeURIComponent(id)}`;

/** Where the platforms of the caller lie: those of a partner make courses for its people alone. */
export async function audiences({ realm }) {
  if (realm !== "main") return [[realm, "Your platform"]];
  return [["internal", "Main platform"], ["public", "Public catalog"], ...(await choosePlatform())];
}

/** Asks for the beginnings of a course, and leads to its draft. */
export async function newCourse(audience = "") {
  const { account } = await standing;
  const made = await ask({
    title: "New course",
    text: "It begins as a draft that nobody else sees.",
    fields: [
      { name: "title", label: "Title", required: "", autocomplete: "off" },
      { name: "audience", label: "For", options: await audiences(account), value: audience, hint: "This does not change later" },
      { name: "languages", label: "Languages", value: "en", required: "", hint: "Such as en, de" },
    ],
    button: "Make the draft",
    work({ title, audience, languages }) {
      const whom = ["internal", "public"].includes(audience) ? { audience } : { audience: "partner", partner: audience };
      return change("/api/admin/courses", { body: { title, ...whom, languages: languages.split(/[\s,]+/).filter(Boolean) } });
    },
  });
  if (made) location.assign(courseAddress(made.id));
}
