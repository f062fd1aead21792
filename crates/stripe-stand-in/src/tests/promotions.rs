//! Codes that callers make, switch off, and buyers use.

use serde_json::{Value, json};

use super::restart::StateFile;
use super::world::{START, World};

const CODES: &str = "/v1/promotion_codes";
const SPRING: &str = "promotion[type]=coupon&promotion[coupon]=spring&code=SPRING-25";

/// A coupon of a quarter under an id of the caller's, and a code for it.
async fn spring(world: &World, more: &str) -> String {
    let coupon = world.post("/v1/coupons", "id=spring&percent_off=25.0&duration=once&name=SPRING-25").await;
    assert_eq!(coupon.status, 200, "{}", coupon.body);
    let code = world.post(CODES, &format!("{SPRING}{more}&expand[]=promotion.coupon")).await.json();
    assert_eq!(code["promotion"]["coupon"]["percent_off"], 25, "{code}");
    code["id"].as_str().unwrap().to_owned()
}

async fn paid_with(world: &World, code: &str) -> Value {
    let session = world.session().await;
    let body = json!({ "promotion_code": code }).to_string();
    let paid = world.press(&format!("sessions/{session}/pay"), &body).await.json();
    json!([paid["session"]["amount_total"], paid["error"]["message"]])
}

#[tokio::test]
async fn a_code_that_was_made_takes_off_until_it_is_switched_off() {
    let world = World::open().await;
    let code = spring(&world, "").await;
    assert_eq!(paid_with(&world, "spring-25").await, json!([1499, null]));
    let path = format!("{CODES}/{code}");
    let read = world.get(&path).await.json();
    assert_eq!((&read["times_redeemed"], &read["promotion"]["coupon"]), (&json!(1), &json!("spring")));
    assert_eq!(world.get("/v1/coupons/spring").await.json()["times_redeemed"], 1);
    assert_eq!(world.post(&path, "active=false").await.json()["active"], false);
    assert_eq!(paid_with(&world, "SPRING-25").await, json!([null, "This code is invalid."]));
    let listed = world.get(&format!("{CODES}?coupon=spring&expand[]=data.promotion.coupon")).await.json();
    assert_eq!(listed["data"][0]["promotion"]["coupon"]["id"], "spring");
    let again = world.post(CODES, SPRING).await.json();
    assert_eq!((&again["active"], &again["times_redeemed"]), (&json!(true), &json!(0)));
    let on = world.post(&path, "active=true").await;
    assert!(on.body.contains("already exists"), "of two codes of one name one works: {}", on.body);
}

#[tokio::test]
async fn a_code_ends_with_its_time_and_its_number() {
    let world = World::open().await;
    let code = spring(&world, &format!("&max_redemptions=1&expires_at={}", START + 60)).await;
    assert_eq!(paid_with(&world, "SPRING-25").await, json!([1499, null]));
    assert_eq!(paid_with(&world, "SPRING-25").await, json!([null, "This code is invalid."]));
    assert_eq!(world.get(&format!("{CODES}/{code}")).await.json()["active"], false);
    let summer = "promotion[type]=coupon&promotion[coupon]=spring&code=SUMMER";
    world.post(CODES, &format!("{summer}&expires_at={}", START + 60)).await;
    world.clock.0.fetch_add(60, std::sync::atomic::Ordering::SeqCst);
    assert_eq!(paid_with(&world, "SUMMER").await, json!([null, "This code is invalid."]));
    assert_eq!(world.get(&format!("{CODES}?active=true&code=summer")).await.json()["data"], json!([]));
}

#[tokio::test]
async fn what_stripe_refuses_of_coupons_and_codes_is_refused() {
    let world = World::open().await;
    spring(&world, "").await;
    for (path, form, code, param) in [
        ("/v1/coupons", "duration=once", "parameter_missing", "percent_off"),
        ("/v1/coupons", "percent_off=0", "", "percent_off"),
        ("/v1/coupons", "percent_off=100.5", "", "percent_off"),
        ("/v1/coupons", "percent_off=NaN", "", "percent_off"),
        ("/v1/coupons", "percent_off=12.5", "", "percent_off"),
        ("/v1/coupons", "percent_off=5&amount_off=5", "", ""),
        ("/v1/coupons", "amount_off=500", "parameter_missing", "currency"),
        ("/v1/coupons", "amount_off=500&currency=xyz", "", "currency"),
        ("/v1/coupons", "percent_off=5&duration=forever", "", "duration"),
        ("/v1/coupons", "percent_off=5&redeem_by=1", "", "redeem_by"),
        ("/v1/coupons", "percent_off=5&id=spring", "resource_already_exists", "id"),
        ("/v1/coupons", "percent_off=5&percent=5", "parameter_unknown", "percent"),
        (CODES, "code=X", "parameter_missing", "promotion[type]"),
        (CODES, "coupon=spring", "parameter_unknown", "coupon"),
        (CODES, "promotion[type]=coupon&promotion[coupon]=none", "resource_missing", "promotion[coupon]"),
        (CODES, "promotion[type]=coupon&promotion[coupon]=spring&code=A+B", "", "code"),
        (CODES, "promotion[type]=coupon&promotion[coupon]=spring&code=spring-25", "", "code"),
        (CODES, "promotion[type]=coupon&promotion[coupon]=spring&expires_at=1800000000", "", "expires_at"),
        ("/v1/promotion_codes/promo_none", "active=false", "resource_missing", "promotion_code"),
    ] {
        let reply = world.post(path, form).await;
        let error = &reply.json()["error"];
        let found = (error["code"].as_str().unwrap_or_default(), error["param"].as_str().unwrap_or_default());
        assert_eq!(found, (code, param), "{form}: {}", reply.body);
    }
}

#[tokio::test]
async fn codes_and_what_became_of_them_outlive_the_run() {
    let file = StateFile::new("codes");
    let before = World::open_at(Some(&file.0)).await;
    let code = spring(&before, "").await;
    paid_with(&before, "SPRING-25").await;
    let free = before.get(&format!("{CODES}?code=FREE")).await.json()["data"][0]["id"].as_str().unwrap().to_owned();
    before.post(&format!("{CODES}/{free}"), "active=false").await;
    before.running.stop().await;
    let after = World::open_at(Some(&file.0)).await;
    let made = after.get(&format!("{CODES}/{code}")).await.json();
    assert_eq!((&made["active"], &made["times_redeemed"]), (&json!(true), &json!(1)));
    assert_eq!(paid_with(&after, "SPRING-25").await, json!([1499, null]));
    assert_eq!(after.get(&format!("{CODES}/{free}")).await.json()["active"], false, "though it comes with the options");
}
