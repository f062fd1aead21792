//! Every value that opens something opens one thing only.

use http::Method;
use portico_tests::PASSWORD;
use serde_json::json;
use web::{ACCESS_COOKIE, REFRESH_COOKIE, RealmName};

use super::scene::Scene;

/// Proves: A40
#[tokio::test(flavor = "multi_thread")]
async fn no_value_stands_in_for_another() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let browser = scene.signed_in("grace@example.org").await;
    scene.browser().post("/api/login/reset", json!({"email": "grace@example.org", "realm": "main"})).await.expect(202);
    let cookie = |name: &str| browser.cookie(name).unwrap();
    let values = [
        ("access", cookie(ACCESS_COOKIE)),
        ("refresh", cookie(REFRESH_COOKIE)),
        ("device", cookie(&RealmName::Main.device_cookie())),
        ("csrf", browser.csrf().unwrap()),
        ("link", scene.mailed_token("grace@example.org").await),
    ];
    for (kind, value) in &values {
        let stranger = scene.browser();
        stranger.set_cookie(ACCESS_COOKIE, value);
        let expected = if *kind == "access" { 200 } else { 401 };
        assert_eq!(stranger.get("/api/login/me").await.code(), expected, "{kind} as access");
        let bearer = format!("Bearer {value}");
        let asked = scene.browser().ask(Method::GET, "/api/login/me").header("authorization", &bearer).send().await;
        assert_eq!(asked.code(), expected, "{kind} as bearer");
        let lower = format!("bearer {value}");
        let asked = scene.browser().ask(Method::GET, "/api/login/me").header("authorization", &lower).send().await;
        assert_eq!(asked.code(), expected, "{kind} as bearer, written small");
        if *kind != "refresh" {
            let stranger = scene.browser();
            stranger.set_cookie(REFRESH_COOKIE, value);
            assert_eq!(stranger.post("/api/login/refresh", json!({})).await.code(), 401, "{kind} as refresh");
        }
        if *kind != "link" {
            let form = json!({"token": value, "password": PASSWORD});
            assert_eq!(scene.browser().post("/api/signup/password", form).await.code(), 410, "{kind} as link");
        }
        let founder = format!("/api/signup/administrator?token={value}");
        assert_eq!(scene.browser().get(&founder).await.code(), 410, "{kind} as founder's link");
        if *kind != "csrf" {
            let write =
                browser.ask(Method::POST, "/api/login/devices/end-all").header("x-csrf", value).json(&json!({}));
            assert_eq!(write.send().await.code(), 403, "{kind} as the value of a write");
        }
    }
    browser.get("/api/login/me").await.expect(200);
}
