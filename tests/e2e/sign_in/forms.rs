//! Signing in with a plain form, without a line of JavaScript.

use portico_tests::PASSWORD;

use super::scene::{OTHER_PASSWORD, Scene};

#[tokio::test(flavor = "multi_thread")]
async fn a_form_leads_on_within_this_site_only() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    for (next, leads_to) in [
        (None, "/learn/"),
        (Some("/courses/?page=2"), "/courses/?page=2"),
        (Some("//evil.example/"), "/learn/"),
        (Some("/\\evil.example"), "/learn/"),
        (Some("https://evil.example/"), "/learn/"),
        (Some("/a\r\nset-cookie: x=y"), "/learn/"),
    ] {
        let mut fields = vec![("email", "grace@example.org"), ("password", PASSWORD), ("realm", "main")];
        fields.extend(next.map(|next| ("next", next)));
        let browser = scene.browser();
        let answer = browser.submit("/api/login", &fields).await.expect(303);
        assert_eq!(answer.header("location"), leads_to, "{next:?}");
        assert_eq!(answer.headers_of("set-cookie").len(), 2);
        browser.get("/api/login/me").await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_fails_leads_back_to_its_sign_in_page() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    for (email, realm, leads_to) in [
        ("grace@example.org", "main", "/sign-in/failed/?realm=main"),
        ("nobody@example.org", "main", "/sign-in/failed/?realm=main"),
        ("grace@example.org", "public", "/sign-in/failed/"),
        ("grace@example.org", "acme", "/sign-in/failed/?realm=acme"),
        ("not an address", "public", "/sign-in/failed/"),
    ] {
        let fields = [("email", email), ("password", OTHER_PASSWORD), ("realm", realm), ("next", "/learn/")];
        let answer = scene.browser().submit("/api/login", &fields).await.expect(303);
        assert_eq!(answer.header("location"), leads_to);
        assert!(answer.headers_of("set-cookie").is_empty());
    }
}
