//! The end of one's own account: with the password, by its owner alone, and not while money is under way (`money/leaving`).

use jiff::SignedDuration;
use portico_tests::{Browser, PASSWORD, World};
use serde_json::{Value, json};

const ME: &str = "/api/me";

async fn confirm(browser: &Browser) {
    browser.post("/api/login/confirm", json!({ "password": PASSWORD })).await.expect(204);
}

/// Lets a login grow old; it is refreshed, which proves no password.
async fn later(world: &World, browser: &Browser) {
    world.forward(SignedDuration::from_mins(11));
    let again = browser.post("/api/login/refresh", json!({})).await.expect(200);
    browser.set_csrf(&again.str("/csrf"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_goes_with_all_that_hangs_on_it_and_leaves_its_orders() {
    let world = World::start().await;
    let staff = world.founder().await;
    let course = world.course_with_lessons(true).await.id.to_string();
    let ada = world.learner(&course, "ada@example.org").await;
    let id = ada.get("/api/login/me").await.expect(200).str("/account/id");
    ada.put("/api/me/profile", json!({ "version": 0, "about": "I count things" })).await.expect(200);
    later(&world, &ada).await;
    staff.post("/api/login/refresh", json!({})).await.expect(200);
    assert_eq!(ada.delete(ME).await.expect(403).str("/code"), "confirm_first");
    ada.get("/api/my/courses").await.expect(200);
    confirm(&ada).await;
    ada.delete(ME).await.expect(204);

    ada.get("/api/login/me").await.expect(401);
    staff.get(&format!("/api/admin/accounts/{id}")).await.expect(404);
    staff.get(&format!("/api/courses/{course}/enrollments/{id}")).await.expect(404);
    let orders = staff.get("/api/admin/orders").await.expect(200).json();
    assert_eq!(orders["items"][0]["state"], "fulfilled", "the books stay");
    let lines = staff.get(&format!("/api/admin/audit?object=account:{id}")).await.expect(200).json();
    let deleted = |line: &&Value| line["action"] == "self.delete" && line["account"] == json!(id);
    assert_eq!(lines["items"].as_array().unwrap().iter().filter(deleted).count(), 2, "switched off, and gone: {lines}");
    let mails = world.mails_to("ada@example.org").await;
    assert!(mails.last().unwrap().subject.contains("is deleted"), "{:?}", mails.last());

    // The address is free: the next purchase makes a fresh account, with nothing of the former one.
    let again = world.learner(&course, "ada@example.org").await;
    assert_ne!(again.get("/api/login/me").await.expect(200).str("/account/id"), id);
    assert_eq!(again.get("/api/my/orders").await.expect(200).json()["orders"].as_array().unwrap().len(), 1);
    assert_eq!(again.get("/api/me/profile").await.expect(200).str("/basic/about"), "");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_owner_of_the_platform_stays() {
    let world = World::start().await;
    let owner = world.founder().await;
    confirm(&owner).await;
    assert_eq!(owner.delete(ME).await.expect(403).str("/code"), "guard.owner_protected");
    let administrator = json!({ "tier": "administrator", "type": "internal" });
    let (_, other) = world.person(&owner, "ada@example.org", administrator).await;
    confirm(&other).await;
    other.delete(ME).await.expect(204);
    other.get("/api/login/me").await.expect(401);
    world.browser().delete(ME).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seat_that_is_given_back_goes_to_the_next_in_line() {
    let world = World::start().await;
    let staff = world.founder().await;
    let learner = json!({ "tier": "learner", "type": "internal" });
    let (ada_id, ada) = world.person(&staff, "ada@example.org", learner.clone()).await;
    let (bob_id, bob) = world.person(&staff, "bob@example.org", learner).await;
    let form = json!({ "title": "Knots", "audience": "internal", "languages": ["en"], "seats": 1 });
    let course = staff.post("/api/admin/courses", form).await.expect(201).str("/id");
    staff.post(&format!("/api/admin/courses/{course}/publish"), json!({})).await.expect(200);
    let enrollments = format!("/api/courses/{course}/enrollments");
    for (id, state) in [(&ada_id, "enrolled"), (&bob_id, "waiting")] {
        assert_eq!(staff.post(&enrollments, json!({ "account": id })).await.expect(201).str("/state"), state);
    }
    confirm(&ada).await;
    ada.delete(ME).await.expect(204);
    assert_eq!(bob.get("/api/my/courses").await.expect(200).str("/courses/0/state"), "enrolled");
}
