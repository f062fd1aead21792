//! The description of administration and authoring: complete, and without a name that leads nowhere.

use std::collections::BTreeSet;

use serde_json::Value;

use super::scene::Scene;

/// Every `$ref` in a document.
fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

#[tokio::test]
async fn every_endpoint_is_described_and_every_reference_resolves() {
    let scene = Scene::new().await;
    let app = scene.world.platform.app.clone();
    complete(admin::routes(app.clone()), 67);
    complete(authoring::routes(app), 12);
}

fn complete(routes: web::Routes, count: usize) {
    let document = serde_json::to_value(routes.split_for_parts().1).unwrap();
    let mut names = BTreeSet::new();
    let mut endpoints = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            endpoints.push(format!("{method} {path}"));
            assert!(names.insert(operation["operationId"].clone().to_string()), "{path} {method}: a name twice");
            for field in ["summary", "tags"] {
                assert!(!operation[field].is_null(), "{method} {path} has no {field}");
            }
            assert!(!operation["responses"]["4XX"].is_null(), "{method} {path} describes no refusal");
            let placed = operation["parameters"].as_array().into_iter().flatten().filter(|one| one["in"] == "path");
            assert_eq!(placed.count(), path.matches('{').count(), "{method} {path}");
        }
    }
    assert_eq!(endpoints.len(), count, "{endpoints:#?}");
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    for reference in found {
        let pointer = reference.trim_start_matches('#');
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
}
