//! Whatever takes access away does so on the very next request, and what was learned is kept.

use authorization::act;
use domain::StatusEvent;
use jiff::Timestamp;
use store::AccountChange;

use super::answer::{Person, lesson, nth_lesson, own};
use super::scene::{Scene, Wanted};

/// A learner who has done the first of a course's two lessons.
async fn halfway(scene: &Scene) -> (domain::Course, Person) {
    let (course, learner) = (scene.course(Wanted::default()).await, scene.learner().await);
    scene.post(&learner, &format!("{}/enroll", own(&course))).await.expect(201);
    let first = lesson(&course, nth_lesson(&course, 0));
    let answer = scene.post(&learner, &format!("{first}/done")).await.expect(200);
    assert_eq!(answer.state(), "in_progress");
    (course, learner)
}

#[tokio::test]
async fn suspension_shuts_the_lessons_and_keeps_the_progress() {
    let scene = Scene::new().await;
    let (course, learner) = halfway(&scene).await;
    let second = lesson(&course, nth_lesson(&course, 1));
    assert_eq!(scene.change(&scene.admin, &course, &learner, "suspend").await.expect(200).state(), "suspended");
    scene.get(&learner, &second).await.expect(403);
    scene.post(&learner, &format!("{second}/done")).await.expect(403);
    scene.post(&learner, &format!("{}/start", own(&course))).await.expect(403);
    scene.post(&learner, &format!("{}/enroll", own(&course))).await.expect(409);
    let listed = scene.get(&learner, "/api/my/courses").await.expect(200).json();
    assert_eq!(listed["courses"][0]["state"], "suspended");
    assert_eq!(listed["courses"][0]["suspended_by"], "staff");
    assert_eq!(listed["courses"][0]["lessons_done"], 1);
    assert!(listed["courses"][0]["next_lesson"].is_null(), "none may be read");
    assert_eq!(scene.change(&scene.admin, &course, &learner, "reinstate").await.expect(200).state(), "in_progress");
    let page = scene.get(&learner, &own(&course)).await.expect(200).json();
    assert_eq!(page["sections"][0]["lessons"][0]["done"], true);
    assert_eq!(page["sections"][0]["lessons"][1]["done"], false);
    scene.get(&learner, &second).await.expect(200);
}

#[tokio::test]
async fn removal_shuts_the_lessons() {
    let scene = Scene::new().await;
    let (course, learner) = halfway(&scene).await;
    scene.remove(&scene.admin, &course, &learner).await.expect(204);
    scene.get(&learner, &lesson(&course, nth_lesson(&course, 0))).await.expect(403);
    assert_eq!(scene.get(&learner, &own(&course)).await.expect(200).state(), "none");
    scene.enrollment(&scene.admin, &course, &learner).await.expect(404);
    scene.remove(&scene.admin, &course, &learner).await.expect(404);
    scene.change(&scene.admin, &course, &learner, "reinstate").await.expect(404);
}

/// Proves: P21
#[tokio::test]
async fn a_deactivated_account_is_out() {
    let scene = Scene::new().await;
    let (course, learner) = halfway(&scene).await;
    let grant = scene.app.authorize_as::<act::SetAccountStatus>(&scene.admin.principal, learner.id).await.unwrap();
    let off = grant.target().account.clone().after(StatusEvent::Deactivate, scene.app.clock.now()).unwrap();
    scene.app.store.set_account_status(grant, off).await.unwrap();
    scene.get(&learner, &own(&course)).await.expect(401);
}

#[tokio::test]
async fn an_expired_account_is_out() {
    let scene = Scene::new().await;
    let (course, learner) = halfway(&scene).await;
    let grant = scene.app.authorize_as::<act::EditAccount>(&scene.admin.principal, learner.id).await.unwrap();
    let change = AccountChange { name: None, expires_at: Some(Some(Timestamp::UNIX_EPOCH)) };
    scene.app.store.edit_account(grant, change).await.unwrap();
    assert_eq!(scene.get(&learner, &own(&course)).await.expect(403).code(), "guard.account_expired");
    scene.get(&learner, "/api/my/courses").await.expect(403);
}
