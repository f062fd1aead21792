//! A passkey opens what the password alone does not: once for each question, for the login that was asked.

use jiff::SignedDuration;
use portico_tests::World;
use serde_json::{Value, json};

use super::{FACTORS, OWNER, PASSKEYS, add, asked, founder, half_way, prove};

/// Proves: A36
#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_signs_in_and_each_question_counts_once() {
    let world = World::start().await;
    let owner = founder(&world).await;
    let (mut key, codes) = add(&world, &owner, "  My telephone ").await;
    assert_eq!(codes.len(), 10);
    // The login that added it has proved it, and goes on.
    owner.get("/api/admin/accounts").await.expect(200);
    let shown = owner.get(FACTORS).await.expect(200).json();
    let passkey = &shown["passkeys"][0];
    assert_eq!((&shown["asked_for"], &shown["passkeys_here"]), (&json!(true), &json!(true)));
    assert_eq!((&passkey["name"], &passkey["used_at"]), (&json!("My telephone"), &Value::Null));
    assert_eq!(passkey["id"], json!(key.id()));

    let half = half_way(&world, OWNER).await;
    for path in ["/api/login/me", "/api/admin/accounts", FACTORS] {
        half.get(path).await.expect(401);
    }
    let question = asked(&half).await;
    let challenge = question["options"]["publicKey"]["challenge"].as_str().unwrap();
    assert!(challenge.len() >= 22, "128 bits or more: {challenge}");
    assert_eq!(question["options"]["publicKey"]["userVerification"], "required");
    let answer = key.proves(&question);
    assert_eq!(prove(&half, &answer).await, 200);
    half.get("/api/admin/accounts").await.expect(200);
    assert_eq!(half.post(super::PROVE, json!({ "credential": answer })).await.code(), 401, "nothing is owed any more");
    let shown = owner.get(FACTORS).await.expect(200).json();
    assert_ne!(shown["passkeys"][0]["used_at"], Value::Null);

    let thief = half_way(&world, OWNER).await;
    assert_eq!(prove(&thief, &answer).await, 400, "nothing was asked");
    let other = asked(&thief).await;
    assert_ne!(other["options"]["publicKey"]["challenge"].as_str().unwrap(), challenge);
    assert_eq!(prove(&thief, &answer).await, 400, "what answered another question");
    let told = world.mails_to(OWNER).await;
    assert!(told.iter().any(|mail| mail.text.contains("a passkey was added")), "{told:?}");
}

/// Proves: A36
#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_for_one_login_and_for_five_minutes() {
    let world = World::start().await;
    let owner = founder(&world).await;
    let (mut key, _) = add(&world, &owner, "Key").await;
    let former = half_way(&world, OWNER).await;
    let question = asked(&former).await;
    let first = half_way(&world, OWNER).await;
    let answer = json!({ "credential": key.proves(&question) });
    let refused = first.post(super::PROVE, &answer).await.expect(400);
    assert!(refused.str("/message").contains("nothing was asked"), "{}", refused.text());
    // Whoever typed the password elsewhere takes nothing from the browser that was asked.
    former.post(super::PROVE, &answer).await.expect(200);

    let late = asked(&first).await;
    world.forward(SignedDuration::from_secs(300));
    assert_eq!(prove(&first, &key.proves(&late)).await, 400, "too late");
    let again = asked(&first).await;
    assert_eq!(prove(&first, &key.proves(&again)).await, 200);

    // A new passkey is asked for by the login that adds it.
    let elsewhere = half_way(&world, OWNER).await;
    let again = asked(&elsewhere).await;
    assert_eq!(prove(&elsewhere, &key.proves(&again)).await, 200);
    let mut fresh = portico_tests::SecurityKey::at(&super::named(&world));
    let asked = first.post(PASSKEYS, json!({})).await.expect(200).json();
    let form = json!({ "name": "Key", "credential": fresh.makes(&asked) });
    let refused = elsewhere.post(&format!("{PASSKEYS}/confirm"), &form).await.expect(400);
    assert!(refused.str("/message").contains("nothing was asked"), "{}", refused.text());
    let added = first.post(&format!("{PASSKEYS}/confirm"), &form).await.expect(200);
    first.set_csrf(&added.str("/csrf"));
    first.post(&format!("{PASSKEYS}/confirm"), &form).await.expect(400);
}

/// Proves: A36
#[tokio::test(flavor = "multi_thread")]
async fn of_many_answers_to_one_question_at_once_one_counts() {
    let world = World::start().await;
    let owner = founder(&world).await;
    let (mut key, _) = add(&world, &owner, "Key").await;
    let half = half_way(&world, OWNER).await;
    let answer = key.proves(&asked(&half).await);
    let body = json!({ "credential": answer });
    let (first, second, third) =
        tokio::join!(half.post(super::PROVE, &body), half.post(super::PROVE, &body), half.post(super::PROVE, &body));
    let mut statuses = [first.code(), second.code(), third.code()];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 200, "{statuses:?}");
    // Whoever comes after the one that counted finds a login that owes nothing, or the question used up.
    assert!(statuses[1..].iter().all(|status| [400, 401].contains(status)), "{statuses:?}");
}

/// Proves: A36
#[tokio::test(flavor = "multi_thread")]
async fn a_copied_passkey_is_refused_and_the_owner_is_told() {
    let world = World::start().await;
    let owner = founder(&world).await;
    let (mut key, codes) = add(&world, &owner, "Key").await;
    key.count = 7;
    let half = half_way(&world, OWNER).await;
    let question = asked(&half).await;
    assert_eq!(prove(&half, &key.proves(&question)).await, 200);

    key.count = 3;
    let copy = half_way(&world, OWNER).await;
    let question = asked(&copy).await;
    let refused = copy.post(super::PROVE, json!({ "credential": key.proves(&question) })).await.expect(400);
    assert!(refused.str("/message").contains("copy"), "{}", refused.text());
    copy.get("/api/login/me").await.expect(401);
    let told = world.mails_to(OWNER).await;
    assert!(told.iter().any(|mail| mail.text.contains("there may be a copy of it")), "{told:?}");
    let lines = owner.get("/api/admin/audit").await.expect(200).text().to_owned();
    assert!(lines.contains("self.second_factors") && lines.contains("went backwards"), "{lines}");
    let code = copy.post("/api/login/second-factor", json!({ "code": codes[0] })).await;
    assert_eq!(code.code(), 200, "another way stays open");
}
