//! Asking for a link: one answer for everybody, few mails, and nothing else changes.

use std::time::{Duration, Instant};

use domain::AccountKind;
use jiff::SignedDuration;
use portico_tests::PASSWORD;
use serde_json::json;

use super::scene::{Scene, credentials, in_full};

/// Proves: A21
#[tokio::test(flavor = "multi_thread")]
async fn asking_answers_the_same_for_everybody() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    scene.deactivate(&scene.learner("off@example.org").await).await;
    for path in ["/api/login/reset", "/api/signup/link"] {
        let ask = json!({"email": "grace@example.org", "realm": "main"});
        let known = scene.browser().post(path, ask).await.expect(202);
        for email in ["nobody@example.org", "off@example.org"] {
            for realm in ["main", "public", "no-such-partner"] {
                let started = Instant::now();
                let answer = scene.browser().post(path, json!({"email": email, "realm": realm})).await;
                assert_eq!(in_full(&answer), in_full(&known), "{email} in {realm}");
                assert!(started.elapsed() >= Duration::from_millis(100));
            }
        }
        let page = scene.browser().submit(path, &[("email", "grace@example.org")]).await.expect(202);
        assert!(page.text().contains("Look into your mailbox"));
        scene.browser().post(path, json!({"email": "no address"})).await.expect(422);
        scene.browser().post(path, json!({"email": "a@example.org", "password": "x"})).await.expect(400);
    }
}

/// Proves: A27
#[tokio::test(flavor = "multi_thread")]
async fn three_mails_an_hour_and_the_old_password_works_on() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let ask = json!({"email": "Grace@Example.org", "realm": "main"});
    scene.next_hour();
    let browser = scene.signed_in("grace@example.org").await;
    for _ in 0..5 {
        scene.browser().post("/api/login/reset", ask.clone()).await.expect(202);
        scene.browser().post("/api/signup/link", ask.clone()).await.expect(202);
    }
    assert_eq!(scene.mails("grace@example.org").await, 4, "the invitation and three links");
    browser.get("/api/login/me").await.expect(200);
    scene.browser().post("/api/login", credentials("grace@example.org", PASSWORD)).await.expect(200);
    scene.wait(SignedDuration::from_hours(1));
    scene.browser().post("/api/login/reset", ask.clone()).await.expect(202);
    assert_eq!(scene.mails("grace@example.org").await, 5);
}

/// Proves: A21
#[tokio::test(flavor = "multi_thread")]
async fn no_mail_goes_to_accounts_that_could_not_use_it() {
    let scene = Scene::new().await;
    let off = scene.learner("off@example.org").await;
    scene.deactivate(&off).await;
    scene.invited("new@example.org", AccountKind::InternalLearner).await;
    let before = scene.mails("off@example.org").await;
    for email in ["off@example.org", "new@example.org"] {
        let ask = json!({"email": email, "realm": "main"});
        scene.browser().post("/api/login/reset", ask).await.expect(202);
    }
    assert_eq!(scene.mails("off@example.org").await, before);
    assert_eq!(scene.mails("new@example.org").await, 2, "the invitation, and the link that was asked for");
    let token = scene.mailed_token("new@example.org").await;
    let page = scene.browser().get(&format!("/api/signup/password?token={token}")).await.expect(200);
    assert!(page.text().contains("Choose your password"), "who has no password yet is not told of an old one");
}
