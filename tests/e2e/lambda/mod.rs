//! Every function as the binary that is deployed, under the Lambda Runtime API, against a real table: no function
//! works only locally. The events are what an HTTP API of API Gateway (payload 2.0) and a table's stream send.

mod events;
mod runtime_api;

use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use domain::OutboxId;
use portico_tests::{PASSWORD, World};
use serde_json::{Value, json};

use crate::cloud::ask_table;
use events::{http_event, stream_event};
use runtime_api::invoke;

/// The environment that the template gives the functions, pointed at a world.
fn environment(world: &World) -> BTreeMap<String, String> {
    let keys = std::fs::read(world.folder().join("data/keys.json")).unwrap();
    let keys: Value = serde_json::from_slice(&keys).unwrap();
    let kept = |name: &str| keys[name].as_str().unwrap().to_owned();
    let key = |name: &str| {
        let hex = kept(name);
        let bytes = (0..32).map(|at| u8::from_str_radix(&hex[at * 2..at * 2 + 2], 16).unwrap());
        BASE64_URL_SAFE_NO_PAD.encode(bytes.collect::<Vec<u8>>())
    };
    BTreeMap::from([
        ("PORTICO_ORIGIN", world.platform.origin.clone()),
        ("PORTICO_TABLE", world.platform.app.settings.table.clone()),
        ("PORTICO_TABLE_ENDPOINT", world.platform.table.clone()),
        ("PORTICO_SIGNING_KEYS", format!("local:{}", key("signing"))),
        ("PORTICO_PEPPER", key("pepper")),
        ("PORTICO_STRIPE_KEY", kept("stripe_key")),
        ("PORTICO_STRIPE_URL", world.platform.stripe.clone()),
        ("PORTICO_STRIPE_WEBHOOK_SECRETS", kept("webhook_secret")),
        ("PORTICO_SMTP_URL", "smtp://127.0.0.1:9".to_owned()),
        ("PORTICO_MAIL_FROM", "Portico <portico@portico.example>".to_owned()),
    ])
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}

async fn answer(world: &World, function: &str, event: Value) -> Value {
    invoke(function, &environment(world), vec![event]).await.pop().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_function_behind_the_gateway_answers_an_event() {
    let world = World::start().await;
    let cases = [
        ("signup", "GET", "/api/health", 200),
        ("login", "GET", "/api/login/me", 401),
        ("checkout", "GET", "/api/checkout/return", 200),
        ("stripe-webhook", "POST", "/api/stripe/webhook", 400),
        ("enrollment", "GET", "/api/my/courses", 401),
        ("profile", "GET", "/api/me/profile", 401),
        ("authoring", "GET", "/api/admin/courses", 401),
        ("admin", "GET", "/api/admin/partners", 401),
    ];
    for (function, method, path, status) in cases {
        let answered = answer(&world, function, http_event(method, path, &[], None)).await;
        assert_eq!(answered["statusCode"], status, "{function}: {answered}");
        assert_eq!(answered["headers"]["x-content-type-options"], "nosniff", "{function}");
        let elsewhere = answer(&world, function, http_event("GET", "/api/nowhere", &[], None)).await;
        assert_eq!(elsewhere["statusCode"], 404, "{function}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_deployed_checkout_sells_a_course_and_the_deployed_login_sets_cookies() {
    let world = World::start().await;
    let course = world.course_with_lessons(true).await;
    let form = format!("course={}&name=Ada+Lovelace&email=ada%40example.org", course.id);
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let sold = answer(&world, "checkout", http_event("POST", "/api/checkout", &headers, Some(&form))).await;
    assert_eq!(sold["statusCode"], 303, "{sold}");
    let page = sold["headers"]["location"].as_str().unwrap();
    assert!(page.starts_with(&world.platform.stripe), "{page}");
    world.pay(page).await;
    world.use_password_link("ada@example.org").await;

    let body = json!({ "email": "ada@example.org", "password": PASSWORD, "realm": "public" });
    let headers = [("content-type", "application/json")];
    let signed_in = answer(&world, "login", http_event("POST", "/api/login", &headers, Some(&body.to_string()))).await;
    assert_eq!(signed_in["statusCode"], 200, "{signed_in}");
    let cookies: Vec<&str> = signed_in["cookies"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(cookies.iter().all(|cookie| cookie.starts_with("__Host-") && cookie.contains("HttpOnly")), "{cookies:?}");

    let pairs: Vec<&str> = cookies.iter().filter_map(|cookie| cookie.split(';').next()).collect();
    let mut event = http_event("GET", "/api/my/courses", &[], None);
    event["cookies"] = json!(pairs);
    let mine = answer(&world, "enrollment", event).await;
    let courses: Value = serde_json::from_str(mine["body"].as_str().unwrap()).unwrap();
    assert_eq!(courses["courses"][0]["course"]["slug"], course.slug.as_str(), "{mine}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_background_function_names_the_records_that_must_come_again() {
    let world = World::start().await;
    let nobody = OutboxId::from_bytes([9; 16]).to_string();
    let records =
        [("1", "ACCOUNT#x", "ACCOUNT"), ("2", &format!("OUTBOX#{nobody}"), "OUTBOX"), ("3", "COURSE#x", "COURSE")];
    let done = answer(&world, "background", stream_event(&records)).await;
    assert_eq!(done, json!({ "batchItemFailures": [] }), "nothing of it was poison");

    let mut environment = environment(&world);
    environment.insert("PORTICO_TABLE_ENDPOINT".to_owned(), "http://127.0.0.1:9".to_owned());
    let failed = invoke("background", &environment, vec![stream_event(&records)]).await.pop().unwrap();
    assert_eq!(failed, json!({ "batchItemFailures": [{ "itemIdentifier": "2" }] }), "only the mail needs the table");

    let swept = answer(&world, "background", json!({ "schedule": "sweep_outbox" })).await;
    assert_eq!(swept, json!({ "swept": { "sent": 0 } }));
    let reconciled = answer(&world, "background", json!({ "schedule": "reconcile" })).await;
    assert_eq!(reconciled["reconciled"]["failed"], 0, "{reconciled}");
}

/// A gateway hands a body on as text, or in base64 where it does not look like text; both are the same request.
#[tokio::test(flavor = "multi_thread")]
async fn bodies_arrive_as_they_were_sent() {
    let world = World::start().await;
    let course = world.course_with_lessons(true).await;
    let form = |email: &str| json!({ "course": course.id, "name": "Žofie 学生", "email": email }).to_string();
    let headers = [("content-type", "application/json")];
    let plain = http_event("POST", "/api/checkout", &headers, Some(&form("zofie@example.org")));
    let in_base64 = |bytes: &[u8]| {
        let mut event = http_event("POST", "/api/checkout", &headers, Some(&BASE64_STANDARD.encode(bytes)));
        event["isBase64Encoded"] = json!(true);
        event
    };
    let events = vec![plain, in_base64(form("zora@example.org").as_bytes()), in_base64(&[0xff, 0xfe, 0, 1])];
    let answers = invoke("checkout", &environment(&world), events).await;
    let statuses: Vec<&Value> = answers.iter().map(|answer| &answer["statusCode"]).collect();
    assert_eq!(statuses, [201, 201, 400], "{answers:?}");
    for answer in &answers {
        let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
        assert!(body.is_object() && answer["isBase64Encoded"] == false, "{answer}");
    }
}

/// Less than any function's `Timeout` in the template: people get an answer, not the gateway's.
#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_says_nothing_is_given_up_before_the_function_is() {
    let world = World::start().await;
    let silent = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let mut environment = environment(&world);
    environment.insert("PORTICO_TABLE_ENDPOINT".to_owned(), format!("http://{}", silent.local_addr().unwrap()));
    let began = std::time::Instant::now();
    let body = json!({ "email": "ada@example.org", "password": PASSWORD, "realm": "public" }).to_string();
    let event = http_event("POST", "/api/login", &[("content-type", "application/json")], Some(&body));
    let answer = invoke("login", &environment, vec![event]).await.pop().unwrap();
    assert_eq!(answer["statusCode"], 503, "{answer}");
    assert!(began.elapsed().as_secs() < 15, "{:?}", began.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_poisoned_record_comes_again_alone() {
    let world = World::start().await;
    let poison = OutboxId::from_bytes([7; 16]).to_string();
    let item = json!({ "pk": { "S": format!("OUTBOX#{poison}") }, "sk": { "S": "OUTBOX" }, "task": { "N": "1" } });
    ask_table(&world, "PutItem", &json!({ "TableName": world.platform.app.settings.table, "Item": item })).await;
    let nobody = OutboxId::from_bytes([9; 16]).to_string();
    let records = [
        ("1", "ACCOUNT#x", "ACCOUNT"),
        ("2", &*format!("OUTBOX#{poison}"), "OUTBOX"),
        ("3", &*format!("OUTBOX#{nobody}"), "OUTBOX"),
        ("4", "OUTBOX#no-id", "OUTBOX"),
    ];
    let done = answer(&world, "background", stream_event(&records)).await;
    assert_eq!(done, json!({ "batchItemFailures": [{ "itemIdentifier": "2" }] }));
}
