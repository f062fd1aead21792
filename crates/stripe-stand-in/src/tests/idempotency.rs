//! One key, one effect.

use super::world::{World, form};
use crate::Faults;

const SESSIONS: &str = "/v1/checkout/sessions";

#[tokio::test]
async fn the_same_call_is_answered_the_same_and_another_is_refused() {
    let world = World::open().await;
    let first = world.post_once(SESSIONS, &form(&[]), Some("k")).await;
    let again = world.post_once(SESSIONS, &form(&[]), Some("k")).await;
    assert_eq!((again.status, &again.body), (200, &first.body));
    assert_eq!((first.header("idempotent-replayed"), again.header("idempotent-replayed")), ("", "true"));
    assert_eq!(again.header("idempotency-key"), "k");
    let reordered: Vec<_> = form(&[]).split('&').rev().map(str::to_owned).collect();
    assert_eq!(world.post_once(SESSIONS, &reordered.join("&"), Some("k")).await.body, first.body);

    let other = world.post_once(SESSIONS, &form(&[("locale", "de")]), Some("k")).await;
    assert_eq!((other.status, other.error().0.as_str()), (400, "idempotency_error"));
    let elsewhere = world.post_once("/v1/refunds", &form(&[]), Some("k")).await;
    assert_eq!(elsewhere.error().0, "idempotency_error");
    assert_ne!(world.post_once(SESSIONS, &form(&[]), Some("l")).await.body, first.body);
    assert_ne!(world.post(SESSIONS, &form(&[])).await.body, first.body);
    assert_eq!(world.post_once(SESSIONS, &form(&[]), Some(&"k".repeat(256))).await.status, 400);
}

#[tokio::test]
async fn a_refused_call_may_be_corrected_under_its_key() {
    let world = World::open().await;
    assert_eq!(world.post_once(SESSIONS, &form(&[("mode", "bogus")]), Some("k")).await.status, 400);
    assert_eq!(world.post_once(SESSIONS, &form(&[]), Some("k")).await.status, 200);
}

#[tokio::test]
async fn after_a_day_a_key_is_forgotten() {
    let world = World::open().await;
    let first = world.post_once(SESSIONS, &form(&[]), Some("k")).await;
    world.clock.0.fetch_add(86_399, std::sync::atomic::Ordering::SeqCst);
    assert_eq!(world.post_once(SESSIONS, &form(&[]), Some("k")).await.body, first.body);
    world.clock.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    assert_ne!(world.post_once(SESSIONS, &form(&[("locale", "de")]), Some("k")).await.body, first.body);
}

#[tokio::test]
async fn two_calls_at_once_make_one_session() {
    let world = World::open().await;
    world.running.set_faults(Faults { slow_ms: 200, ..Faults::default() });
    let body = form(&[]);
    let (one, two) =
        tokio::join!(world.post_once(SESSIONS, &body, Some("k")), world.post_once(SESSIONS, &body, Some("k")));
    let (ok, clash) = if one.status == 200 { (one, two) } else { (two, one) };
    assert_eq!((ok.status, clash.status), (200, 409));
    assert_eq!(clash.error(), ("idempotency_error".to_owned(), "idempotency_key_in_use".to_owned(), String::new()));
    world.running.set_faults(Faults::default());
    assert_eq!(world.post_once(SESSIONS, &body, Some("k")).await.body, ok.body);
    assert_eq!(world.get(SESSIONS).await.json()["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_caller_that_hangs_up_frees_its_key() {
    let world = World::open().await;
    world.running.set_faults(Faults { slow_ms: 5_000, ..Faults::default() });
    let body = form(&[]);
    let gone = tokio::time::timeout(std::time::Duration::from_millis(100), world.post_once(SESSIONS, &body, Some("k")));
    assert!(gone.await.is_err());
    world.running.set_faults(Faults::default());
    let mut status = 409;
    for _ in 0..50 {
        status = world.post_once(SESSIONS, &body, Some("k")).await.status;
        if status != 409 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert_eq!(status, 200, "the effect happened once and its answer is still there");
    assert_eq!(world.get(SESSIONS).await.json()["data"].as_array().unwrap().len(), 1);
}
