//! Learners let themselves in where their course says so.

use domain::{Publication, SeatLimit, SelfEnrollment};

use super::answer::{lesson, nth_lesson, own};
use super::scene::{Scene, Wanted};

#[tokio::test]
async fn the_course_decides_how() {
    let scene = Scene::new().await;
    let learner = scene.learner().await;
    let full = SeatLimit::Seats(0);
    for (self_enrollment, seats, status, outcome, reads) in [
        (SelfEnrollment::Open, SeatLimit::Unlimited, 201, "enrolled", 200),
        (SelfEnrollment::Open, full, 201, "waiting", 403),
        (SelfEnrollment::OnRequest, SeatLimit::Unlimited, 201, "to_confirm", 403),
        (SelfEnrollment::OnRequest, full, 201, "to_confirm", 403),
        (SelfEnrollment::Closed, SeatLimit::Unlimited, 403, "none", 403),
    ] {
        let course = scene.course(Wanted { self_enrollment, seats, ..Wanted::default() }).await;
        let answer = scene.post(&learner, &format!("{}/enroll", own(&course))).await.expect(status);
        assert_eq!(answer.state(), outcome, "{self_enrollment:?}");
        let code = if status == 403 { "course.self_enrollment_closed" } else { "none" };
        assert_eq!(answer.code(), code);
        scene.get(&learner, &lesson(&course, nth_lesson(&course, 0))).await.expect(reads);
        assert_eq!(scene.get(&learner, &own(&course)).await.expect(200).state(), outcome);
    }
    let listed = scene.get(&learner, "/api/my/courses").await.expect(200).json();
    assert_eq!(listed["courses"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn twice_is_refused_and_changes_nothing() {
    let scene = Scene::new().await;
    let (course, learner) = (scene.course(Wanted::default()).await, scene.learner().await);
    let enroll = format!("{}/enroll", own(&course));
    let (one, two) = tokio::join!(scene.post(&learner, &enroll), scene.post(&learner, &enroll));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    scene.post(&learner, &format!("{}/start", own(&course))).await.expect(200);
    scene.post(&learner, &enroll).await.expect(409);
    assert_eq!(scene.get(&learner, &own(&course)).await.expect(200).state(), "in_progress");
}

#[tokio::test]
async fn only_published_courses_take_anybody_in() {
    let scene = Scene::new().await;
    let learner = scene.learner().await;
    for publication in [Publication::Draft, Publication::Unpublished, Publication::Archived] {
        let course = scene.course(Wanted { publication, ..Wanted::default() }).await;
        scene.post(&learner, &format!("{}/enroll", own(&course))).await.expect(404);
        scene.get(&learner, &own(&course)).await.expect(404);
    }
}

#[tokio::test]
async fn the_way_out_is_not_offered() {
    let scene = Scene::new().await;
    let (course, learner) = (scene.course(Wanted::default()).await, scene.learner().await);
    let path = format!("{}/enroll", own(&course));
    scene.post(&learner, &path).await.expect(201);
    scene.send(&learner, http::Method::DELETE, &path, None).await.expect(405);
}
