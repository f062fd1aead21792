// Partner platforms: seen, made, renamed.

import { part } from "../dom.js";
import { ask, change } from "./dialog.js";
import { attempt, standing, tell } from "./frame.js";
import { table } from "./table.js";
import { moment } from "./words.js";

const ADDRESS = "/api/admin/partners";
let may = false;
let list;

function fill(row, partner) {
  const { id, name, slug } = partner;
  row.querySelector("[data-name]").textContent = name;
  row.querySelector("[data-slug]").textContent = slug;
  const people = row.querySelector("[data-people]");
  people.href = `/console/people/?realm=${encodeURIComponent(id)}`;
  people.setAttribute("aria-label", `People of ${name}`);
  const courses = row.querySelector("[data-courses]");
  courses.href = `/console/courses/?audience=${encodeURIComponent(id)}`;
  courses.setAttribute("aria-label", `Courses of ${name}`);
  moment(row.querySelector("[data-made]"), partner.created_at);
  const rename = row.querySelector("[data-rename]");
  rename.hidden = !may;
  rename.setAttribute("aria-label", `Rename ${name}`);
  rename.addEventListener("click", () =>
    deed(
      {
        title: `Rename ${name}`,
        fields: [{ name: "name", label: "Name", value: name, required: "" }],
        button: "Save",
        work: (body) => change(`${ADDRESS}/${encodeURIComponent(id)}`, { method: "PATCH", body }),
      },
      "Renamed.",
    ),
  );
}

const deed = (asking, said) =>
  attempt(async () => {
    if (!(await ask(asking))) return;
    await list.reload();
    tell(said);
  });

part("new").addEventListener("click", () =>
  deed(
    {
      title: "New partner platform",
      fields: [
        { name: "name", label: "Name", required: "", autocomplete: "off" },
        { name: "slug", label: "Short name", autocomplete: "off", hint: "Names its sign-in page and stays for good; made from the name where nothing is said" },
      ],
      button: "Make it",
      work: (body) => change(ADDRESS, { body }),
    },
    "Made. Its first administrator is a person that you make on it.",
  ),
);

attempt(async () => {
  may = (await standing).actions.has("partner_platform.edit");
  list = table({
    address: ADDRESS,
    noun: ["partner platform", "partner platforms"],
    fill,
    columns: [["Name", ({ name }) => name], ["Short name", ({ slug }) => slug], ["Id", ({ id }) => id]],
  });
});
