//! Webhook requests that were tampered with: nothing is believed that Stripe did not sign, and nothing panics.

use jiff::Timestamp;

use super::signatures::{BODY, NOW, SECRET, header, v1};
use crate::WebhookVerifier;

fn verifier() -> (WebhookVerifier, Timestamp) {
    (WebhookVerifier::new(&[SECRET]).unwrap(), Timestamp::from_second(NOW).unwrap())
}

#[test]
fn another_body_never_fits_the_signature() {
    let ((verifier, now), signed) = (verifier(), header(SECRET, NOW, BODY));
    fuzz::each_bytes(&[BODY.as_bytes()], 10_000, |body| {
        assert_eq!(verifier.verify(body, &signed, now).is_ok(), body == BODY.as_bytes());
    });
}

#[test]
fn another_header_counts_only_with_the_same_time_and_signature() {
    let ((verifier, now), fits) = (verifier(), v1(SECRET, NOW, BODY));
    let [signed, rolled] = [header(SECRET, NOW, BODY), format!("t={NOW},v1={},v1={fits},v0=00", "0".repeat(64))];
    fuzz::each_text(&[&signed, &rolled], 10_000, |header| {
        if verifier.verify(BODY.as_bytes(), header, now).is_ok() {
            assert!(header.contains(&format!("t={NOW}")), "{header}");
            assert!(header.to_ascii_lowercase().contains(&fits), "{header}");
        }
    });
}

#[test]
fn whatever_is_signed_is_read_or_refused() {
    let (verifier, now) = verifier();
    let refund =
        r#"{"id":"evt_2","type":"charge.refunded","livemode":true,"data":{"object":{"payment_intent":{"id":"pi_1"}}}}"#;
    fuzz::each_text(&[BODY, refund], 5_000, |body| {
        let event = verifier.verify(body.as_bytes(), &header(SECRET, NOW, body), now);
        assert_eq!(
            event.as_ref().ok(),
            verifier.verify(body.as_bytes(), &header(SECRET, NOW, body), now).as_ref().ok()
        );
        if let Ok(event) = event {
            assert!(body.contains("\"id\"") && body.contains("livemode"), "{event:?}");
        }
    });
}
