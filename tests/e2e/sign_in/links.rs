//! Links that were mailed: used once, in time, by whoever holds the newest one.

use domain::{Account, AccountKind};
use jiff::SignedDuration;
use portico_tests::PASSWORD;
use serde_json::json;

use super::scene::{OTHER_PASSWORD, Scene, all_at_once, credentials, in_full};

const SET: &str = "/api/signup/password";

fn page(token: &str) -> String {
    format!("{SET}?token={token}")
}

/// The token of a link to another password.
async fn reset_token(scene: &Scene, account: &Account) -> String {
    let ask = json!({"email": account.email.typed(), "realm": "main"});
    scene.browser().post("/api/login/reset", &ask).await.expect(202);
    scene.mailed_token(account.email.typed()).await
}

/// Proves: A25, A26
#[tokio::test(flavor = "multi_thread")]
async fn a_reset_ends_every_login_and_begins_none() {
    let scene = Scene::new().await;
    let account = scene.learner("grace@example.org").await;
    let before = scene.signed_in("grace@example.org").await;
    let token = reset_token(&scene, &account).await;
    let browser = scene.browser();
    for _ in 0..2 {
        let form = browser.get(&page(&token)).await.expect(200);
        assert!(form.text().contains("Choose a new password") && form.text().contains(&token));
        assert_eq!(form.header("referrer-policy"), "no-referrer");
        assert_eq!(form.header("cache-control"), "no-store");
    }
    before.get("/api/login/me").await.expect(200);
    let saved = browser.submit(SET, &[("token", &token), ("password", OTHER_PASSWORD)]).await.expect(200);
    assert!(saved.text().contains("/api/login/page?realm=main"));
    let set = saved.headers_of("set-cookie");
    assert!(set.len() == 1 && set[0].starts_with("__Host-device-main="), "nobody is signed in by it: {set:?}");
    before.get("/api/login/me").await.expect(401);
    before.post("/api/login/refresh", json!({})).await.expect(401);
    scene.browser().post("/api/login", credentials("grace@example.org", PASSWORD)).await.expect(401);
    scene.browser().post("/api/login", credentials("grace@example.org", OTHER_PASSWORD)).await.expect(200);
    assert_eq!(scene.mails("grace@example.org").await, 3, "invited, sent a link, and told of the change");
    let again = browser.get(&page(&token)).await.expect(410);
    assert!(again.text().contains("/api/signup/link"));
    browser.submit(SET, &[("token", &token), ("password", PASSWORD)]).await.expect(410);
    let used = browser.post(SET, json!({"token": token, "password": PASSWORD})).await.expect(410);
    assert_eq!(used.str("/code"), "gone");
}

/// Proves: A23
#[tokio::test(flavor = "multi_thread")]
async fn of_twenty_uses_at_once_one_succeeds() {
    let scene = Scene::new().await;
    let first = scene.invited("new@example.org", AccountKind::InternalLearner).await;
    let second = scene.learner("grace@example.org").await;
    for token in [scene.mailed_token(first.email.typed()).await, reset_token(&scene, &second).await] {
        let uses = (0..20).map(|number| {
            let browser = scene.browser();
            let body = json!({"token": token, "password": format!("twenty people, number {number}")});
            async move { browser.post(SET, body).await.code() }
        });
        let mut statuses = all_at_once(uses).await;
        statuses.sort_unstable();
        assert_eq!(statuses, [vec![200], vec![410; 19]].concat());
    }
}

/// Proves: A24
#[tokio::test(flavor = "multi_thread")]
async fn links_end_with_their_time() {
    let scene = Scene::new().await;
    let invited = scene.invited("new@example.org", AccountKind::InternalLearner).await;
    let first = scene.mailed_token(invited.email.typed()).await;
    let account = scene.learner("grace@example.org").await;
    let reset = reset_token(&scene, &account).await;
    scene.wait(SignedDuration::from_secs(9 * 60 + 30));
    scene.browser().get(&page(&reset)).await.expect(200);
    scene.wait(SignedDuration::from_secs(30));
    scene.browser().get(&page(&reset)).await.expect(410);
    scene.browser().post(SET, json!({"token": reset, "password": OTHER_PASSWORD})).await.expect(410);
    scene.wait(SignedDuration::from_hours(23));
    assert!(scene.browser().get(&page(&first)).await.expect(200).text().contains("Choose your password"));
    scene.wait(SignedDuration::from_hours(1));
    scene.browser().get(&page(&first)).await.expect(410);
}

/// Proves: A23
#[tokio::test(flavor = "multi_thread")]
async fn the_newest_link_replaces_the_older() {
    let scene = Scene::new().await;
    let account = scene.learner("grace@example.org").await;
    let older = reset_token(&scene, &account).await;
    let newest = reset_token(&scene, &account).await;
    scene.browser().post(SET, json!({"token": older, "password": OTHER_PASSWORD})).await.expect(410);
    scene.browser().post(SET, json!({"token": newest, "password": OTHER_PASSWORD})).await.expect(200);
}

/// Proves: A01, A29, A58
#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_is_refused_leaves_the_link_good() {
    let scene = Scene::new().await;
    let account = scene.invited("grace@example.org", AccountKind::InternalLearner).await;
    let token = scene.mailed_token(account.email.typed()).await;
    let browser = scene.browser();
    for refused in ["fourteen chars", "grace@example.org", &"long words ".repeat(30)] {
        let form = browser.submit(SET, &[("token", &token), ("password", refused)]).await.expect(422);
        assert!(form.text().contains(&token) && form.text().contains("Your password must"));
        let shown = form.text().matches(refused).count();
        assert_eq!(shown, usize::from(refused == "grace@example.org"), "only as the name of the account");
        let json = browser.post(SET, json!({"token": token, "password": refused})).await.expect(422);
        assert_eq!(json.json()["fields"][0]["field"], "password");
    }
    browser.post(SET, json!({"token": token, "password": PASSWORD, "email_verified": true})).await.expect(400);
    assert!(!scene.account("main", "grace@example.org").await.email_verified);
    browser.post(SET, json!({"token": token, "password": "fifteen letters"})).await.expect(200);
    assert!(scene.account("main", "grace@example.org").await.email_verified);
}

/// Proves: A22
#[tokio::test(flavor = "multi_thread")]
async fn other_tokens_open_nothing() {
    let scene = Scene::new().await;
    let (grace, eve) = (scene.learner("grace@example.org").await, scene.learner("eve@example.org").await);
    let (of_grace, of_eve) = (reset_token(&scene, &grace).await, reset_token(&scene, &eve).await);
    let crossed = format!("{}.{}", grace.id, of_eve.split_once('.').unwrap().1);
    let unknown = format!("01HZZZZZZZZZZZZZZZZZZZZZZZ.{}", of_eve.split_once('.').unwrap().1);
    let browser = scene.browser();
    let expired = browser.get(SET).await.expect(410);
    for token in [&crossed, &unknown, "x", &of_grace[..of_grace.len() - 1], &eve.id.to_string()] {
        assert_eq!(in_full(&browser.get(&page(token)).await), in_full(&expired), "{token}");
        browser.post(SET, json!({"token": token, "password": OTHER_PASSWORD})).await.expect(410);
    }
    scene.deactivate(&grace).await;
    assert_eq!(in_full(&browser.get(&page(&of_grace)).await), in_full(&expired));
    browser.submit(SET, &[("token", &of_grace), ("password", OTHER_PASSWORD)]).await.expect(410);
    browser.get(&format!("{}&utm_source=mail", page(&of_eve))).await.expect(200);
}
