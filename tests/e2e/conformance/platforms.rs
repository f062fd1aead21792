//! The stage of most files: a main platform, two partner platforms, and one course for each audience.

use portico_tests::Browser;

use super::scene::{Course, Person, Scene, internal};
use super::shared::Stage;

/// Two partner platforms beside the main one. Tests add to it and change nothing that stands here.
pub struct Platforms {
    pub scene: Scene,
    pub north: String,
    pub south: String,
    /// An internal administrator who does not own the platform.
    pub ada: Person,
    pub of_main: Course,
    pub of_north: Course,
    pub of_south: Course,
    /// Free, so that buying it takes one request.
    pub public: Course,
}

impl Stage for Platforms {
    async fn set() -> Self {
        let scene = Scene::new().await;
        // Ada is there before the partner platforms: she is attached to none, and rules all.
        let ada = scene.person(internal("administrator")).await;
        let (north, south) = (scene.partner().await, scene.partner().await);
        let of_main = scene.course("internal").await;
        let (of_north, of_south) = (scene.course(&north).await, scene.course(&south).await);
        let public = scene.course("public").await;
        Self { scene, north, south, ada, of_main, of_north, of_south, public }
    }
}

/// Whether somebody gets into a course and to its text by their own means.
pub async fn gets_in(browser: &Browser, course: &Course) -> bool {
    browser.post(&format!("{}/enroll", course.own()), serde_json::json!({})).await;
    let outline = browser.get(&course.own()).await.code();
    let lesson = browser.get(&course.own_lesson()).await.code();
    match (outline, lesson) {
        (200, 200) => true,
        (401 | 403 | 404, 401 | 403 | 404) => false,
        neither => unreachable!("half open: {neither:?}"),
    }
}
