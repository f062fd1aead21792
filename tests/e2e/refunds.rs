//! Money that goes back, and access that follows it.

use authorization::{Principal, act};
use http::Method;
use portico_tests::{Browser, Reply, World};
use serde_json::{Value, json};

/// A world with its administrator and a learner who paid.
struct Sale {
    world: World,
    staff: Browser,
    learner: Browser,
    order: String,
    payment: String,
    course: String,
}

impl Sale {
    async fn made() -> Self {
        let world = World::start().await;
        let staff = world.founder().await;
        let course = world.course_with_lessons(true).await.id.to_string();
        let learner = world.learner(&course, "ada@example.org").await;
        let order = staff.get("/api/admin/orders").await.expect(200).str("/items/0/id");
        // The provider's id of the payment is shown to nobody; the test asks as the provider itself.
        let id = order.parse().unwrap();
        let provider = Principal::Payments(id);
        let grant = world.platform.app.authorize_as::<act::FulfillOrder>(&provider, id).await.unwrap();
        let payment = grant.target().order.payment_intent.clone().unwrap();
        Self { world, staff, learner, order, payment, course }
    }

    /// Asks for a refund of the order as it is now.
    async fn refund(&self, body: Value) -> Reply {
        let version = self.staff.get(&format!("/api/admin/orders/{}", self.order)).await.json()["version"].clone();
        self.refund_of(&version, body).await
    }

    /// Asks for a refund of the order as it was in a version.
    async fn refund_of(&self, version: &Value, mut body: Value) -> Reply {
        body["version"] = version.clone();
        self.staff.post(&format!("/api/admin/orders/{}/refund", self.order), body).await
    }

    async fn state(&self) -> String {
        self.staff.get(&format!("/api/admin/orders/{}", self.order)).await.expect(200).str("/state")
    }

    async fn enrollment(&self) -> String {
        self.learner.get("/api/my/courses").await.expect(200).str("/courses/0/state")
    }

    /// Moves something at the stand-in and waits until its webhook was answered.
    async fn at_stripe(&self, path: &str, body: Value) {
        let address = format!("{}/stand-in/{path}", self.world.platform.stripe.trim_end_matches('/'));
        let browser = self.world.browser();
        let ask = browser.ask(Method::POST, &address).without("origin").without("sec-fetch-site");
        ask.json(&body).send().await.expect(200);
    }
}

/// Proves: P17
#[tokio::test(flavor = "multi_thread")]
async fn a_full_refund_suspends_and_keeps_what_was_learned() {
    let sale = Sale::made().await;
    let outline = sale.learner.get(&format!("/api/my/courses/{}", sale.course)).await.expect(200);
    let lesson = outline.str("/sections/0/lessons/0/id");
    let done = format!("/api/my/courses/{}/lessons/{lesson}/done", sale.course);
    sale.learner.post(&done, json!({})).await.expect(200);

    let refunded = sale.refund(json!({ "reason": "asked for" })).await.expect(200);
    assert_eq!(refunded.str("/status"), "succeeded");
    assert_eq!((sale.state().await.as_str(), sale.enrollment().await.as_str()), ("refunded", "suspended"));
    sale.learner.get(&format!("/api/my/courses/{}/lessons/{lesson}", sale.course)).await.expect(403);
    let mails = sale.world.mails_to("ada@example.org").await;
    assert!(mails.last().unwrap().text.contains("29.00"), "the refund is announced: {:?}", mails.last());
    sale.refund(json!({ "reason": "again" })).await.expect(409);

    // Buying again opens the course again, at the point that was reached.
    let applied = sale.world.apply(&sale.course, "Ada", "ada@example.org").await.expect(201);
    sale.world.pay(&applied.str("/url")).await;
    assert_eq!(sale.enrollment().await, "in_progress");
    let again = sale.learner.get(&format!("/api/my/courses/{}", sale.course)).await.expect(200);
    assert_eq!(again.json()["sections"][0]["lessons"][0]["done"], true);
}

/// Proves: F07, P16
#[tokio::test(flavor = "multi_thread")]
async fn partial_refunds_add_up_and_keep_access_until_nothing_is_left() {
    let sale = Sale::made().await;
    sale.refund(json!({ "amount_minor": 900, "reason": "late start" })).await.expect(200);
    assert_eq!((sale.state().await.as_str(), sale.enrollment().await.as_str()), ("partially_refunded", "enrolled"));
    sale.refund(json!({ "amount_minor": 2001, "reason": "too much" })).await.expect(409);
    sale.refund(json!({ "amount_minor": 0, "reason": "nothing" })).await.expect(409);
    sale.refund(json!({ "amount_minor": 2000, "reason": "the rest" })).await.expect(200);
    assert_eq!((sale.state().await.as_str(), sale.enrollment().await.as_str()), ("refunded", "suspended"));
}

/// Proves: F02
#[tokio::test(flavor = "multi_thread")]
async fn two_clicks_refund_once_and_the_audit_names_who_and_why() {
    let sale = Sale::made().await;
    let body = json!({ "amount_minor": 500, "reason": "a voucher" });
    let seen = sale.staff.get(&format!("/api/admin/orders/{}", sale.order)).await.expect(200).json()["version"].clone();
    let (first, second) = tokio::join!(sale.refund_of(&seen, body.clone()), sale.refund_of(&seen, body.clone()));
    let codes = [first.code(), second.code()];
    assert!(codes.contains(&200) && codes.iter().all(|code| [200, 409].contains(code)), "{codes:?}");
    // A third one, made long after but from what was seen before, is a click of the past.
    sale.refund_of(&seen, body).await.expect(409);
    let order = sale.staff.get(&format!("/api/admin/orders/{}", sale.order)).await.expect(200).json();
    assert_eq!(order["refunded"]["amount"], "5.00", "{order} {codes:?}");
    let audit = sale.staff.get(&format!("/api/admin/audit?object=order:{}", sale.order)).await.expect(200).json();
    assert_eq!(audit["items"][0]["action"], "order.refund", "{audit}");
    assert_eq!(audit["items"][0]["after"]["reason"], "a voucher", "{audit}");
    let came_of_it = |line: &&Value| line["after"]["status"] == "succeeded" && line["after"]["refund_minor"] == 500;
    let line = audit["items"].as_array().unwrap().iter().find(came_of_it).cloned().unwrap();
    assert!(line["after"]["refund"].as_str().unwrap().starts_with("re_"), "{audit}");
}

/// Proves: P17
#[tokio::test(flavor = "multi_thread")]
async fn disputes_take_access_and_a_won_one_gives_it_back() {
    let sale = Sale::made().await;
    sale.at_stripe(&format!("charges/{}/dispute", sale.payment), json!({ "outcome": "open" })).await;
    assert_eq!((sale.state().await.as_str(), sale.enrollment().await.as_str()), ("disputed", "suspended"));
    sale.at_stripe(&format!("charges/{}/dispute", sale.payment), json!({ "outcome": "won" })).await;
    assert_eq!((sale.state().await.as_str(), sale.enrollment().await.as_str()), ("fulfilled", "enrolled"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refund_that_fails_gives_the_course_back() {
    let sale = Sale::made().await;
    let refund = sale.refund(json!({ "reason": "asked for" })).await.expect(200).str("/refund");
    assert_eq!(sale.enrollment().await, "suspended");
    sale.at_stripe(&format!("refunds/{refund}/fail"), json!({})).await;
    assert_eq!((sale.state().await.as_str(), sale.enrollment().await.as_str()), ("fulfilled", "enrolled"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_staff_refunds_and_what_makes_no_sense_is_refused() {
    let sale = Sale::made().await;
    let path = format!("/api/admin/orders/{}/refund", sale.order);
    sale.world.browser().post(&path, json!({ "reason": "me", "version": 1 })).await.expect(401);
    sale.learner.post(&path, json!({ "reason": "me", "version": 1 })).await.expect(403);
    sale.staff.post(&path, json!({ "reason": "no version" })).await.expect(422);
    assert!(sale.refund(json!({ "reason": " " })).await.expect(422).names_field("reason"));
    sale.refund(json!({ "reason": "x", "amount_minor": -5 })).await.expect(422);
    sale.refund(json!({ "reason": "x", "account": "y" })).await.expect(400);
    sale.staff.post("/api/admin/orders/nonsense/refund", json!({ "reason": "x", "version": 1 })).await.expect(404);
    assert_eq!(sale.state().await, "fulfilled");
}
