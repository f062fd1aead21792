//! What the browser is told to keep, and how.

use portico_tests::PASSWORD;
use serde_json::json;
use web::{ACCESS_COOKIE, REFRESH_COOKIE, RealmName};

use super::scene::{Scene, credentials};

/// Proves: A46, A47
#[tokio::test(flavor = "multi_thread")]
async fn cookies_are_bound_to_this_host_and_hidden_from_scripts() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let browser = scene.browser();
    let answer = browser.post("/api/login", credentials("grace@example.org", PASSWORD)).await.expect(200);
    let lines = answer.headers_of("set-cookie");
    assert_eq!(lines.len(), 3);
    for (line, name) in lines.iter().zip(["__Host-access=", "__Host-refresh=", "__Host-device-main="]) {
        assert!(line.starts_with(name), "{line}");
        for attribute in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
            assert!(line.contains(attribute), "{line}");
        }
        assert!(!line.contains("Domain") && line.len() < 4_096, "{line}");
    }
    let (_, max_age_s) = lines[1].split_once("; Max-Age=").unwrap();
    assert!((2_591_990..=2_592_000).contains(&max_age_s.parse().unwrap()), "{max_age_s}");
    assert_eq!(answer.header("cache-control"), "no-store");
    for name in [ACCESS_COOKIE, REFRESH_COOKIE, &RealmName::Main.device_cookie()] {
        assert!(!answer.text().contains(&browser.cookie(name).unwrap()));
    }
}

/// Proves: A48
#[tokio::test(flavor = "multi_thread")]
async fn planted_cookies_do_not_carry_over() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    scene.learner("eve@example.org").await;
    let eve = scene.signed_in("eve@example.org").await;
    let victim = scene.copy_of(&eve);
    let answer = victim.post("/api/login", credentials("grace@example.org", PASSWORD)).await.expect(200);
    let me = victim.get("/api/login/me").await.expect(200);
    assert_eq!(me.str("/account/email"), "grace@example.org");
    assert_eq!(me.str("/csrf"), answer.str("/csrf"));
    assert_ne!(victim.cookie(REFRESH_COOKIE), eve.cookie(REFRESH_COOKIE));
    assert_eq!(eve.get("/api/login/me").await.expect(200).str("/account/email"), "eve@example.org");
}

/// Proves: A48, A51
#[tokio::test(flavor = "multi_thread")]
async fn two_sign_ins_are_two_logins() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let (first, second) = (scene.signed_in("grace@example.org").await, scene.signed_in("grace@example.org").await);
    assert_ne!(first.cookie(REFRESH_COOKIE), second.cookie(REFRESH_COOKIE));
    assert_ne!(first.csrf(), second.csrf());
    first.set_csrf(&second.csrf().unwrap());
    first.post("/api/logout", json!({})).await.expect(403);
}
