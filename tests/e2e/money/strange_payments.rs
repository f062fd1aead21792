//! Payments that no honest walk through the platform makes: twice for one order, for no order, in the other mode,
//! disputed before they arrived.

use serde_json::json;

use super::paid_twice::{pay, second_checkout};
use super::till::Till;

/// Proves: F01
#[tokio::test(flavor = "multi_thread")]
async fn whoever_pays_the_other_page_of_an_open_order_has_paid_it() {
    let till = Till::open().await;
    let applied = till.apply("ada@example.org").await;
    let second = second_checkout(&till, &applied.order).await;
    pay(&till, &second).await;
    assert_eq!(till.state(&applied.order).await, "fulfilled", "{}", till.order(&applied.order).await);
    assert_eq!(
        (till.state(&applied.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("fulfilled", "enrolled")
    );
}

/// Proves: F06
#[tokio::test(flavor = "multi_thread")]
async fn a_dispute_before_completion_lets_in_only_when_it_is_won() {
    let till = Till::open().await;
    till.faults(json!({ "drop": true })).await;
    let sold = till.sell("ada@example.org").await;
    let payments = &till.world.platform.shop.payments;
    let payment = payments.checkout(&sold.session).await.unwrap().payment_intent.unwrap();
    till.at_stripe(&format!("charges/{payment}/dispute"), json!({ "outcome": "open" })).await.expect(200);
    till.reconcile().await;
    assert_eq!(
        (till.state(&sold.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("disputed", "suspended")
    );
    assert!(till.world.mails_to("ada@example.org").await.is_empty(), "no way in while the money is away");
    till.faults(json!({})).await;
    till.at_stripe(&format!("charges/{payment}/dispute"), json!({ "outcome": "won" })).await.expect(200);
    assert_eq!(
        (till.state(&sold.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("fulfilled", "enrolled")
    );
    till.world.use_password_link("ada@example.org").await;
}

/// Proves: F09, F16
#[tokio::test(flavor = "multi_thread")]
async fn what_is_none_of_our_business_is_answered_and_changes_nothing() {
    let till = Till::open().await;
    let foreign = second_checkout(&till, "01JZZZZZZZZZZZZZZZZZZZZZZZ").await;
    pay(&till, &foreign).await;
    let unknown = json!({ "type": "invoice.from_tomorrow", "object": { "id": "in_1", "new": [1, 2] } });
    let heard = till.at_stripe("events", unknown).await.expect(200);
    assert_eq!(heard.json()["settled"], true, "answered with 200 at once");
    let gone = json!({ "type": "charge.refunded", "object": { "payment_intent": "pi_unknown" } });
    till.at_stripe("events", gone).await.expect(200);
    assert_eq!(till.accounts().await, 0);
    let orders = till.staff.get("/api/admin/orders").await.expect(200).json();
    assert_eq!(orders["items"], json!([]));
}

/// Proves: F14
#[tokio::test(flavor = "multi_thread")]
async fn an_event_about_real_money_changes_nothing_on_a_test_platform() {
    let till = Till::open().await;
    till.faults(json!({ "livemode": true })).await;
    let sold = till.sell("ada@example.org").await;
    assert_eq!((till.state(&sold.order).await.as_str(), till.accounts().await), ("open", 0));
}

/// Proves: F15, F31, P02
#[tokio::test(flavor = "multi_thread")]
async fn signatures_that_do_not_fit_or_are_old_change_nothing_and_a_rolled_secret_is_believed() {
    let till = Till::open().await;
    for fault in [
        json!({ "corrupt_signature": true }),
        json!({ "clock_shift_seconds": 600 }),
        json!({ "clock_shift_seconds": -600 }),
    ] {
        till.faults(fault.clone()).await;
        let applied = till.apply("ada@example.org").await;
        till.pay(&applied).await;
        assert_eq!((till.state(&applied.order).await.as_str(), till.accounts().await), ("open", 0), "{fault}");
        till.at_stripe(&format!("sessions/{}/tamper", applied.session), json!({})).await;
        till.faults(json!({})).await;
        till.reconcile().await;
        till.refund(&applied.order, None).await.expect(200);
        let ada = till.account("ada@example.org").await;
        till.staff.delete(&format!("/api/admin/accounts/{ada}")).await.expect(204);
    }
    till.faults(json!({ "doubled_signature": true })).await;
    let sold = till.sell("ada@example.org").await;
    assert_eq!(till.state(&sold.order).await, "fulfilled");
}
