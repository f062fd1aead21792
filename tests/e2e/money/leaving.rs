//! Leaving while orders are open, and coming back: nobody is kept by what a stranger began, nobody pays for an account that
//! is gone, and of whoever left no words stay where they are of no use.

use authorization::{Principal, act};
use domain::{Buyer, Currency, EmailAddress, Money, Order, OrderId, PersonName, Quote, Registration, Slug, Title};
use jiff::SignedDuration;
use portico_tests::{Browser, PASSWORD};
use serde_json::{Value, json};
use store::StoreError;

use super::till::{Applied, Till};

const ADA: &str = "ada@example.org";

/// A learner of a free course, with a password proved a moment ago.
pub(super) async fn ada(till: &Till) -> Browser {
    let free = till.free_course().await;
    let ada = till.world.learner(&free, ADA).await;
    ada.post("/api/login/confirm", json!({ "password": PASSWORD })).await.expect(204);
    ada
}

/// An application of somebody who is signed in.
pub(super) async fn apply_signed_in(till: &Till, browser: &Browser, name: &str) -> Applied {
    let form = json!({ "course": till.course, "name": name, "email": ADA });
    let applied = browser.post("/api/checkout", form).await.expect(201);
    let session = applied.str("/url").split("/c/pay/").nth(1).unwrap_or_default().to_owned();
    Applied { order: applied.str("/order"), session }
}

/// Pays with money that takes days.
pub(super) async fn pay_later(till: &Till, applied: &Applied) {
    till.at_stripe(&format!("sessions/{}/pay", applied.session), json!({ "method": "later" })).await.expect(200);
}

pub(super) async fn money_arrives(till: &Till, applied: &Applied) {
    till.at_stripe(&format!("sessions/{}/settle", applied.session), json!({ "succeed": true })).await.expect(200);
}

async fn listed(browser: &Browser) -> Vec<Value> {
    browser.get("/api/my/orders").await.expect(200).json()["orders"].as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_stranger_began_keeps_nobody_and_what_is_paid_then_waits_for_a_person() {
    let till = Till::open().await;
    let ada = ada(&till).await;
    let strangers = till.apply(ADA).await;
    ada.delete("/api/me").await.expect(204);
    till.pay(&strangers).await;
    let order = till.order(&strangers.order).await;
    assert_eq!((&order["state"], &order["review"]), (&json!("in_review"), &json!("account_unavailable")));
    assert_eq!(till.accounts().await, 0, "nobody is resurrected");
    till.refund(&strangers.order, None).await.expect(200);
    let mails = till.world.mails_to(ADA).await;
    assert!(mails.last().unwrap().text.contains("29.00 USD"), "whose money went back is told: {mails:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_stranger_began_is_in_no_list_and_no_file_of_its_owner() {
    let till = Till::open().await;
    let ada = ada(&till).await;
    let strangers = till.world.apply(&till.course, "Silly Goose", ADA).await.expect(201).str("/order");
    let file = || async { ada.get("/api/me/data").await.expect(200).text() };
    assert!(listed(&ada).await.iter().all(|order| order["id"] != json!(strangers)));
    assert!(!file().await.contains("Silly Goose"));
    // Once its owner goes on with it, it is theirs, and stays in their words whoever else applies.
    let own = apply_signed_in(&till, &ada, "Ada King").await;
    assert_eq!(own.order, strangers);
    till.world.apply(&till.course, "Silly Goose", ADA).await.expect(201);
    let orders = listed(&ada).await;
    assert_eq!((&orders[0]["id"], &orders[0]["state"]), (&json!(own.order), &json!("open")));
    let text = file().await;
    assert!(text.contains(&own.order) && text.contains("Ada King") && !text.contains("Silly Goose"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn money_that_is_on_its_way_keeps_its_owner_until_it_is_there() {
    let till = Till::open().await;
    let ada = ada(&till).await;
    let late = apply_signed_in(&till, &ada, "Ada").await;
    pay_later(&till, &late).await;
    let refused = ada.delete("/api/me").await.expect(409).str("/message");
    assert!(refused.contains("on its way"), "{refused}");
    money_arrives(&till, &late).await;
    ada.delete("/api/me").await.expect(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn money_that_a_stranger_sends_slowly_keeps_nobody_from_buying_or_leaving() {
    let till = Till::open().await;
    let ada = ada(&till).await;
    let strangers = till.apply(ADA).await;
    pay_later(&till, &strangers).await;
    assert_eq!(till.state(&strangers.order).await, "paid");
    let own = apply_signed_in(&till, &ada, "Ada").await;
    assert_ne!(own.order, strangers.order);
    till.pay(&own).await;
    assert_eq!((till.state(&own.order).await.as_str(), till.place(ADA).await.as_str()), ("fulfilled", "enrolled"));
    ada.delete("/api/me").await.expect(204);
    money_arrives(&till, &strangers).await;
    let order = till.order(&strangers.order).await;
    assert_eq!((&order["state"], &order["review"]), (&json!("in_review"), &json!("account_unavailable")));
    assert_eq!(till.accounts().await, 0, "nobody is resurrected");
}

/// Whoever types an address and never sends the money keeps its owner from the course for an hour, not for days.
///
/// Proves: F18
#[tokio::test(flavor = "multi_thread")]
async fn money_that_a_stranger_promises_keeps_a_first_buyer_waiting_for_an_hour() {
    let till = Till::open().await;
    let late = till.apply(ADA).await;
    pay_later(&till, &late).await;
    till.world.forward(SignedDuration::from_mins(59));
    assert_eq!(till.apply(ADA).await.order, late.order, "it is on its way");
    till.world.forward(SignedDuration::from_mins(1));
    let own = till.sell(ADA).await;
    assert_ne!(own.order, late.order);
    money_arrives(&till, &late).await;
    let staff = till.world.sign_in("olga@portico.example", PASSWORD, "main").await;
    let state = async |order: &str| staff.get(&format!("/api/admin/orders/{order}")).await.expect(200).str("/state");
    assert_eq!((state(&own.order).await, state(&late.order).await), ("fulfilled".into(), "in_review".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn money_that_arrives_after_its_owner_paid_themselves_waits_for_a_person() {
    let till = Till::open().await;
    let ada = ada(&till).await;
    let strangers = till.apply(ADA).await;
    pay_later(&till, &strangers).await;
    let own = apply_signed_in(&till, &ada, "Ada").await;
    // Once more is the same order still: it is the owner's.
    assert_eq!(apply_signed_in(&till, &ada, "Ada").await.order, own.order);
    till.pay(&own).await;
    money_arrives(&till, &strangers).await;
    let order = till.order(&strangers.order).await;
    assert_eq!((&order["state"], &order["review"]), (&json!("in_review"), &json!("paid_twice")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dispute_keeps_its_owner_until_the_bank_has_decided() {
    for outcome in ["lost", "won"] {
        let till = Till::open().await;
        let ada = ada(&till).await;
        let sold = till.sell(ADA).await;
        let payment = till.payment(&sold.order).await;
        let path = format!("charges/{payment}/dispute");
        till.at_stripe(&path, json!({ "outcome": "open" })).await.expect(200);
        let refused = ada.delete("/api/me").await.expect(409).str("/message");
        assert!(refused.contains("disputed"), "{refused}");
        till.at_stripe(&path, json!({ "outcome": outcome })).await.expect(200);
        ada.delete("/api/me").await.expect(204);
    }
}

/// Whoever buys for the first time with money that takes days, has an account by another purchase meanwhile, and leaves.
#[tokio::test(flavor = "multi_thread")]
async fn money_that_was_on_its_way_before_there_was_an_account_makes_nobody_anew_who_left() {
    let till = Till::open().await;
    let late = till.apply(ADA).await;
    pay_later(&till, &late).await;
    let ada = ada(&till).await;
    ada.delete("/api/me").await.expect(204);
    money_arrives(&till, &late).await;
    let order = till.order(&late.order).await;
    assert_eq!((&order["state"], &order["review"]), (&json!("in_review"), &json!("account_unavailable")));
    assert_eq!(till.accounts().await, 0, "nobody is resurrected");
    // What they apply for after they left is theirs.
    let again = till.apply_for(&till.free_course().await, ADA).await;
    assert_eq!((till.state(&again.order).await.as_str(), till.accounts().await), ("fulfilled", 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_left_and_comes_back_is_sold_an_order_of_their_own() {
    let till = Till::open().await;
    let ada = ada(&till).await;
    let before = apply_signed_in(&till, &ada, "Ada").await;
    ada.delete("/api/me").await.expect(204);
    let again = till.apply(ADA).await;
    assert_ne!((&again.order, &again.session), (&before.order, &before.session));
    assert_eq!(till.state(&before.order).await, "expired", "the page of the account that is gone is closed");
    till.pay(&again).await;
    assert_eq!((till.state(&again.order).await.as_str(), till.place(ADA).await.as_str()), ("fulfilled", "enrolled"));
}

/// An order that was begun before there was an account, by whoever has one and leaves.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_begun_before_leaving_is_not_sold_after_it() {
    let till = Till::open().await;
    let before = till.apply(ADA).await;
    let ada = ada(&till).await;
    ada.delete("/api/me").await.expect(204);
    let again = till.apply(ADA).await;
    assert_ne!((&again.order, &again.session), (&before.order, &before.session));
    assert_eq!(till.state(&before.order).await, "expired");
    till.pay(&again).await;
    assert_eq!((till.state(&again.order).await.as_str(), till.place(ADA).await.as_str()), ("fulfilled", "enrolled"));
}

#[tokio::test(flavor = "multi_thread")]
async fn money_that_was_on_its_way_before_leaving_keeps_nobody_from_buying_after_it() {
    let till = Till::open().await;
    let late = till.apply(ADA).await;
    pay_later(&till, &late).await;
    let ada = ada(&till).await;
    ada.delete("/api/me").await.expect(204);
    let again = till.sell(ADA).await;
    assert_ne!(again.order, late.order);
    assert_eq!((till.state(&again.order).await.as_str(), till.place(ADA).await.as_str()), ("fulfilled", "enrolled"));
    money_arrives(&till, &late).await;
    assert_eq!(till.order(&late.order).await["review"], "account_unavailable", "a person gives it back");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_order_is_placed_for_an_account_that_goes_at_the_same_instant() {
    let till = Till::open().await;
    ada(&till).await;
    let account = till.account(ADA).await;
    let app = &till.world.platform.app;
    let course = till.course.parse().unwrap();
    let grant = app.authorize_as::<act::ApplyForCourse>(&Principal::Visitor, course).await.unwrap();
    let quote = Quote {
        course,
        course_slug: Slug::new("knots").unwrap(),
        course_title: Title::new("Knots").unwrap(),
        price: Money { minor: 2_900, currency: Currency::USD },
        term: None,
    };
    let (name, email) = (PersonName::new("Ada").unwrap(), EmailAddress::new(ADA).unwrap());
    let registration = Registration::apply(name.clone(), email.clone(), domain::Locale::English, false);
    let mut order =
        Order::place(OrderId::new(app.clock.now(), &*app.entropy), quote, Buyer { name, email }, app.clock.now());
    order.known_account = Some(account.parse().unwrap());
    till.staff.delete(&format!("/api/admin/accounts/{account}")).await.expect(204);
    let overtaken = app.store.place_order(grant, &order, &registration, None).await;
    assert!(matches!(overtaken, Err(StoreError::Conflict("the account"))), "{overtaken:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_farewell_that_is_sent_no_word_is_kept() {
    let till = Till::open().await;
    let ada = ada(&till).await;
    ada.delete("/api/me").await.expect(204);
    let mails = till.world.mails_to(ADA).await;
    assert!(mails.last().unwrap().subject.contains("is deleted"), "{mails:?}");
    let table = till.world.platform.app.settings.table.clone();
    let outbox = json!({
        "TableName": table,
        "FilterExpression": "begins_with(pk, :outbox)",
        "ExpressionAttributeValues": { ":outbox": { "S": "OUTBOX#" } },
    });
    let kept = till.at_table("Scan", &outbox).await.text();
    assert!(kept.contains("access_ready"), "other mails answer whether they were sent: {kept}");
    assert!(!kept.contains("account_deleted") && !kept.contains(ADA), "{kept}");
}
