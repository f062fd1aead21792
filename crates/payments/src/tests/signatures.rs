//! Which webhook requests are believed.

use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha2::Sha256;

use crate::{EventSubject, WebhookError, WebhookVerifier};

pub(super) const SECRET: &str = "whsec_0123456789abcdefghijklmnopqr";
const OLD_SECRET: &str = "whsec_zyxwvutsrqponmlkjihgfedcba98";
pub(super) const NOW: i64 = 1_800_000_000;
pub(super) const BODY: &str =
    r#"{"id":"evt_1","type":"checkout.session.completed","livemode":false,"data":{"object":{"id":"cs_test_1"}}}"#;

pub(super) fn v1(secret: &str, second: i64, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(format!("{second}.{body}").as_bytes());
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn header(secret: &str, second: i64, body: &str) -> String {
    format!("t={second},v1={}", v1(secret, second, body))
}

fn verify(body: &str, header: &str) -> Result<crate::VerifiedEvent, WebhookError> {
    let now = Timestamp::from_second(NOW).unwrap();
    WebhookVerifier::new(&[SECRET, OLD_SECRET]).unwrap().verify(body.as_bytes(), header, now)
}

#[test]
fn a_good_signature_gives_the_event() {
    let event = verify(BODY, &header(SECRET, NOW, BODY)).unwrap();
    assert_eq!((event.id.as_str(), event.livemode), ("evt_1", false));
    assert_eq!(event.subject, EventSubject::CheckoutCompleted { session: "cs_test_1".to_owned() });
}

#[test]
fn a_rolled_secret_still_counts_and_any_fitting_signature_is_enough() {
    assert!(verify(BODY, &header(OLD_SECRET, NOW, BODY)).is_ok());
    let foreign = v1("whsec_foreign", NOW, BODY);
    let fits = v1(SECRET, NOW, BODY);
    assert!(verify(BODY, &format!("t={NOW},v1={foreign},v1={fits},v0=00")).is_ok());
    assert!(verify(BODY, &format!("t={NOW}, v1={fits}")).is_ok());
}

#[test]
fn every_doubtful_signature_is_refused() {
    let fits = v1(SECRET, NOW, BODY);
    for (header, expected) in [
        (String::new(), WebhookError::NoSignature),
        (format!("v1={fits}"), WebhookError::NoSignature),
        (format!("t={NOW}"), WebhookError::NoSignature),
        (format!("t={NOW},v0={fits}"), WebhookError::NoSignature),
        (format!("t=soon,v1={fits}"), WebhookError::NoSignature),
        (format!("t={NOW},t={NOW},v1={fits}"), WebhookError::NoSignature),
        (format!("t={NOW},v1={}", &fits[..62]), WebhookError::NoSignature),
        (format!("t={NOW},v1={}", "x".repeat(3_000)), WebhookError::NoSignature),
        (format!("t={},v1={fits}", NOW - 1), WebhookError::BadSignature),
        (format!("t={NOW},v1={}", "0".repeat(64)), WebhookError::BadSignature),
        (header("whsec_foreign_foreign_foreign", NOW, BODY), WebhookError::BadSignature),
        (header(SECRET, NOW, &BODY.replace(':', ": ")), WebhookError::BadSignature),
    ] {
        assert_eq!(verify(BODY, &header), Err(expected), "{header}");
    }
}

#[test]
fn time_may_be_five_minutes_off_either_way_and_no_more() {
    for (second, ok) in
        [(NOW - 300, true), (NOW + 300, true), (NOW - 301, false), (NOW + 301, false), (i64::MIN, false)]
    {
        let outcome = verify(BODY, &header(SECRET, second, BODY));
        assert_eq!(outcome.is_ok(), ok, "{second}");
        assert!(ok || matches!(outcome, Err(WebhookError::Stale { .. })), "{second}");
    }
}

#[test]
fn without_a_secret_there_is_no_verifier() {
    let too_many = [SECRET; 5];
    for secrets in
        [&[][..], &[""], &["whsec_"], &["whsec_short"], &[" whsec_0123456789abcdefghijkl"], &[SECRET, ""], &too_many]
    {
        assert_eq!(WebhookVerifier::new(secrets).err(), Some(WebhookError::NoSecret), "{secrets:?}");
    }
    assert!(!format!("{:?}", WebhookVerifier::new(&[SECRET]).unwrap()).contains("0123"));
}

#[test]
fn events_are_read_loosely() {
    let subject = |body: &str| verify(body, &header(SECRET, NOW, body)).map(|event| event.subject);
    let event = |type_name: &str, object: &str| {
        format!(r#"{{"id":"evt_1","type":"{type_name}","livemode":true,"new":[1],"data":{{"object":{object}}}}}"#)
    };
    let payment_intent = || "pi_1".to_owned();
    for (body, expected) in [
        (
            event("charge.refunded", r#"{"payment_intent":"pi_1"}"#),
            EventSubject::ChargeRefunded { payment_intent: payment_intent() },
        ),
        (
            event("refund.failed", r#"{"payment_intent":{"id":"pi_1"}}"#),
            EventSubject::RefundChanged { payment_intent: payment_intent() },
        ),
        (
            event("charge.dispute.created", r#"{"payment_intent":"pi_1"}"#),
            EventSubject::DisputeCreated { payment_intent: payment_intent() },
        ),
        (
            event("charge.dispute.closed", r#"{"payment_intent":"pi_1"}"#),
            EventSubject::DisputeChanged { payment_intent: payment_intent() },
        ),
        (
            event("checkout.session.expired", r#"{"id":"cs_test_1"}"#),
            EventSubject::CheckoutExpired { session: "cs_test_1".to_owned() },
        ),
        (
            event("charge.refund.updated", r#"{"payment_intent":"pi_1"}"#),
            EventSubject::RefundChanged { payment_intent: payment_intent() },
        ),
        (
            event("charge.dispute.funds_reinstated", r#"{"payment_intent":"pi_1"}"#),
            EventSubject::DisputeChanged { payment_intent: payment_intent() },
        ),
        (event("charge.refunded", r#"{"payment_intent":null}"#), EventSubject::Unknown),
        (event("checkout.session.completed", "7"), EventSubject::Unknown),
        (event("invoice.paid", "{}"), EventSubject::Unknown),
        (r#"{"id":"evt_1","type":"ping","livemode":true}"#.to_owned(), EventSubject::Unknown),
    ] {
        assert_eq!(subject(&body), Ok(expected), "{body}");
    }
    let deep =
        format!(r#"{{"id":"e","type":"t","livemode":true,"data":{}{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    for body in ["", "[]", "{}", r#"{"id":1,"type":"t","livemode":true}"#, deep.as_str()] {
        assert_eq!(subject(body), Err(WebhookError::NotAnEvent));
    }
}
