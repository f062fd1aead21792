//! The page, as a browser without JavaScript sees it.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use axum::http::Method;

use super::world::{World, form};

const TYPED: &str = "email=ada%40example.org&name=Ada";

#[tokio::test]
async fn the_page_shows_the_line_and_sends_the_buyer_on_after_the_webhook() {
    let world = World::open().await;
    world.hook.slow_ms.store(200, Ordering::SeqCst);
    let session = world.session().await;
    let page = world.send(Method::GET, &format!("/c/pay/{session}"), &[], "").await;
    for part in
        ["&lt;b&gt;Geology", "19.99 EUR", "No money moves", "ada@example.org", "Promotion code", "value=\"decline\""]
    {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    assert!(!page.body.contains("<script") && !page.body.contains("style="));
    let policy = page.header("content-security-policy");
    assert!(
        policy.contains("default-src 'none'") && policy.contains("form-action 'self' http://shop.test:81"),
        "{policy}"
    );
    assert!(world.send(Method::GET, "/c/checkout.css", &[], "").await.header("content-type").starts_with("text/css"));

    let begun = Instant::now();
    let paid = world.submit(&session, &format!("{TYPED}&action=pay")).await;
    assert!(begun.elapsed() >= Duration::from_millis(200), "the buyer waits for the webhook");
    assert_eq!(paid.status, 303, "{}", paid.body);
    assert_eq!(paid.header("location"), format!("http://shop.test:81/thanks?session={session}"));
    let after = world.send(Method::GET, &format!("/c/pay/{session}"), &[], "").await;
    assert!(after.body.contains("Paid and done") && !after.body.contains("value=\"pay\""));
    assert_eq!(world.submit(&session, &format!("{TYPED}&action=pay")).await.status, 422, "nobody pays twice");
}

#[tokio::test]
async fn a_webhook_that_never_answers_holds_nobody_forever() {
    let world = World::open().await;
    world.hook.slow_ms.store(60_000, Ordering::SeqCst);
    let session = world.session().await;
    let paid = world.submit(&session, &format!("{TYPED}&action=pay")).await;
    assert_eq!(paid.status, 303);
    assert_eq!(world.read(&session).await["payment_status"], "paid");
}

#[tokio::test]
async fn mistakes_and_declines_keep_the_page_and_what_was_typed() {
    let world = World::open().await;
    let session = world.session().await;
    for (typed, word) in [
        ("email=ada&name=%22Ada%22&action=pay", "invalid"),
        ("email=ada%40example.org&promotion_code=NONE&action=pay", "This code is invalid"),
        ("email=ada%40example.org&promotion_code=ENDED&action=apply", "This code is invalid"),
        ("email=ada%40example.org&action=decline", "declined"),
        ("email=ada%40example.org&action=settle", ""),
    ] {
        let reply = world.submit(&session, typed).await;
        assert_eq!(reply.status, if word.is_empty() { 200 } else { 422 }, "{typed}");
        assert!(reply.body.contains(word) && reply.body.contains("value=\"pay\""), "{typed}: {}", reply.body);
    }
    let open = world.read(&session).await;
    assert_eq!((&open["status"], &open["payment_status"]), (&"open".into(), &"unpaid".into()));
    let intent = open["payment_intent"].as_str().unwrap().to_owned();
    assert_eq!(world.submit(&session, &format!("{TYPED}&action=pay")).await.status, 303);
    let charges = world.get(&format!("/v1/charges?payment_intent={intent}")).await.json();
    let statuses: Vec<_> = charges["data"].as_array().unwrap().iter().map(|charge| &charge["status"]).collect();
    assert_eq!(statuses, ["succeeded", "failed"], "newest first, on one payment");
}

#[tokio::test]
async fn codes_take_off_what_they_say_and_no_more_often() {
    let world = World::open().await;
    for (code, total, status) in [("once", 999, 303), ("ONCE", 1999, 422), ("FIVE", 1499, 303), ("FREE", 0, 303)] {
        let session = world.session().await;
        let typed = format!("{TYPED}&promotion_code={code}");
        let reply = world.submit(&session, &format!("{typed}&action=pay")).await;
        assert_eq!(reply.status, status, "{code}: {}", reply.body);
        assert_eq!(world.read(&session).await["amount_total"], total, "{code}");
    }
    let session = world.session().await;
    let applied = world.submit(&session, &format!("{TYPED}&promotion_code=FIVE&action=apply")).await;
    assert!(applied.body.contains("Pay 14.99 EUR"), "{}", applied.body);
    assert_eq!(world.read(&session).await["amount_total"], 1999, "applying only shows");
    let free = world.get("/v1/checkout/sessions?limit=2").await.json()["data"][1].clone();
    assert_eq!((&free["payment_status"], &free["payment_intent"]), (&"no_payment_required".into(), &().into()));
    let without = world.post("/v1/checkout/sessions", &form(&[("allow_promotion_codes", "")])).await.json();
    let refused =
        world.submit(without["id"].as_str().unwrap(), &format!("{TYPED}&promotion_code=FREE&action=pay")).await;
    assert_eq!(refused.status, 422);
}

#[tokio::test]
async fn paying_later_asks_how_it_ends() {
    let world = World::open().await;
    for (end, status) in [("succeed", "paid"), ("fail", "unpaid")] {
        let session = world.session().await;
        let waiting = world.submit(&session, &format!("{TYPED}&action=later")).await;
        assert!(waiting.body.contains("The money never arrives"), "{}", waiting.body);
        assert_eq!(world.read(&session).await["payment_status"], "unpaid");
        assert_eq!(world.submit(&session, &format!("action={end}")).await.status, 303);
        let ended = world.read(&session).await;
        assert_eq!((&ended["status"], &ended["payment_status"]), (&"complete".into(), &status.into()));
        assert_eq!(world.submit(&session, &format!("action={end}")).await.status, 422, "it ends once");
    }
}

#[tokio::test]
async fn turning_back_leaves_the_page_open_and_strangers_find_nothing() {
    let world = World::open().await;
    let session = world.session().await;
    let back = world.submit(&session, "action=cancel").await;
    assert_eq!((back.status, back.header("location")), (303, "http://shop.test:81/course"));
    assert_eq!(world.read(&session).await["status"], "open");
    assert_eq!(world.send(Method::GET, "/c/pay/cs_test_none", &[], "").await.status, 404);
    assert_eq!(world.submit("cs_test_none", "action=pay").await.status, 404);
    let path = format!("/stand-in/sessions/{session}/decline");
    let page = world.send(Method::POST, &path, &[("origin", "https://evil.test")], "").await;
    assert_eq!(page.status, 403, "no web page presses the test buttons");
}
