//! Browse, apply, pay, get an account, sign in, learn.

use portico_tests::World;

/// Proves: P08, P09
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

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_signed_in_buys_with_the_same_plain_form() {
    let world = World::start().await;
    let first = world.course_with_lessons(false).await;
    let second = world.course_with_lessons(true).await.id.to_string();
    let learner = world.learner(&first.id.to_string(), "ada@example.org").await;
    let form = [("course", second.as_str()), ("name", "Ada"), ("email", "ada@example.org")];
    let plain = learner.ask(http::Method::POST, "/api/checkout").without("x-csrf").form(&form);
    let page = plain.send().await.expect(303).header("location");
    let session = world.pay(&page).await;
    let back = learner.get(&format!("/api/checkout/return?session_id={session}")).await.expect(200).text();
    assert!(!back.contains("choose your password"), "whoever has a password is promised no link: {back}");
    let mine = learner.get("/api/my/courses").await.expect(200).json();
    assert_eq!(mine["courses"].as_array().map(Vec::len), Some(2));
}
