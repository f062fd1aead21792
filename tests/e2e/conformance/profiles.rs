//! Profile pages, and friends who may see more of one another.

use http::Method;
use portico_tests::pictures::jpeg;
use serde_json::{Value, json};

use super::scene::{Person, Scene, internal};
use super::shared::Shared;

static STAGE: Shared<Scene> = Shared::new();

const OWN: &str = "/api/me/profile";

/// Two people who are friends.
async fn friends(scene: &Scene) -> (Person, Person) {
    let (one, other) = (scene.person(internal("learner")).await, scene.person(internal("learner")).await);
    one.browser.post("/api/me/friends", json!({ "email": other.email })).await.expect(202);
    other.browser.post(&format!("/api/me/friends/{}/accept", one.id), json!({})).await.expect(204);
    (one, other)
}

/// Somebody's page as a friend sees it.
async fn page(person: &Person, by: &Person) -> Value {
    by.browser.get(&format!("/api/people/{}/profile", person.id)).await.expect(200).json()
}

/// A parent sees the details of friends, and of nobody else of the platform.
async fn parents_see_friends(scene: &Scene) {
    let (parent, friend) = friends(scene).await;
    let stranger = scene.person(internal("learner")).await;
    let details = |person: &Person| format!("/api/admin/accounts/{}", person.id);
    parent.browser.get(&details(&friend)).await.expect(403);
    let role = json!({ "role": "parent" });
    scene.owner.post(&format!("{}/roles", details(&parent)), role).await.expect(201);
    assert_eq!(parent.browser.get(&details(&friend)).await.expect(200).str("/email"), friend.email);
    assert_eq!(page(&friend, &parent).await["account"]["email"], json!(friend.email));
    parent.browser.get(&details(&stranger)).await.expect(403);
    friend.browser.delete(&format!("/api/me/friends/{}", parent.id)).await.expect(204);
    parent.browser.get(&details(&friend)).await.expect(403);
}

#[test]
fn s003_148_a_parent_sees_details_of_friends() {
    STAGE.play(parents_see_friends);
}

#[test]
fn s004_222_a_parent_sees_details_of_friends_of_the_portal() {
    STAGE.play(parents_see_friends);
}

#[test]
fn s004_392_every_account_has_one_profile_page() {
    STAGE.play(async |scene| {
        let ada = scene.person(internal("learner")).await;
        let blank = ada.browser.get(OWN).await.expect(200).json();
        assert_eq!((&blank["basic"]["id"], &blank["basic"]["version"]), (&json!(ada.id), &json!(0)));
        // Written from two windows at once it is still one page.
        let [one, other] = ["One", "Other"].map(|about| ada.browser.put(OWN, json!({ "version": 0, "about": about })));
        let (one, other) = tokio::join!(one, other);
        assert_eq!(one.code().min(other.code()), 200);
        assert_eq!(one.code().max(other.code()), 409);
        assert_eq!(ada.browser.get(OWN).await.expect(200).json()["basic"]["version"], 1);
    });
}

#[test]
fn s004_393_a_profile_contains_basic_info() {
    STAGE.play(async |scene| {
        let (ada, bob) = friends(scene).await;
        ada.browser.put(OWN, json!({ "version": 0, "about": "I like *knots*." })).await.expect(200);
        let basic = page(&ada, &bob).await["basic"].clone();
        assert_eq!((&basic["name"], &basic["about"]), (&json!("Somebody"), &json!("I like *knots*.")));
        assert!(basic["about_html"].as_str().unwrap().contains("<em>knots</em>"));
    });
}

#[test]
fn s004_394_a_profile_contains_account_details() {
    STAGE.play(async |scene| {
        let (ada, bob) = friends(scene).await;
        let own = ada.browser.get(OWN).await.expect(200).json();
        let account = &own["account"];
        assert_eq!((&account["email"], &account["type"]), (&json!(ada.email), &json!("internal")));
        assert_eq!((&account["tier"], &account["status"]), (&json!("learner"), &json!("activated")));
        assert_eq!(page(&ada, &bob).await["account"], Value::Null, "of whoever may not see the account");
    });
}

#[test]
fn s004_395_a_profile_contains_friends() {
    STAGE.play(async |scene| {
        let (ada, bob) = friends(scene).await;
        let named = json!([{ "account": bob.id, "name": "Somebody" }]);
        assert_eq!(page(&ada, &bob).await["friends"], named);
        assert_eq!(ada.browser.get(OWN).await.expect(200).json()["friends"], named);
    });
}

#[test]
fn s004_396_a_profile_contains_photos() {
    STAGE.play(async |scene| {
        let (ada, bob) = friends(scene).await;
        let ask = ada.browser.ask(Method::POST, "/api/me/photos").header("content-type", "image/jpeg");
        let put = ask.body(jpeg(9)).send().await.expect(201).json();
        assert_eq!(page(&ada, &bob).await["photos"], json!([put]));
        bob.browser.get(put["address"].as_str().unwrap()).await.expect(200);
    });
}

#[test]
fn s004_397_a_profile_contains_links_to_social_media() {
    STAGE.play(async |scene| {
        let (ada, bob) = friends(scene).await;
        let form = json!({ "version": 0, "links": ["https://social.example/@ada"] });
        ada.browser.put(OWN, form).await.expect(200);
        assert_eq!(page(&ada, &bob).await["links"][0]["address"], "https://social.example/@ada");
    });
}
