//! Browse, apply, pay, get an account, sign in, learn.

use portico_tests::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_paid_course_is_bought_and_opened() {
    let world = World::start().await;
    let course = world.course_with_lessons(true).await;
    let page = world.browser().get(&format!("/courses/{}/", course.slug)).await.expect(200);
    assert!(page.text().contains("/api/checkout"), "the course page has the buyer's form");
    let learner = world.learner(&course.id.to_string(), "ada@example.org").await;
    let mine = learner.get("/api/my/courses").await.expect(200);
    assert_eq!(mine.str("/courses/0/course/slug"), course.slug.as_str());
    assert_eq!(mine.str("/courses/0/state"), "enrolled");
}
