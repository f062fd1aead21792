//! Two orders of one buyer that open the same course, since the money of the first came back when the second was paid:
//! a person is told, and gives one of the two back.

use authorization::{Principal, act};
use domain::{OrderEvent, ReviewReason};
use serde_json::json;
use store::StoreError;

use super::leaving::{ada, apply_signed_in, money_arrives, pay_later};
use super::till::{Applied, Till};

const ADA: &str = "ada@example.org";

async fn to_decide(till: &Till) -> Vec<String> {
    let listed = till.staff.get("/api/admin/orders?state=in_review").await.expect(200).json();
    listed["items"].as_array().unwrap().iter().map(|order| order["id"].as_str().unwrap().to_owned()).collect()
}

async fn disputed(till: &Till, order: &str, outcome: &str) {
    let payment = till.payment(order).await;
    till.at_stripe(&format!("charges/{payment}/dispute"), json!({ "outcome": outcome })).await.expect(200);
}

/// Bought, disputed, bought again; then the bank gives the first money back to us.
async fn bought_beside_a_dispute(till: &Till) -> (Applied, Applied) {
    let first = till.sell(ADA).await;
    disputed(till, &first.order, "open").await;
    let second = till.sell(ADA).await;
    assert!(to_decide(till).await.is_empty(), "the bank has the money of one of them");
    disputed(till, &first.order, "won").await;
    (first, second)
}

async fn stands(till: &Till, applied: &Applied) -> (String, serde_json::Value) {
    let order = till.order(&applied.order).await;
    (order["state"].as_str().unwrap().to_owned(), order["review"].clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dispute_that_is_won_after_its_buyer_paid_again_is_a_question_for_a_person() {
    let till = Till::open().await;
    let (first, second) = bought_beside_a_dispute(&till).await;
    assert_eq!(stands(&till, &first).await, ("fulfilled".to_owned(), json!("paid_twice")));
    assert_eq!(stands(&till, &second).await, ("fulfilled".to_owned(), json!(null)));
    assert_eq!(to_decide(&till).await, [first.order.as_str()]);
    till.reconcile().await;
    assert_eq!(to_decide(&till).await, [first.order.as_str()], "looking again changes nothing");
    till.refund(&first.order, None).await.expect(200);
    assert!(to_decide(&till).await.is_empty());
    assert_eq!(stands(&till, &first).await, ("refunded".to_owned(), json!(null)));
    assert_eq!(till.place(ADA).await, "enrolled", "the other one keeps the course open");
}

#[tokio::test(flavor = "multi_thread")]
async fn whichever_of_the_two_goes_back_nothing_is_left_to_decide() {
    let till = Till::open().await;
    let (first, second) = bought_beside_a_dispute(&till).await;
    // The news of it would do the same beside the answer.
    till.faults(json!({ "drop": true })).await;
    till.refund(&second.order, None).await.expect(200);
    assert!(to_decide(&till).await.is_empty());
    assert_eq!(stands(&till, &first).await, ("fulfilled".to_owned(), json!(null)));
    assert_eq!(till.place(ADA).await, "enrolled");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refund_that_fails_after_its_buyer_paid_again_is_a_question_for_a_person() {
    let till = Till::open().await;
    let first = till.sell(ADA).await;
    let refund = till.refund(&first.order, None).await.expect(200).str("/refund");
    till.sell(ADA).await;
    till.at_stripe(&format!("refunds/{refund}/fail"), json!({})).await.expect(200);
    assert_eq!(stands(&till, &first).await, ("fulfilled".to_owned(), json!("paid_twice")));
    assert_eq!(to_decide(&till).await, [first.order.as_str()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn money_that_comes_back_to_an_order_that_stands_alone_is_no_question() {
    let till = Till::open().await;
    let first = till.sell(ADA).await;
    disputed(&till, &first.order, "open").await;
    disputed(&till, &first.order, "won").await;
    assert_eq!(stands(&till, &first).await, ("fulfilled".to_owned(), json!(null)));
    assert!(to_decide(&till).await.is_empty());
}

/// A stranger's slow money, on its way before the account was there or since, and what the owner paid meanwhile.
async fn paid_beside_slow_money(till: &Till, before_the_account: bool) -> (Applied, Applied) {
    let early = if before_the_account { Some(till.apply(ADA).await) } else { None };
    let ada = ada(till).await;
    let slow = match early {
        Some(early) => early,
        None => till.apply(ADA).await,
    };
    pay_later(till, &slow).await;
    let own = apply_signed_in(till, &ada, "Ada").await;
    till.pay(&own).await;
    (slow, own)
}

/// Proves: F18, P11
#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_another_one_kept_out_has_the_course_once_the_others_money_went() {
    for (before_the_account, by_the_bank) in [(false, false), (false, true), (true, false)] {
        let till = Till::open().await;
        let (slow, own) = paid_beside_slow_money(&till, before_the_account).await;
        money_arrives(&till, &slow).await;
        assert_eq!(stands(&till, &slow).await, ("in_review".to_owned(), json!("paid_twice")));
        if by_the_bank {
            disputed(&till, &own.order, "lost").await;
        } else {
            till.faults(json!({ "drop": true })).await;
            till.refund(&own.order, None).await.expect(200);
        }
        assert_eq!(stands(&till, &slow).await, ("fulfilled".to_owned(), json!(null)));
        assert_eq!(till.place(ADA).await, "enrolled", "their money is with us");
        assert!(to_decide(&till).await.is_empty());
    }
}

/// Proves: F18
#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_kept_out_by_an_order_whose_money_goes_at_the_same_instant() {
    let till = Till::open().await;
    let (slow, own) = paid_beside_slow_money(&till, false).await;
    let (app, id) = (&till.world.platform.app, slow.order.parse().unwrap());
    let provider = Principal::Payments(id);
    let fulfilling = app.authorize_as::<act::FulfillOrder>(&provider, id).await.unwrap();
    let facts = app.store.fulfillment_facts(&fulfilling).await.unwrap();
    let advancing = app.authorize_as::<act::AdvanceOrder>(&provider, id).await.unwrap();
    till.refund(&own.order, None).await.expect(200);
    let mut after = advancing.target().order.clone().after(OrderEvent::Review, app.clock.now()).unwrap();
    after.review = Some(ReviewReason::PaidTwice);
    let overtaken = app.store.review_order(advancing, &after, facts.enrollment.as_ref()).await;
    assert!(matches!(overtaken, Err(StoreError::Conflict("the enrollment"))), "{overtaken:?}");
    money_arrives(&till, &slow).await;
    assert_eq!(stands(&till, &slow).await, ("fulfilled".to_owned(), json!(null)));
}
