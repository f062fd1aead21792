//! The whole trait against the stand-in: what is asked is understood, and what is answered is read right.

use domain::{Currency, Settlement};
use jiff::Timestamp;
use stripe_checkout::checkout_session::{ListCheckoutSession, RetrieveCheckoutSession};
use stripe_core::charge::ListCharge;
use stripe_core::dispute::ListDispute;
use stripe_core::refund::ListRefund;
use stripe_stand_in::Faults;

use super::shop::{KEY, START, Shop};
use crate::{
    ApiKey, DisputeState, EventSubject, PaymentError, PaymentProgress, PaymentStatus, Payments, RefundReason,
    RefundRequest, RefundStatus, Service, SessionStatus, Stripe,
};

fn refund(order: u8, payment_intent: &str, amount_minor: Option<u64>, key: &str) -> RefundRequest {
    RefundRequest {
        order: domain::OrderId::from_bytes([order; 16]),
        payment_intent: payment_intent.to_owned(),
        amount_minor,
        key: key.to_owned(),
        reason: RefundReason::RequestedByCustomer,
    }
}

/// Opens and pays a checkout; gives its session and payment.
async fn paid(shop: &Shop, order: u8, minor: u64) -> (String, String) {
    let opened = shop.stripe.open_checkout(&shop.request(order, minor, Currency::EUR)).await.unwrap();
    shop.press(&format!("sessions/{}/pay", opened.session), "{}").await;
    let state = shop.stripe.checkout(&opened.session).await.unwrap();
    (opened.session, state.payment_intent.unwrap())
}

/// We read little of an object; here the types that the library generates from Stripe's own description read all of it.
#[tokio::test]
async fn what_the_stand_in_answers_is_whole() {
    let shop = Shop::open().await;
    let (session, intent) = paid(&shop, 1, 1_999).await;
    shop.stripe.refund(&refund(1, &intent, Some(500), "one")).await.unwrap();
    shop.press(&format!("charges/{intent}/dispute"), r#"{"outcome":"open"}"#).await;
    let client = stripe::ClientBuilder::new(KEY).url(shop.stand_in.base_url()).build().unwrap();
    let read = RetrieveCheckoutSession::new(session.as_str()).send(&client).await.unwrap();
    assert_eq!(read.id.as_str(), session);
    assert_eq!(ListCheckoutSession::new().send(&client).await.unwrap().data.len(), 1);
    assert_eq!(ListCharge::new().payment_intent(intent.as_str()).send(&client).await.unwrap().data.len(), 1);
    assert_eq!(ListRefund::new().payment_intent(intent.as_str()).send(&client).await.unwrap().data.len(), 1);
    assert_eq!(ListDispute::new().payment_intent(intent.as_str()).send(&client).await.unwrap().data.len(), 1);
}

#[tokio::test]
async fn a_checkout_is_opened_paid_and_read_back() {
    let shop = Shop::open().await;
    let request = shop.request(1, 1_999, Currency::EUR);
    let opened = shop.stripe.open_checkout(&request).await.unwrap();
    assert!(opened.url.starts_with(shop.stand_in.base_url()));
    let open = shop.stripe.checkout(&opened.session).await.unwrap();
    assert_eq!((open.status, open.payment), (SessionStatus::Open, PaymentStatus::Unpaid));
    assert_eq!(open.payment_intent, None);

    let body = r#"{"email":"Other@example.org","name":"Ada","promotion_code":"third"}"#;
    let answer = shop.press(&format!("sessions/{}/pay", opened.session), body).await;
    assert!(answer.contains(&format!("thanks?session={}", opened.session)), "{answer}");
    let done = shop.stripe.checkout(&opened.session).await.unwrap();
    assert_eq!((done.status, done.payment), (SessionStatus::Complete, PaymentStatus::Paid));
    assert_eq!(done.order, Some(request.order));
    assert_eq!(done.email.unwrap().typed(), "Other@example.org");
    assert_eq!((done.livemode, done.created_at.as_second()), (false, START));
    let settlement = Settlement {
        currency: Currency::EUR,
        subtotal_minor: 1_999,
        discount_minor: 660,
        exclusive_tax_minor: 0,
        total_minor: 1_339,
    };
    assert_eq!(done.settlement, Some(settlement));
    let events = shop.events.lock().unwrap();
    assert_eq!(events[0].subject, EventSubject::CheckoutCompleted { session: opened.session });
}

#[tokio::test]
async fn zero_decimal_money_and_free_courses_keep_their_sums() {
    let shop = Shop::open().await;
    let yen = shop.stripe.open_checkout(&shop.request(1, 1_980, Currency::JPY)).await.unwrap();
    let state = shop.stripe.checkout(&yen.session).await.unwrap();
    assert_eq!(state.settlement.map(|s| (s.currency, s.total_minor)), Some((Currency::JPY, 1_980)));

    let free = shop.stripe.open_checkout(&shop.request(2, 1_980, Currency::EUR)).await.unwrap();
    shop.press(&format!("sessions/{}/pay", free.session), r#"{"promotion_code":"FREE"}"#).await;
    let state = shop.stripe.checkout(&free.session).await.unwrap();
    assert_eq!((state.payment, state.payment_intent), (PaymentStatus::NoPaymentRequired, None));
    assert_eq!(state.settlement.map(|s| (s.subtotal_minor, s.total_minor)), Some((1_980, 0)));

    let small = shop.stripe.open_checkout(&shop.request(3, 10, Currency::EUR)).await;
    assert!(matches!(small, Err(PaymentError::Refused { message }) if message.contains("at least")));
}

#[tokio::test]
async fn the_same_order_opens_one_checkout_and_another_price_is_refused() {
    let shop = Shop::open().await;
    let request = shop.request(1, 1_999, Currency::EUR);
    let first = shop.stripe.open_checkout(&request).await.unwrap();
    assert_eq!(shop.stripe.open_checkout(&request).await.unwrap(), first);
    let repriced = shop.request(1, 2_999, Currency::EUR);
    assert!(matches!(shop.stripe.open_checkout(&repriced).await, Err(PaymentError::Refused { .. })));

    shop.stand_in.set_faults(Faults { down: true, ..Faults::default() });
    let down = shop.stripe.open_checkout(&request).await.unwrap_err();
    assert!(down.is_worth_retrying(), "{down}");
    shop.stand_in.set_faults(Faults { slow_ms: 300, ..Faults::default() });
    let other = shop.request(2, 1_999, Currency::EUR);
    let (one, two) = tokio::join!(shop.stripe.open_checkout(&other), shop.stripe.open_checkout(&other));
    assert_eq!(one.unwrap(), two.unwrap(), "the second of two calls at once waits for the first one's answer");
}

#[tokio::test]
async fn money_that_takes_days_is_unpaid_until_it_arrives() {
    let shop = Shop::open().await;
    for (order, succeed, payment) in [(1, true, PaymentStatus::Paid), (2, false, PaymentStatus::Unpaid)] {
        let opened = shop.stripe.open_checkout(&shop.request(order, 1_999, Currency::EUR)).await.unwrap();
        shop.press(&format!("sessions/{}/pay", opened.session), r#"{"method":"later"}"#).await;
        let state = shop.stripe.checkout(&opened.session).await.unwrap();
        assert_eq!((state.status, state.payment), (SessionStatus::Complete, PaymentStatus::Unpaid));
        let waiting = shop.stripe.payment_state(state.payment_intent.as_deref().unwrap()).await.unwrap();
        assert_eq!(waiting.charged_minor, 0);
        shop.press(&format!("sessions/{}/settle", opened.session), &format!(r#"{{"succeed":{succeed}}}"#)).await;
        assert_eq!(shop.stripe.checkout(&opened.session).await.unwrap().payment, payment);
    }
    let completed = "checkout.session.completed";
    let arrived = "checkout.session.async_payment_succeeded";
    let failed = "checkout.session.async_payment_failed";
    assert_eq!(shop.event_types(), [completed, arrived, completed, failed]);
}

#[tokio::test]
async fn checkouts_are_listed_page_by_page_and_expire() {
    let shop = Shop::open().await;
    for order in 0..103 {
        shop.stripe.open_checkout(&shop.request(order, 1_999, Currency::EUR)).await.unwrap();
        shop.clock.advance(1);
    }
    let since = |second| Timestamp::from_second(second).unwrap();
    let first = shop.stripe.checkouts_since(since(START), None).await.unwrap();
    let second = shop.stripe.checkouts_since(since(START), first.next.as_deref()).await.unwrap();
    assert_eq!((first.checkouts.len(), second.checkouts.len(), second.next), (100, 3, None));
    assert_eq!(shop.stripe.checkouts_since(since(START + 100), None).await.unwrap().checkouts.len(), 3);

    let paid = &second.checkouts[1].session;
    shop.press(&format!("sessions/{paid}/pay"), "{}").await;
    assert!(matches!(shop.stripe.expire_checkout(paid, 0).await, Err(PaymentError::Refused { .. })));
    let session = &second.checkouts[0].session;
    assert_eq!(shop.stripe.expire_checkout(session, 0).await.unwrap().status, SessionStatus::Expired);
    shop.clock.advance(3_600);
    shop.stand_in.expire_due();
    let states = shop.stripe.checkouts_since(since(START), None).await.unwrap().checkouts;
    assert!(states.iter().all(|state| state.status == SessionStatus::Expired && state.settlement.is_some()));
}

#[tokio::test]
async fn refunds_add_up_once_and_never_beyond_what_was_paid() {
    let shop = Shop::open().await;
    let (_, payment) = paid(&shop, 1, 2_000).await;
    let part = shop.stripe.refund(&refund(1, &payment, Some(500), "a")).await.unwrap();
    assert_eq!((part.amount_minor, part.status), (500, RefundStatus::Succeeded));
    assert_eq!(shop.stripe.refund(&refund(1, &payment, Some(500), "a")).await.unwrap(), part);
    let too_much = shop.stripe.refund(&refund(1, &payment, Some(1_501), "b")).await;
    assert!(matches!(too_much, Err(PaymentError::Refused { message }) if message.contains("greater than")));
    let state = shop.stripe.payment_state(&payment).await.unwrap();
    assert_eq!((state.charged_minor, state.refunded_minor, state.is_fully_refunded()), (2_000, 500, false));

    let rest = shop.stripe.refund(&refund(1, &payment, None, "c")).await.unwrap();
    assert_eq!(rest.amount_minor, 1_500);
    assert!(shop.stripe.payment_state(&payment).await.unwrap().is_fully_refunded());
    shop.press(&format!("refunds/{}/fail", rest.id), "").await;
    assert_eq!(shop.stripe.payment_state(&payment).await.unwrap().refunded_minor, 500);
    let events = shop.events.lock().unwrap();
    assert!(
        events.iter().any(|event| event.subject == EventSubject::RefundChanged { payment_intent: payment.clone() })
    );
    assert!(
        events.iter().any(|event| event.subject == EventSubject::ChargeRefunded { payment_intent: payment.clone() })
    );
}

#[tokio::test]
async fn a_dispute_is_read_from_its_own_status() {
    let shop = Shop::open().await;
    for (order, presses, expected) in [
        (1, &[("open", DisputeState::Open), ("won", DisputeState::Won)][..], false),
        (2, &[("lost", DisputeState::Lost)], true),
        (3, &[("inquiry", DisputeState::None), ("closed", DisputeState::None)], false),
    ] {
        let (_, payment) = paid(&shop, order, 2_000).await;
        assert_eq!(shop.stripe.payment_state(&payment).await.unwrap().dispute, DisputeState::None);
        for (outcome, state) in presses {
            let body = format!(r#"{{"outcome":"{outcome}"}}"#);
            shop.press(&format!("charges/{payment}/dispute"), &body).await;
            assert_eq!(shop.stripe.payment_state(&payment).await.unwrap().dispute, *state, "{outcome}");
        }
        assert_eq!(shop.stripe.payment_state(&payment).await.unwrap().is_disputed(), expected);
        let refused = shop.stripe.refund(&refund(order, &payment, None, "a")).await;
        assert_eq!(refused.is_err(), expected, "{refused:?}");
    }
}

#[tokio::test]
async fn unknown_and_foreign_ids_are_not_found_and_a_wrong_key_is_ours() {
    let shop = Shop::open().await;
    let shared: std::sync::Arc<dyn Payments> = std::sync::Arc::new(shop.stripe.clone());
    assert!(!shared.livemode(), "callers hold it as a trait object");
    for session in ["cs_test_unknown", "cs_test_../../x", "evt_1", ""] {
        assert_eq!(shop.stripe.checkout(session).await, Err(PaymentError::NotFound), "{session}");
        assert_eq!(shop.stripe.expire_checkout(session, 0).await, Err(PaymentError::NotFound), "{session}");
    }
    assert_eq!(shop.stripe.refund(&refund(1, "pi_unknown", None, "a")).await, Err(PaymentError::NotFound));
    assert_eq!(shop.stripe.payment_state("ch_1").await, Err(PaymentError::NotFound));
    let service = Service::StandIn { base_url: shop.stand_in.base_url().to_owned() };
    let stranger = Stripe::new(&ApiKey::new("sk_test_somebody_else").unwrap(), &service).unwrap();
    assert!(matches!(stranger.checkout("cs_test_a").await, Err(PaymentError::Refused { .. })));
}

#[tokio::test]
async fn however_many_parts_went_back_all_of_them_count() {
    let shop = Shop::open().await;
    let (_, payment) = paid(&shop, 1, 2_000).await;
    for part in 0..101 {
        shop.stripe.refund(&refund(1, &payment, Some(1), &format!("part-{part}"))).await.unwrap();
    }
    assert_eq!(shop.stripe.payment_state(&payment).await.unwrap().refunded_minor, 101);
    let from = Timestamp::from_second(START).unwrap();
    let first = shop.stripe.refunds_since(from, None).await.unwrap();
    let (mut rows, mut cursor) = (vec![first.payment_intents.len()], first.next);
    while let Some(from_here) = cursor {
        let page = shop.stripe.refunds_since(from, Some(&from_here)).await.unwrap();
        rows.push(page.payment_intents.len());
        cursor = page.next;
    }
    assert_eq!(rows, [25, 25, 25, 25, 1]);
    let unknown = shop.stripe.refunds_since(from, Some("re_unknown")).await;
    assert!(matches!(unknown, Err(PaymentError::NotFound | PaymentError::Refused { .. })), "{unknown:?}");
    shop.press(&format!("charges/{payment}/dispute"), r#"{"outcome":"open"}"#).await;
    assert_eq!(shop.stripe.disputes_since(from, None).await.unwrap().payment_intents, [payment]);
}

#[tokio::test]
async fn a_payment_tells_its_order_and_whether_money_may_still_come() {
    let shop = Shop::open().await;
    let (_, payment) = paid(&shop, 7, 2_000).await;
    let order = Some(domain::OrderId::from_bytes([7; 16]));
    assert_eq!(shop.stripe.payment_state(&payment).await.unwrap().order, order);
    assert_eq!(shop.stripe.payment_progress(&payment).await.unwrap(), PaymentProgress::Through);
    for (order, succeed, end) in [(8, "true", PaymentProgress::Through), (9, "false", PaymentProgress::Over)] {
        let opened = shop.stripe.open_checkout(&shop.request(order, 1_999, Currency::EUR)).await.unwrap();
        shop.press(&format!("sessions/{}/pay", opened.session), r#"{"method":"later"}"#).await;
        let payment = shop.stripe.checkout(&opened.session).await.unwrap().payment_intent.unwrap();
        assert_eq!(shop.stripe.payment_progress(&payment).await.unwrap(), PaymentProgress::OnItsWay);
        let body = format!(r#"{{"succeed":{succeed}}}"#);
        shop.press(&format!("sessions/{}/settle", opened.session), &body).await;
        assert_eq!(shop.stripe.payment_progress(&payment).await.unwrap(), end);
    }
}

#[tokio::test]
async fn a_paid_checkout_has_an_invoice_that_people_can_be_shown() {
    let shop = Shop::open().await;
    let (session, _) = paid(&shop, 1, 2_000).await;
    let invoice = shop.stripe.checkout(&session).await.unwrap().invoice.unwrap();
    assert!(shop.stripe.invoice_url(&invoice).await.unwrap().unwrap().ends_with(&invoice));
    assert_eq!(shop.stripe.invoice_url("in_unknown").await, Err(PaymentError::NotFound));
    assert_eq!(shop.stripe.invoice_url("../x").await, Err(PaymentError::NotFound));
}

#[tokio::test]
async fn a_remembered_failure_is_told_apart_and_another_attempt_gets_through() {
    let shop = Shop::open().await;
    let request = shop.request(1, 1_999, Currency::EUR);
    shop.stand_in.set_faults(Faults { broken: true, ..Faults::default() });
    assert!(matches!(shop.stripe.open_checkout(&request).await, Err(PaymentError::Broken { .. })));
    shop.stand_in.set_faults(Faults::default());
    assert!(matches!(shop.stripe.open_checkout(&request).await, Err(PaymentError::Broken { .. })), "for a day");
    let again = crate::CheckoutRequest { attempt: 1, ..request };
    let session = shop.stripe.open_checkout(&again).await.unwrap().session;
    shop.stand_in.set_faults(Faults { broken: true, ..Faults::default() });
    assert!(matches!(shop.stripe.expire_checkout(&session, 0).await, Err(PaymentError::Broken { .. })));
    shop.stand_in.set_faults(Faults::default());
    assert!(matches!(shop.stripe.expire_checkout(&session, 0).await, Err(PaymentError::Broken { .. })), "for a day");
    assert_eq!(shop.stripe.expire_checkout(&session, 1).await.unwrap().status, SessionStatus::Expired);
}
