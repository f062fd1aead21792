// The courses of a platform, drafts included.

import { element, part } from "../dom.js";
import { attempt, standing } from "./frame.js";
import { audiences, courseAddress, newCourse } from "./new-course.js";
import { table } from "./table.js";
import { courses, mark, moment, money, say } from "./words.js";

const ADDRESS = "/api/admin/courses";

function fill(row, course) {
  const link = row.querySelector("[data-title-of]");
  link.textContent = course.title;
  link.href = courseAddress(course.id);
  row.querySelector("[data-audience-of]").textContent = say(course.audience);
  row.querySelector("[data-price]").textContent = money(course.price);
  mark(row.querySelector("[data-publication]"), course.publication);
  moment(row.querySelector("[data-changed]"), course.updated_at);
}

part("new").addEventListener("click", () => attempt(() => newCourse(part("audience").value)));
attempt(async () => {
  const { account } = await standing;
  const choice = part("audience");
  for (const [id, name] of await audiences(account)) choice.append(element("option", name, { value: id }));
  choice.closest(".field").hidden = account.realm !== "main";
  table({
    address: ADDRESS,
    noun: courses,
    file: "courses",
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
