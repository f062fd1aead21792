//! Money that came in another currency than was asked for: it is named, counted and given back in its own.

use serde_json::json;

use super::paid_twice::{pay, second_checkout};
use super::till::Till;

const ADA: &str = "ada@example.org";

#[tokio::test(flavor = "multi_thread")]
async fn what_was_paid_in_yen_is_told_and_given_back_in_yen() {
    let till = Till::open().await;
    let free = till.free_course().await;
    let ada = till.world.learner(&free, ADA).await;
    let applied = till.apply(ADA).await;
    let yen = json!({ "amount_subtotal": 2_900, "currency": "jpy" });
    till.at_stripe(&format!("sessions/{}/tamper", applied.session), yen).await.expect(200);
    till.pay(&applied).await;
    assert_eq!(till.order(&applied.order).await["review"], "money_mismatch");
    till.refund(&applied.order, Some(900)).await.expect(200);
    let order = till.order(&applied.order).await;
    let (price, paid, back) = (&order["price"], &order["paid"], &order["refunded"]);
    assert_eq!(price, &json!({ "amount": "29.00", "currency": "USD" }));
    assert_eq!(paid, &json!({ "amount": "2900", "currency": "JPY" }));
    assert_eq!(back, &json!({ "amount": "900", "currency": "JPY" }));
    assert_eq!(&order["lines"][0]["refunded"], back);
    let mine = ada.get("/api/my/orders").await.expect(200).json();
    assert_eq!((&mine["orders"][0]["total"], &mine["orders"][0]["refunded"]), (paid, back));
    let mails = till.world.mails_to(ADA).await;
    assert!(mails.last().unwrap().text.contains("900 JPY"), "{mails:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_payment_in_another_currency_is_told_in_its_own_and_stands_in_for_nothing() {
    let till = Till::open().await;
    let sold = till.sell(ADA).await;
    let own = till.payment(&sold.order).await;
    let second = second_checkout(&till, &sold.order).await;
    till.at_stripe(&format!("sessions/{}/tamper", second.session), json!({ "currency": "jpy" })).await.expect(200);
    pay(&till, &second).await;
    let extra = &till.order(&sold.order).await["extra_payments"][0];
    assert_eq!(extra["paid"], json!({ "amount": "2900", "currency": "JPY" }));
    assert_eq!(extra["refunded"], json!({ "amount": "0", "currency": "JPY" }));
    till.dashboard("refunds", &[("payment_intent", &own)]).await.expect(200);
    till.reconcile().await;
    assert_eq!((till.state(&sold.order).await.as_str(), till.place(ADA).await.as_str()), ("refunded", "suspended"));
}
