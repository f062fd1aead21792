//! Every arrow of the enrollment's state machine through HTTP, by who causes it. A dash is a refusal.

use domain::{Course, SelfEnrollment};

use super::answer::{Person, enrollment, own};
use super::scene::{Scene, Wanted};

const EVENTS: [&str; 9] =
    ["confirm", "promote", "queue", "overbook", "start", "complete", "reopen", "suspend", "reinstate"];

/// A state, how staff gets an enrollment there from `to_confirm`, and where each event takes it from there.
const STAFF: [(&str, &[&str], [&str; 9]); 7] = [
    ("to_confirm", &[], ["enrolled", "-", "waiting", "overbooked", "-", "-", "-", "suspended", "-"]),
    ("waiting", &["queue"], ["-", "enrolled", "-", "overbooked", "-", "-", "-", "suspended", "-"]),
    ("overbooked", &["overbook"], ["-", "enrolled", "waiting", "-", "-", "-", "-", "suspended", "-"]),
    ("enrolled", &["confirm"], ["-", "-", "waiting", "overbooked", "-", "completed", "-", "suspended", "-"]),
    ("in_progress", &["confirm", "complete", "reopen"], ["-", "-", "-", "-", "-", "completed", "-", "suspended", "-"]),
    ("completed", &["confirm", "complete"], ["-", "-", "-", "-", "-", "-", "in_progress", "suspended", "-"]),
    ("suspended", &["confirm", "suspend"], ["-", "-", "waiting", "overbooked", "-", "-", "-", "-", "enrolled"]),
];

/// What the learner may do in each state: begin it, or not.
const LEARNER: [(&str, &str); 7] = [
    ("to_confirm", "-"),
    ("waiting", "-"),
    ("overbooked", "-"),
    ("enrolled", "in_progress"),
    ("in_progress", "in_progress"),
    ("completed", "completed"),
    ("suspended", "-"),
];

/// A fresh enrollment of the learner in this state.
async fn brought_to(scene: &Scene, course: &Course, learner: &Person, state: &str, way: &[&str]) {
    scene.remove(&scene.admin, course, learner).await;
    scene.post(learner, &format!("{}/enroll", own(course))).await.expect(201);
    for step in way {
        scene.change(&scene.admin, course, learner, step).await.expect(200);
    }
    assert_eq!(scene.enrollment(&scene.admin, course, learner).await.expect(200).state(), state);
}

async fn on_request(scene: &Scene) -> Course {
    scene.course(Wanted { self_enrollment: SelfEnrollment::OnRequest, ..Wanted::default() }).await
}

#[tokio::test]
async fn staff_moves_enrollments_along_their_arrows_only() {
    let scene = Scene::new().await;
    let (course, learner) = (on_request(&scene).await, scene.learner().await);
    for (state, way, expected) in STAFF {
        for (event, expected) in EVENTS.into_iter().zip(expected) {
            brought_to(&scene, &course, &learner, state, way).await;
            let answer = scene.change(&scene.admin, &course, &learner, event).await;
            let (status, outcome) = if expected == "-" { (409, state) } else { (200, expected) };
            assert_eq!(answer.status, status, "{state} {event}: {}", answer.text);
            let found = scene.enrollment(&scene.admin, &course, &learner).await.expect(200).state();
            assert_eq!(found, outcome, "{state} {event}");
        }
    }
}

#[tokio::test]
async fn the_learner_begins_and_nothing_else() {
    let scene = Scene::new().await;
    let (course, learner) = (on_request(&scene).await, scene.learner().await);
    for ((state, way, _), (_, expected)) in STAFF.into_iter().zip(LEARNER) {
        brought_to(&scene, &course, &learner, state, way).await;
        for event in EVENTS {
            scene.change(&learner, &course, &learner, event).await.expect(403);
        }
        let answer = scene.post(&learner, &format!("{}/start", own(&course))).await;
        let (status, outcome) = if expected == "-" { (403, state) } else { (200, expected) };
        assert_eq!(answer.status, status, "{state}: {}", answer.text);
        assert_eq!(scene.enrollment(&scene.admin, &course, &learner).await.expect(200).state(), outcome);
    }
}

#[tokio::test]
async fn what_is_no_transition_is_not_found() {
    let scene = Scene::new().await;
    let (course, learner) = (on_request(&scene).await, scene.learner().await);
    brought_to(&scene, &course, &learner, "to_confirm", &[]).await;
    for word in ["pay", "Confirm", "with_ground"] {
        scene.change(&scene.admin, &course, &learner, word).await.expect(404);
    }
    let path = format!("{}/confirm", enrollment(&course, &learner));
    scene.send(&scene.admin, http::Method::POST, &path, Some(r#"{"force":true}"#)).await.expect(400);
    scene.get(&scene.admin, &path).await.expect(405);
}
