//! Codes, taxes, currencies and invoices.

use authorization::{Principal, act};
use commerce::{Application, Placed, Shop, place_order};
use domain::{Buyer, EmailAddress, PersonName};
use serde_json::json;

use super::till::{Applied, Till};

/// Proves: P18, F13
#[tokio::test(flavor = "multi_thread")]
async fn a_limited_code_is_used_no_more_often_than_it_may() {
    let till = Till::open().await;
    let mut pages: Vec<Applied> = Vec::new();
    for n in 0..5 {
        pages.push(till.apply(&format!("buyer{n}@example.org")).await);
    }
    // Somebody types the code, sees the price, and never pays: that uses nothing up.
    let page = format!("{}/c/pay/{}", till.world.platform.stripe.trim_end_matches('/'), pages[4].session);
    let fields = [("action", "apply"), ("promotion_code", "FIRST3"), ("email", "x@example.org")];
    let browser = till.world.browser();
    let shown = browser.ask(http::Method::POST, &page).without("sec-fetch-site").form(&fields).send().await.expect(200);
    assert!(shown.text().contains("21.75"), "{}", shown.text());
    let pay = |n: usize| {
        let path = format!("sessions/{}/pay", pages[n].session);
        let till = &till;
        async move { till.at_stripe(&path, json!({ "promotion_code": "FIRST3" })).await.code() }
    };
    let (a, b, c, d) = tokio::join!(pay(0), pay(1), pay(2), pay(3));
    let mut codes = [a, b, c, d];
    codes.sort_unstable();
    assert_eq!(codes, [200, 200, 200, 400]);
    let orders = till.staff.get("/api/admin/orders?state=fulfilled").await.expect(200).json();
    let paid: Vec<_> = orders["items"].as_array().unwrap().iter().map(|order| &order["paid"]["amount"]).collect();
    assert_eq!(paid, ["21.75", "21.75", "21.75"]);
}

/// Proves: F12
#[tokio::test(flavor = "multi_thread")]
async fn a_currency_without_smaller_units_is_paid_and_given_back_exactly() {
    let till = Till::open().await;
    till.edit_course(json!({ "price": { "amount": "1980", "currency": "JPY" } })).await;
    let sold = till.sell("ada@example.org").await;
    let order = till.order(&sold.order).await;
    assert_eq!(
        (&order["state"], &order["paid"]),
        (&json!("fulfilled"), &json!({ "amount": "1980", "currency": "JPY" }))
    );
    till.refund(&sold.order, Some(980)).await.expect(200);
    let mails = till.world.mails_to("ada@example.org").await;
    assert!(mails.last().unwrap().text.contains("980 JPY"), "{:?}", mails.last());
    till.refund(&sold.order, None).await.expect(200);
    assert_eq!(till.order(&sold.order).await["refunded"]["amount"], "1980");
}

/// With the switch on, the provider adds its tax on top; what was quoted stays what is compared.
///
/// Proves: F11
#[tokio::test(flavor = "multi_thread")]
async fn automatic_tax_is_added_on_top_and_fits_the_quote() {
    let till = Till::open().await;
    let platform = &till.world.platform;
    let shop = Shop { automatic_tax: true, ..platform.shop.clone() };
    let course = till.course.parse().unwrap();
    let grant = platform.app.authorize_as::<act::ApplyForCourse>(&Principal::Visitor, course).await.unwrap();
    let (name, email) = (PersonName::new("Ada").unwrap(), EmailAddress::new("ada@example.org").unwrap());
    let wish = Application { buyer: Buyer { name, email }, locale: domain::Locale::English, term: None };
    let placed = place_order(&shop, grant, wish, None, "here").await.unwrap();
    let Placed::Pay { order, url } = placed else { panic!("a paid course leads to a page") };
    till.world.pay(&url).await;
    let order = till.order(&order.to_string()).await;
    assert_eq!((&order["state"], &order["paid"]["amount"]), (&json!("fulfilled"), &json!("34.80")));
    let order = order["id"].as_str().unwrap();
    assert_eq!(till.refund(order, None).await.expect(200).json()["amount_minor"], 3_480, "the tax goes back as well");
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_finds_the_invoice_of_a_payment() {
    let till = Till::open().await;
    let sold = till.sell("ada@example.org").await;
    let path = format!("/api/admin/orders/{}/invoice", sold.order);
    let url = till.staff.get(&path).await.expect(200).str("/url");
    assert!(url.contains("/i/in_"), "{url}");
    till.world.browser().get(&path).await.expect(401);
    let free = till.free_course().await;
    let nothing = till.apply_for(&free, "bob@example.org").await;
    till.staff.get(&format!("/api/admin/orders/{}/invoice", nothing.order)).await.expect(404);
}
