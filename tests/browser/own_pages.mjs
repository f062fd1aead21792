// One page of each kind that a learner has for themselves.

import { founder, internalLearner, openCatalog, publishedCourse } from "./staff.mjs";

/** Courses for somebody whose pages are looked at. */
export const OWN_SLUGS = ["spreadsheets-that-tell-the-truth", "awwal-khutwa-python"];

/** Does every lesson of a course; gives the id of its certificate. */
export async function complete(learner, course) {
  const address = `/api/my/courses/${course}`;
  const { sections } = await learner.call("GET", address);
  let page;
  for (const { id } of sections.flatMap(({ lessons }) => lessons)) page = await learner.call("POST", `${address}/lessons/${id}/done`, {});
  return page.certificate;
}

/** Kind and path, for somebody with these courses: one of them is completed. */
export async function ownPages(learner) {
  const { courses } = await learner.call("GET", "/api/my/courses");
  const [completed, { course, next_lesson: lesson }] = courses;
  const certificate = completed.certificate ?? (await complete(learner, completed.course.id));
  return [
    ["my learning", "/learn/"],
    ["course", `/learn/course/?id=${course.id}`],
    ["completed course", `/learn/course/?id=${completed.course.id}`],
    ["lesson", `/learn/lesson/?course=${course.id}&lesson=${lesson.id}`],
    ["certificate", `/certificate/?id=${certificate}`],
    ["orders", "/account/orders/"],
    ["account", "/account/"],
    ["second factor", "/account/second-factor/"],
  ];
}

/** Somebody of the main platform, whose catalog holds a course of each kind: taken, asked for, full, and with seats left. */
export async function insider(platform, name, email) {
  const staff = await founder(platform);
  await openCatalog(staff);
  const learner = await internalLearner(platform, staff, name, email);
  for (const [title, more, taken] of [
    ["Charts and tides", {}, true],
    ["Knots for everybody", { seats: 12, level: "beginner", summary: "Six knots that hold, and when to tie which." }],
    ["Sails by hand", { seats: 0 }],
    ["Splicing ropes", { self_enrollment: "on_request" }, true],
    ["Words of a language that runs the other way", { languages: ["ar"], self_enrollment: "on_request" }],
  ]) {
    const { id } = await publishedCourse(staff, { title, ...more });
    if (taken) await learner.call("POST", `/api/my/courses/${id}/enroll`, {});
  }
  return learner;
}

/** Kind and path, for an insider. */
export const INSIDE_PAGES = [
  ["catalog of one's platform", "/learn/catalog/"],
  ["catalog in which nothing is found", "/learn/catalog/?q=zzz"],
];
