//! What each endpoint costs in round trips to the table: an authorized read at most two, a write at most three. The
//! list of one's own courses needs a third for the courses themselves, the catalog a third for seats and enrollments.

use domain::SeatLimit;

use super::answer::{Answer, enrollment, lesson, nth_lesson, own};
use super::scene::{Scene, Wanted};

#[tokio::test]
async fn every_endpoint_keeps_within_its_round_trips() {
    let scene = Scene::new().await;
    let (course, learner) = (scene.course(Wanted::default()).await, scene.learner().await);
    // What the stream sets off asks the table too, but not between two of these requests.
    scene.world.catch_up().await;
    let (mut found, meter) = (Vec::new(), || scene.app.store.consumption().round_trips);
    let mut count = |what: &'static str, before: u64, answer: Answer| {
        assert!(answer.status < 300, "{what}: {}", answer.text);
        found.push((what, meter() - before));
    };
    let first = lesson(&course, nth_lesson(&course, 0));
    count("enroll", meter(), scene.post(&learner, &format!("{}/enroll", own(&course))).await);
    count("my courses", meter(), scene.get(&learner, "/api/my/courses").await);
    count("catalog", meter(), scene.get(&scene.admin, "/api/my/catalog").await);
    count("course", meter(), scene.get(&learner, &own(&course)).await);
    count("lesson", meter(), scene.get(&learner, &first).await);
    count("start", meter(), scene.post(&learner, &format!("{}/start", own(&course))).await);
    count("done", meter(), scene.post(&learner, &format!("{first}/done")).await);
    let list = format!("/api/courses/{}/enrollments", course.id);
    count("enrollments", meter(), scene.get(&scene.admin, &list).await);
    count("enrollment", meter(), scene.get(&scene.admin, &enrollment(&course, &learner)).await);
    count("suspend", meter(), scene.change(&scene.admin, &course, &learner, "suspend").await);
    count("remove", meter(), scene.remove(&scene.admin, &course, &learner).await);
    count("put in", meter(), scene.enroll(&scene.admin, &course, &learner).await);
    let expected = [
        ("enroll", 3),
        ("my courses", 4),
        ("catalog", 3),
        ("course", 2),
        ("lesson", 2),
        ("start", 3),
        ("done", 3),
        ("enrollments", 5),
        ("enrollment", 2),
        ("suspend", 3),
        ("remove", 3),
        ("put in", 3),
    ];
    assert_eq!(found, expected);
}

/// Where seats are counted, being put in line costs a second attempt, and a seat given back is passed on.
#[tokio::test]
async fn full_courses_cost_a_little_more() {
    let scene = Scene::new().await;
    let course = scene.course(Wanted { seats: SeatLimit::Seats(1), ..Wanted::default() }).await;
    let (seated, waiting) = (scene.learner().await, scene.learner().await);
    scene.world.catch_up().await;
    let meter = || scene.app.store.consumption().round_trips;
    for (who, expected) in [(&seated, 3), (&waiting, 4)] {
        let before = meter();
        scene.post(who, &format!("{}/enroll", own(&course))).await.expect(201);
        assert_eq!(meter() - before, expected);
    }
    let before = meter();
    scene.remove(&scene.admin, &course, &seated).await.expect(204);
    // The next in line is looked at before the seat is theirs.
    assert_eq!(meter() - before, 6);
}
