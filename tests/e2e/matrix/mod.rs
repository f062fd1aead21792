//! Every endpoint, called by everybody: the statuses stand in a checked-in table, so that a change of who may do what
//! is read as a change of numbers. An endpoint that is described and not called fails.

mod calls;
mod people;

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use people::{Everybody, ROLES};

/// Every route of the platform's own description.
fn described(description: &str) -> Vec<(String, String)> {
    let description: Value = serde_json::from_str(description).unwrap();
    let paths = description["paths"].as_object().unwrap();
    let routes = paths.iter().flat_map(|(path, methods)| {
        let methods = methods.as_object().unwrap().keys();
        methods.map(move |method| (path.clone(), method.to_uppercase()))
    });
    routes.collect()
}

/// Proves: A43, A56
#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_answers_everybody_as_the_table_says() {
    let everybody = Everybody::come_together().await;
    let mut rows: BTreeMap<(String, String), Vec<u16>> = BTreeMap::new();
    for (path, method) in described(&everybody.world.platform.description) {
        let mut statuses = Vec::new();
        for role in ROLES {
            statuses.push(calls::status(&everybody, role, &method, &path).await);
        }
        rows.insert((path, method), statuses);
    }
    let mut table = format!("{:<64}", "endpoint");
    for role in ROLES {
        write!(table, " {role:>10}").unwrap();
    }
    for ((path, method), statuses) in rows {
        write!(table, "\n{:<64}", format!("{method} {path}")).unwrap();
        for status in statuses {
            write!(table, " {status:>10}").unwrap();
        }
    }
    insta::assert_snapshot!("statuses", table);
}
