// Partner platforms: seen, made, renamed.

import { part } from "../dom.js";
import { message } from "../messages.js";
import { ask, change } from "./dialog.js";
import { attempt, consolePage, standing, tell } from "./frame.js";
import { table } from "./table.js";
import { moment, partners } from "./words.js";

const ADDRESS = "/api/admin/partners";
let may = false;
let list;

function fill(row, partner) {
  const { id, name, slug } = partner;
  row.querySelector("[data-name]").textContent = name;
  row.querySelector("[data-slug]").textContent = slug;
  const people = row.querySelector("[data-people]");
  people.href = consolePage(`people/?realm=${encodeURIComponent(id)}`);
  people.setAttribute("aria-label", message("partners-people-of", { name }));
  const courses = row.querySelector("[data-courses]");
  courses.href = consolePage(`courses/?audience=${encodeURIComponent(id)}`);
  courses.setAttribute("aria-label", message("partners-courses-of", { name }));
  moment(row.querySelector("[data-made]"), partner.created_at);
  const rename = row.querySelector("[data-rename]");
  rename.hidden = !may;
  rename.setAttribute("aria-label", message("partners-rename", { name }));
  rename.addEventListener("click", () =>
    deed(
      {
        title: message("partners-rename", { name }),
        fields: [{ name: "name", label: message("common-name"), value: name, required: "" }],
        button: message("common-save"),
        work: (body) => change(`${ADDRESS}/${encodeURIComponent(id)}`, { method: "PATCH", body }),
      },
      message("partners-renamed"),
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
      title: message("partners-new"),
      fields: [
        { name: "name", label: message("common-name"), required: "", autocomplete: "off" },
        { name: "slug", label: message("partners-short-name"), autocomplete: "off", hint: message("partners-short-hint") },
      ],
      button: message("common-make"),
      work: (body) => change(ADDRESS, { body }),
    },
    message("partners-made"),
  ),
);

attempt(async () => {
  may = (await standing).actions.has("partner_platform.edit");
  list = table({
    address: ADDRESS,
    noun: partners,
    file: "partner platforms",
    fill,
    columns: [["Name", ({ name }) => name], ["Short name", ({ slug }) => slug], ["Id", ({ id }) => id]],
  });
});
