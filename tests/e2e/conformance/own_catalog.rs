//! The catalog of one's own platform: closed to learners until an administrator opens it, open to monitors.

use serde_json::json;

use super::scene::{Scene, internal};

const CATALOG: &str = "/api/my/catalog";

/// The area is closed as the platform comes, and open once an administrator has opened it.
async fn hangs_on_the_switch() {
    let scene = Scene::new().await;
    let course = scene.course("internal").await;
    let learner = scene.person(internal("learner")).await;
    learner.browser.get(CATALOG).await.expect(403);
    let form = json!({ "version": 0, "policies": { "switch.learners_see_catalog": true } });
    scene.owner.put("/api/admin/policies", form).await.expect(200);
    assert_eq!(learner.browser.get(CATALOG).await.expect(200).str("/courses/0/course/id"), course.id);
}

/// Monitors find the courses in it, whether or not learners do.
async fn monitors_open_it() {
    let scene = Scene::new().await;
    let course = scene.course("internal").await;
    let person = scene.person(internal("learner")).await;
    person.browser.get(CATALOG).await.expect(403);
    let form = json!({ "role": "monitor", "object": "platform" });
    scene.owner.post(&format!("/api/admin/accounts/{}/roles", person.id), form).await.expect(201);
    assert_eq!(person.browser.get(CATALOG).await.expect(200).str("/courses/0/course/id"), course.id);
}

#[tokio::test]
async fn s003_145_the_catalog_is_closed_to_learners_until_it_is_opened() {
    hangs_on_the_switch().await;
}

#[tokio::test]
async fn s004_211_learners_open_the_catalog_once_an_administrator_lets_them() {
    hangs_on_the_switch().await;
}

#[tokio::test]
async fn s003_193_monitors_open_the_catalog() {
    monitors_open_it().await;
}

#[tokio::test]
async fn s004_278_the_catalog_is_open_to_monitors() {
    monitors_open_it().await;
}
