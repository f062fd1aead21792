//! What one writes on one's page, and who sees it.

use http::Method;
use portico_tests::Browser;
use portico_tests::pictures::jpeg;
use serde_json::json;

use super::scene::Scene;

const OWN: &str = "/api/me/profile";

#[tokio::test]
async fn what_is_written_is_made_safe_and_links_are_secure() {
    let scene = Scene::set().await;
    let ada = scene.person("Ada").await;
    let about = "**Hello** <script>alert(1)</script> [here](javascript:alert(1))";
    let form = json!({ "version": 0, "about": about, "links": ["https://social.example/@ada"] });
    let page = ada.browser.put(OWN, form).await.expect(200).json();
    let html = page["basic"]["about_html"].as_str().unwrap();
    assert!(html.contains("<strong>Hello</strong>") && !html.contains("script"), "{html}");
    assert_eq!(page["links"], json!([{ "address": "https://social.example/@ada", "host": "social.example" }]));
    assert_eq!(ada.browser.get(OWN).await.expect(200).json(), page);
}

#[tokio::test]
async fn a_page_loads_nothing_from_elsewhere_and_turns_no_text_around_it() {
    let scene = Scene::set().await;
    let ada = scene.person("Ada").await;
    let about =
        "Me: ![a cat](https://t.example/p.png) <img src='https://t.example/q.png' alt='a dog'>\u{202e}olleh\u{200b}";
    let page = ada.browser.put(OWN, json!({ "version": 0, "about": about })).await.expect(200).json();
    assert_eq!(page["basic"]["about_html"], "<p>Me: a cat a dogolleh</p>\n");
    assert!(page["basic"]["about"].as_str().unwrap().ends_with(">olleh"), "{page}");
    for wrong in [
        "https://b\u{200b}ank.example/",
        "https://bank.example/\u{202e}gpj.exe",
        "https://bank.example:99999/",
        "https://bank.example:8o/",
    ] {
        let form = json!({ "version": 1, "links": [wrong] });
        assert!(ada.browser.put(OWN, form).await.expect(422).names_field("links[0]"), "{wrong}");
    }
}

#[tokio::test]
async fn wrong_fields_are_named_and_nothing_is_lost() {
    let scene = Scene::set().await;
    let ada = scene.person("Ada").await;
    let first = ada.browser.put(OWN, json!({ "version": 0, "about": "Hello" })).await.expect(200).json();
    let many: Vec<String> = (0..11).map(|number| format!("https://example.org/{number}")).collect();
    for (wrong, field) in [
        (json!({ "about": "x" }), "version"),
        (json!({ "version": 1, "about": "x".repeat(5_001) }), "about"),
        (json!({ "version": 1, "about": "\u{7}" }), "about"),
        (json!({ "version": 1, "links": ["https://a.example", "http://a.example"] }), "links[1]"),
        (json!({ "version": 1, "links": ["javascript:alert(1)"] }), "links[0]"),
        (json!({ "version": 1, "links": ["https://a.example@b.example"] }), "links[0]"),
        (json!({ "version": 1, "links": many }), "links"),
    ] {
        assert!(ada.browser.put(OWN, wrong.clone()).await.expect(422).names_field(field), "{field}: {wrong}");
    }
    // Two windows: the second one is told, and overwrites nothing.
    ada.browser.put(OWN, json!({ "version": 0, "about": "Old" })).await.expect(409);
    assert_eq!(ada.browser.get(OWN).await.expect(200).json(), first);
}

#[tokio::test]
async fn strangers_and_other_platforms_see_nothing() {
    let scene = Scene::set().await;
    let (ada, bob) = (scene.person("Ada").await, scene.person("Bob").await);
    scene.world.browser().get(&ada.profile()).await.expect(401);
    scene.world.browser().get(OWN).await.expect(401);
    bob.browser.get(&ada.profile()).await.expect(403);
    let north = scene.owner.post("/api/admin/partners", json!({ "name": "North" })).await.expect(201).str("/id");
    let kind = json!({ "tier": "administrator", "type": "partner", "partner": north });
    let (_, paula) = scene.world.person(&scene.owner, "paula@example.org", kind).await;
    paula.get(&ada.profile()).await.expect(404);
    scene.owner.get("/api/people/00000000000000000000000001/profile").await.expect(404);
    let seen = scene.owner.get(&ada.profile()).await.expect(200).json();
    assert_eq!(seen["account"]["email"], "ada@example.org");
}

#[tokio::test]
async fn whoever_is_switched_off_is_found_by_those_alone_who_may_see_the_account() {
    let scene = Scene::set().await;
    let (ada, bob, eve) = (scene.person("Ada").await, scene.person("Bob").await, scene.person("Eve").await);
    ada.befriend(&bob).await;
    let picture = ada.browser.ask(Method::POST, "/api/me/photos").header("content-type", "image/jpeg").body(jpeg(9));
    let photo = picture.send().await.expect(201).str("/address");
    let account = format!("/api/admin/accounts/{}", ada.id);
    scene.owner.post(&format!("{account}/deactivate"), json!({})).await.expect(200);
    for path in [&photo, &ada.profile()] {
        bob.browser.get(path).await.expect(404);
        scene.owner.get(path).await.expect(200);
    }
    eve.ask(&ada.email).await.expect(202);
    scene.owner.post(&format!("{account}/reactivate"), json!({})).await.expect(200);
    let again = scene.world.sign_in(&ada.email, portico_tests::PASSWORD, "main").await;
    assert_eq!(again.get("/api/me/friends/requests").await.expect(200).json()["items"], json!([]));
    for path in [&photo, &ada.profile()] {
        bob.browser.get(path).await.expect(200);
    }
}

#[tokio::test]
async fn whoever_is_logged_in_as_somebody_else_changes_nothing_of_their_page_and_sees_no_friends() {
    let scene = Scene::set().await;
    let (ada, bob) = (scene.person("Ada").await, scene.person("Bob").await);
    ada.befriend(&bob).await;
    let send = async |by: &Browser| {
        by.ask(Method::POST, "/api/me/photos").header("content-type", "image/jpeg").body(jpeg(9)).send().await
    };
    let photo = send(&ada.browser).await.expect(201).str("/id");
    assert_eq!(ada.browser.get(&ada.profile()).await.expect(200).json()["friends"][0]["name"], "Bob");

    let as_ada = format!("/api/admin/accounts/{}/log-in-as", ada.id);
    let csrf = scene.owner.post(&as_ada, json!({ "reason": "Asked by phone" })).await.expect(200).str("/csrf");
    scene.owner.set_csrf(&csrf);
    let seen = scene.owner.get(&ada.profile()).await.expect(200).json();
    assert_eq!(
        (&seen["basic"]["name"], &seen["friends"], &seen["more_friends"]),
        (&json!("Ada"), &json!([]), &json!(false))
    );
    for refused in [
        send(&scene.owner).await,
        scene.owner.delete(&format!("/api/me/photos/{photo}")).await,
        scene.owner.put(OWN, json!({ "version": 1, "about": "Hello" })).await,
        scene.owner.get(OWN).await,
    ] {
        assert_eq!(refused.expect(403).str("/code"), "while_acting");
    }
    assert_eq!(ada.browser.get(OWN).await.expect(200).json()["photos"][0]["id"], photo);
}
