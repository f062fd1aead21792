//! Whoever guesses learns nothing: every way of not getting in has the same answer.

use domain::AccountKind;
use http::Method;
use portico_tests::PASSWORD;
use serde_json::json;

use super::scene::{OTHER_PASSWORD, Scene, credentials, in_full};

/// Proves: A11
#[tokio::test(flavor = "multi_thread")]
async fn every_way_of_not_getting_in_has_the_same_answer() {
    let scene = Scene::new().await;
    scene.learner("right@example.org").await;
    scene.deactivate(&scene.learner("off@example.org").await).await;
    scene.expire(&scene.learner("late@example.org").await).await;
    scene.invited("unset@example.org", AccountKind::InternalLearner).await;
    let wrong = scene.browser().post("/api/login", credentials("right@example.org", OTHER_PASSWORD)).await.expect(401);
    assert_eq!(wrong.str("/code"), "wrong_credentials");
    assert!(wrong.headers_of("set-cookie").is_empty());
    for (email, realm) in [
        ("nobody@example.org", "main"),
        ("off@example.org", "main"),
        ("late@example.org", "main"),
        ("unset@example.org", "main"),
        ("right@example.org", "public"),
        ("right@example.org", "no-such-partner"),
        ("right@example.org", "01HZZZZZZZZZZZZZZZZZZZZZZZ"),
    ] {
        let body = json!({"email": email, "password": PASSWORD, "realm": realm});
        let answer = scene.browser().post("/api/login", body).await;
        assert_eq!(in_full(&answer), in_full(&wrong), "{email} in {realm}");
    }
}

/// Proves: A03, A04
#[tokio::test(flavor = "multi_thread")]
async fn the_right_password_gets_in_whole_and_in_either_spelling() {
    let scene = Scene::new().await;
    let account = scene.invited("Ren\u{e9}@Example.org", AccountKind::InternalLearner).await;
    let long = format!("caf\u{e9} {}", "au lait ".repeat(30));
    let token = scene.mailed_token(account.email.typed()).await;
    scene.browser().post("/api/signup/password", json!({"token": token, "password": long})).await.expect(200);
    let spelled_apart = long.replace('\u{e9}', "e\u{301}");
    let answer = scene.browser().post("/api/login", credentials("rene\u{301}@example.org", &spelled_apart)).await;
    let answer = answer.expect(200).json();
    assert_eq!(answer["account"]["id"], account.id.to_string());
    assert_eq!(answer["account"]["name"], "Grace");
    assert_eq!(answer["account"]["kind"], "internal_learner");
    for wrong in [long.trim_end(), &long.to_uppercase(), &format!("{long} "), &format!("{}x", &long[..long.len() - 1])]
    {
        scene.browser().post("/api/login", credentials("ren\u{e9}@example.org", wrong)).await.expect(401);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_signs_in_by_slug_or_id_and_nowhere_else() {
    let scene = Scene::new().await;
    let partner = scene.partner("acme").await;
    let account = scene.invited("pat@example.org", AccountKind::PartnerLearner(partner)).await;
    let token = scene.mailed_token(account.email.typed()).await;
    let set = scene.browser().post("/api/signup/password", json!({"token": token, "password": PASSWORD})).await;
    assert_eq!(set.expect(200).json()["sign_in"], format!("/api/login/page?realm={partner}"));
    for (realm, status) in [("acme", 200), (&*partner.to_string(), 200), ("main", 401), ("public", 401)] {
        let body = json!({"email": "pat@example.org", "password": PASSWORD, "realm": realm});
        let browser = scene.browser();
        browser.post("/api/login", body).await.expect(status);
        if status == 200 {
            let me = browser.get("/api/login/me").await.expect(200).json();
            assert_eq!(me["account"]["realm"], partner.to_string());
            assert_eq!(me["account"]["email"], "pat@example.org");
        }
    }
}

/// Proves: A02, A58, A59
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_meant_is_refused_before_any_work() {
    let scene = Scene::new().await;
    for (body, status) in [
        (json!({"email": "a@example.org", "password": "x", "role": "owner"}), 400),
        (json!({"email": "a@example.org"}), 422),
        (json!({"email": "a@example.org", "password": "x", "realm": "../x"}), 422),
        (json!({"email": "a\r\nb@example.org", "password": "x"}), 422),
        (json!({"email": "a@example.org", "password": "x".repeat(1_025)}), 422),
    ] {
        scene.browser().post("/api/login", body).await.expect(status);
    }
    let browser = scene.browser();
    browser.ask(Method::POST, "/api/login").header("content-type", "text/plain").body("{}").send().await.expect(415);
}
