//! An order that was paid more than once: the buyer keeps the course for the one payment that stays, each of the others
//! goes back by itself, and nobody gives back the wrong one.

use portico_tests::Reply;
use serde_json::{Value, json};

use super::till::{Applied, Till};

/// A second checkout of the same order, as somebody with the dashboard can make it.
pub(super) async fn second_checkout(till: &Till, order: &str) -> Applied {
    let form = [
        ("mode", "payment"),
        ("success_url", "https://portico.example/thanks"),
        ("client_reference_id", order),
        ("payment_intent_data[metadata][order]", order),
        ("line_items[0][quantity]", "1"),
        ("line_items[0][price_data][currency]", "usd"),
        ("line_items[0][price_data][unit_amount]", "2900"),
        ("line_items[0][price_data][product_data][name]", "The same once more"),
    ];
    let made = till.dashboard("checkout/sessions", &form).await.expect(200);
    Applied { order: order.to_owned(), session: made.str("/id") }
}

/// Pays it, with the news of it.
pub(super) async fn pay(till: &Till, second: &Applied) {
    let path = format!("sessions/{}/pay", second.session);
    till.at_stripe(&path, json!({ "email": "ada@example.org" })).await.expect(200);
}

/// Proves: F18, P11
#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_paid_twice_is_one_enrollment_and_a_task_to_give_back() {
    let till = Till::open().await;
    let sold = till.sell("ada@example.org").await;
    let second = second_checkout(&till, &sold.order).await;
    pay(&till, &second).await;
    let listed = till.staff.get("/api/admin/orders?state=in_review").await.expect(200);
    assert_eq!(listed.str("/items/0/id"), sold.order);
    assert_eq!(listed.str("/items/0/extra_payments/0/paid/amount"), "29.00");
    assert_eq!(
        (till.state(&sold.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("fulfilled", "enrolled")
    );
    let payment = listed.str("/items/0/extra_payments/0/payment_intent");
    till.dashboard("refunds", &[("payment_intent", &payment)]).await.expect(200);
    till.reconcile().await;
    let listed = till.staff.get("/api/admin/orders?state=in_review").await.expect(200).json();
    assert_eq!(listed["items"], json!([]), "given back: nothing is left to do");
    assert_eq!(
        (till.state(&sold.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("fulfilled", "enrolled")
    );
}

/// An order that was paid twice, with the names of both payments: its own one, and the other.
async fn paid_twice(till: &Till) -> (String, String, String) {
    let sold = till.sell("ada@example.org").await;
    let second = second_checkout(till, &sold.order).await;
    pay(till, &second).await;
    let order = till.order(&sold.order).await;
    let name = |at: &str| order.pointer(at).and_then(Value::as_str).unwrap().to_owned();
    (sold.order, name("/payment_intent"), name("/extra_payments/0/payment_intent"))
}

async fn refund(till: &Till, order: &str, payment: &str, amount_minor: Option<u64>) -> Reply {
    let version = till.order(order).await["version"].clone();
    let form = json!({ "version": version, "payment": payment, "amount_minor": amount_minor, "reason": "paid twice" });
    till.staff.post(&format!("/api/admin/orders/{order}/refund"), form).await
}

async fn stands(till: &Till, order: &str) -> (String, String) {
    (till.state(order).await, till.place("ada@example.org").await)
}

fn as_bought() -> (String, String) {
    ("fulfilled".to_owned(), "enrolled".to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_payment_that_was_made_once_too_often_goes_back_and_the_course_stays() {
    let till = Till::open().await;
    let (order, own, extra) = paid_twice(&till).await;
    let unnamed = till.refund(&order, None).await.expect(409).str("/message");
    assert!(unnamed.contains("more than once"), "{unnamed}");
    assert!(refund(&till, &order, "pi_of_somebody_else", None).await.expect(422).names_field("payment"));
    refund(&till, &order, &extra, Some(2_901)).await.expect(409);
    let mails = till.world.mails_to("ada@example.org").await.len();
    assert_eq!(refund(&till, &order, &extra, Some(900)).await.expect(200).json()["amount_minor"], 900);
    assert_eq!(refund(&till, &order, &extra, None).await.expect(200).json()["amount_minor"], 2_000);
    let after = till.order(&order).await;
    assert_eq!(after["extra_payments"][0]["refunded"]["amount"], "29.00", "{after}");
    assert_eq!((&after["refunded"]["amount"], &after["payment_intent"]), (&json!("0.00"), &json!(own)));
    assert_eq!(stands(&till, &order).await, as_bought());
    let told = till.world.mails_to("ada@example.org").await;
    let amounts = ["9.00 USD", "20.00 USD"];
    assert!(told[mails..].iter().zip(amounts).all(|(mail, amount)| mail.text.contains(amount)), "{told:?}");
    assert_eq!(told.len(), mails + 2);
    refund(&till, &order, &extra, None).await.expect(409);
    // Nothing is owed any more: it is an order like any other, and what is left of it goes back without a name.
    till.refund(&order, None).await.expect(200);
    assert_eq!(stands(&till, &order).await, ("refunded".to_owned(), "suspended".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_gets_the_first_payment_back_keeps_the_course_for_the_second() {
    let till = Till::open().await;
    let (order, own, extra) = paid_twice(&till).await;
    till.dashboard("refunds", &[("payment_intent", &own)]).await.expect(200);
    till.reconcile().await;
    let after = till.order(&order).await;
    assert_eq!(after["payment_intent"], json!(extra), "{after}");
    assert_eq!((&after["paid"]["amount"], &after["refunded"]["amount"]), (&json!("29.00"), &json!("0.00")));
    assert_eq!(after["extra_payments"][0]["payment_intent"], json!(own));
    assert_eq!(after["extra_payments"][0]["refunded"]["amount"], "29.00");
    assert_eq!(stands(&till, &order).await, as_bought());
    let listed = till.staff.get("/api/admin/orders?state=in_review").await.expect(200).json();
    assert_eq!(listed["items"], json!([]), "one payment, one course: nothing is left to do");
    let mails = till.world.mails_to("ada@example.org").await;
    assert!(mails.last().unwrap().text.contains("29.00 USD"), "{mails:?}");
    // The payment that stands is what the course hangs on from now on.
    till.dashboard("refunds", &[("payment_intent", &extra)]).await.expect(200);
    till.reconcile().await;
    assert_eq!(stands(&till, &order).await, ("refunded".to_owned(), "suspended".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refund_that_failed_after_another_payment_took_its_place_is_owed_again() {
    let till = Till::open().await;
    let (order, own, _) = paid_twice(&till).await;
    let made = refund(&till, &order, &own, None).await.expect(200).str("/refund");
    assert_eq!(stands(&till, &order).await, as_bought(), "the other payment stands");
    till.at_stripe(&format!("refunds/{made}/fail"), json!({})).await.expect(200);
    let listed = till.staff.get("/api/admin/orders?state=in_review").await.expect(200);
    assert_eq!(listed.str("/items/0/extra_payments/0/refunded/amount"), "0.00");
    assert_eq!(stands(&till, &order).await, as_bought());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_bank_took_back_is_not_made_good_by_another_payment() {
    let till = Till::open().await;
    let (order, own, extra) = paid_twice(&till).await;
    let mails = till.world.mails_to("ada@example.org").await.len();
    till.at_stripe(&format!("charges/{own}/dispute"), json!({ "outcome": "open" })).await.expect(200);
    assert_eq!(stands(&till, &order).await, ("disputed".to_owned(), "suspended".to_owned()));
    till.at_stripe(&format!("charges/{own}/dispute"), json!({ "outcome": "won" })).await.expect(200);
    till.at_stripe(&format!("charges/{extra}/dispute"), json!({ "outcome": "lost" })).await.expect(200);
    let after = till.order(&order).await;
    assert_eq!(after["extra_payments"][0]["refunded"]["amount"], "29.00", "not with us, and not owed");
    assert_eq!(stands(&till, &order).await, as_bought());
    let told = till.world.mails_to("ada@example.org").await;
    assert!(told[mails..].iter().all(|mail| !mail.text.contains("paid back")), "nobody gave anything back: {told:?}");
}
