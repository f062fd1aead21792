//! What these tests do over and over: sell a course without letting the webhook through, send webhooks of their own,
//! and count what came of it.

use domain::{Course, EmailAddress, Realm};
use hmac::{Hmac, KeyInit, Mac};
use http::Method;
use portico_tests::{PASSWORD, Reply, World};
use serde_json::{Value, json};
use sha2::Sha256;

/// A paid checkout of which the platform has not heard yet.
pub(super) struct Sold {
    pub(super) course: Course,
    pub(super) email: String,
    pub(super) session: String,
}

/// Sets the stand-in's fault switches.
pub(super) async fn set_faults(world: &World, faults: Value) {
    let path = format!("{}/stand-in/faults", world.platform.stripe.trim_end_matches('/'));
    let browser = world.browser();
    let ask = browser.ask(Method::PUT, &path).without("origin").without("sec-fetch-site");
    ask.json(&faults).send().await.expect(204);
}

/// Sells a course to an address; the stand-in's own events get lost.
pub(super) async fn sell_unheard(world: &World, email: &str) -> Sold {
    set_faults(world, json!({ "drop": true })).await;
    let course = world.course_with_lessons(true).await;
    let applied = world.apply(&course.id.to_string(), "Ada Lovelace", email).await.expect(201);
    let session = world.pay(&applied.str("/url")).await;
    Sold { course, email: email.to_owned(), session }
}

/// A webhook as Stripe sends it, signed now.
pub(super) async fn send_completed(world: &World, event: &str, session: &str) -> Reply {
    let body = json!({
        "id": event, "object": "event", "type": "checkout.session.completed", "livemode": false,
        "data": { "object": { "id": session, "object": "checkout.session" } },
    })
    .to_string();
    let keys: Value = serde_json::from_slice(&std::fs::read(world.folder().join("data/keys.json")).unwrap()).unwrap();
    let secret = keys["webhook_secret"].as_str().unwrap();
    let time = world.platform.app.clock.now().as_second();
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(format!("{time}.{body}").as_bytes());
    let signature: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let browser = world.browser();
    let ask = browser.ask(Method::POST, "/api/stripe/webhook").without("origin").without("sec-fetch-site");
    let ask = ask.header("stripe-signature", &format!("t={time},v1={signature}"));
    ask.header("content-type", "application/json").body(body).send().await
}

/// One account, one enrollment, one mail; and the link in it works.
pub(super) async fn assert_exactly_one(world: &World, sold: &Sold) {
    let address = EmailAddress::new(&sold.email).unwrap();
    let account = world.platform.app.store.account_by_email(Realm::Public, &address).await.unwrap();
    assert!(account.is_some(), "{} has no account", sold.email);
    let mails = world.mails_to(&sold.email).await;
    assert_eq!(mails.len(), 1, "one mail to {}: {mails:?}", sold.email);
    world.use_password_link(&sold.email).await;
    let learner = world.sign_in(&sold.email, PASSWORD, "public").await;
    let courses = learner.get("/api/my/courses").await.expect(200).json();
    let courses = courses["courses"].as_array().unwrap();
    assert_eq!(courses.len(), 1, "one enrollment of {}", sold.email);
    assert_eq!(courses[0]["course"]["slug"], sold.course.slug.as_str());
}
