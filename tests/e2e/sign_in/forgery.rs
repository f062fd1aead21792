//! Pages of other sites cannot act for whoever is signed in here.

use http::Method;
use portico_tests::{Ask, PASSWORD};
use serde_json::json;
use web::REFRESH_COOKIE;

use super::scene::{Scene, credentials};

/// Every write that a login permits.
const WRITES: &[(&str, &str)] = &[
    ("POST", "/api/logout"),
    ("POST", "/api/login/devices/end-all"),
    ("DELETE", "/api/login/devices/01HZZZZZZZZZZZZZZZZZZZZZZZ"),
    ("POST", "/api/login/password"),
];

/// As a page of another site would send it.
fn foreign(ask: Ask<'_>) -> Ask<'_> {
    ask.header("sec-fetch-site", "cross-site").header("origin", "https://evil.example")
}

/// Proves: A51
#[tokio::test(flavor = "multi_thread")]
async fn a_write_needs_a_page_of_ours_and_the_value_that_only_it_can_read() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let browser = scene.signed_in("grace@example.org").await;
    let body = json!({"current": PASSWORD, "new": "quiet rivers at dawn"});
    for (method, path) in WRITES {
        let ask = || browser.ask(method.parse().unwrap(), path).json(&body);
        for (how, forged) in [
            ("without the value", ask().without("x-csrf")),
            ("with a made-up value", ask().header("x-csrf", "made-up")),
            ("from another site", foreign(ask())),
            ("from another port of this host", ask().header("sec-fetch-site", "same-site")),
            ("from nowhere", ask().without("sec-fetch-site").without("origin")),
        ] {
            assert_eq!(forged.send().await.code(), 403, "{method} {path} {how}");
        }
    }
    browser.get("/api/login/me").await.expect(200);
    browser.post("/api/login", credentials("grace@example.org", PASSWORD)).await.expect(200);
}

/// Proves: A51
#[tokio::test(flavor = "multi_thread")]
async fn no_foreign_page_signs_in_refreshes_or_asks_for_links() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let browser = scene.signed_in("grace@example.org").await;
    let before = browser.cookie(REFRESH_COOKIE);
    for path in ["/api/login", "/api/login/refresh", "/api/login/reset", "/api/signup/link", "/api/signup/password"] {
        let ask = browser.ask(Method::POST, path).json(&credentials("grace@example.org", PASSWORD));
        foreign(ask).send().await.expect(403);
    }
    assert_eq!(browser.cookie(REFRESH_COOKIE), before);
}

/// Proves: A52
#[tokio::test(flavor = "multi_thread")]
async fn reading_writes_nothing_and_other_methods_are_refused() {
    let scene = Scene::new().await;
    let browser = scene.browser();
    for path in ["/api/login", "/api/login/refresh", "/api/logout", "/api/login/reset", "/api/signup/link"] {
        browser.get(path).await.expect(405);
    }
    for method in ["PUT", "PATCH", "DELETE", "TRACE"] {
        browser.ask(method.parse().unwrap(), "/api/login").send().await.expect(405);
    }
}
