//! Placing an order while the provider fails, and too often.

use serde_json::json;

use super::till::Till;

/// Proves: F17
#[tokio::test(flavor = "multi_thread")]
async fn a_failure_that_the_provider_remembers_does_not_lock_the_order() {
    let till = Till::open().await;
    till.faults(json!({ "broken": true })).await;
    till.world.apply(&till.course, "Ada", "ada@example.org").await.expect(503);
    till.faults(json!({})).await;
    let applied = till.sell("ada@example.org").await;
    assert_eq!(till.state(&applied.order).await, "fulfilled");
    till.faults(json!({ "broken": true })).await;
    till.refund(&applied.order, None).await.expect(503);
    till.faults(json!({})).await;
    till.refund(&applied.order, None).await.expect(200);
    assert_eq!(till.order(&applied.order).await["refunded"]["amount"], "29.00", "once");
}

/// Proves: F10, F17
#[tokio::test(flavor = "multi_thread")]
async fn a_failure_to_close_a_page_that_the_provider_remembers_does_not_lock_the_course() {
    let till = Till::open().await;
    let former = till.apply("ada@example.org").await;
    till.edit_course(json!({ "price": { "amount": "19.00", "currency": "EUR" } })).await;
    till.faults(json!({ "broken": true })).await;
    for _ in 0..2 {
        till.world.apply(&till.course, "Ada", "ada@example.org").await.expect(503);
    }
    till.faults(json!({})).await;
    let applied = till.sell("ada@example.org").await;
    assert_ne!(applied.order, former.order);
    assert_eq!(till.state(&former.order).await, "expired");
    assert_eq!(till.order(&applied.order).await["state"], "fulfilled");
}

/// Proves: F17
#[tokio::test(flavor = "multi_thread")]
async fn while_the_provider_is_down_buyers_are_told_to_come_back_and_find_one_order() {
    let till = Till::open().await;
    till.faults(json!({ "down": true })).await;
    for _ in 0..2 {
        let refused = till.world.apply(&till.course, "Ada", "ada@example.org").await.expect(503);
        assert!(!refused.header("retry-after").is_empty());
    }
    till.faults(json!({})).await;
    till.apply("ada@example.org").await;
    let orders = till.staff.get("/api/admin/orders").await.expect(200).json();
    assert_eq!(orders["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_applies_too_often_waits() {
    let till = Till::open().await;
    let apply = || till.world.apply(&till.course, "Ada", "Ada@example.org");
    for _ in 0..30 {
        apply().await.expect(201);
    }
    let refused = apply().await.expect(429);
    assert!(!refused.header("retry-after").is_empty());
    // Case makes no other buyer, another address does.
    till.world.apply(&till.course, "Ada", "ADA@example.org").await.expect(429);
    till.apply("bob@example.org").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_that_cannot_be_charged_is_refused_where_it_is_typed() {
    let till = Till::open().await;
    let path = format!("/api/admin/courses/{}", till.course);
    for (amount, currency) in [("0.49", "EUR"), ("0.29", "GBP"), ("14.99", "CZK"), ("49", "JPY")] {
        let change = json!({ "price": { "amount": amount, "currency": currency } });
        assert!(till.staff.patch(&path, change).await.expect(422).names_field("price.amount"), "{amount} {currency}");
    }
    till.edit_course(json!({ "price": { "amount": "0.50", "currency": "EUR" } })).await;
    till.sell("ada@example.org").await;
}

/// Nobody pays in time, or nobody ever opens the page: the order closes and the buyer may begin again.
///
/// Proves: F08
#[tokio::test(flavor = "multi_thread")]
async fn an_abandoned_checkout_closes_and_gives_the_code_back() {
    let till = Till::open().await;
    let gone = till.apply("ada@example.org").await;
    till.faults(json!({ "drop": true })).await;
    till.at_stripe(&format!("sessions/{}/expire", gone.session), json!({})).await.expect(200);
    let done = till.reconcile().await;
    assert_eq!((done.closed, till.state(&gone.order).await.as_str()), (1, "expired"));
    till.faults(json!({})).await;
    till.sell("ada@example.org").await;
    assert_eq!(till.place("ada@example.org").await, "enrolled");
}
