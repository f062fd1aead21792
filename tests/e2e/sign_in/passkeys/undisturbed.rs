//! Whoever has the password alone asks for passkeys, too, and takes nothing from the owner by it.

use jiff::SignedDuration;
use portico_tests::{Authenticator, PASSWORD, World};
use serde_json::json;

use super::{FACTORS, OWNER, PASSKEYS, QUESTION, add, asked, founder, half_way, prove};

const CONFIRM: &str = "/api/login/confirm";

/// Proves: A34, A36
#[tokio::test(flavor = "multi_thread")]
async fn questions_to_others_leave_the_one_that_was_asked_alone() {
    let world = World::start().await;
    let owner = founder(&world).await;
    let (mut key, _) = add(&world, &owner, "Key").await;
    let half = half_way(&world, OWNER).await;
    let question = asked(&half).await;
    let thief = half_way(&world, OWNER).await;
    for _ in 0..10 {
        asked(&thief).await;
    }
    let refused = thief.post(QUESTION, json!({})).await.expect(429);
    assert!(!refused.header("retry-after").is_empty());
    assert_eq!(prove(&half, &key.proves(&question)).await, 200);
}

/// Proves: A34, A35, A36
#[tokio::test(flavor = "multi_thread")]
async fn different_factors_at_once_all_count() {
    let world = World::start().await;
    let owner = founder(&world).await;
    let (mut key, codes) = add(&world, &owner, "Key").await;
    let offered = owner.post(&format!("{FACTORS}/app"), json!({})).await.expect(200);
    let app = Authenticator::with(&offered.str("/secret"));
    let shown = |world: &World| json!({ "code": app.shows(world.platform.app.clock.now()) });
    owner.post(&format!("{FACTORS}/app/confirm"), shown(&world)).await.expect(200);
    world.forward(SignedDuration::from_secs(90));
    let halves = [half_way(&world, OWNER).await, half_way(&world, OWNER).await, half_way(&world, OWNER).await];
    let [first, second, third] = &halves;
    let answer = key.proves(&asked(third).await);
    let proof = "/api/login/second-factor";
    let (code, recovery, passkey) = tokio::join!(
        first.post(proof, shown(&world)),
        second.post(proof, json!({ "code": codes[0] })),
        prove(third, &answer)
    );
    assert_eq!((code.code(), recovery.code(), passkey), (200, 200, 200));
}

/// Proves: A36, A60
#[tokio::test(flavor = "multi_thread")]
async fn a_passkey_confirms_once_for_the_login_that_was_asked() {
    let world = World::start().await;
    let owner = founder(&world).await;
    let (mut key, _) = add(&world, &owner, "Key").await;
    let other = half_way(&world, OWNER).await;
    let question = asked(&other).await;
    assert_eq!(prove(&other, &key.proves(&question)).await, 200);
    world.forward(SignedDuration::from_mins(11));
    for browser in [&owner, &other] {
        browser.post("/api/login/refresh", json!({})).await.expect(200);
        browser.post(PASSKEYS, json!({})).await.expect(403);
    }
    let answer = key.proves(&asked(&owner).await);
    let proof = json!({ "password": PASSWORD, "credential": answer });
    other.post(CONFIRM, &proof).await.expect(400);
    owner.post(CONFIRM, &proof).await.expect(204);
    owner.post(CONFIRM, &proof).await.expect(400);
    other.post(PASSKEYS, json!({})).await.expect(403);
    owner.delete(&format!("{PASSKEYS}/{}", key.id())).await.expect(204);
}
