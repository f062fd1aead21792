// The courses of a platform, drafts included.

import { element, part } from "../dom.js";
import { ask, change } from "./dialog.js";
import { attempt, standing } from "./frame.js";
import { choosePlatform } from "./platforms.js";
import { table } from "./table.js";
import { mark, moment, money, say } from "./words.js";

const ADDRESS = "/api/admin/courses";
const address = (id) => `/console/course/?id=${encodeURIComponent(id)}`;

function fill(row, course) {
  const link = row.querySelector("[data-title-of]");
  link.textContent = course.title;
  link.href = address(course.id);
  row.querySelector("[data-audience-of]").textContent = say(course.audience);
  row.querySelector("[data-price]").textContent = money(course.price);
  mark(row.querySelector("[data-publication]"), course.publication);
  moment(row.querySelector("[data-changed]"), course.updated_at);
}

/** Where the platforms of the caller lie: those of a partner make courses for its people alone. */
async function audiences({ realm }) {
  if (realm !== "main") return [[realm, "Your platform"]];
  return [["internal", "Main platform"], ["public", "Public catalog"], ...(await choosePlatform())];
}

async function newCourse() {
  const { account } = await standing;
  const made = await ask({
    title: "New course",
    text: "It begins as a draft that nobody else sees.",
    fields: [
      { name: "title", label: "Title", required: "", autocomplete: "off" },
      { name: "audience", label: "For", options: await audiences(account), value: part("audience").value, hint: "This does not change later" },
      { name: "languages", label: "Languages", value: "en", required: "", hint: "Such as en, de" },
    ],
    button: "Make the draft",
    work({ title, audience, languages }) {
      const whom = ["internal", "public"].includes(audience) ? { audience } : { audience: "partner", partner: audience };
      return change(ADDRESS, { body: { title, ...whom, languages: languages.split(/[\s,]+/).filter(Boolean) } });
    },
  });
  if (made) location.assign(address(made.id));
}

part("new").addEventListener("click", () => attempt(newCourse));
attempt(async () => {
  const { account } = await standing;
  const choice = part("audience");
  for (const [id, name] of await audiences(account)) choice.append(element("option", name, { value: id }));
  choice.closest(".field").hidden = account.realm !== "main";
  table({
    address: ADDRESS,
    noun: ["course", "courses"],
    matches: ({ publication }, wanted) => (wanted.publication ?? publication) === publication,
    orders: { title: ({ title }) => title, publication: ({ publication }) => say(publication), changed: (course) => course.updated_at },
    fill,
    columns: [
      ["Title", ({ title }) => title],
      ["For", ({ audience, partner }) => partner ?? audience],
      ["Status", ({ publication }) => publication],
      ["Price", ({ price }) => price?.amount],
      ["Currency", ({ price }) => price?.currency],
      ["Address", ({ slug }) => slug],
      ["Id", ({ id }) => id],
    ],
  });
});
