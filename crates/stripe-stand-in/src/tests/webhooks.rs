//! Events: whole, signed afresh, repeated until answered.

use std::sync::atomic::Ordering;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::world::{Received, SECRET, START, World};
use crate::API_VERSION;

/// Whether the signature fits, by the public recipe and not by this crate's code.
pub(super) fn fits(received: &Received) -> bool {
    let (second, signatures) = received.signature.strip_prefix("t=").unwrap().split_once(',').unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(format!("{second}.{}", received.body).as_bytes());
    let hex: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    signatures.split(',').any(|signature| signature == format!("v1={hex}"))
}

#[tokio::test]
async fn an_event_is_whole_and_signed() {
    let world = World::open().await;
    let session = world.session().await;
    let reply = world.press(&format!("sessions/{session}/pay"), r#"{"name":"Ada"}"#).await;
    assert_eq!((reply.status, &reply.json()["settled"]), (200, &true.into()), "{}", reply.body);
    let received = world.received(1).await.remove(0);
    assert!(fits(&received), "{received:?}");
    let event = received.event();
    assert!(event["id"].as_str().unwrap().starts_with("evt_"));
    for (name, value) in [
        ("object", "event".into()),
        ("api_version", API_VERSION.into()),
        ("created", START.into()),
        ("livemode", false.into()),
        ("pending_webhooks", 1.into()),
        ("type", "checkout.session.completed".into()),
    ] {
        assert_eq!(event[name], serde_json::Value::clone(&value), "{name}");
    }
    assert!(event["request"].is_object());
    let object = &event["data"]["object"];
    assert_eq!((&object["id"], &object["payment_status"]), (&session.as_str().into(), &"paid".into()));
    assert_eq!(object["customer_details"]["name"], "Ada");
}

#[tokio::test]
async fn it_is_sent_again_until_answered_with_a_fresh_time() {
    let world = World::open().await;
    world.hook.answers.lock().unwrap().extend([500, 302, 404, 204]);
    let session = world.session().await;
    let pay = async { world.press(&format!("sessions/{session}/pay"), "{}").await };
    let age = async {
        world.received(1).await;
        world.clock.0.fetch_add(60, Ordering::SeqCst);
    };
    let (reply, ()) = tokio::join!(pay, age);
    assert_eq!(reply.json()["settled"], true);
    let received = world.received(4).await;
    assert!(received.iter().all(fits));
    assert!(received[3].signature.starts_with(&format!("t={},", START + 60)));
    assert_eq!(received[0].body, received[3].body);
    let deliveries = world.send(axum::http::Method::GET, "/stand-in/deliveries", &[], "").await.json();
    let delivery = &deliveries["deliveries"][0];
    assert_eq!((&delivery["state"], &delivery["attempts"]), (&"delivered".into(), &4.into()));
}

#[tokio::test]
async fn in_the_end_it_is_given_up_and_can_be_sent_by_hand() {
    let world = World::open().await;
    world.hook.answers.lock().unwrap().extend([500; 5]);
    let session = world.session().await;
    let reply = world.press(&format!("sessions/{session}/pay"), "{}").await;
    let event = reply.json()["events"][0].as_str().unwrap().to_owned();
    assert_eq!(world.received(5).await.len(), 5);
    let missed = world.get("/v1/events?delivery_success=false").await.json();
    assert_eq!(missed["data"][0]["id"], event);
    assert_eq!(world.press(&format!("events/{event}/resend"), "").await.status, 200);
    assert_eq!(world.received(6).await[5].event()["id"], event);
    assert_eq!(world.get("/v1/events?delivery_success=false").await.json()["data"], serde_json::json!([]));
}

#[tokio::test]
async fn refunds_and_disputes_tell_of_themselves() {
    let world = World::open().await;
    let session = world.session().await;
    world.press(&format!("sessions/{session}/pay"), "{}").await;
    let intent = world.read(&session).await["payment_intent"].as_str().unwrap().to_owned();
    for (amount, status) in [("500", 200), ("1500", 400), ("0", 400), ("1499", 200)] {
        let reply =
            world.post("/v1/refunds", &format!("payment_intent={intent}&amount={amount}&reason=duplicate")).await;
        assert_eq!(reply.status, status, "{amount}: {}", reply.body);
    }
    let over = world.post("/v1/refunds", &format!("payment_intent={intent}")).await;
    assert_eq!(over.error().1, "charge_already_refunded");
    assert_eq!(world.post("/v1/refunds", "reason=duplicate").await.status, 400);
    let refunds = world.get(&format!("/v1/refunds?payment_intent={intent}")).await.json();
    assert_eq!(refunds["data"].as_array().unwrap().len(), 2);
    let refund = refunds["data"][0]["id"].as_str().unwrap();
    world.press(&format!("refunds/{refund}/fail"), "").await;
    world.press(&format!("charges/{intent}/dispute"), r#"{"outcome":"won"}"#).await;
    let mut types: Vec<_> =
        world.received(9).await.iter().map(|one| one.event()["type"].as_str().unwrap().to_owned()).collect();
    types.sort();
    assert_eq!(
        types,
        [
            "charge.dispute.closed",
            "charge.dispute.created",
            "charge.refunded",
            "charge.refunded",
            "checkout.session.completed",
            "refund.created",
            "refund.created",
            "refund.failed",
            "refund.updated",
        ]
    );
    let charge = &world.get(&format!("/v1/charges?payment_intent={intent}")).await.json()["data"][0];
    assert_eq!((&charge["amount_refunded"], &charge["disputed"]), (&500.into(), &true.into()));
}

#[tokio::test]
async fn a_page_that_ran_out_says_so_by_itself() {
    let world = World::open().await;
    let session = world.session().await;
    world.clock.0.fetch_add(86_400, Ordering::SeqCst);
    let late = world.press(&format!("sessions/{session}/pay"), "{}").await;
    assert_eq!(late.status, 400, "{}", late.body);
    let event = world.received(1).await.remove(0).event();
    assert_eq!(event["type"], "checkout.session.expired");
    assert_eq!((&event["data"]["object"]["status"], &event["data"]["object"]["url"]), (&"expired".into(), &().into()));
}
