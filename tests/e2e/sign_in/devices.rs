//! Signing out ends the login on the server, here or elsewhere.

use http::Method;
use jiff::SignedDuration;
use portico_tests::PASSWORD;
use serde_json::json;

use super::scene::{Scene, credentials};

/// Proves: A49
#[tokio::test(flavor = "multi_thread")]
async fn signing_out_shuts_old_cookies_at_once() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let browser = scene.signed_in("grace@example.org").await;
    let copy = scene.copy_of(&browser);
    browser.post("/api/logout", json!({})).await.expect(204);
    assert_eq!(browser.cookie("__Host-refresh"), None);
    copy.get("/api/login/me").await.expect(401);
    copy.post("/api/login/refresh", json!({})).await.expect(401);
    browser.post("/api/logout", json!({})).await.expect(204);
}

/// Proves: A49
#[tokio::test(flavor = "multi_thread")]
async fn signing_out_works_after_the_access_token_ran_out() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let browser = scene.signed_in("grace@example.org").await;
    let copy = scene.copy_of(&browser);
    scene.wait(SignedDuration::from_mins(11));
    browser.get("/api/login/me").await.expect(401);
    browser.post("/api/logout", json!({})).await.expect(204);
    copy.post("/api/login/refresh", json!({})).await.expect(401);
}

/// Proves: A49, A57
#[tokio::test(flavor = "multi_thread")]
async fn one_browser_signs_another_out() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    scene.learner("eve@example.org").await;
    let (here, there) = (scene.browser(), scene.signed_in("grace@example.org").await);
    let sign_in = here.ask(Method::POST, "/api/login").header("user-agent", "Netscape/1.0");
    let signed_in = sign_in.json(&credentials("grace@example.org", PASSWORD)).send().await.expect(200);
    here.set_csrf(&signed_in.str("/csrf"));
    let list = here.get("/api/login/devices").await.expect(200).json();
    let devices = list["devices"].as_array().unwrap();
    assert_eq!(devices.len(), 2);
    let own = devices.iter().find(|device| device["current"] == true).unwrap();
    assert_eq!(own["name"], "Netscape/1.0");
    let other = devices.iter().find(|device| device["current"] == false).unwrap()["id"].as_str().unwrap();
    let path = format!("/api/login/devices/{other}");
    let eve = scene.signed_in("eve@example.org").await;
    eve.delete(&path).await.expect(204);
    there.get("/api/login/me").await.expect(200);
    here.delete(&path).await.expect(204);
    there.get("/api/login/me").await.expect(401);
    here.get("/api/login/me").await.expect(200);
    here.delete("/api/login/devices/not-an-id").await.expect(404);
    scene.browser().get("/api/login/devices").await.expect(401);
}

/// Proves: A49
#[tokio::test(flavor = "multi_thread")]
async fn signing_out_everywhere_ends_every_login() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let (here, there) = (scene.signed_in("grace@example.org").await, scene.signed_in("grace@example.org").await);
    here.post("/api/login/devices/end-all", json!({})).await.expect(204);
    assert_eq!(here.cookie("__Host-refresh"), None);
    there.get("/api/login/me").await.expect(401);
    there.post("/api/login/refresh", json!({})).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_twenty_first_browser_signs_the_first_one_out() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let mut browsers = Vec::new();
    for _ in 0..21 {
        browsers.push(scene.signed_in("grace@example.org").await);
        scene.wait(SignedDuration::from_secs(30));
    }
    browsers[0].post("/api/login/refresh", json!({})).await.expect(401);
    browsers[1].post("/api/login/refresh", json!({})).await.expect(200);
}
