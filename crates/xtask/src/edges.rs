//! Which package may know which: dependencies point downwards, and neighbours on a floor do not know each other.

use std::process::Command;

use serde_json::Value;

/// The floors from the bottom up. A package may know every package of a lower floor, and none of its own or above.
const FLOORS: &[&[&str]] = &[
    &["domain", "prose", "fuzz"],
    &["authorization", "templates", "payments", "feeds", "stripe-stand-in"],
    &["store", "mail", "site-generator"],
    &["commerce", "web"],
    &["signup", "login", "checkout", "stripe-webhook", "enrollment", "profile", "authoring", "admin", "background"],
    &["local"],
    &["portico-tests", "portico-conformance", "portico-referee", "portico-refused", "xtask"],
];

/// The only packages that may name a dependency from outside.
const KNOWERS: &[(&str, &[&str])] = &[
    ("aws-sdk-dynamodb", &["store"]),
    // Connections are `store`'s own: the SDK's client makes a function a megabyte bigger.
    ("aws-smithy-http-client", &[]),
    // Region and credentials are the environment's, as Lambda gives them: looking elsewhere costs two more clients.
    ("aws-config", &[]),
    ("aws-sdk-s3", &["background"]),
    ("aws-sdk-cloudfrontkeyvaluestore", &["background"]),
    ("async-stripe", &["payments"]),
    ("async-stripe-checkout", &["payments"]),
    ("async-stripe-core", &["payments"]),
    ("lettre", &["mail"]),
    ("dynoxide-rs", &["local"]),
    ("stripe-stand-in", &["local"]),
    ("fuzz", &[]),
    ("cedar-policy", &[]),
    ("argon2", &["web"]),
    ("jsonwebtoken", &["web"]),
    ("fluent-bundle", &["templates"]),
    ("minijinja", &["templates", "stripe-stand-in"]),
];

fn floor(package: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&package))
}

/// Reads `cargo metadata` and names every wrong edge. Test-only dependencies may look anywhere but up into `local`.
pub(crate) fn check(breaches: &mut Vec<String>) {
    let output = Command::new("cargo").args(["metadata", "--format-version", "1", "--no-deps"]).output();
    let metadata: Value = match output.map(|output| serde_json::from_slice(&output.stdout)) {
        Ok(Ok(metadata)) => metadata,
        _ => return breaches.push("`cargo metadata` gives no answer".to_owned()),
    };
    let none = Vec::new();
    for package in metadata.get("packages").and_then(Value::as_array).unwrap_or(&none) {
        let name = text(package, "name");
        let Some(own) = floor(name) else {
            breaches.push(format!("package `{name}` has no floor: put it into crates/xtask/src/edges.rs"));
            continue;
        };
        for dependency in package.get("dependencies").and_then(Value::as_array).unwrap_or(&none) {
            let (to, for_tests) = (text(dependency, "name"), text(dependency, "kind") == "dev");
            if !for_tests && floor(to).is_some_and(|floor| floor >= own) {
                breaches.push(format!("`{name}` must not know `{to}`: it stands on the same floor or above"));
            }
            let knowers = KNOWERS.iter().find(|(known, _)| *known == to).map(|(_, knowers)| *knowers);
            if !for_tests && knowers.is_some_and(|knowers| !knowers.contains(&name)) {
                breaches.push(format!("`{name}` must not know `{to}`: only {knowers:?} may"));
            }
        }
    }
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}
