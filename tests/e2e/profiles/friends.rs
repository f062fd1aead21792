//! Friends: asked by address, accepted by id, ended by either.

use std::time::{Duration, Instant};

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::scene::{Person, Scene};

#[tokio::test]
async fn one_asks_the_other_accepts_and_either_ends_it() {
    let scene = Scene::set().await;
    let (ada, bob) = (scene.person("Ada").await, scene.person("Bob").await);
    bob.accept(&ada).await.expect(404);
    ada.ask(&bob.email).await.expect(202);
    assert!(ada.friends().await.is_empty() && ada.asked_by().await.is_empty());
    assert_eq!(bob.asked_by().await, [json!(ada.id)]);
    bob.browser.get(&ada.profile()).await.expect(403);
    bob.accept(&ada).await.expect(204);
    bob.accept(&ada).await.expect(404);
    assert_eq!((ada.friends().await, bob.friends().await), (vec![json!(bob.id)], vec![json!(ada.id)]));
    assert!(bob.asked_by().await.is_empty());
    let seen = bob.browser.get(&ada.profile()).await.expect(200).json();
    assert_eq!((&seen["basic"]["name"], &seen["account"]), (&json!("Ada"), &Value::Null), "the page, not the account");
    bob.browser.get(&format!("/api/admin/accounts/{}", ada.id)).await.expect(403);
    ada.part_from(&bob).await;
    assert!(ada.friends().await.is_empty() && bob.friends().await.is_empty());
    bob.browser.get(&ada.profile()).await.expect(403);
    // Asked back.
    ada.ask(&bob.email).await.expect(202);
    bob.ask(&ada.email).await.expect(202);
    assert_eq!(ada.friends().await, [json!(bob.id)]);
    // Nobody is their own friend.
    ada.ask(&ada.email).await.expect(202);
    ada.accept(&ada).await.expect(404);
    ada.part_from(&ada).await;
    assert_eq!(ada.friends().await, [json!(bob.id)]);
}

#[tokio::test]
async fn whoever_declined_is_left_alone_until_the_question_lapses_or_they_ask_themselves() {
    let scene = Scene::set().await;
    let (ada, bob) = (scene.person("Ada").await, scene.person("Bob").await);
    ada.ask(&bob.email).await.expect(202);
    bob.part_from(&ada).await;
    bob.accept(&ada).await.expect(404);
    // Nobody tells the one who asked, and neither asking again nor taking it back helps.
    ada.ask(&bob.email).await.expect(202);
    ada.part_from(&bob).await;
    ada.ask(&bob.email).await.expect(202);
    assert!(bob.asked_by().await.is_empty() && ada.friends().await.is_empty());
    bob.accept(&ada).await.expect(404);
    // Whoever declined may think again; then it is the other one's to answer.
    bob.ask(&ada.email).await.expect(202);
    assert_eq!((ada.asked_by().await, ada.friends().await), (vec![json!(bob.id)], vec![]));
    ada.part_from(&bob).await;
    bob.ask(&ada.email).await.expect(202);
    assert!(ada.asked_by().await.is_empty());
    scene.world.forward(SignedDuration::from_hours(31 * 24));
    let again = async |person: &Person| Person {
        id: person.id.clone(),
        email: person.email.clone(),
        browser: scene.world.sign_in(&person.email, portico_tests::PASSWORD, "main").await,
    };
    let (ada, bob) = (again(&ada).await, again(&bob).await);
    ada.ask(&bob.email).await.expect(202);
    assert_eq!(bob.asked_by().await, [json!(ada.id)]);
}

#[tokio::test]
async fn nobody_learns_whether_an_address_has_an_account() {
    let scene = Scene::set().await;
    let (ada, bob) = (scene.person("Ada").await, scene.person("Bob").await);
    let timed = async |email: &str| {
        let began = Instant::now();
        let answer = ada.ask(email).await.expect(202);
        (answer.body, began.elapsed())
    };
    let (known, unknown) = (timed(&bob.email).await, timed("nobody@example.org").await);
    assert_eq!(known.0, unknown.0);
    // Neither is answered before both are.
    for (_, took) in [known, unknown] {
        assert!(took >= Duration::from_millis(100), "{took:?}");
    }
    ada.ask(&ada.email).await.expect(202);
    assert!(ada.friends().await.is_empty() && ada.asked_by().await.is_empty());
    assert!(ada.ask("no address").await.expect(422).names_field("email"));
    scene.world.browser().post("/api/me/friends", json!({ "email": bob.email })).await.expect(401);
    for _ in 0..27 {
        ada.ask("nobody@example.org").await.expect(202);
    }
    ada.ask(&bob.email).await.expect(429);
}

#[tokio::test]
async fn friends_are_of_one_platform_and_a_question_lapses() {
    let scene = Scene::set().await;
    let (ada, bob) = (scene.person("Ada").await, scene.person("Bob").await);
    let north = scene.owner.post("/api/admin/partners", json!({ "name": "North" })).await.expect(201).str("/id");
    let kind = json!({ "tier": "learner", "type": "partner", "partner": north });
    let (_, pia) = scene.world.person(&scene.owner, "pia@example.org", kind).await;
    pia.post("/api/me/friends", json!({ "email": bob.email })).await.expect(202);
    ada.ask("pia@example.org").await.expect(202);
    assert!(bob.asked_by().await.is_empty());
    assert_eq!(pia.get("/api/me/friends/requests").await.expect(200).json()["items"], json!([]));
    // Public learners stay within the public catalog.
    let course = scene.world.course_with_lessons(true).await.id.to_string();
    let public = scene.world.learner(&course, "paul@example.org").await;
    public.post("/api/me/friends", json!({ "email": bob.email })).await.expect(404);
    public.get("/api/me/profile").await.expect(200);

    ada.ask(&bob.email).await.expect(202);
    scene.world.forward(SignedDuration::from_hours(31 * 24));
    let bob_again = scene.world.sign_in(&bob.email, portico_tests::PASSWORD, "main").await;
    assert_eq!(bob_again.get("/api/me/friends/requests").await.expect(200).json()["items"], json!([]));
    bob_again.post(&format!("/api/me/friends/{}/accept", ada.id), json!({})).await.expect(404);
}
