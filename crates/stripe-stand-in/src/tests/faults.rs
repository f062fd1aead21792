//! Each switch breaks what it says and nothing else.

use axum::http::Method;

use super::webhooks::fits;
use super::world::{START, World};
use crate::Faults;

async fn pay(world: &World) -> String {
    let session = world.session().await;
    assert_eq!(world.press(&format!("sessions/{session}/pay"), "{}").await.status, 200);
    session
}

#[tokio::test]
async fn copies_twins_and_lost_events() {
    let world = World::open().await;
    world.running.set_faults(Faults { duplicate: 4, ..Faults::default() });
    pay(&world).await;
    let copies = world.received(5).await;
    assert!(copies.iter().all(|copy| copy.body == copies[0].body && fits(copy)));

    world.running.set_faults(Faults { twin: true, ..Faults::default() });
    pay(&world).await;
    let twins = world.received(7).await.split_off(5);
    assert_ne!(twins[0].event()["id"], twins[1].event()["id"]);
    assert_eq!(twins[0].event()["data"], twins[1].event()["data"]);

    world.running.set_faults(Faults { drop: true, ..Faults::default() });
    let session = pay(&world).await;
    assert_eq!(world.read(&session).await["payment_status"], "paid");
    assert_eq!(world.received(7).await.len(), 7, "the event was never sent");
}

#[tokio::test]
async fn signatures_that_do_not_fit_or_fit_twice() {
    let world = World::open().await;
    world.running.set_faults(Faults { doubled_signature: true, ..Faults::default() });
    pay(&world).await;
    let doubled = world.received(1).await.remove(0);
    assert_eq!((doubled.signature.matches("v1=").count(), fits(&doubled)), (2, true));
    world.running.set_faults(Faults { clock_shift_seconds: -301, ..Faults::default() });
    pay(&world).await;
    let shifted = world.received(2).await.remove(1);
    assert!(shifted.signature.starts_with(&format!("t={},", START - 301)) && fits(&shifted));
    world.running.set_faults(Faults { corrupt_signature: true, ..Faults::default() });
    pay(&world).await;
    assert!(!fits(&world.received(3).await[2]));
}

#[tokio::test]
async fn events_are_held_and_let_go_newest_first() {
    let world = World::open().await;
    let held = r#"{"hold":true,"delay_ms":1}"#;
    let json = [("content-type", "application/json")];
    assert_eq!(world.send(Method::PUT, "/stand-in/faults", &json, held).await.status, 204);
    assert_eq!(world.send(Method::PUT, "/stand-in/faults", &json, r#"{"hodl":true}"#).await.status, 422);
    let (first, second) = (pay(&world).await, pay(&world).await);
    assert!(world.received(0).await.is_empty());
    world.running.set_faults(Faults { reverse: true, ..Faults::default() });
    let sessions: Vec<_> = world
        .received(2)
        .await
        .iter()
        .map(|one| one.event()["data"]["object"]["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(sessions, [second, first]);
}

#[tokio::test]
async fn events_of_another_world_and_sums_nobody_asked_for() {
    let world = World::open().await;
    world.running.set_faults(Faults { livemode: true, ..Faults::default() });
    let invented = world.press("events", r#"{"type":"tomorrow.came","object":{"id":"x_1"}}"#).await;
    assert_eq!(invented.status, 200, "{}", invented.body);
    let event = world.received(1).await.remove(0).event();
    assert_eq!((&event["type"], &event["livemode"]), (&"tomorrow.came".into(), &true.into()));
    let session = world.session().await;
    world.press(&format!("sessions/{session}/tamper"), r#"{"amount_subtotal":199,"currency":"jpy"}"#).await;
    world.press(&format!("sessions/{session}/pay"), "{}").await;
    let paid = world.read(&session).await;
    assert_eq!((&paid["amount_total"], &paid["currency"]), (&199.into(), &"jpy".into()));
}

#[tokio::test]
async fn while_it_is_down_nothing_happens() {
    let world = World::open().await;
    world.running.set_faults(Faults { down: true, ..Faults::default() });
    let down = world.post("/v1/checkout/sessions", &super::world::form(&[])).await;
    assert_eq!((down.status, down.error().0.as_str()), (503, "api_error"));
    world.running.set_faults(Faults::default());
    assert_eq!(world.get("/v1/checkout/sessions").await.json()["data"], serde_json::json!([]));
}

#[tokio::test]
async fn a_failure_under_a_key_is_remembered_and_lists_can_be_down_alone() {
    let world = World::open().await;
    world.running.set_faults(Faults { broken: true, lists_down: true, ..Faults::default() });
    let form = super::world::form(&[]);
    assert_eq!(world.post_once("/v1/checkout/sessions", &form, Some("k")).await.status, 500);
    assert_eq!(world.get("/v1/checkout/sessions").await.status, 503);
    world.running.set_faults(Faults::default());
    let again = world.post_once("/v1/checkout/sessions", &form, Some("k")).await;
    assert_eq!((again.status, again.error().0.as_str()), (500, "api_error"));
    assert_eq!(world.get("/v1/checkout/sessions").await.json()["data"], serde_json::json!([]), "without an effect");
    assert_eq!(world.post_once("/v1/checkout/sessions", &form, Some("l")).await.status, 200);
}

#[tokio::test]
async fn a_slow_answer_comes_after_its_effect_and_a_delayed_event_comes_late() {
    let world = World::open().await;
    world.running.set_faults(Faults { slow_ms: 150, ..Faults::default() });
    let form = super::world::form(&[]);
    let (answer, listed) = tokio::join!(world.post("/v1/checkout/sessions", &form), async {
        loop {
            let listed = world.get("/v1/checkout/sessions").await.json();
            if listed["data"] != serde_json::json!([]) {
                break listed;
            }
        }
    });
    assert_eq!(answer.json()["id"], listed["data"][0]["id"]);
    world.running.set_faults(Faults { delay_ms: 50, ..Faults::default() });
    let paid = pay(&world).await;
    assert_eq!(world.received(1).await[0].event()["data"]["object"]["id"], paid.as_str());
}

#[test]
fn three_days_of_repeats_are_an_hour_in_a_second() {
    let waits = crate::default_retry_schedule();
    let total: std::time::Duration = waits.iter().sum();
    assert!((60..=72).contains(&total.as_secs()), "{total:?}");
    assert!(waits.is_sorted(), "longer and longer");
}
