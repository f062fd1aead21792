//! Orders as administrators see them.

use authorization::{Principal, act};
use domain::{Buyer, Currency, EmailAddress, Money, Order, OrderId, PersonName, Quote, Registration, Slug, Title};
use serde_json::json;

use super::scene::Scene;

/// An order that nobody has paid yet.
async fn order(scene: &Scene) -> OrderId {
    let id = scene.course("public", None, "Knots for money").await;
    scene.post(&scene.owner, &format!("/api/admin/courses/{id}/publish"), json!({})).await.expect(200);
    let app = &scene.world.platform.app;
    let course = id.parse().unwrap();
    let grant = app.authorize_as::<act::ApplyForCourse>(&Principal::Visitor, course).await.unwrap();
    let price = Money { minor: 1_999, currency: Currency::EUR };
    let (course_slug, course_title) = (Slug::new("knots-for-money").unwrap(), Title::new("Knots for money").unwrap());
    let (name, email) = (PersonName::new("Bea Buyer").unwrap(), EmailAddress::new("bea@example.org").unwrap());
    let registration = Registration::apply(name.clone(), email.clone(), domain::Locale::English, false);
    let quote = Quote { course, course_slug, course_title, price, term: None };
    let now = app.clock.now();
    let order = Order::place(OrderId::new(now, &*app.entropy), quote, Buyer { name, email }, now);
    app.store.place_order(grant, &order, &registration, None).await.unwrap();
    order.id
}

#[tokio::test]
async fn an_order_is_listed_and_shown_with_its_money_and_its_registration() {
    let scene = Scene::new().await;
    let id = order(&scene).await;
    let list = scene.get(&scene.owner, "/api/admin/orders").await.expect(200);
    assert_eq!(list.each("id"), [id.to_string()]);
    let shown = scene.get(&scene.owner, &format!("/api/admin/orders/{id}")).await.expect(200).json();
    assert_eq!(shown["price"], json!({ "amount": "19.99", "currency": "EUR" }));
    assert_eq!(shown["refunded"], json!({ "amount": "0.00", "currency": "EUR" }));
    assert_eq!((&shown["state"], &shown["registration"]), (&json!("created"), &json!("confirmed")));
    assert_eq!(shown["buyer"], json!({ "name": "Bea Buyer", "email": "bea@example.org" }));
    assert!(shown.get("checkout_url").is_none(), "the page where it is paid stays with the buyer");
}

#[tokio::test]
async fn partners_see_no_orders() {
    let scene = Scene::new().await;
    let id = order(&scene).await;
    let north = scene.partner("North").await;
    let paula = scene.person("administrator", "partner", Some(&north), "Paula").await;
    scene.get(&paula, "/api/admin/orders").await.expect(403);
    let status = scene.get(&paula, &format!("/api/admin/orders/{id}")).await.status;
    let unknown = scene.get(&paula, "/api/admin/orders/00000000000000000000000001").await.status;
    assert_eq!((status, unknown), (403, 403), "refused before anything is looked up");
}
