// One page of each kind that a learner has for themselves.

/** Kind and path, for somebody with a course. */
export async function ownPages(learner) {
  const { courses } = await learner.call("GET", "/api/my/courses");
  const [{ course, next_lesson: lesson }] = courses;
  return [
    ["my learning", "/learn/"],
    ["course", `/learn/course/?id=${course.id}`],
    ["lesson", `/learn/lesson/?course=${course.id}&lesson=${lesson.id}`],
    ["account", "/account/"],
    ["second factor", "/account/second-factor/"],
  ];
}
