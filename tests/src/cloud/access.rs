//! What a request to the table takes: the permission that DynamoDB would look for, the table or index, and how the
//! partition's key begins. And what the roles permit, in the same words.

use std::collections::BTreeSet;

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use serde_json::Value;

use super::template::{statements, texts};

/// One thing that a role must permit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Access {
    /// The function, by its name in the template.
    pub function: String,
    /// Such as `dynamodb:GetItem`.
    pub action: String,
    /// `table`, `gsi1` or `gsi2`.
    pub place: String,
    /// The partition's key as far as it is no id: `ACCOUNT#*`.
    pub partition: String,
}

/// Everything that a function asks for with one request.
pub fn asked(function: &str, request: &HttpRequest) -> Vec<Access> {
    let operation = request.headers().get("x-amz-target").unwrap_or_default();
    let operation = operation.rsplit('.').next().unwrap_or_default();
    let body: Value = serde_json::from_slice(request.body().bytes().unwrap_or_default()).unwrap_or_default();
    let access = |(action, place, key): (&str, Option<&str>, String)| Access {
        function: function.to_owned(),
        action: format!("dynamodb:{action}"),
        place: place.unwrap_or("table").to_owned(),
        partition: partition(&key),
    };
    touched(operation, &body).into_iter().map(access).collect()
}

/// `ACCOUNT#01J…` is `ACCOUNT#*`; what has no id is itself.
fn partition(key: &str) -> String {
    key.split_once('#').map_or_else(|| key.to_owned(), |(kind, _)| format!("{kind}#*"))
}

/// Permission, index and partition of everything that an operation touches.
fn touched<'b>(operation: &'b str, body: &'b Value) -> Vec<(&'b str, Option<&'b str>, String)> {
    let pk = |key: &Value| key["pk"]["S"].as_str().unwrap_or_default().to_owned();
    match operation {
        "Query" => {
            let values = &body["ExpressionAttributeValues"];
            vec![("Query", body["IndexName"].as_str(), values[":pk"]["S"].as_str().unwrap_or_default().to_owned())]
        }
        "PutItem" => vec![("PutItem", None, pk(&body["Item"]))],
        "GetItem" | "UpdateItem" | "DeleteItem" => vec![(operation, None, pk(&body["Key"]))],
        "BatchGetItem" => {
            let tables = body["RequestItems"].as_object().into_iter().flatten();
            let keys = tables.flat_map(|(_, wanted)| wanted["Keys"].as_array().into_iter().flatten());
            keys.map(|key| ("BatchGetItem", None, pk(key))).collect()
        }
        "TransactWriteItems" => {
            let writes = body["TransactItems"].as_array().into_iter().flatten();
            let write = |write: &Value| {
                let part = |name: &str| Some(&write[name]).filter(|part| !part.is_null());
                if let Some(put) = part("Put") {
                    return ("PutItem", None, pk(&put["Item"]));
                }
                for (name, action) in
                    [("Update", "UpdateItem"), ("Delete", "DeleteItem"), ("ConditionCheck", "ConditionCheckItem")]
                {
                    if let Some(found) = part(name) {
                        return (action, None, pk(&found["Key"]));
                    }
                }
                ("Unknown", None, String::new())
            };
            writes.map(write).collect()
        }
        // Making the table is a laptop's business.
        "CreateTable" | "DescribeTable" | "UpdateTimeToLive" => Vec::new(),
        other => vec![(other, None, String::new())],
    }
}

/// What a role permits at the table.
pub fn permitted(function: &str) -> BTreeSet<Access> {
    let mut all = BTreeSet::new();
    for statement in statements(function) {
        let actions = texts(&statement["Action"]);
        if !actions.iter().any(|action| action.starts_with("dynamodb:")) {
            continue;
        }
        assert_eq!(statement["Effect"], "Allow", "{function}");
        let condition = &statement["Condition"];
        assert_eq!(
            condition["Null"]["dynamodb:LeadingKeys"], "false",
            "{function}: a request without a key: {statement}"
        );
        let keys = texts(&condition["ForAllValues:StringLike"]["dynamodb:LeadingKeys"]);
        assert!(!keys.is_empty(), "{function}: every statement names the keys that it is about: {statement}");
        let place = place(&statement["Resource"]);
        // Every key of a batch must fit into one statement.
        for action in &actions {
            let apart = all.iter().any(|one: &Access| one.action == *action && one.place == place);
            assert!(!apart, "{function}: {action} at {place} stands in two statements");
        }
        for action in &actions {
            for key in &keys {
                let (action, partition) = ((*action).to_owned(), (*key).to_owned());
                let place = place.to_owned();
                all.insert(Access { function: function.to_owned(), action, place, partition });
            }
        }
    }
    all
}

fn place(resource: &Value) -> &str {
    if resource["!GetAtt"] == "Table.Arn" {
        return "table";
    }
    let index = resource["!Sub"].as_str().unwrap_or_default();
    index.strip_prefix("${Table.Arn}/index/").unwrap_or_else(|| unknown(resource))
}

fn unknown(resource: &Value) -> &'static str {
    panic!("{resource} is neither the table nor one of its indexes")
}
