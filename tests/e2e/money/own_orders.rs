//! One's own orders: what was bought, what went back, and the invoice. Nobody sees anybody else's.

use http::Method;
use serde_json::{Value, json};

use super::till::Till;

const ORDERS: &str = "/api/my/orders";

async fn listed(browser: &portico_tests::Browser) -> Vec<Value> {
    browser.get(ORDERS).await.expect(200).json()["orders"].as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_buyer_sees_what_was_paid_and_what_went_back() {
    let till = Till::open().await;
    let ada = till.world.learner(&till.course, "ada@example.org").await;
    let orders = listed(&ada).await;
    let [order] = orders.as_slice() else { panic!("one order: {orders:?}") };
    assert_eq!(order["state"], "fulfilled");
    assert_eq!((&order["total"]["amount"], &order["total"]["currency"]), (&json!("29.00"), &json!("USD")));
    assert_eq!((&order["refunded"]["amount"], &order["has_invoice"]), (&json!("0.00"), &json!(true)));
    assert!(order["pay_at"].is_null());
    let id = order["id"].as_str().unwrap();
    let invoice = ada.get(&format!("{ORDERS}/{id}/invoice")).await.expect(200).str("/url");
    assert!(invoice.contains("/i/in_"), "{invoice}");
    // What the provider calls it is nobody's business.
    let text = ada.get(ORDERS).await.text();
    assert!(!text.contains("pi_") && !text.contains("cs_") && !text.contains("in_"), "{text}");

    till.refund(id, Some(900)).await.expect(200);
    let orders = listed(&ada).await;
    assert_eq!((&orders[0]["state"], &orders[0]["refunded"]["amount"]), (&json!("partially_refunded"), &json!("9.00")));
    till.refund(id, None).await.expect(200);
    let orders = listed(&ada).await;
    assert_eq!((&orders[0]["state"], &orders[0]["refunded"]["amount"]), (&json!("refunded"), &json!("29.00")));
    let courses = ada.get("/api/my/courses").await.expect(200);
    assert_eq!(
        (courses.str("/courses/0/state"), courses.str("/courses/0/suspended_by")),
        ("suspended".into(), "payment".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_sees_the_orders_of_others() {
    let till = Till::open().await;
    let ada = till.world.learner(&till.course, "ada@example.org").await;
    let bob = till.world.learner(&till.course, "bob@example.org").await;
    let of_ada = listed(&ada).await[0]["id"].as_str().unwrap().to_owned();
    let of_bob = listed(&bob).await;
    assert_eq!(of_bob.len(), 1);
    assert_ne!(of_bob[0]["id"], json!(of_ada));
    bob.get(&format!("{ORDERS}/{of_ada}/invoice")).await.expect(404);
    // Whoever may see all orders has none of their own.
    assert_eq!(listed(&till.staff).await, Vec::<Value>::new());
    till.staff.get(&format!("{ORDERS}/{of_ada}/invoice")).await.expect(404);
    for path in [ORDERS.to_owned(), format!("{ORDERS}/{of_ada}/invoice")] {
        till.world.browser().get(&path).await.expect(401);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_order_of_an_account_leads_to_where_it_is_paid() {
    let till = Till::open().await;
    let free = till.free_course().await;
    let ada = till.world.learner(&free, "ada@example.org").await;
    let order = listed(&ada).await[0].clone();
    assert_eq!((&order["total"]["amount"], &order["has_invoice"]), (&json!("0.00"), &json!(false)));
    // A plain form proves nothing but the page that it comes from.
    let form = [("course", till.course.as_str()), ("name", "Ada"), ("email", "ada@example.org")];
    ada.ask(Method::POST, "/api/checkout").without("x-csrf").form(&form).send().await.expect(303);
    // The same order, whoever asks for it once more.
    let applied = till.apply("ada@example.org").await;
    let orders = listed(&ada).await;
    assert_eq!((orders.len(), &orders[0]["id"], &orders[0]["state"]), (2, &json!(applied.order), &json!("open")));
    assert!(orders[0]["pay_at"].as_str().unwrap().ends_with(&applied.session), "{orders:?}");
    till.pay(&applied).await;
    let orders = listed(&ada).await;
    assert_eq!((orders.len(), &orders[0]["state"], &orders[0]["pay_at"]), (2, &json!("fulfilled"), &Value::Null));
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_come_in_pages() {
    let till = Till::open().await;
    let ada = till.world.learner(&till.course, "ada@example.org").await;
    till.apply_for(&till.free_course().await, "ada@example.org").await;
    let mut seen = Vec::new();
    let mut path = format!("{ORDERS}?limit=1");
    loop {
        let page = ada.get(&path).await.expect(200).json();
        seen.extend(page["orders"].as_array().unwrap().iter().map(|order| order["id"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { break };
        path = format!("{ORDERS}?limit=1&cursor={next}");
    }
    assert_eq!(seen.len(), 2);
    assert!(seen.is_sorted_by(|newer, older| newer > older), "{seen:?}");
    ada.get(&format!("{ORDERS}?cursor=nothing")).await.expect(400);
    ada.get(&format!("{ORDERS}?limit=0")).await.expect(422);
}
