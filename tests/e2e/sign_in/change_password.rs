//! Changing the password while signed in.

use portico_tests::PASSWORD;
use serde_json::json;

use super::scene::{OTHER_PASSWORD, Scene, credentials};

/// Proves: A05, A08
#[tokio::test(flavor = "multi_thread")]
async fn only_whoever_knows_the_present_password_changes_it() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let browser = scene.signed_in("grace@example.org").await;
    for wrong in [json!({"new": OTHER_PASSWORD}), json!({"current": "not the password", "new": OTHER_PASSWORD})] {
        assert_eq!(browser.post("/api/login/password", wrong).await.expect(403).str("/code"), "wrong_password");
    }
    for refused in
        ["fourteen chars", "iloveyouiloveyou", "manchesterunited", "grace@example.org", &"long words ".repeat(30)]
    {
        let answer = browser.post("/api/login/password", json!({"current": PASSWORD, "new": refused})).await;
        assert_eq!(answer.expect(422).json()["fields"][0]["field"], "new");
    }
    assert_eq!(scene.mails("grace@example.org").await, 1, "the invitation");
    let odd = json!({"current": PASSWORD, "new": OTHER_PASSWORD, "account": "somebody"});
    browser.post("/api/login/password", odd).await.expect(400);
    browser.post("/api/login/password", json!({"current": PASSWORD, "new": OTHER_PASSWORD})).await.expect(200);
    assert_eq!(scene.mails("grace@example.org").await, 2, "the owner is told");
    scene.browser().post("/api/login", credentials("grace@example.org", PASSWORD)).await.expect(401);
    scene.browser().post("/api/login", credentials("grace@example.org", OTHER_PASSWORD)).await.expect(200);
}

/// Proves: A08
#[tokio::test(flavor = "multi_thread")]
async fn other_browsers_stay_or_go_as_the_owner_says() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let (here, there) = (scene.signed_in("grace@example.org").await, scene.signed_in("grace@example.org").await);
    let change = json!({"current": PASSWORD, "new": OTHER_PASSWORD});
    let kept = here.post("/api/login/password", change).await.expect(200);
    assert!(kept.headers_of("set-cookie").is_empty());
    there.get("/api/login/me").await.expect(200);
    let copy = scene.copy_of(&here);
    let change = json!({"current": OTHER_PASSWORD, "new": PASSWORD, "end_other_logins": true});
    let fresh = here.post("/api/login/password", change).await.expect(200);
    here.get("/api/login/me").await.expect(200);
    here.set_csrf(&fresh.str("/csrf"));
    here.post("/api/logout", json!({})).await.expect(204);
    there.get("/api/login/me").await.expect(401);
    copy.get("/api/login/me").await.expect(401);
}
