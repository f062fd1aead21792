//! Orders that a person must look at: they are found, their money is looked after, and there is a way out.

use authorization::{Granted, Principal, Standing, act};
use commerce::{CommerceError, RefundWish, refund};
use domain::{EmailAddress, Realm};
use jiff::SignedDuration;
use portico_tests::PASSWORD;
use serde_json::json;

use super::held::{Call, Held};
use super::till::{Applied, Till};

/// An order that was paid in another sum than was asked for.
async fn in_review(till: &Till, email: &str) -> Applied {
    let applied = till.apply(email).await;
    till.at_stripe(&format!("sessions/{}/tamper", applied.session), json!({ "amount_subtotal": 2_000 }))
        .await
        .expect(200);
    till.pay(&applied).await;
    assert_eq!(till.state(&applied.order).await, "in_review");
    applied
}

async fn to_decide(till: &Till) -> Vec<String> {
    let listed = till.staff.get("/api/admin/orders?state=in_review").await.expect(200).json();
    listed["items"].as_array().unwrap().iter().map(|order| order["id"].as_str().unwrap().to_owned()).collect()
}

/// Proves: F11
#[tokio::test(flavor = "multi_thread")]
async fn orders_in_review_are_listed_and_give_their_money_back() {
    let till = Till::open().await;
    till.sell("bob@example.org").await;
    let odd = in_review(&till, "ada@example.org").await;
    assert_eq!(to_decide(&till).await, [odd.order.as_str()]);
    till.refund(&odd.order, Some(500)).await.expect(200);
    let part = till.order(&odd.order).await;
    assert_eq!((&part["state"], &part["refunded"]["amount"]), (&json!("in_review"), &json!("5.00")));
    let rest = till.refund(&odd.order, None).await.expect(200);
    assert_eq!(rest.json()["amount_minor"], 1_500);
    let all = till.order(&odd.order).await;
    assert_eq!((&all["state"], &all["refunded"]["amount"]), (&json!("refunded"), &json!("20.00")));
    assert!(to_decide(&till).await.is_empty());
    let mails = till.world.mails_to("ada@example.org").await;
    let told = mails.iter().map(|mail| mail.text.as_str()).collect::<Vec<_>>();
    assert!(
        matches!(told.as_slice(), [part, rest] if part.contains("5.00 USD") && rest.contains("15.00 USD")),
        "{told:?}"
    );
    // The bank turns the refund down: it is a question for a person again, and still nobody was let in.
    till.at_stripe(&format!("refunds/{}/fail", rest.str("/refund")), json!({})).await.expect(200);
    assert_eq!(to_decide(&till).await, [odd.order.as_str()]);
    assert_eq!(till.accounts().await, 1, "only Bob");
}

/// Proves: P06, P07
#[tokio::test(flavor = "multi_thread")]
async fn staff_lets_a_buyer_in_after_all_and_the_audit_says_why() {
    let till = Till::open().await;
    let odd = in_review(&till, "ada@example.org").await;
    let path = format!("/api/admin/orders/{}/replay", odd.order);
    till.staff.post(&path, json!({ "reason": " " })).await.expect(422);
    till.world.browser().post(&path, json!({ "reason": "me" })).await.expect(401);
    let same = till.staff.post(&path, json!({ "reason": "looked again" })).await.expect(200);
    assert_eq!(same.str("/outcome"), "in_review", "the rules say the same");
    let form = json!({ "reason": "a friend of the house", "accept": true });
    assert!(till.staff.post(&path, form.clone()).await.expect(422).names_field("version"));
    let at = |version: u64| json!({ "version": version, "reason": form["reason"], "accept": true });
    let seen = till.order(&odd.order).await["version"].as_u64().unwrap();
    till.staff.post(&path, at(seen - 1)).await.expect(409);
    assert_eq!(till.state(&odd.order).await, "in_review", "decided by what is no longer so");
    let accepted = till.staff.post(&path, at(seen)).await.expect(200);
    assert_eq!(accepted.str("/outcome"), "fulfilled");
    assert_eq!(
        (till.state(&odd.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("fulfilled", "enrolled")
    );
    till.world.use_password_link("ada@example.org").await;
    let audit = till.staff.get(&format!("/api/admin/audit?object=order:{}", odd.order)).await.expect(200);
    assert_eq!(audit.str("/items/0/action"), "order.resolve");
    assert_eq!(audit.json()["items"][0]["after"]["reason"], "a friend of the house");
    till.staff.post(&path, at(till.order(&odd.order).await["version"].as_u64().unwrap())).await.expect(409);
    // From now on it is an order like any other.
    till.refund(&odd.order, None).await.expect(200);
    assert_eq!(till.place("ada@example.org").await, "suspended");
}

/// Proves: P06
#[tokio::test(flavor = "multi_thread")]
async fn staff_has_any_order_compared_with_the_provider_again() {
    let till = Till::open().await;
    till.faults(json!({ "drop": true })).await;
    let sold = till.sell("ada@example.org").await;
    let path = format!("/api/admin/orders/{}/replay", sold.order);
    let done = till.staff.post(&path, json!({ "reason": "the buyer called" })).await.expect(200);
    assert_eq!((done.str("/outcome").as_str(), till.state(&sold.order).await.as_str()), ("fulfilled", "fulfilled"));
}

/// The buyer has lost the mail.
#[tokio::test(flavor = "multi_thread")]
async fn staff_has_the_way_in_mailed_once_more_as_long_as_the_order_opens_the_course() {
    let till = Till::open().await;
    let sold = till.sell("ada@example.org").await;
    let path = format!("/api/admin/orders/{}/resend", sold.order);
    let first = till.world.link_mailed_to("ada@example.org").await.unwrap();
    till.world.browser().post(&path, json!({})).await.expect(401);
    till.staff.post(&path, json!({})).await.expect(202);
    let fresh = till.world.link_mailed_to("ada@example.org").await.unwrap();
    assert_ne!(first, fresh);
    let audit = till.staff.get(&format!("/api/admin/audit?object=order:{}", sold.order)).await.expect(200);
    assert_eq!(audit.str("/items/0/action"), "order.resolve");
    assert_eq!(audit.json()["items"][0]["after"]["mail"], "access");
    till.world.use_password_link("ada@example.org").await;
    let learner = till.world.sign_in("ada@example.org", portico_tests::PASSWORD, "public").await;
    learner.post(&path, json!({})).await.expect(403);
    let account = format!("/api/admin/accounts/{}", till.account("ada@example.org").await);
    till.staff.post(&format!("{account}/deactivate"), json!({})).await.expect(200);
    let refused = till.staff.post(&path, json!({})).await.expect(409);
    assert!(refused.text().contains("switch it on first"), "{}", refused.text());
    till.staff.post(&format!("{account}/reactivate"), json!({})).await.expect(200);
    till.refund(&sold.order, None).await.expect(200);
    let refused = till.staff.post(&path, json!({})).await.expect(409);
    assert!(refused.text().contains("its money went back"), "{}", refused.text());
}

/// Proves: A60
#[tokio::test(flavor = "multi_thread")]
async fn money_is_given_away_only_by_whoever_has_proved_their_password_lately() {
    let till = Till::open().await;
    let sold = till.sell("bob@example.org").await;
    let odd = in_review(&till, "ada@example.org").await;
    till.world.forward(SignedDuration::from_mins(11));
    till.staff.post("/api/login/refresh", json!({})).await.expect(200);
    let replay = format!("/api/admin/orders/{}/replay", odd.order);
    let accept = json!({ "version": till.order(&odd.order).await["version"], "accept": true, "reason": "a friend" });
    let code = json!({ "key": "all-of-it-for-nothing", "code": "nothing", "percent_off": 100 });
    for refused in [
        till.refund(&sold.order, None).await,
        till.staff.post(&replay, &accept).await,
        till.staff.post("/api/admin/promotions", &code).await,
    ] {
        assert_eq!(refused.expect(403).str("/code"), "confirm_first");
    }
    assert_eq!((till.state(&sold.order).await, till.state(&odd.order).await), ("fulfilled".into(), "in_review".into()));
    till.staff.post("/api/login/confirm", json!({ "password": PASSWORD })).await.expect(204);
    till.refund(&sold.order, None).await.expect(200);
    till.staff.post(&replay, &accept).await.expect(200);
    till.staff.post("/api/admin/promotions", &code).await.expect(201);
}

/// The permission of the staff to give an order's money back.
async fn refund_grant(till: &Till, order: &str) -> Granted<act::RefundOrder> {
    let app = &till.world.platform.app;
    let olga = app.store.account_by_email(Realm::Main, &EmailAddress::new("olga@portico.example").unwrap()).await;
    let principal = Principal::Account(Standing::of(&olga.unwrap().unwrap(), Vec::new(), app.clock.now()));
    app.authorize_as::<act::RefundOrder>(&principal, order.parse().unwrap()).await.unwrap()
}

/// The provider gives the money back and its answer is lost: whoever clicks again clicks on an order that has moved.
///
/// Proves: F02
#[tokio::test(flavor = "multi_thread")]
async fn a_refund_whose_answer_was_lost_is_not_made_again_by_the_next_click() {
    let till = Till::open().await;
    let sold = till.sell("ada@example.org").await;
    let seen = till.order(&sold.order).await["version"].clone();
    let (shop, _) = Held::shop(&till.world, Call::Refund);
    let version = seen.as_u64().unwrap();
    let wish = RefundWish { version, payment: None, amount_minor: Some(500), reason: "late".to_owned() };
    assert!(matches!(
        refund(&shop, refund_grant(&till, &sold.order).await, wish).await,
        Err(CommerceError::Payment(_))
    ));
    let form = json!({ "version": seen, "amount_minor": 500, "reason": "late" });
    till.staff.post(&format!("/api/admin/orders/{}/refund", sold.order), form).await.expect(409);
    assert_eq!(till.order(&sold.order).await["refunded"]["amount"], "5.00");
}

/// The provider would give the same answer to the same key for a day, whatever was mended meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn a_refund_that_was_refused_is_asked_for_anew_by_the_next_click() {
    let till = Till::open().await;
    let sold = till.sell("ada@example.org").await;
    let version = till.order(&sold.order).await["version"].as_u64().unwrap();
    let (shop, _) = Held::shop(&till.world, Call::RefusedRefund);
    let wish = RefundWish { version, payment: None, amount_minor: Some(500), reason: "late".to_owned() };
    let refused = refund(&shop, refund_grant(&till, &sold.order).await, wish).await;
    assert!(matches!(refused, Err(CommerceError::Refund(_))), "{refused:?}");
    assert_eq!(till.order(&sold.order).await["version"].as_u64(), Some(version + 1), "under another key");
    let audit = till.staff.get(&format!("/api/admin/audit?object=order:{}", sold.order)).await.expect(200);
    assert_eq!(
        (audit.str("/items/0/after/status"), audit.str("/items/0/after/reason")),
        ("refused".into(), "late".into())
    );
    till.refund(&sold.order, Some(500)).await.expect(200);
}

/// Proves: P16
#[tokio::test(flavor = "multi_thread")]
async fn a_refund_touches_the_line_and_the_order_that_it_names() {
    let till = Till::open().await;
    let free = till.free_course().await;
    let (paid, other) = (till.sell("ada@example.org").await, till.apply_for(&free, "ada@example.org").await);
    let version = till.order(&paid.order).await["version"].clone();
    let path = format!("/api/admin/orders/{}/refund", paid.order);
    let foreign = json!({ "version": version, "course": free, "reason": "the other line" });
    assert!(till.staff.post(&path, foreign).await.expect(422).names_field("course"));
    let line = json!({ "version": version, "course": till.course, "reason": "this line", "amount_minor": 900 });
    till.staff.post(&path, line).await.expect(200);
    assert_eq!(till.order(&paid.order).await["lines"][0]["refunded"]["amount"], "9.00");
    assert_eq!(till.place("ada@example.org").await, "enrolled", "a part keeps access");
    till.refund(&paid.order, None).await.expect(200);
    assert_eq!(till.place("ada@example.org").await, "suspended");
    let account = till.account("ada@example.org").await;
    let kept = till.staff.get(&format!("/api/courses/{free}/enrollments/{account}")).await.expect(200);
    assert_eq!((kept.str("/state").as_str(), till.state(&other.order).await.as_str()), ("enrolled", "fulfilled"));
}

/// Refunds of an order that is in dispute are written down as well.
#[tokio::test(flavor = "multi_thread")]
async fn what_went_back_before_a_dispute_stays_known() {
    let till = Till::open().await;
    let sold = till.sell("ada@example.org").await;
    let payment = till.payment(&sold.order).await;
    till.faults(json!({ "drop": true })).await;
    till.dashboard("refunds", &[("payment_intent", &payment), ("amount", "900")]).await.expect(200);
    till.at_stripe(&format!("charges/{payment}/dispute"), json!({ "outcome": "open" })).await.expect(200);
    till.faults(json!({})).await;
    till.at_stripe(&format!("charges/{payment}/dispute"), json!({ "outcome": "lost" })).await.expect(200);
    let order = till.order(&sold.order).await;
    assert_eq!((&order["state"], &order["refunded"]["amount"]), (&json!("disputed"), &json!("9.00")));
}

/// A won dispute brings the money back, and nobody whom staff shut out.
#[tokio::test(flavor = "multi_thread")]
async fn whom_staff_shut_out_during_a_dispute_stays_out_until_staff_says_otherwise() {
    let till = Till::open().await;
    let sold = till.sell("ada@example.org").await;
    let payment = till.payment(&sold.order).await;
    till.at_stripe(&format!("charges/{payment}/dispute"), json!({ "outcome": "open" })).await.expect(200);
    assert_eq!(till.place("ada@example.org").await, "suspended");
    till.change("ada@example.org", "suspend").await.expect(200);
    let told = till.world.mails_to("ada@example.org").await.len();
    till.at_stripe(&format!("charges/{payment}/dispute"), json!({ "outcome": "won" })).await.expect(200);
    assert_eq!(
        (till.state(&sold.order).await.as_str(), till.place("ada@example.org").await.as_str()),
        ("fulfilled", "suspended")
    );
    let mails = till.world.mails_to("ada@example.org").await;
    assert_eq!(mails.len(), told, "nobody is told of a way in that is shut: {mails:?}");
    till.change("ada@example.org", "reinstate").await.expect(200);
    assert_eq!(till.place("ada@example.org").await, "enrolled");
}
