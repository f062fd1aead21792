//! Ways of paying that are not simply paying: free courses, codes, money that takes days, pages that run out, tampered
//! amounts, and wrong words at the buyer's form.

use http::Method;
use portico_tests::{Reply, World};
use serde_json::{Value, json};

async fn at_stripe(world: &World, path: &str, body: Value) -> Reply {
    let address = format!("{}/stand-in/{path}", world.platform.stripe.trim_end_matches('/'));
    let browser = world.browser();
    browser.ask(Method::POST, &address).without("origin").without("sec-fetch-site").json(&body).send().await.expect(200)
}

/// Applies for the paid course; gives the checkout's id and the order's.
async fn applied(world: &World, email: &str) -> (String, String) {
    let course = world.course_with_lessons(true).await;
    let applied = world.apply(&course.id.to_string(), "Ada", email).await.expect(201);
    let url = applied.str("/url");
    (url.split("/c/pay/").nth(1).unwrap().to_owned(), applied.str("/order"))
}

#[tokio::test(flavor = "multi_thread")]
async fn no_account_exists_before_the_payment_does() {
    let world = World::start().await;
    let staff = world.founder().await;
    let (session, _) = applied(&world, "ada@example.org").await;
    let people = staff.get("/api/admin/accounts?realm=public").await.expect(200).json();
    assert_eq!(people["items"], json!([]));
    at_stripe(&world, &format!("sessions/{session}/decline"), json!({})).await;
    assert!(world.mails_to("ada@example.org").await.is_empty());
    at_stripe(&world, &format!("sessions/{session}/pay"), json!({})).await;
    let people = staff.get("/api/admin/accounts?realm=public").await.expect(200).json();
    assert_eq!(people["items"].as_array().map(Vec::len), Some(1));
}

/// Proves: F17
#[tokio::test(flavor = "multi_thread")]
async fn a_free_course_needs_no_stripe_at_all() {
    let world = World::start().await;
    let course = world.course_with_lessons(false).await;
    let down = format!("{}/stand-in/faults", world.platform.stripe.trim_end_matches('/'));
    let browser = world.browser();
    let ask = browser.ask(Method::PUT, &down).without("origin").without("sec-fetch-site");
    ask.json(&json!({ "down": true })).send().await.expect(204);
    world.learner(&course.id.to_string(), "ada@example.org").await.get("/api/my/courses").await.expect(200);

    // F17: a paid one says so, and the same click later works.
    let paid = world.course_with_lessons(true).await.id.to_string();
    let refused = world.apply(&paid, "Ada", "ada@example.org").await.expect(503);
    assert!(!refused.header("retry-after").is_empty());
    let ask = browser.ask(Method::PUT, &down).without("origin").without("sec-fetch-site");
    ask.json(&json!({})).send().await.expect(204);
    world.apply(&paid, "Ada", "ada@example.org").await.expect(201);
}

/// Proves: F13
#[tokio::test(flavor = "multi_thread")]
async fn f13_a_code_for_everything_enrolls_without_a_payment() {
    let world = World::start().await;
    let (session, _) = applied(&world, "ada@example.org").await;
    at_stripe(&world, &format!("sessions/{session}/pay"), json!({ "promotion_code": "FREE" })).await;
    assert_eq!(world.mails_to("ada@example.org").await.len(), 1);
}

/// Proves: F08, P03
#[tokio::test(flavor = "multi_thread")]
async fn f08_money_that_takes_days_grants_when_it_comes_and_closes_when_it_does_not() {
    let world = World::start().await;
    let staff = world.founder().await;
    for (email, succeed, state, mails) in
        [("late@example.org", true, "fulfilled", 1), ("never@example.org", false, "failed", 1)]
    {
        let (session, order) = applied(&world, email).await;
        at_stripe(&world, &format!("sessions/{session}/pay"), json!({ "method": "later" })).await;
        let pending = staff.get(&format!("/api/admin/orders/{order}")).await.expect(200);
        assert_eq!(pending.str("/state"), "paid");
        assert!(world.mails_to(email).await.is_empty(), "nothing before the money comes or does not");
        at_stripe(&world, &format!("sessions/{session}/settle"), json!({ "succeed": succeed })).await;
        let settled = staff.get(&format!("/api/admin/orders/{order}")).await.expect(200);
        assert_eq!(settled.str("/state"), state);
        assert_eq!(world.mails_to(email).await.len(), mails);
    }
}

/// Proves: F11, F12
#[tokio::test(flavor = "multi_thread")]
async fn f11_f12_money_that_does_not_fit_the_quote_goes_to_review() {
    let world = World::start().await;
    let staff = world.founder().await;
    for (number, tampered) in [json!({ "amount_subtotal": 1 }), json!({ "currency": "jpy" })].into_iter().enumerate() {
        let email = format!("ada{number}@example.org");
        let (session, order) = applied(&world, &email).await;
        at_stripe(&world, &format!("sessions/{session}/tamper"), tampered).await;
        at_stripe(&world, &format!("sessions/{session}/pay"), json!({})).await;
        let order = staff.get(&format!("/api/admin/orders/{order}")).await.expect(200);
        assert_eq!((order.str("/state"), order.str("/review")), ("in_review".to_owned(), "money_mismatch".to_owned()));
        assert!(world.mails_to(&email).await.is_empty());
    }
}

/// Proves: F18
#[tokio::test(flavor = "multi_thread")]
async fn two_clicks_lead_to_one_page_and_a_page_that_ran_out_closes_its_order() {
    let world = World::start().await;
    let staff = world.founder().await;
    let (first, order) = applied(&world, "ada@example.org").await;
    let (second, same) = applied(&world, "ADA@example.org").await;
    assert_eq!((&first, &order), (&second, &same));
    at_stripe(&world, &format!("sessions/{first}/expire"), json!({})).await;
    let closed = staff.get(&format!("/api/admin/orders/{order}")).await.expect(200);
    assert_eq!(closed.str("/state"), "expired");
    let (third, another) = applied(&world, "ada@example.org").await;
    assert_ne!((&first, &order), (&third, &another));
}

/// Proves: F23
#[tokio::test(flavor = "multi_thread")]
async fn the_return_page_tells_strangers_nothing() {
    let world = World::start().await;
    let blank = world.browser().get("/api/checkout/return").await.expect(200).text();
    for invented in ["cs_test_invented", "x", "../../etc", "cs_test_%0d%0aset-cookie:x"] {
        let page = world.browser().get(&format!("/api/checkout/return?session_id={invented}")).await.expect(200);
        assert_eq!(page.text(), blank, "{invented}");
    }
}

/// Proves: F34, F37
#[tokio::test(flavor = "multi_thread")]
async fn wrong_words_at_the_buyers_form_are_named_and_kept() {
    let world = World::start().await;
    let course = world.course_with_lessons(true).await.id.to_string();
    let form = [("course", course.as_str()), ("name", " "), ("email", "ada@")];
    let again = world.browser().submit("/api/checkout", &form).await.expect(422).text();
    assert!(again.contains("ada@") && again.contains("must not be empty") && again.contains("name@example.org"));
    let json = world.apply(&course, "", "x").await.expect(422);
    assert!(json.names_field("name") && json.names_field("email"));
    world.apply("nonsense", "Ada", "ada@example.org").await.expect(404);
    let with_price = json!({ "course": course, "name": "Ada", "email": "ada@example.org", "price": 1 });
    world.browser().post("/api/checkout", with_price).await.expect(400);
    let smuggled = [("course", course.as_str()), ("name", "Eve\r\nBcc: all@example.org"), ("email", "eve@example.org")];
    world.browser().submit("/api/checkout", &smuggled).await.expect(422);
}

/// Proves: P19
#[tokio::test(flavor = "multi_thread")]
async fn buyers_take_seats_and_refunds_give_them_back() {
    let world = World::start().await;
    let staff = world.founder().await;
    let course = world.course_with_lessons(true).await.id.to_string();
    staff.patch(&format!("/api/admin/courses/{course}"), json!({ "seats": 1 })).await.expect(200);
    let page = world.apply(&course, "Ada", "ada@example.org").await.expect(201).str("/url");
    let other = world.apply(&course, "Bob", "bob@example.org").await.expect(201).str("/url");
    world.pay(&page).await;
    let sold_out = world.apply(&course, "Cem", "cem@example.org").await.expect(409);
    assert!(sold_out.str("/message").contains("seat"), "{}", sold_out.text());
    // Bob had the page open before Ada paid: what he pays for he gets.
    world.pay(&other).await;
    assert_eq!(world.mails_to("bob@example.org").await.len(), 1);

    let orders = staff.get("/api/admin/orders").await.expect(200).json();
    for order in orders["items"].as_array().unwrap() {
        let refund = format!("/api/admin/orders/{}/refund", order["id"].as_str().unwrap());
        staff.post(&refund, json!({ "reason": "cancelled", "version": order["version"] })).await.expect(200);
    }
    let page = world.apply(&course, "Cem", "cem@example.org").await.expect(201).str("/url");
    world.pay(&page).await;
    let account = staff.get("/api/admin/accounts?realm=public&q=cem@").await.expect(200).str("/items/0/id");
    let suspend = format!("/api/courses/{course}/enrollments/{account}/suspend");
    staff.post(&suspend, json!({})).await.expect(200);
    world.apply(&course, "Dee", "dee@example.org").await.expect(201);
}
