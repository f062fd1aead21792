//! What gives power to others or takes something away for good asks for the password once more.

use http::Method;
use jiff::SignedDuration;
use portico_tests::{Browser, PASSWORD, World};
use serde_json::{Value, json};

const CONFIRM: &str = "/api/login/confirm";
const ACCOUNTS: &str = "/api/admin/accounts";

fn form(tier: &str, email: &str) -> Value {
    json!({ "tier": tier, "type": "internal", "name": "Ada", "email": email })
}

/// Lets a login grow old; it is refreshed, which proves no password.
async fn later(world: &World, browser: &Browser) {
    world.forward(SignedDuration::from_mins(11));
    browser.post("/api/login/refresh", json!({})).await.expect(200);
}

/// Proves: A48, A50, A60
#[tokio::test(flavor = "multi_thread")]
async fn what_gives_power_or_takes_away_for_good_is_confirmed_first() {
    let world = World::start().await;
    let owner = world.founder().await;
    let admin = owner.post(ACCOUNTS, form("administrator", "admin@example.org")).await.expect(201).str("/id");
    let learner = owner.post(ACCOUNTS, form("learner", "lea@example.org")).await.expect(201).str("/id");
    later(&world, &owner).await;
    let of = |id: &str, verb: &str| format!("{ACCOUNTS}/{id}{verb}");
    let name = json!({ "name": "Another" });
    for (method, path, body) in [
        (Method::POST, ACCOUNTS.to_owned(), form("administrator", "eve@example.org")),
        (Method::PATCH, of(&admin, ""), name.clone()),
        (Method::POST, of(&admin, "/deactivate"), json!({})),
        (Method::POST, of(&admin, "/invite"), json!({})),
        (Method::POST, of(&learner, "/end-logins"), json!({})),
        (Method::DELETE, of(&learner, ""), json!({})),
        (Method::DELETE, of(&admin, ""), json!({})),
    ] {
        let refused = owner.ask(method.clone(), &path).json(&body).send().await.expect(403);
        assert_eq!(refused.str("/code"), "confirm_first", "{method} {path}");
    }
    // Everything else goes on as before.
    owner.post(ACCOUNTS, form("learner", "leo@example.org")).await.expect(201);
    owner.patch(&of(&learner, ""), name).await.expect(200);
    owner.post(&of(&learner, "/deactivate"), json!({})).await.expect(200);

    let wrong = owner.post(CONFIRM, json!({ "password": "not the password" })).await.expect(403);
    assert_eq!(wrong.str("/code"), "wrong_password");
    owner.post(CONFIRM, json!({})).await.expect(422);
    world.browser().post(CONFIRM, json!({ "password": PASSWORD })).await.expect(401);
    owner.post(&of(&learner, "/end-logins"), json!({})).await.expect(403);
    owner.post(CONFIRM, json!({ "password": PASSWORD })).await.expect(204);
    owner.post(ACCOUNTS, form("administrator", "eve@example.org")).await.expect(201);
    owner.delete(&of(&learner, "")).await.expect(204);
    later(&world, &owner).await;
    owner.delete(&of(&admin, "")).await.expect(403);
}

/// Proves: A60
#[tokio::test(flavor = "multi_thread")]
async fn of_many_accounts_those_that_ask_for_it_wait_for_the_password_and_the_others_do_not() {
    let world = World::start().await;
    let owner = world.founder().await;
    let admin = owner.post(ACCOUNTS, form("administrator", "admin@example.org")).await.expect(201).str("/id");
    let learner = owner.post(ACCOUNTS, form("learner", "lea@example.org")).await.expect(201).str("/id");
    later(&world, &owner).await;
    let off = json!({ "action": "deactivate", "accounts": [admin, learner] });
    let first = owner.post("/api/admin/accounts/bulk", off.clone()).await.expect(200);
    assert_eq!(first.str("/outcomes/0/problem/code"), "confirm_first");
    assert_eq!(first.str("/outcomes/1/outcome"), "done");
    owner.post(CONFIRM, json!({ "password": PASSWORD })).await.expect(204);
    let then = owner.post("/api/admin/accounts/bulk", off).await.expect(200);
    assert_eq!(then.str("/outcomes/0/outcome"), "done");
    assert_eq!(then.str("/outcomes/1/outcome"), "unchanged");
}

/// Proves: A60
#[tokio::test(flavor = "multi_thread")]
async fn what_changes_the_rights_of_many_is_confirmed_first_and_tried_without() {
    let world = World::start().await;
    let owner = world.founder().await;
    let north = owner.post("/api/admin/partners", json!({ "name": "North" })).await.expect(201).str("/id");
    later(&world, &owner).await;
    let overrides = json!({ "version": 0, "overrides": [] });
    let changes = [
        ("/api/admin/overrides/everywhere".to_owned(), overrides.clone()),
        (format!("/api/admin/overrides/{north}"), overrides),
        ("/api/admin/policies".to_owned(), json!({ "version": 0, "policies": {} })),
        ("/api/admin/account-types".to_owned(), json!({ "version": 1, "types": {} })),
        ("/api/admin/settings".to_owned(), json!({ "version": 2, "profile": "all" })),
    ];
    for (path, body) in &changes {
        owner.get(path).await.expect(200);
        let refused = owner.put(path, body.clone()).await.expect(403);
        assert_eq!(refused.str("/code"), "confirm_first", "{path}");
        let mut tried = body.clone();
        tried["version"] = json!(0);
        owner.put(&format!("{path}?dry_run=true"), tried).await.expect(200);
    }
    owner.post(CONFIRM, json!({ "password": PASSWORD })).await.expect(204);
    for (path, body) in &changes {
        owner.put(path, body.clone()).await.expect(200);
    }
}

/// Proves: A60
#[tokio::test(flavor = "multi_thread")]
async fn another_login_of_the_same_account_confirms_nothing_here() {
    let world = World::start().await;
    let owner = world.founder().await;
    later(&world, &owner).await;
    let elsewhere = world.sign_in("olga@portico.example", PASSWORD, "main").await;
    elsewhere.post(CONFIRM, json!({ "password": PASSWORD })).await.expect(204);
    owner.post(ACCOUNTS, form("administrator", "eve@example.org")).await.expect(403);
    elsewhere.post(ACCOUNTS, form("administrator", "eve@example.org")).await.expect(201);
}

/// Proves: A49, A50
#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_signs_anybody_out_everywhere() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (lea, here) = world.person(&owner, "lea@example.org", json!({ "tier": "learner", "type": "internal" })).await;
    let there = world.sign_in("lea@example.org", PASSWORD, "main").await;
    let path = format!("{ACCOUNTS}/{lea}/end-logins");
    there.post(&path, json!({})).await.expect(403);
    owner.post(&path, json!({})).await.expect(204);
    for browser in [&here, &there] {
        browser.get("/api/login/me").await.expect(401);
        browser.post("/api/login/refresh", json!({})).await.expect(401);
    }
    let again = world.sign_in("lea@example.org", PASSWORD, "main").await;
    assert_eq!(again.get("/api/login/devices").await.expect(200).json()["devices"].as_array().unwrap().len(), 1);
    let lines = owner.get(&format!("/api/admin/audit?object=account:{lea}")).await.expect(200).text();
    assert!(lines.contains("user.end_logins"), "{lines}");
}

/// Proves: A60
#[tokio::test(flavor = "multi_thread")]
async fn the_last_administrator_stays_and_nobody_promotes_themselves() {
    let world = World::start().await;
    let owner = world.founder().await;
    let kind = json!({ "tier": "administrator", "type": "internal" });
    let (own, admin) = world.person(&owner, "ada@example.org", kind).await;
    let founder = owner.get("/api/login/me").await.expect(200).str("/account/id");
    for (who, of) in [(&owner, &founder), (&admin, &founder), (&admin, &own)] {
        who.delete(&format!("{ACCOUNTS}/{of}")).await.expect(403);
        who.post(&format!("{ACCOUNTS}/{of}/deactivate"), json!({})).await.expect(403);
    }
    for field in ["tier", "type", "role", "email_verified", "version"] {
        let mut change = json!({ "name": "Ada" });
        change[field] = json!("administrator");
        admin.patch(&format!("{ACCOUNTS}/{own}"), change).await.expect(400);
    }
    owner.delete(&format!("{ACCOUNTS}/{own}")).await.expect(204);
    owner.get("/api/admin/accounts").await.expect(200);
}

/// Proves: A29
#[tokio::test(flavor = "multi_thread")]
async fn a_staff_account_does_nothing_before_its_address_is_verified() {
    let world = World::start().await;
    let owner = world.founder().await;
    let made = owner.post(ACCOUNTS, form("administrator", "ada@example.org")).await.expect(201);
    assert_eq!(made.json()["email_verified"], false);
    // There is no password before the link that went to the address is used, and so no way in.
    world.try_sign_in(&world.browser(), "ada@example.org", PASSWORD, "main").await.expect(401);
    world.use_password_link("ada@example.org").await;
    let shown = owner.get(&format!("{ACCOUNTS}/{}", made.str("/id"))).await.expect(200);
    assert_eq!(shown.json()["email_verified"], true);
    let ada = world.sign_in("ada@example.org", PASSWORD, "main").await;
    ada.get("/api/admin/accounts").await.expect(200);
}
