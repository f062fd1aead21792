//! Placing an order while the provider fails, and too often.

use authorization::{Principal, act};
use commerce::{Application, CommerceError, place_order};
use domain::{Buyer, EmailAddress, Locale, PersonName};
use portico_tests::Browser;
use serde_json::json;

use super::held::{Call, Held};
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

/// The provider refuses to close a page, and says in the same breath that it is open.
///
/// Proves: F10, F18
#[tokio::test(flavor = "multi_thread")]
async fn no_second_page_is_opened_beside_one_that_can_still_be_paid() {
    let till = Till::open().await;
    let former = till.apply("ada@example.org").await;
    till.edit_course(json!({ "price": { "amount": "19.00", "currency": "EUR" } })).await;
    let (shop, _) = Held::shop(&till.world, Call::RefusedClosing);
    let course = till.course.parse().unwrap();
    let grant = till.world.platform.app.authorize_as::<act::ApplyForCourse>(&Principal::Visitor, course).await;
    let (name, email) = (PersonName::new("Ada").unwrap(), EmailAddress::new("ada@example.org").unwrap());
    let wish = Application { buyer: Buyer { name, email }, locale: Locale::English, term: None };
    let placed = place_order(&shop, grant.unwrap(), wish, None, "here").await;
    assert!(matches!(placed, Err(CommerceError::Busy)), "{placed:?}");
    assert_eq!(till.state(&former.order).await, "open");
    let applied = till.sell("ada@example.org").await;
    assert_eq!(
        (till.state(&former.order).await, till.state(&applied.order).await),
        ("expired".into(), "fulfilled".into())
    );
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

/// Anybody types anybody's address.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_kept_from_buying_by_a_network_that_types_their_address_all_day() {
    let till = Till::open().await;
    let free = till.free_course().await;
    let ada = till.world.learner(&free, "ada@example.org").await;
    let form = json!({ "course": till.course, "name": "Ada", "email": "ada@example.org" });
    // One was typed for the free course.
    for _ in 1..30 {
        till.world.browser().post("/api/checkout", &form).await.expect(201);
    }
    till.world.browser().post("/api/checkout", &form).await.expect(429);
    let elsewhere = Browser::from(&till.world.platform.origin, [127, 0, 9, 1].into());
    elsewhere.post("/api/checkout", &form).await.expect(201);
    // Beside the thirty: signed in, in the very network.
    for _ in 0..30 {
        ada.post("/api/checkout", &form).await.expect(201);
    }
    ada.post("/api/checkout", &form).await.expect(429);
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
