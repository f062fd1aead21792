//! Notes what each function asks of the table: the permission that DynamoDB would look for, the table or index, and
//! how the partition's key begins. It sits below the real SDK; which function is at work is said by whoever calls it.

use std::collections::BTreeSet;
use std::future::Future;
use std::sync::{Mutex, PoisonError};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use serde_json::Value;

use super::template::function_behind;

/// One thing that a role must permit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Access {
    pub(super) function: String,
    /// Such as `dynamodb:GetItem`.
    pub(super) action: String,
    /// `table`, `gsi1` or `gsi2`.
    pub(super) place: String,
    /// The partition's key as far as it is no id: `ACCOUNT#*`.
    pub(super) partition: String,
}

static SEEN: Mutex<BTreeSet<Access>> = Mutex::new(BTreeSet::new());

tokio::task_local! {
    static FUNCTION: String;
}

/// Everything that was noted in this process.
pub(super) fn seen() -> BTreeSet<Access> {
    SEEN.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Does something in the name of a function.
pub(crate) async fn named<T>(function: &str, work: impl Future<Output = T>) -> T {
    FUNCTION.scope(function.to_owned(), work).await
}

/// Does something in the name of the function behind a route.
pub(crate) async fn routed<T>(method: &str, path: &str, work: impl Future<Output = T>) -> T {
    let path = path.split('?').next().unwrap_or_default();
    match function_behind(method, path) {
        Some(function) => named(&function, work).await,
        None => work.await,
    }
}

/// Notes a request to the table, where a function is known to be at work.
pub(crate) fn note(request: &HttpRequest) {
    let Ok(function) = FUNCTION.try_with(String::clone) else { return };
    let operation = request.headers().get("x-amz-target").unwrap_or_default();
    let operation = operation.rsplit('.').next().unwrap_or_default();
    let body: Value = serde_json::from_slice(request.body().bytes().unwrap_or_default()).unwrap_or_default();
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    for (action, place, key) in asked(operation, &body) {
        let action = format!("dynamodb:{action}");
        let place = place.unwrap_or("table").to_owned();
        seen.insert(Access { function: function.clone(), action, place, partition: partition(&key) });
    }
}

/// `ACCOUNT#01J…` is `ACCOUNT#*`; what has no id is itself.
fn partition(key: &str) -> String {
    key.split_once('#').map_or_else(|| key.to_owned(), |(kind, _)| format!("{kind}#*"))
}

/// Permission, index and partition of everything that an operation touches.
fn asked<'b>(operation: &'b str, body: &'b Value) -> Vec<(&'b str, Option<&'b str>, String)> {
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

/// A connection to the table that notes what is asked.
#[derive(Debug, Clone)]
pub(crate) struct Recorder(SharedHttpClient);

impl Recorder {
    /// A connection over HTTP.
    pub(crate) fn client() -> SharedHttpClient {
        SharedHttpClient::new(Self(store::Wire::to_engine().http_client))
    }
}

impl HttpClient for Recorder {
    fn http_connector(&self, settings: &HttpConnectorSettings, parts: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(Wire(self.0.http_connector(settings, parts)))
    }
}

#[derive(Debug)]
struct Wire(SharedHttpConnector);

impl HttpConnector for Wire {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        note(&request);
        self.0.call(request)
    }
}
