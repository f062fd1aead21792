//! Signing in with a plain form, without a line of JavaScript.

use domain::AccountKind;
use jiff::SignedDuration;
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
        assert_eq!(answer.headers_of("set-cookie").len(), 3);
        browser.get("/api/login/me").await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_fails_leads_back_to_its_sign_in_page_and_keeps_the_way_on() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    for (email, realm) in [
        ("grace@example.org", "main"),
        ("nobody@example.org", "main"),
        ("grace@example.org", "public"),
        ("grace@example.org", "acme"),
        ("not an address", "public"),
    ] {
        let fields =
            [("email", email), ("password", OTHER_PASSWORD), ("realm", realm), ("next", "/learn/course/?id=1&x=2")];
        let browser = scene.browser();
        let answer = browser.submit("/api/login", &fields).await.expect(303);
        assert!(answer.headers_of("set-cookie").is_empty());
        let leads_to = format!("/api/login/page?realm={realm}&failed=true&next=%2Flearn%2Fcourse%2F%3Fid%3D1%26x%3D2");
        assert_eq!(answer.header("location"), leads_to);
        let page = browser.get(&leads_to).await.expect(200).text();
        assert!(page.contains("That did not work") && page.contains(&format!("name=\"realm\" value=\"{realm}\"")));
        assert!(page.contains("name=\"next\" value=\"/learn/course/?id=1&amp;x=2\""), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_partner_signs_in_and_asks_for_a_link_without_a_line_of_javascript() {
    let scene = Scene::new().await;
    let partner = scene.partner("acme").await;
    let account = scene.invited("pat@example.org", AccountKind::PartnerLearner(partner)).await;
    let file = scene.browser().get("/sign-in/").await.expect(200).text();
    assert!(
        file.contains("method=\"get\" action=\"/api/login/page\"") && file.contains("name=\"realm\" type=\"text\"")
    );
    for typed in ["acme", "Acme", "%20ACME%20"] {
        let page = scene.browser().get(&format!("/api/login/page?realm={typed}")).await.expect(200).text();
        assert!(
            page.contains("name=\"realm\" value=\"acme\"") && page.contains("/api/login/forgot?realm=acme"),
            "{page}"
        );
    }
    let nowhere = scene.browser().get("/api/login/page?realm=nowhere").await.expect(200).text();
    assert!(nowhere.contains("name=\"realm\" value=\"nowhere\""), "a page tells nobody which partners there are");
    let forgot = scene.browser().get("/api/login/forgot?realm=acme").await.expect(200).text();
    assert!(forgot.contains("name=\"realm\" value=\"acme\"") && forgot.contains("/api/login/page?realm=acme"));
    let sent = scene.browser().submit("/api/login/reset", &[("email", "pat@example.org"), ("realm", "acme")]).await;
    assert!(sent.expect(202).text().contains("/api/login/forgot?realm=acme"));
    let token = scene.mailed_token(account.email.typed()).await;
    let set = [("token", &*token), ("password", PASSWORD), ("realm", "acme")];
    let saved = scene.browser().submit("/api/signup/password", &set).await.expect(200).text();
    assert!(saved.contains(&format!("/api/login/page?realm={partner}")));
    let dead = scene.browser().submit("/api/signup/password", &set).await.expect(410).text();
    assert!(dead.contains("name=\"realm\" value=\"acme\"") && dead.contains("/api/login/page?realm=acme"), "{dead}");
    let browser = scene.browser();
    let fields = [("email", "pat@example.org"), ("password", PASSWORD), ("realm", "acme")];
    browser.submit("/api/login", &fields).await.expect(303);
    browser.get("/api/login/me").await.expect(200);
    let again = browser.get("/api/login/page?next=/learn/").await.expect(200).text();
    assert!(again.contains(&format!("name=\"realm\" value=\"{partner}\"")), "the browser's last realm is known");
}

#[tokio::test(flavor = "multi_thread")]
async fn mails_carry_the_realm_of_their_account() {
    let scene = Scene::new().await;
    scene.learner("grace@example.org").await;
    let partner = scene.partner("acme").await;
    scene.invited("pat@example.org", AccountKind::PartnerLearner(partner)).await;
    let invited = scene.world.mails_to("pat@example.org").await.pop().unwrap().text;
    assert!(invited.contains(&format!("/api/signup/password?realm={partner}&token=")), "{invited}");
    assert!(invited.contains(&format!("/api/login/forgot?realm={partner}")), "{invited}");
    let ask = [("email", "grace@example.org"), ("realm", "main")];
    scene.browser().submit("/api/login/reset", &ask).await.expect(202);
    let reset = scene.world.mails_to("grace@example.org").await.pop().unwrap().text;
    assert!(reset.contains("within 10 minutes"), "{reset}");
    let link = scene.world.link_mailed_to("grace@example.org").await.unwrap();
    let path = link.strip_prefix(&scene.world.platform.origin).unwrap();
    scene.wait(SignedDuration::from_mins(11));
    let expired = scene.browser().get(path).await.expect(410).text();
    assert!(expired.contains("name=\"realm\" value=\"main\""), "{expired}");
}

/// Proves: A09
#[tokio::test(flavor = "multi_thread")]
async fn forms_suit_programs_that_keep_passwords() {
    let scene = Scene::new().await;
    let account = scene.invited("new@example.org", AccountKind::InternalLearner).await;
    let token = scene.mailed_token(account.email.typed()).await;
    let set = scene.browser().get(&format!("/api/signup/password?token={token}")).await.expect(200).text();
    let sign_in = scene.browser().get("/sign-in/").await.expect(200).text();
    for (page, kind) in [(&set, "new-password"), (&sign_in, "current-password")] {
        assert!(page.contains(&format!("type=\"password\" autocomplete=\"{kind}\"")), "{page}");
        assert!(page.contains("autocomplete=\"username\"") && page.contains("data-password"), "{page}");
        assert!(page.contains("/assets/password") && !page.contains("onpaste"), "{page}");
    }
    assert!(set.contains("value=\"new@example.org\" readonly"));
}
