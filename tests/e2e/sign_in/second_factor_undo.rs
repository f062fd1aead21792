//! A first second factor that its owner did not set up: the mail about it is the way out.

use jiff::SignedDuration;
use portico_tests::{Browser, PASSWORD, World};
use serde_json::json;

use super::scene::{OTHER_PASSWORD, token_of};
use super::second_factor::{FACTORS, OWNER, half_way, prove, set_up, shows};

const SET: &str = "/api/signup/password";

/// Somebody who learned the password and set an app up, and the link of the mail about it.
async fn thief(world: &World) -> (Browser, Browser, String) {
    let owner = world.founder().await;
    let thief = world.sign_in(OWNER, PASSWORD, "main").await;
    set_up(world, &thief).await;
    owner.get("/api/login/me").await.expect(401);
    let link = world.link_mailed_to(OWNER).await.unwrap();
    assert!(link.contains("token="), "{link}");
    (owner, thief, link)
}

/// Proves: A20, A23, A25, A35
#[tokio::test(flavor = "multi_thread")]
async fn who_was_locked_out_by_a_factor_comes_back_with_the_mail_about_it() {
    let world = World::start().await;
    let (owner, thief, link) = thief(&world).await;
    let page = world.browser().get(&link).await.expect(200).text();
    assert!(page.contains("second factors of your account are taken away"), "{page}");
    // Looking at it changes nothing.
    half_way(&world, OWNER).await;
    thief.get("/api/login/me").await.expect(200);
    let form = json!({ "token": token_of(&link), "password": OTHER_PASSWORD });
    owner.post(SET, &form).await.expect(200);
    thief.get("/api/login/me").await.expect(401);
    thief.post("/api/login/refresh", json!({})).await.expect(401);
    world.try_sign_in(&thief, OWNER, PASSWORD, "main").await.expect(401);
    world.try_sign_in(&owner, OWNER, OTHER_PASSWORD, "main").await.expect(200);
    assert_eq!(owner.get(FACTORS).await.expect(200).json()["asked_for"], false);
    owner.post(SET, &form).await.expect(410);
    let mails = world.mails_to(OWNER).await;
    assert!(mails.iter().any(|mail| mail.text.contains("were taken away with the link")), "{mails:?}");
}

/// Proves: A23, A30
#[tokio::test(flavor = "multi_thread")]
async fn the_mailbox_that_is_the_way_out_stays_the_accounts_as_long_as_it_is() {
    let world = World::start().await;
    let owner = world.founder().await;
    let thief = world.sign_in(OWNER, PASSWORD, "main").await;
    let wish = json!({ "password": PASSWORD, "email": "evil@example.org" });
    // The mail about the factor is not out yet.
    set_up(&world, &thief).await;
    let refused = thief.post("/api/login/email", &wish).await.expect(409).str("/message");
    assert!(refused.contains("three days"), "{refused}");
    owner.get("/api/login/me").await.expect(401);
    let link = world.link_mailed_to(OWNER).await.unwrap();
    thief.post("/api/login/email", &wish).await.expect(409);
    // One that is set up again in its place is a first one again.
    thief.delete(&format!("{FACTORS}/app")).await.expect(204);
    thief.post("/api/login/email", &wish).await.expect(409);
    set_up(&world, &thief).await;
    let again = world.link_mailed_to(OWNER).await.unwrap();
    assert!(again != link && again.contains("token="), "{again}");
    thief.post("/api/login/email", &wish).await.expect(409);
    let form = json!({ "token": token_of(&again), "password": OTHER_PASSWORD });
    owner.post(SET, &form).await.expect(200);
    assert!(world.mails_to("evil@example.org").await.is_empty());
    world.try_sign_in(&owner, OWNER, OTHER_PASSWORD, "main").await.expect(200);
    let wish = json!({ "password": OTHER_PASSWORD, "email": "olga@elsewhere.example" });
    owner.post("/api/login/email", wish).await.expect(202);
}

/// Proves: A30
#[tokio::test(flavor = "multi_thread")]
async fn after_three_days_the_address_changes_beside_a_second_factor() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, _) = set_up(&world, &owner).await;
    world.link_mailed_to(OWNER).await.unwrap();
    world.forward(SignedDuration::from_hours(73));
    let owner = half_way(&world, OWNER).await;
    assert_eq!(prove(&owner, &shows(&app, &world, 0)).await, 200);
    let wish = json!({ "password": PASSWORD, "email": "olga@elsewhere.example" });
    owner.post("/api/login/email", wish).await.expect(202);
    let link = world.link_mailed_to("olga@elsewhere.example").await.unwrap();
    owner.post("/api/signup/email", json!({ "token": token_of(&link) })).await.expect(200);
}

/// Proves: A23, A24
#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_a_stranger_does_takes_the_way_out_away() {
    let world = World::start().await;
    let (_, thief, link) = thief(&world).await;
    let change = json!({ "current": PASSWORD, "new": "another long lamp", "end_other_logins": false });
    thief.post("/api/login/password", change).await.expect(200);
    thief.post("/api/login/reset", json!({ "email": OWNER, "realm": "main" })).await.expect(202);
    let reset = world.link_mailed_to(OWNER).await.unwrap();
    assert_ne!(reset, link);
    world.browser().get(&reset).await.expect(200);
    world.browser().get(&link).await.expect(200);
    // Fresh codes and another app are no first factor: their mails carry no such link.
    let renewed = thief.post(&format!("{FACTORS}/recovery-codes"), json!({})).await.expect(200);
    assert!(renewed.text().contains("recovery_codes"));
    assert!(!world.link_mailed_to(OWNER).await.unwrap().contains("token="));
    set_up(&world, &thief).await;
    assert!(!world.link_mailed_to(OWNER).await.unwrap().contains("token="));
    world.forward(SignedDuration::from_hours(71));
    world.browser().get(&link).await.expect(200);
    world.forward(SignedDuration::from_hours(1));
    world.browser().get(&link).await.expect(410);
    let form = json!({ "token": token_of(&link), "password": OTHER_PASSWORD });
    world.browser().post(SET, form).await.expect(410);
}
