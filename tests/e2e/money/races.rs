//! Two that act on one payment at the same time: whoever is slow never brings back what was true before.

use commerce::{Outcome, SettleOutcome, fulfill, settle};
use domain::OrderState;
use serde_json::json;

use super::held::{Call, Held};
use super::till::Till;

/// A part goes back, and somebody reads that. Before they write it, the rest goes back too.
///
/// Proves: F07, P17
#[tokio::test(flavor = "multi_thread")]
async fn a_slow_settle_never_gives_access_back_after_the_full_refund() {
    let till = Till::open().await;
    let sold = till.sell("ada@example.org").await;
    let payment = till.payment(&sold.order).await;
    till.faults(json!({ "drop": true })).await;
    till.dashboard("refunds", &[("payment_intent", &payment), ("amount", "900")]).await.expect(200);
    let (shop, held) = Held::shop(&till.world, Call::PaymentState);
    let intent = payment.clone();
    let slow = tokio::spawn(async move { settle(&shop, &intent).await });
    held.reached.notified().await;
    till.dashboard("refunds", &[("payment_intent", &payment)]).await.expect(200);
    settle(&till.world.platform.shop, &payment).await.unwrap();
    assert_eq!(till.state(&sold.order).await, "refunded");
    held.go_on.notify_one();
    slow.await.unwrap().unwrap();
    assert_eq!(
        (till.state(&sold.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("refunded", "suspended")
    );
}

/// The bank takes the money, and somebody reads that. Before they write it, the dispute is won: for whoever reads
/// now, nothing has changed at all.
#[tokio::test(flavor = "multi_thread")]
async fn a_slow_settle_never_leaves_a_won_dispute_disputed() {
    let till = Till::open().await;
    let sold = till.sell("ada@example.org").await;
    let payment = till.payment(&sold.order).await;
    till.faults(json!({ "drop": true })).await;
    till.at_stripe(&format!("charges/{payment}/dispute"), json!({ "outcome": "open" })).await.expect(200);
    let (shop, held) = Held::shop(&till.world, Call::PaymentState);
    let intent = payment.clone();
    let slow = tokio::spawn(async move { settle(&shop, &intent).await });
    held.reached.notified().await;
    till.at_stripe(&format!("charges/{payment}/dispute"), json!({ "outcome": "won" })).await.expect(200);
    let quick = settle(&till.world.platform.shop, &payment).await.unwrap();
    assert_eq!(quick, SettleOutcome::Unchanged);
    held.go_on.notify_one();
    let slow = slow.await.unwrap().unwrap();
    assert_eq!(slow, SettleOutcome::Settled(OrderState::Fulfilled));
    assert_eq!(
        (till.state(&sold.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("fulfilled", "enrolled")
    );
}

/// The money goes back while the order is being fulfilled: after the payment was read, before anything was written.
///
/// Proves: F06
#[tokio::test(flavor = "multi_thread")]
async fn a_refund_while_the_order_is_being_fulfilled_is_not_lost() {
    let till = Till::open().await;
    till.faults(json!({ "drop": true })).await;
    let sold = till.sell("ada@example.org").await;
    let (shop, held) = Held::shop(&till.world, Call::PaymentState);
    let session = sold.session.clone();
    let slow = tokio::spawn(async move { fulfill(&shop, &session).await });
    held.reached.notified().await;
    till.faults(json!({})).await;
    let payments = till.world.platform.shop.payments.clone();
    let payment = payments.checkout(&sold.session).await.unwrap().payment_intent.unwrap();
    till.dashboard("refunds", &[("payment_intent", &payment)]).await.expect(200);
    // The stand-in sends the news beside its answer, and sends it again until it is heard.
    settle(&till.world.platform.shop, &payment).await.unwrap();
    held.go_on.notify_one();
    assert_eq!(slow.await.unwrap().unwrap(), Outcome::Closed);
    assert_eq!(
        (till.state(&sold.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("refunded", "suspended")
    );
    let mails = till.world.mails_to("ada@example.org").await;
    assert!(mails.iter().all(|mail| !mail.text.contains("token=")), "no way in is mailed: {mails:?}");
}

/// Proves: F18, P05
#[tokio::test(flavor = "multi_thread")]
async fn clicks_at_the_same_instant_lead_to_one_page() {
    let till = Till::open().await;
    till.faults(json!({ "slow_ms": 200 })).await;
    let apply = || till.world.apply(&till.course, "Ada", "ada@example.org");
    let (a, b, c, d) = tokio::join!(apply(), apply(), apply(), apply());
    let pages: Vec<_> = [a, b, c, d].into_iter().map(|reply| reply.expect(201).str("/url")).collect();
    assert!(pages.iter().all(|page| *page == pages[0] && page.contains("/c/pay/")), "{pages:?}");
    let orders = till.staff.get("/api/admin/orders").await.expect(200).json();
    assert_eq!(orders["items"].as_array().map(Vec::len), Some(1));
}
