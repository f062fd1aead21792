//! Fields that hold something else than they should, and fields that nobody may set.

use http::Method;
use serde_json::{Value, json};

use super::bodies::refused;
use super::endpoints::{Endpoint, Platform};

/// What whoever wants more than they have would add (F37).
const PRIVILEGED: &[&str] = &[
    "role",
    "roles",
    "tenant",
    "partner_id",
    "email_verified",
    "verified",
    "is_admin",
    "password_hash",
    "id",
    "status",
    "state",
    "created_at",
    "price_minor",
    "owner",
    "grants",
];

fn wrong(schema: &Value) -> Vec<Value> {
    let is =
        |kind: &str| schema["type"] == kind || schema["type"].as_array().is_some_and(|all| all.contains(&json!(kind)));
    let mut values = vec![json!({ "$gt": "" })];
    if !is("array") {
        values.extend([json!([]), json!(["x", "y"])]);
    }
    if !is("string") {
        values.push(json!("\u{0}"));
    }
    if !is("boolean") {
        values.push(json!(true));
    }
    if !is("integer") && !is("number") {
        values.extend([json!(0), json!(-1.5e300)]);
    }
    if is("integer") {
        values.extend([json!(-1), json!(0.5), json!(1e300)]);
    }
    values
}

/// A body that holds only this.
fn only(name: &str, value: &Value) -> Value {
    json!({ name: value })
}

async fn sent(platform: &Platform, endpoint: &Endpoint, body: &Value) -> u16 {
    let answer = platform.founder.ask(endpoint.method.clone(), &endpoint.path).json(body).send().await;
    refused(&format!("{} {body}", endpoint.name()), &answer)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_of_another_type_is_refused() {
    let platform = Platform::start().await;
    let before = platform.written();
    let mut tried = 0;
    for endpoint in &platform.endpoints() {
        for (name, schema) in &endpoint.fields {
            for value in wrong(schema) {
                sent(&platform, endpoint, &only(name, &value)).await;
                tried += 1;
            }
        }
    }
    assert!(tried > 250, "only {tried} were tried");
    assert_eq!(platform.written(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_that_nobody_may_set_is_refused_by_its_name() {
    let platform = Platform::start().await;
    let before = platform.written();
    for endpoint in platform.endpoints().iter().filter(|endpoint| endpoint.takes_fields()) {
        for name in PRIVILEGED.iter().filter(|name| !endpoint.fields.contains_key(**name)) {
            let answer = platform
                .founder
                .ask(endpoint.method.clone(), &endpoint.path)
                .json(&only(name, &json!("x")))
                .send()
                .await;
            assert_eq!(refused(&endpoint.name(), &answer), 400, "{} {name}", endpoint.name());
            assert!(answer.text().contains(name), "{}: {}", endpoint.name(), answer.text());
        }
    }
    assert_eq!(platform.written(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_in_the_order_of_the_fields_is_no_object() {
    let platform = Platform::start().await;
    let path = format!("/api/admin/accounts/{}", platform.id("account"));
    let before = platform.written();
    let answer = platform.founder.patch(&path, json!(["Another Name", null])).await;
    assert_eq!(refused("a list", &answer), 422);
    assert!(answer.names_field("body"), "{}", answer.text());
    assert_eq!(platform.written(), before);
    platform.founder.patch(&path, json!({ "name": "Another Name" })).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_that_are_no_ids_name_nothing() {
    let platform = Platform::start().await;
    let before = platform.written();
    let long = "A".repeat(5_000);
    let ids =
        ["%00", "%ff", "..%2f..%2fetc", "%2e%2e", "ACCOUNT%23", "*", "0", "%F0%9F%98%80", "%0d%0ax:y", long.as_str()];
    for endpoint in platform.endpoints().iter().filter(|endpoint| endpoint.template.contains('{')) {
        for id in ids {
            let gap = endpoint.template.find('{').unwrap_or_default();
            let rest = endpoint.template[gap..].split_once('}').map_or("", |(_, rest)| rest);
            let path = platform.filled(&format!("{}{id}{rest}", &endpoint.template[..gap]));
            let ask = platform.founder.ask(endpoint.method.clone(), &path);
            let ask =
                if endpoint.takes.is_empty() || endpoint.method == Method::GET { ask } else { ask.json(&json!({})) };
            let code = refused(&format!("{} {path}", endpoint.method), &ask.send().await);
            assert!([400, 404, 422].contains(&code), "{} {path}: {code}", endpoint.method);
        }
    }
    assert_eq!(platform.written(), before);
}
