//! Where the account has a second factor, the password alone confirms nothing: whoever copied a browser's cookies and
//! knows the password changes neither the factors nor anything else that is confirmed first.

use http::Method;
use jiff::SignedDuration;
use portico_tests::{Browser, PASSWORD, World};
use serde_json::json;

use super::second_factor::{ACCOUNTS, FACTORS, OWNER, half_way, prove, set_up, shows};

const CONFIRM: &str = "/api/login/confirm";

/// Lets what was proved grow old; the login is refreshed, which proves nothing.
async fn later(world: &World, browser: &Browser) {
    world.forward(SignedDuration::from_mins(11));
    browser.post("/api/login/refresh", json!({})).await.expect(200);
}

/// Proves: A34, A35, A60
#[tokio::test(flavor = "multi_thread")]
async fn the_password_alone_confirms_nothing_beside_a_factor() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, codes) = set_up(&world, &owner).await;
    later(&world, &owner).await;
    let newcomer = json!({ "tier": "administrator", "type": "internal", "name": "Eve", "email": "eve@example.org" });
    let password = json!({ "current": PASSWORD, "new": "quiet rivers at dawn" });
    let email = json!({ "password": PASSWORD, "email": "eve@example.org" });
    let confirmed = [
        (Method::POST, format!("{FACTORS}/recovery-codes"), json!({})),
        (Method::POST, format!("{FACTORS}/app"), json!({})),
        (Method::DELETE, format!("{FACTORS}/app"), json!({})),
        (Method::POST, format!("{FACTORS}/passkeys"), json!({})),
        (Method::POST, "/api/login/password".to_owned(), password.clone()),
        (Method::POST, "/api/login/email".to_owned(), email),
        (Method::POST, ACCOUNTS.to_owned(), newcomer.clone()),
    ];
    let needed = owner.post(CONFIRM, json!({ "password": PASSWORD })).await.expect(422);
    assert_eq!(needed.str("/fields/0/field"), "code");
    for (method, path, body) in confirmed {
        let refused = owner.ask(method, &path).json(&body).send().await.expect(403);
        assert_eq!(refused.str("/code"), "confirm_first", "{path}");
    }
    // A factor without the password is as little.
    let code = shows(&app, &world, 0);
    owner.post(CONFIRM, json!({ "code": code })).await.expect(422);
    let wrong = owner.post(CONFIRM, json!({ "password": "not the password", "code": code })).await.expect(403);
    assert_eq!(wrong.str("/code"), "wrong_password");
    let wrong = owner.post(CONFIRM, json!({ "password": PASSWORD, "code": "000000" })).await.expect(422);
    assert_eq!(wrong.str("/fields/0/field"), "code");

    owner.post(CONFIRM, json!({ "password": PASSWORD, "code": code })).await.expect(204);
    let again = owner.post(CONFIRM, json!({ "password": PASSWORD, "code": code })).await.expect(422);
    assert_eq!(again.str("/fields/0/field"), "code", "used up");
    owner.post(ACCOUNTS, newcomer).await.expect(201);
    owner.post("/api/login/password", password).await.expect(200);
    later(&world, &owner).await;
    owner.delete(&format!("{FACTORS}/app")).await.expect(403);
    let proof = json!({ "password": "quiet rivers at dawn", "code": codes[0] });
    owner.post(CONFIRM, &proof).await.expect(204);
    owner.post(CONFIRM, &proof).await.expect(422);
    owner.delete(&format!("{FACTORS}/app")).await.expect(204);
    owner.post(CONFIRM, json!({ "password": "quiet rivers at dawn" })).await.expect(204);
}

/// Proves: A34
#[tokio::test(flavor = "multi_thread")]
async fn codes_are_guessed_no_more_often_there_than_when_signing_in() {
    let world = World::start().await;
    let owner = world.founder().await;
    let (app, _) = set_up(&world, &owner).await;
    let proof = |code: &str| json!({ "password": PASSWORD, "code": code });
    for _ in 0..5 {
        owner.post(CONFIRM, proof("000000")).await.expect(422);
    }
    owner.post(CONFIRM, proof(&shows(&app, &world, 0))).await.expect(429);
    let told = world.mails_to(OWNER).await;
    assert!(told.iter().any(|mail| mail.subject.contains("knows your password")), "{told:?}");
    // Who signs in is counted elsewhere.
    let elsewhere = half_way(&world, OWNER).await;
    assert_eq!(prove(&elsewhere, &shows(&app, &world, 0)).await, 200);
}
