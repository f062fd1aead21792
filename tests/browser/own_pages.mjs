// One page of each kind that a learner has for themselves.

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
