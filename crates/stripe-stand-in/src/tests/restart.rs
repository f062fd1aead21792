//! What was acknowledged survives; what cannot be read stops the start.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use tokio::net::TcpListener;

use super::world::{ManualClock, START, World, form};
use crate::{Faults, Options, StandIn, StandInError};

/// A file of its own for each test, gone afterwards.
pub(super) struct StateFile(pub(super) PathBuf);

impl StateFile {
    pub(super) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("stripe-stand-in-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder.join("stripe.jsonl"))
    }
}

impl Drop for StateFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(self.0.parent().unwrap());
    }
}

#[tokio::test]
async fn everything_acknowledged_is_there_after_a_sudden_end() {
    let file = StateFile::new("sudden");
    let before = World::open_at(Some(&file.0)).await;
    let open = before.post_once("/v1/checkout/sessions", &form(&[]), Some("k")).await;
    let paid = before.session().await;
    before.running.set_faults(Faults { hold: true, ..Faults::default() });
    before.press(&format!("sessions/{paid}/pay"), r#"{"promotion_code":"ONCE"}"#).await;
    let intent = before.read(&paid).await["payment_intent"].as_str().unwrap().to_owned();
    before.post("/v1/refunds", &format!("payment_intent={intent}&amount=100")).await;
    let old = before.read(&paid).await;
    // No farewell: a copy of the file as it is on disk at this moment, with the cut line of a crash at its end.
    let copy = StateFile::new("copy");
    std::fs::copy(&file.0, &copy.0).unwrap();
    std::fs::OpenOptions::new().append(true).open(&copy.0).unwrap().write_all(b"[{\"table\":\"sess").unwrap();

    for _ in 0..2 {
        let after = World::open_at(Some(&copy.0)).await;
        assert_eq!(after.read(&paid).await, old);
        let replayed = after.post_once("/v1/checkout/sessions", &form(&[]), Some("k")).await;
        assert_eq!((replayed.header("idempotent-replayed"), &replayed.body), ("true", &open.body));
        let charge = after.get(&format!("/v1/charges?payment_intent={intent}")).await.json();
        assert_eq!(charge["data"][0]["amount_refunded"], 100);
        assert_eq!(after.get("/v1/coupons").await.json()["data"][1]["times_redeemed"], 1);
        after.running.stop().await;
    }
}

#[tokio::test]
async fn deliveries_that_were_due_are_made_after_the_restart() {
    let file = StateFile::new("due");
    let before = World::open_at(Some(&file.0)).await;
    before.running.set_faults(Faults { hold: true, ..Faults::default() });
    let session = before.session().await;
    before.press(&format!("sessions/{session}/pay"), "{}").await;
    before.running.stop().await;
    let after = World::open_at(Some(&file.0)).await;
    assert_eq!(after.received(1).await[0].event()["data"]["object"]["id"], session);
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    after.running.stop().await;
    let third = World::open_at(Some(&file.0)).await;
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    assert!(third.received(0).await.is_empty(), "what was delivered is not delivered again");
}

#[tokio::test]
async fn a_damaged_file_a_public_address_and_a_wrong_webhook_stop_the_start() {
    let clock = Arc::new(ManualClock(AtomicI64::new(START)));
    let file = StateFile::new("damaged");
    std::fs::write(&file.0, "[]\nnonsense\n[]\n").unwrap();
    let damaged = World::start("http://127.0.0.1:1/", &clock, Some(&file.0)).await.err();
    assert!(matches!(damaged, Some(StandInError::State { line: 2 })), "{damaged:?}");
    assert!(std::fs::read_to_string(&file.0).unwrap().contains("nonsense"), "and the file is left as it was");
    for wrong in ["", "https://127.0.0.1:1/", "/webhook"] {
        let refused = World::start(wrong, &clock, None).await.err();
        assert!(matches!(refused, Some(StandInError::WebhookUrl)), "{wrong}: {refused:?}");
    }
    struct Sevens;
    impl domain::Entropy for Sevens {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.fill(7);
        }
    }
    let public = TcpListener::bind("0.0.0.0:0").await.unwrap();
    let options = Options::new(public, "http://127.0.0.1:1/", "whsec_", "sk_test_", clock, Arc::new(Sevens));
    assert!(matches!(StandIn::start(options).err(), Some(StandInError::NotLoopback(_))));
}

#[tokio::test]
async fn stopping_takes_less_than_a_second_even_while_a_buyer_is_held() {
    let world = World::open().await;
    world.running.set_faults(Faults { hold: true, slow_ms: 60_000, ..Faults::default() });
    let url = world.running.base_url().trim_start_matches("http://").to_owned();
    let mut held = tokio::net::TcpStream::connect(url).await.unwrap();
    let request = b"GET /v1/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer sk_test_abc\r\n\r\n";
    tokio::io::AsyncWriteExt::write_all(&mut held, request).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    let begun = std::time::Instant::now();
    world.running.stop().await;
    assert!(begun.elapsed() < std::time::Duration::from_secs(1));
}
