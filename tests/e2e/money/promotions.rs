//! Promotion codes: staff makes them, buyers type them, and what is switched off takes nothing off.

use portico_tests::{Browser, Reply};
use serde_json::{Value, json};

use super::till::Till;

const PATH: &str = "/api/admin/promotions";

/// A quarter off, with other values for some fields.
fn spring(other: Value) -> Value {
    let mut form = json!({ "key": "spring-of-this-year", "code": "spring-25", "percent_off": 25 });
    form.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
    form
}

/// The codes that are listed, with those that the stand-in begins with.
async fn listed(till: &Till) -> Vec<Value> {
    till.staff.get(PATH).await.expect(200).json()["items"].as_array().unwrap().clone()
}

async fn switch_off(staff: &Browser, id: &str) -> Reply {
    staff.post(&format!("{PATH}/{id}/switch-off"), json!({})).await
}

/// Buys the course with a code; gives what was paid, or the refusal.
async fn bought_with(till: &Till, email: &str, code: &str) -> Result<String, String> {
    let applied = till.apply(email).await;
    let paid = till.at_stripe(&format!("sessions/{}/pay", applied.session), json!({ "promotion_code": code })).await;
    if paid.code() != 200 {
        return Err(paid.str("/error/message"));
    }
    assert_eq!(till.state(&applied.order).await, "fulfilled");
    Ok(till.order(&applied.order).await["paid"]["amount"].as_str().unwrap().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_made_used_counted_and_switched_off_and_the_audit_knows() {
    let till = Till::open().await;
    let made = till.staff.post(PATH, spring(json!({ "redemptions_max": 2 }))).await.expect(201);
    let id = made.str("/id");
    assert_eq!((made.str("/code").as_str(), made.str("/state").as_str()), ("SPRING-25", "active"));
    assert_eq!((&made.json()["percent_off"], &made.json()["amount_off"]), (&json!(25), &Value::Null));
    assert_eq!(bought_with(&till, "ada@example.org", "Spring-25").await, Ok("21.75".to_owned()));
    let first = listed(&till).await[0].clone();
    assert_eq!((&first["id"], &first["redeemed"], &first["redemptions_max"]), (&json!(id), &json!(1), &json!(2)));

    for _ in 0..2 {
        assert_eq!(switch_off(&till.staff, &id).await.expect(200).str("/state"), "off", "as often as it is asked");
    }
    assert_eq!(bought_with(&till, "bob@example.org", "SPRING-25").await, Err("This code is invalid.".to_owned()));
    let audit = till.staff.get("/api/admin/audit?object=promotion:SPRING-25").await.expect(200).json();
    let lines = audit["items"].as_array().unwrap();
    assert!(lines.iter().all(|line| line["action"] == "promotion.edit"), "{audit}");
    let (asked, made) = (&lines[lines.len() - 1]["after"], &lines[lines.len() - 2]["after"]);
    assert_eq!((&asked["discount"]["percent"], &asked["redemptions_max"]), (&json!(25), &json!(2)));
    assert_eq!((&made["status"], &made["promotion"]), (&json!("made"), &json!(id)));
    let off = &lines[lines.len() - 3];
    assert_eq!((&off["before"]["state"], &off["after"]["state"]), (&json!("active"), &json!("off")), "{audit}");
    assert_eq!(lines[0]["after"], json!({ "status": "off", "promotion": id }));
}

/// Proves: F02
#[tokio::test(flavor = "multi_thread")]
async fn one_key_makes_one_code_and_a_name_is_given_once() {
    let till = Till::open().await;
    let before = listed(&till).await.len();
    let id = till.staff.post(PATH, spring(json!({}))).await.expect(201).str("/id");
    assert_eq!(till.staff.post(PATH, spring(json!({}))).await.expect(201).str("/id"), id, "the answer was lost");
    till.staff.post(PATH, spring(json!({ "percent_off": 50 }))).await.expect(409);
    let other_key = spring(json!({ "key": "another-of-this-year" }));
    assert!(till.staff.post(PATH, other_key.clone()).await.expect(422).names_field("code"));
    assert_eq!(listed(&till).await.len(), before + 1);
    switch_off(&till.staff, &id).await.expect(200);
    assert_ne!(till.staff.post(PATH, other_key).await.expect(201).str("/id"), id);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_provider_is_down_nothing_is_made_and_later_the_same_key_does() {
    let till = Till::open().await;
    let id = till.staff.post(PATH, spring(json!({}))).await.expect(201).str("/id");
    let summer = json!({ "key": "summer-of-this-year", "code": "SUMMER", "percent_off": 100 });
    till.faults(json!({ "down": true })).await;
    till.staff.get(PATH).await.expect(503);
    till.staff.post(PATH, summer.clone()).await.expect(503);
    switch_off(&till.staff, &id).await.expect(503);
    till.faults(json!({})).await;
    assert_eq!(listed(&till).await[0]["state"], "active");
    till.staff.post(PATH, summer).await.expect(201);
    assert_eq!(bought_with(&till, "ada@example.org", "summer").await, Ok("0.00".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amount_is_taken_off_in_its_currency_until_the_code_ends() {
    let till = Till::open().await;
    let ends = till.world.platform.app.clock.now().saturating_add(jiff::SignedDuration::from_hours(1)).unwrap();
    let form = json!({
        "key": "five-of-this-year", "code": "FIVE", "amount_off": { "amount": "5.00", "currency": "usd" },
        "expires_at": ends.to_string(),
    });
    let made = till.staff.post(PATH, form).await.expect(201).json();
    assert_eq!(made["amount_off"], json!({ "amount": "5.00", "currency": "USD" }));
    assert_eq!(bought_with(&till, "ada@example.org", "FIVE").await, Ok("24.00".to_owned()));
    till.world.forward(jiff::SignedDuration::from_hours(2));
    let staff = till.world.sign_in("olga@portico.example", portico_tests::PASSWORD, "main").await;
    let listed = staff.get(PATH).await.expect(200).json();
    assert_eq!(listed["items"][0]["state"], "ended");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_fields_are_named_and_nothing_reaches_the_provider() {
    let till = Till::open().await;
    let before = listed(&till).await;
    for (other, field) in [
        (json!({ "code": "A B" }), "code"),
        (json!({ "code": "ab" }), "code"),
        (json!({ "key": "short" }), "key"),
        (json!({ "key": "with/a/path/in/the/key" }), "key"),
        (json!({ "percent_off": 0 }), "percent_off"),
        (json!({ "percent_off": 101 }), "percent_off"),
        (json!({ "percent_off": null }), "percent_off"),
        (json!({ "amount_off": { "amount": "5", "currency": "EUR" } }), "percent_off"),
        (json!({ "percent_off": null, "amount_off": { "amount": "0", "currency": "EUR" } }), "amount_off.amount"),
        (json!({ "percent_off": null, "amount_off": { "amount": "5", "currency": "XXX" } }), "amount_off.currency"),
        (json!({ "redemptions_max": 0 }), "redemptions_max"),
        (json!({ "expires_at": "2001-01-01T00:00:00Z" }), "expires_at"),
        (json!({ "expires_at": "2901-01-01T00:00:00Z" }), "expires_at"),
    ] {
        let refused = till.staff.post(PATH, spring(other.clone())).await.expect(422);
        assert!(refused.names_field(field), "{other}: {}", refused.text());
    }
    till.staff.post(PATH, spring(json!({ "active": false }))).await.expect(400);
    till.staff.get(&format!("{PATH}?cursor=promo_unknown")).await.expect(400);
    till.staff.get(&format!("{PATH}?cursor=..%2Fcoupons")).await.expect(400);
    for id in ["promo_unknown", "co_1", "..%2Fcoupons"] {
        switch_off(&till.staff, id).await.expect(404);
    }
    assert_eq!(listed(&till).await, before);
    let page = till.staff.get(&format!("{PATH}?limit=2")).await.expect(200);
    let rest = till.staff.get(&format!("{PATH}?cursor={}", page.str("/next"))).await.expect(200).json();
    assert_eq!(rest["items"].as_array().unwrap().as_slice(), &before[2..]);
    assert_eq!(rest["next"], Value::Null);
}

/// Proves: F36
#[tokio::test(flavor = "multi_thread")]
async fn nobody_of_a_partner_platform_sees_or_makes_codes() {
    let till = Till::open().await;
    let id = till.staff.post(PATH, spring(json!({}))).await.expect(201).str("/id");
    let partner = till.staff.post("/api/admin/partners", json!({ "name": "North" })).await.expect(201).str("/id");
    let kind = json!({ "tier": "administrator", "type": "partner", "partner": partner });
    let (_, paula) = till.world.person(&till.staff, "paula@example.org", kind).await;
    for (who, status) in [(&paula, 403), (&till.world.browser(), 401)] {
        who.get(PATH).await.expect(status);
        who.post(PATH, spring(json!({ "key": "mine-of-this-year", "code": "MINE" }))).await.expect(status);
        switch_off(who, &id).await.expect(status);
        switch_off(who, "promo_unknown").await.expect(status);
    }
    assert_eq!(listed(&till).await[0]["state"], "active");
}
