//! Routes, table, schedules and settings of the template are those of the code.

use std::collections::{BTreeMap, BTreeSet};

use background::Schedule;
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use portico_tests::World;
use portico_tests::cloud::template::{functions, of_type, properties, routes};
use serde_json::{Value, json};

/// Every operation of a description, with the word that says where it belongs.
fn operations(description: &Value, function: &str) -> BTreeMap<String, String> {
    let paths = description["paths"].as_object().into_iter().flatten();
    let operations = paths.flat_map(|(path, methods)| {
        let methods = methods.as_object().into_iter().flatten();
        methods.map(move |(method, _)| (format!("{} {path}", method.to_uppercase()), function.to_owned()))
    });
    operations.collect()
}

#[tokio::test]
async fn every_route_of_the_description_leads_to_its_function_and_there_is_no_other() {
    let world = World::start().await;
    let (app, shop) = (world.platform.app.clone(), world.platform.shop.clone());
    let parts = [
        ("Signup", signup::routes(app.clone())),
        ("Login", login::routes(app.clone())),
        ("Checkout", checkout::routes(app.clone(), shop)),
        ("Enrollment", enrollment::routes(app.clone())),
        ("Profile", profile::routes(app.clone())),
        ("Authoring", authoring::routes(app.clone())),
        ("Admin", admin::routes(app)),
    ];
    let whole: Value = serde_json::from_str(&world.platform.description).unwrap();
    // What no other function has is the webhook's.
    let mut described = operations(&whole, "StripeWebhook");
    for (function, routes) in parts {
        let part = serde_json::to_value(routes.split_for_parts().1).unwrap();
        described.extend(operations(&part, function));
    }
    assert_eq!(described["POST /api/stripe/webhook"], "StripeWebhook");
    let templated: BTreeMap<String, String> =
        routes().into_iter().map(|(route, function)| (route.to_owned(), function)).collect();
    let only = |one: &BTreeMap<String, String>, other: &BTreeMap<String, String>| {
        let differ = one.iter().filter(|(route, function)| other.get(*route) != Some(*function));
        differ.map(|(route, function)| format!("{route} -> {function}")).collect::<Vec<_>>()
    };
    let (missing, unknown) = (only(&described, &templated), only(&templated, &described));
    assert!(missing.is_empty() && unknown.is_empty(), "not in the template: {missing:#?}\nonly there: {unknown:#?}");
}

#[test]
fn every_folder_of_functions_is_deployed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../functions");
    let inside = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    // Cargo's own settings are no function.
    let folders = inside.filter(|name| !name.starts_with('.'));
    let deployed: BTreeSet<String> = functions().into_values().map(str::to_owned).collect();
    assert_eq!(deployed, folders.collect());
    for (function, package) in functions() {
        assert_eq!(properties(function)["CodeUri"], format!("../functions/{package}"), "{function}");
        assert_eq!(properties(function)["LoggingConfig"]["LogGroup"]["!Ref"], format!("{function}Log"));
        assert!(!properties(&format!("{function}Log"))["RetentionInDays"].is_null(), "{function}");
    }
}

/// Asks the engine itself, as the SDK would.
pub(crate) async fn ask_table(world: &World, operation: &str, body: &Value) -> Value {
    let request = http::Request::post(&world.platform.table)
        .header("x-amz-target", format!("DynamoDB_20120810.{operation}"))
        .header("content-type", "application/x-amz-json-1.0")
        .header("x-amz-date", "20260101T000000Z")
        .header("authorization", UNSIGNED)
        .body(Full::new(Bytes::from(body.to_string())))
        .unwrap();
    let client = Client::builder(TokioExecutor::new()).build_http();
    let answer = client.request(request).await.unwrap();
    let status = answer.status();
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    assert!(status.is_success(), "{operation}: {}", String::from_utf8_lossy(&body));
    serde_json::from_slice(&body).unwrap()
}

/// Engines on a laptop take any signature.
const UNSIGNED: &str =
    "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=none";

#[tokio::test]
async fn the_table_is_the_one_that_the_store_makes() {
    let world = World::start().await;
    let named = json!({ "TableName": world.platform.app.settings.table });
    let made = ask_table(&world, "DescribeTable", &named).await;
    let deletion = ask_table(&world, "DescribeTimeToLive", &named).await;
    let table = properties("Table");
    let keys = |of: &Value| {
        let parts = of["KeySchema"].as_array().unwrap();
        parts.iter().map(|part| (part["AttributeName"].clone(), part["KeyType"].clone())).collect::<Vec<_>>()
    };
    let shape = |table: &Value| {
        let named = |list: &str, name: &str, more: &dyn Fn(&Value) -> Value| {
            let list = table[list].as_array().unwrap().iter();
            list.map(|one| (one[name].as_str().unwrap().to_owned(), more(one))).collect::<BTreeMap<_, _>>()
        };
        json!({
            "keys": keys(table),
            "attributes": named("AttributeDefinitions", "AttributeName", &|one| one["AttributeType"].clone()),
            "indexes": named("GlobalSecondaryIndexes", "IndexName", &|one| json!([keys(one), one["Projection"]["ProjectionType"]])),
            "stream": table["StreamSpecification"]["StreamViewType"],
        })
    };
    assert_eq!(shape(table), shape(&made["Table"]));
    assert_eq!(made["Table"]["BillingModeSummary"]["BillingMode"], table["BillingMode"]);
    let attribute = &deletion["TimeToLiveDescription"]["AttributeName"];
    assert_eq!(attribute, &table["TimeToLiveSpecification"]["AttributeName"]);
    assert_eq!(table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"], true);
    assert_eq!(table["DeletionProtectionEnabled"]["!Ref"], "DeletionProtection");
}

#[test]
fn every_schedule_runs_and_says_what_the_code_understands() {
    let mut said = BTreeMap::new();
    for function in functions().into_keys() {
        for event in properties(function)["Events"].as_object().into_iter().flatten().map(|(_, event)| event) {
            if event["Type"] == "Schedule" {
                let input: Value = serde_json::from_str(event["Properties"]["Input"].as_str().unwrap()).unwrap();
                said.insert(input["schedule"].as_str().unwrap().to_owned(), function);
                let understood: Result<Schedule, _> = serde_json::from_value(input["schedule"].clone());
                assert!(understood.is_ok(), "{input}");
            }
        }
    }
    let all = [("sweep_outbox", "Background"), ("reconcile", "Background"), ("refresh_site", "Site")];
    assert_eq!(said, all.map(|(schedule, function)| (schedule.to_owned(), function)).into());
}

#[test]
fn what_the_stream_could_not_deliver_is_kept_and_only_failed_records_come_again() {
    let mut mappings = 0;
    for function in functions().into_keys() {
        for event in properties(function)["Events"].as_object().into_iter().flatten().map(|(_, event)| event) {
            if event["Type"] == "DynamoDB" {
                let mapping = &event["Properties"];
                assert_eq!(mapping["FunctionResponseTypes"], json!(["ReportBatchItemFailures"]), "{function}");
                assert_eq!(mapping["BisectBatchOnFunctionError"], true, "{function}");
                assert!(mapping["MaximumRetryAttempts"].as_u64().unwrap() > 0, "{function}");
                assert_eq!(mapping["DestinationConfig"]["OnFailure"]["Destination"]["!GetAtt"], "DeadLetters.Arn");
                mappings += 1;
            }
        }
    }
    assert_eq!(mappings, 2);
}

/// Where settings are read.
const READERS: &[&str] = &[
    include_str!("../../../crates/web/src/settings.rs"),
    include_str!("../../../crates/commerce/src/shop.rs"),
    include_str!("../../../crates/mail/src/lib.rs"),
    include_str!("../../../functions/background/src/main.rs"),
    include_str!("../../../functions/background/src/bucket.rs"),
    include_str!("../../../functions/stripe-webhook/src/main.rs"),
];

#[test]
fn every_variable_is_one_that_a_function_reads() {
    let template = include_str!("../../../infra/template.yaml");
    let variables: BTreeSet<&str> = template
        .lines()
        .filter_map(|line| line.trim().split_once(':'))
        .map(|(name, _)| name)
        .filter(|name| name.starts_with("PORTICO_"))
        .collect();
    assert!(variables.len() > 15, "{variables:?}");
    for name in variables {
        assert!(READERS.iter().any(|reader| reader.contains(&format!("\"{name}\""))), "nobody reads {name}");
    }
}

/// Where the lines are written that metrics are made from.
const WRITERS: &[&str] = &[
    include_str!("../../../functions/background/src/mail_room.rs"),
    include_str!("../../../functions/background/src/schedule.rs"),
    include_str!("../../../functions/stripe-webhook/src/receive.rs"),
];

#[test]
fn every_metric_is_made_from_a_line_that_is_written() {
    let filters = of_type("AWS::Logs::MetricFilter");
    assert!(!filters.is_empty());
    for (name, filter) in filters {
        let pattern = filter["FilterPattern"].as_str().unwrap();
        let wanted = match pattern.split('"').nth(1) {
            Some(message) => message.trim_end_matches('*').to_owned(),
            None => pattern.split_whitespace().nth(1).unwrap().trim_start_matches("$.fields.").to_owned(),
        };
        assert!(WRITERS.iter().any(|writer| writer.contains(&wanted)), "{name}: nobody writes `{wanted}`");
    }
}

/// Every field of the secret that the template names is one that the operator's command makes.
#[test]
fn the_operators_pages_know_the_fields_of_the_secret_and_the_version_of_the_provider() {
    let (template, command) = (include_str!("../../../infra/template.yaml"), include_str!("../../../infra/secret"));
    let guide = include_str!("../../../infra/README.md");
    let fields: BTreeSet<&str> =
        template.split(":SecretString:").skip(1).filter_map(|rest| rest.split(':').next()).collect();
    assert_eq!(fields.len(), 6, "{fields:?}");
    for field in fields {
        assert!(command.contains(&format!("\"{field}\":")), "infra/secret does not make `{field}`");
        assert!(guide.contains(&format!("| `{field}` |")), "the guide does not tell of `{field}`");
    }
    assert!(guide.contains(payments::STRIPE_VERSION), "the guide names another version of Stripe's API");
}
