//! News that never comes: the provider's own lists say what happened.

use jiff::SignedDuration;
use serde_json::json;

use super::held::{Call, Held};
use super::till::Till;

/// Proves: F01, P06
#[tokio::test(flavor = "multi_thread")]
async fn refunds_and_disputes_are_found_without_any_webhook() {
    let till = Till::open().await;
    let (refunded, disputed) = (till.sell("ada@example.org").await, till.sell("bob@example.org").await);
    till.faults(json!({ "drop": true })).await;
    let payment = till.payment(&refunded.order).await;
    till.dashboard("refunds", &[("payment_intent", &payment)]).await.expect(200);
    let payment = till.payment(&disputed.order).await;
    till.at_stripe(&format!("charges/{payment}/dispute"), json!({ "outcome": "open" })).await.expect(200);
    let done = till.reconcile().await;
    assert_eq!((done.settled, done.failed), (2, 0));
    assert_eq!(
        (till.state(&refunded.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("refunded", "suspended")
    );
    assert_eq!(
        (till.state(&disputed.order).await.as_str(), till.place("bob@example.org").await.as_str()),
        ("disputed", "suspended")
    );
    assert_eq!(till.reconcile().await.settled, 0);
}

/// Proves: P17
#[tokio::test(flavor = "multi_thread")]
async fn a_refund_that_the_dashboard_made_before_is_settled_and_answered_with_a_conflict() {
    let till = Till::open().await;
    let sold = till.sell("ada@example.org").await;
    till.faults(json!({ "drop": true })).await;
    let payment = till.payment(&sold.order).await;
    till.dashboard("refunds", &[("payment_intent", &payment)]).await.expect(200);
    till.refund(&sold.order, None).await.expect(409);
    assert_eq!(
        (till.state(&sold.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("refunded", "suspended")
    );
}

/// Proves: F08, P03
#[tokio::test(flavor = "multi_thread")]
async fn a_payment_whose_failure_nobody_told_of_does_not_lock_its_buyer() {
    let till = Till::open().await;
    let late = till.apply("ada@example.org").await;
    till.at_stripe(&format!("sessions/{}/pay", late.session), json!({ "method": "later" })).await.expect(200);
    assert_eq!(till.state(&late.order).await, "paid");
    till.faults(json!({ "drop": true })).await;
    till.at_stripe(&format!("sessions/{}/settle", late.session), json!({ "succeed": false })).await.expect(200);
    let done = till.reconcile().await;
    assert_eq!((done.closed, done.failed), (1, 0));
    assert_eq!(till.state(&late.order).await, "failed");
    // The news comes once, whoever brings it and however often.
    till.faults(json!({})).await;
    commerce::payment_failed(&till.world.platform.shop, &late.session).await.unwrap();
    till.reconcile().await;
    let mails = till.world.mails_to("ada@example.org").await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].subject.contains("did not go through"), "{}", mails[0].subject);
    let course = till.world.link_mailed_to("ada@example.org").await.unwrap();
    assert!(course.contains("/courses/"), "{course}");
    till.world.browser().get(&course).await.expect(200);
    let again = till.apply("ada@example.org").await;
    assert_ne!((&again.order, &again.session), (&late.order, &late.session));
}

/// Proves: F01, P06
#[tokio::test(flavor = "multi_thread")]
async fn without_the_providers_list_each_order_is_asked_for_by_itself() {
    let till = Till::open().await;
    till.faults(json!({ "drop": true, "lists_down": true })).await;
    let sold = till.sell("ada@example.org").await;
    let done = till.reconcile().await;
    assert_eq!((done.fulfilled, done.failed), (1, 0));
    assert_eq!(till.state(&sold.order).await, "fulfilled");
}

/// Anybody opens pages, and as many as they like.
///
/// Proves: F01, P06
#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_open_and_not_paid_costs_a_run_its_line_in_the_list_and_money_that_goes_back_comes_first() {
    let till = Till::open().await;
    for buyer in ["bob", "eve", "joe", "sue"] {
        till.apply(&format!("{buyer}@example.org")).await;
    }
    till.faults(json!({ "drop": true })).await;
    let sold = till.sell("ada@example.org").await;
    let (shop, held) = Held::shop(&till.world, Call::Refund);
    let done = commerce::reconcile(&shop).await.unwrap();
    assert_eq!((done.looked_at, done.fulfilled, done.failed), (5, 1, 0));
    assert_eq!(held.asked(), ["refunds", "disputes", "checkouts", "checkout", "payment"]);
    assert_eq!(till.state(&sold.order).await, "fulfilled");
}

/// Slow money is no longer in the list of recent pages.
///
/// Proves: F01
#[tokio::test(flavor = "multi_thread")]
async fn of_whom_it_cannot_be_told_whether_they_paid_it_is_told_how_long_they_wait() {
    let till = Till::open().await;
    let late = till.apply("ada@example.org").await;
    till.at_stripe(&format!("sessions/{}/pay", late.session), json!({ "method": "later" })).await.expect(200);
    till.world.forward(SignedDuration::from_hours(48));
    let (shop, _) = Held::shop(&till.world, Call::Checkout);
    let done = commerce::reconcile(&shop).await.unwrap();
    assert_eq!((done.looked_at, done.failed), (1, 1));
    assert!(done.oldest_unfulfilled_s >= 48 * 3_600, "{done:?}");
    let done = commerce::reconcile(&shop).await.unwrap();
    assert_eq!((done.failed, done.oldest_unfulfilled_s), (0, 0), "it is told, and is on its way");
}

/// Proves: F29
#[tokio::test(flavor = "multi_thread")]
async fn one_record_that_does_not_read_back_keeps_no_other() {
    let till = Till::open().await;
    till.faults(json!({ "drop": true })).await;
    let (broken, sold) = (till.sell("bob@example.org").await, till.sell("ada@example.org").await);
    // The item as it is, but for a state that there is not.
    let put = json!({
        "TableName": till.world.platform.app.settings.table,
        "Key": { "pk": { "S": format!("ORDER#{}", broken.order) }, "sk": { "S": "ORDER" } },
        "UpdateExpression": "SET #state = :nonsense",
        "ExpressionAttributeNames": { "#state": "state" },
        "ExpressionAttributeValues": { ":nonsense": { "S": "no_such_state" } },
    });
    till.at_table("UpdateItem", &put).await;
    let done = till.reconcile().await;
    assert_eq!((done.looked_at, done.fulfilled, done.failed), (2, 1, 1));
    assert_eq!(till.state(&sold.order).await, "fulfilled");
}

/// The whole of it in one: news doubled, delayed and reversed end as if they had come once and in order.
///
/// Proves: F04, F07, F08, P05
#[tokio::test(flavor = "multi_thread")]
async fn news_in_any_order_and_number_end_the_same() {
    let till = Till::open().await;
    till.faults(json!({ "hold": true, "duplicate": 2, "twin": true })).await;
    let applied = till.apply("ada@example.org").await;
    let payments = till.world.platform.shop.payments.clone();
    let pay = format!("sessions/{}/pay", applied.session);
    let paying = till.at_stripe(&pay, json!({}));
    let meanwhile = async {
        let payment = loop {
            let checkout = payments.checkout(&applied.session).await.unwrap();
            if let Some(payment) = checkout.payment_intent {
                break payment;
            }
        };
        for amount in ["900", "1100"] {
            till.dashboard("refunds", &[("payment_intent", &payment), ("amount", amount)]).await.expect(200);
        }
        till.faults(json!({ "reverse": true })).await;
    };
    let (paid, ()) = tokio::join!(paying, meanwhile);
    paid.expect(200);
    till.reconcile().await;
    let order = till.order(&applied.order).await;
    assert_eq!((&order["state"], &order["refunded"]["amount"]), (&json!("partially_refunded"), &json!("20.00")));
    assert_eq!((till.accounts().await, till.place("ada@example.org").await.as_str()), (1, "enrolled"));
}
