//! What Stripe refuses is refused here, with its type, code and parameter.

use axum::http::Method;

use super::world::{KEY, START, World, form};

const SESSIONS: &str = "/v1/checkout/sessions";
const CURRENCY: &str = "line_items[0][price_data][currency]";
const AMOUNT: &str = "line_items[0][price_data][unit_amount]";
const NAME: &str = "line_items[0][price_data][product_data][name]";

#[tokio::test]
async fn each_wrong_parameter_is_named() {
    let world = World::open().await;
    let long = "x".repeat(501);
    let long_key = format!("metadata[{}]", "k".repeat(41));
    let long_reference = "r".repeat(201);
    let (soon, late) = ((START + 1_799).to_string(), (START + 86_401).to_string());
    for (name, value, code) in [
        ("mode", "", "parameter_missing"),
        ("mode", "bogus", ""),
        ("mode", "subscription", ""),
        ("success_url", "", "parameter_missing"),
        ("success_url", "/thanks", "url_invalid"),
        ("cancel_url", "javascript:alert(1)", "url_invalid"),
        ("line_items[0][quantity]", "", "parameter_missing"),
        ("line_items[0][quantity]", "0", "parameter_invalid_integer"),
        (CURRENCY, "", "parameter_missing"),
        (CURRENCY, "xxx", ""),
        (AMOUNT, "", "parameter_missing"),
        (AMOUNT, "19.99", "parameter_invalid_integer"),
        (AMOUNT, "-1", "parameter_invalid_integer"),
        (NAME, "", "parameter_missing"),
        ("customer_email", "ada", "email_invalid"),
        ("client_reference_id", &long_reference, "parameter_invalid_string_too_long"),
        ("metadata[a]", &long, ""),
        (&long_key, "v", ""),
        ("metadata[a][b]", "v", "parameter_unknown"),
        ("metadata[]", "v", "parameter_unknown"),
        ("expires_at", &soon, ""),
        ("expires_at", &late, ""),
        ("expires_at", "tomorrow", "parameter_invalid_integer"),
        ("allow_promotion_codes", "yes", ""),
        ("locale", "xx", ""),
        ("ui_mode", "elements", ""),
        ("line_items[0][price]", "price_1", "parameter_unknown"),
        ("line_items[0][price_data][colour]", "red", "parameter_unknown"),
        ("payment_intent_data[colour]", "red", "parameter_unknown"),
        ("foo", "bar", "parameter_unknown"),
        ("mode[", "payment", "parameter_unknown"),
    ] {
        let reply = world.post(SESSIONS, &form(&[(name, value)])).await;
        let expected = ("invalid_request_error".to_owned(), code.to_owned(), name.to_owned());
        assert_eq!((reply.status, reply.error()), (400, expected), "{name}={value}: {}", reply.body);
    }
    let empty = world.post(SESSIONS, &format!("{}&locale=", form(&[]))).await;
    assert_eq!(empty.error().1, "parameter_invalid_empty");
    let expand = world.post(SESSIONS, &form(&[("expand[]", "customer.secrets")])).await;
    assert!(expand.body.contains("cannot be expanded"), "{}", expand.body);
    assert_eq!(world.get(SESSIONS).await.json()["data"], serde_json::json!([]), "no refused call leaves a trace");
}

#[tokio::test]
async fn limits_hold_at_their_very_edge() {
    let world = World::open().await;
    let keys: Vec<_> = (0..50).map(|n| format!("metadata[k{n}]")).collect();
    let mut pairs: Vec<(&str, &str)> = keys.iter().map(|key| (key.as_str(), "v")).collect();
    assert!(world.post(SESSIONS, &form(&pairs)).await.body.contains("up to 50 keys"), "with `order` it is 51");
    pairs.push(("metadata[order]", ""));
    let (first, last) = ((START + 1_800).to_string(), (START + 86_400).to_string());
    let value = "x".repeat(500);
    for more in [("expires_at", first.as_str()), ("expires_at", last.as_str()), ("metadata[k1]", value.as_str())] {
        let mut pairs = pairs.clone();
        pairs.push(more);
        let reply = world.post(SESSIONS, &form(&pairs)).await;
        assert_eq!(reply.status, 200, "{}", reply.body);
    }
}

#[tokio::test]
async fn too_little_is_refused_by_currency_and_nothing_is_fine() {
    let world = World::open().await;
    for (currency, amount, status) in [
        ("eur", "49", 400),
        ("eur", "50", 200),
        ("eur", "0", 200),
        ("jpy", "49", 400),
        ("jpy", "1980", 200),
        ("gbp", "30", 200),
        ("EUR", "1999", 200),
        ("usd", "100000000", 400),
    ] {
        let reply = world.post(SESSIONS, &form(&[(CURRENCY, currency), (AMOUNT, amount)])).await;
        assert_eq!(reply.status, status, "{amount} {currency}: {}", reply.body);
    }
    let mixed = format!(
        "{}&line_items[1][quantity]=1&line_items[1][price_data][currency]=usd&line_items[1][price_data][unit_amount]=900&line_items[1][price_data][product_data][name]=B",
        form(&[])
    );
    assert_eq!(world.post(SESSIONS, &mixed).await.error().2, "line_items");
    let yen = world.post(SESSIONS, &form(&[(CURRENCY, "jpy"), (AMOUNT, "1980")])).await.json();
    assert_eq!((&yen["amount_total"], &yen["currency"]), (&1980.into(), &"jpy".into()));
    assert!(
        world
            .send(Method::GET, &format!("/c/pay/{}", yen["id"].as_str().unwrap()), &[], "")
            .await
            .body
            .contains("1980 JPY")
    );
}

#[tokio::test]
async fn only_the_key_opens_the_interface() {
    let world = World::open().await;
    for (header, status) in [
        ("", 401),
        ("Bearer sk_test_other", 401),
        ("Basic !!!", 401),
        ("Basic c2tfdGVzdF9hYmM6", 200),
        (&format!("Bearer {KEY}"), 200),
    ] {
        let reply = world.send(Method::GET, SESSIONS, &[("authorization", header)], "").await;
        assert_eq!(reply.status, status, "{header}");
    }
    let auth = ("authorization", "Bearer sk_test_abc");
    let json = world.send(Method::POST, SESSIONS, &[auth, ("content-type", "application/json")], "{}").await;
    assert!(json.body.contains("x-www-form-urlencoded"), "{}", json.body);
    let version = world.send(Method::GET, SESSIONS, &[auth, ("stripe-version", "2026-09-30.endive")], "").await;
    assert_eq!(version.header("stripe-version"), "2026-09-30.endive");
    assert!(version.header("request-id").starts_with("req_"));
}

#[tokio::test]
async fn reading_is_strict_too() {
    let world = World::open().await;
    for (path, status, code) in [
        ("/v1/checkout/sessions/cs_test_none", 404, "resource_missing"),
        ("/v1/payment_intents/pi_none", 404, "resource_missing"),
        ("/v1/charges/ch_none", 404, "resource_missing"),
        ("/v1/events/evt_none", 404, "resource_missing"),
        ("/v1/checkout/sessions?limit=101", 400, "parameter_invalid_integer"),
        ("/v1/checkout/sessions?ending_before=a", 400, "parameter_unknown"),
        ("/v1/checkout/sessions?starting_after=cs_test_none", 400, "resource_missing"),
        ("/v1/charges?created[gte]=x", 400, "parameter_invalid_integer"),
        ("/v1/customers", 404, ""),
        ("/v1", 404, ""),
    ] {
        let reply = world.get(path).await;
        assert_eq!((reply.status, reply.error().1.as_str()), (status, code), "{path}: {}", reply.body);
    }
    let delete = world.send(Method::DELETE, SESSIONS, &[("authorization", "Bearer sk_test_abc")], "").await;
    assert_eq!(delete.status, 404);
}

#[tokio::test]
async fn lines_references_and_codes_can_be_read() {
    let world = World::open().await;
    let session = world.session().await;
    let lines = world.get(&format!("{SESSIONS}/{session}/line_items")).await.json();
    assert_eq!(lines["data"][0]["amount_total"], 1999);
    world.press(&format!("sessions/{session}/pay"), "{}").await;
    let path = format!("{SESSIONS}/{session}?expand[]=payment_intent&expand[]=line_items");
    let full = world.get(&path).await.json();
    assert_eq!(full["payment_intent"]["status"], "succeeded");
    assert_eq!(full["line_items"]["data"][0]["quantity"], 1);
    let intent = full["payment_intent"]["id"].as_str().unwrap();
    let intent = world.get(&format!("/v1/payment_intents/{intent}?expand[]=latest_charge")).await.json();
    assert_eq!(intent["latest_charge"]["paid"], true);
    let codes = world.get("/v1/promotion_codes?code=free&active=true").await.json();
    assert_eq!(codes["data"][0]["promotion"]["type"], "coupon");
    let coupon = codes["data"][0]["promotion"]["coupon"].as_str().unwrap();
    assert_eq!(world.get(&format!("/v1/coupons/{coupon}")).await.json()["percent_off"], 100);
    let events = world.get("/v1/events?type=checkout.session.completed&delivery_success=true").await.json();
    assert_eq!(events["data"].as_array().unwrap().len(), 1);
    let types = world.get("/v1/events?types[]=refund.created&types[]=checkout.session.completed").await.json();
    assert_eq!(types["data"], events["data"]);
    let both = format!("{SESSIONS}?status=complete&created[gte]={START}");
    assert_eq!(world.get(&both).await.json()["data"][0]["id"], session);
}
