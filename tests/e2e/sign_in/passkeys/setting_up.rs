//! How passkeys come and go: with the password, as many as there is room for, and never the last one that is needed.

use http::Method;
use jiff::SignedDuration;
use portico_tests::{Authenticator, PASSWORD, SecurityKey, World};
use serde_json::json;
use store::PASSKEYS_MAX;

use super::{FACTORS, OWNER, PASSKEYS, QUESTION, add, asked, founder, half_way, named, prove, signed_in};

/// Proves: A36
#[tokio::test(flavor = "multi_thread")]
async fn each_is_kept_once_and_there_are_as_many_as_there_may_be() {
    let world = World::start().await;
    let owner = founder(&world).await;
    let (mut key, codes) = add(&world, &owner, "Key 1").await;
    assert_eq!(codes.len(), 10);
    let question = owner.post(PASSKEYS, json!({})).await.expect(200).json();
    assert_eq!(question["options"]["publicKey"]["excludeCredentials"][0]["id"], json!(key.id()));
    let form = json!({ "name": "The same", "credential": key.makes(&question) });
    let refused = owner.post(&format!("{PASSKEYS}/confirm"), form).await.expect(409);
    assert!(refused.str("/message").contains("already"), "{}", refused.text());

    // The last question was put while there was room.
    for number in 2..PASSKEYS_MAX {
        let (_, codes) = add(&world, &owner, &format!("Key {number}")).await;
        assert_eq!(codes.len(), 0, "there are codes already");
    }
    add(&world, &owner, "The last").await;
    let refused = owner.post(PASSKEYS, json!({})).await.expect(409);
    assert!(refused.str("/message").contains("take one away"), "{}", refused.text());
    let shown = owner.get(FACTORS).await.expect(200).json();
    let names: Vec<_> = shown["passkeys"].as_array().unwrap().iter().map(|passkey| passkey["name"].clone()).collect();
    assert_eq!((names.len(), &names[0], &names[9]), (10, &json!("Key 1"), &json!("The last")));
    let kept = owner.get("/api/me/data").await.expect(200).json();
    assert_eq!(kept["second_factors"]["passkeys"][9]["name"], "The last");
    let half = half_way(&world, OWNER).await;
    assert_eq!(asked(&half).await["options"]["publicKey"]["allowCredentials"].as_array().unwrap().len(), 10);
    let question = asked(&half).await;
    assert_eq!(prove(&half, &key.proves(&question)).await, 200, "any of them will do");
}

/// Proves: A36
#[tokio::test(flavor = "multi_thread")]
async fn whoever_finds_an_open_browser_changes_none() {
    let world = World::start().await;
    let owner = founder(&world).await;
    let (mut key, _) = add(&world, &owner, "Key").await;
    let one = format!("{PASSKEYS}/{}", key.id());
    let half = half_way(&world, OWNER).await;
    let question = asked(&half).await;
    world.forward(SignedDuration::from_mins(11));
    owner.post("/api/login/refresh", json!({})).await.expect(200);
    let form = json!({ "name": "Key", "credential": SecurityKey::at(&named(&world)).makes(&question) });
    for (method, path) in
        [(Method::POST, PASSKEYS), (Method::POST, &format!("{PASSKEYS}/confirm")), (Method::DELETE, &one)]
    {
        let refused = owner.ask(method.clone(), path).json(&form).send().await.expect(403);
        assert_eq!(refused.str("/code"), "confirm_first", "{path}");
        owner.ask(method.clone(), path).without("x-csrf").json(&form).send().await.expect(403);
        super::browser(&world).ask(method, path).json(&form).send().await.expect(401);
    }
    let proof = json!({ "password": PASSWORD, "credential": key.proves(&asked(&owner).await) });
    owner.post("/api/login/confirm", proof).await.expect(204);
    owner.delete(&one).await.expect(204);
    owner.delete(&one).await.expect(404);
    let shown = owner.get(FACTORS).await.expect(200).json();
    assert_eq!((&shown["asked_for"], &shown["recovery_codes_left"]), (&json!(false), &json!(0)));
    let told = world.mails_to(OWNER).await;
    assert!(told.iter().any(|mail| mail.text.contains("a passkey was taken away")), "{told:?}");
    signed_in(&world, OWNER).await;
    assert_eq!(half.post(super::PROVE, json!({ "credential": key.proves(&question) })).await.code(), 401);
}

/// Proves: A36
#[tokio::test(flavor = "multi_thread")]
async fn one_that_goes_answers_no_question_that_was_put_before() {
    let world = World::start().await;
    let owner = founder(&world).await;
    let (mut lost, _) = add(&world, &owner, "Lost").await;
    add(&world, &owner, "Left").await;
    let half = half_way(&world, OWNER).await;
    let question = asked(&half).await;
    owner.delete(&format!("{PASSKEYS}/{}", lost.id())).await.expect(204);
    assert_eq!(prove(&half, &lost.proves(&question)).await, 400);
    let question = asked(&half).await;
    assert_eq!(prove(&half, &lost.proves(&question)).await, 400);
}

/// Proves: A33, A36
#[tokio::test(flavor = "multi_thread")]
async fn administrators_keep_one_factor_where_it_is_asked_for() {
    let world = World::start().await;
    world.founder().await;
    let world = world.restart_with_second_factor().await;
    let owner = signed_in(&world, OWNER).await;
    owner.get("/api/admin/accounts").await.expect(403);
    let (key, _) = add(&world, &owner, "Key").await;
    owner.get("/api/admin/accounts").await.expect(200);
    let one = format!("{PASSKEYS}/{}", key.id());
    let refused = owner.delete(&one).await.expect(409);
    assert!(refused.str("/message").contains("set another one up"), "{}", refused.text());

    let offered = owner.post(&format!("{FACTORS}/app"), json!({})).await.expect(200);
    let app = Authenticator::with(&offered.str("/secret"));
    let code = json!({ "code": app.shows(world.platform.app.clock.now()) });
    let added = owner.post(&format!("{FACTORS}/app/confirm"), code).await.expect(200);
    owner.set_csrf(&added.str("/csrf"));
    owner.delete(&one).await.expect(204);
    owner.delete(&format!("{FACTORS}/app")).await.expect(409);
    assert_eq!(owner.get(FACTORS).await.expect(200).json()["asked_for"], true);
    // Nobody asks learners for one.
    world.person(&owner, "lea@example.org", json!({ "tier": "learner", "type": "internal" })).await;
    let lea = signed_in(&world, "lea@example.org").await;
    let (key, _) = add(&world, &lea, "Key").await;
    lea.delete(&format!("{PASSKEYS}/{}", key.id())).await.expect(204);
}

/// Proves: A36
#[tokio::test(flavor = "multi_thread")]
async fn a_reset_takes_passkeys_away() {
    let world = World::start().await;
    let owner = founder(&world).await;
    let (id, _) = world.person(&owner, "lea@example.org", json!({ "tier": "learner", "type": "internal" })).await;
    let lea = signed_in(&world, "lea@example.org").await;
    add(&world, &lea, "Key").await;
    let half = half_way(&world, "lea@example.org").await;
    owner.post(&format!("/api/admin/accounts/{id}/reset-second-factors"), json!({})).await.expect(204);
    half.post(QUESTION, json!({})).await.expect(401);
    let back = signed_in(&world, "lea@example.org").await;
    assert_eq!(back.get(FACTORS).await.expect(200).json()["passkeys"], json!([]));
}

/// Proves: A36
#[tokio::test(flavor = "multi_thread")]
async fn where_the_platform_is_opened_by_its_number_the_page_says_where_to_go() {
    let world = World::start().await;
    let named_origin = named(&world);
    let owner = founder(&world).await;
    add(&world, &owner, "Key").await;
    let by_number = world.browser();
    world.try_sign_in(&by_number, OWNER, PASSWORD, "main").await.expect(202);
    let refused = by_number.post(QUESTION, json!({})).await.expect(409);
    assert!(refused.str("/message").contains(&named_origin), "{}", refused.text());
    let page = by_number.get("/api/login/second-factor").await.expect(200).text().to_owned();
    assert!(page.contains(&format!("href=\"{named_origin}/")) && !page.contains("data-prove-passkey"), "{page}");
    let half = half_way(&world, OWNER).await;
    let page = half.get("/api/login/second-factor").await.expect(200).text().to_owned();
    assert!(page.contains("data-prove-passkey") && page.contains("name=\"code\""), "{page}");
    // Signed in by the number, one sees where passkeys would be added.
    for name in [web::ACCESS_COOKIE, web::REFRESH_COOKIE] {
        by_number.set_cookie(name, &owner.cookie(name).unwrap());
    }
    by_number.set_csrf(&owner.csrf().unwrap());
    let shown = by_number.get(FACTORS).await.expect(200).json();
    assert_eq!((&shown["passkeys_here"], &shown["passkeys_elsewhere"]), (&json!(false), &json!(named_origin)));
    by_number.post(PASSKEYS, json!({})).await.expect(409);
}
