//! The table without a network: a connector below the real SDK that hands each request to the embedded engine in this
//! very process, late, twice, cut off or not at all, as the weather has it. Must not know what is stored.
//!
//! The engine's own router cannot be called without a socket, so operations are looked up here; there are few.

use std::sync::Arc;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use dynoxide::{Database, DynoxideError};
use serde_json::{Value, json};

use super::clock::VirtualClock;
use super::dice::Dice;
use super::faults::{Fate, Weather};
use super::replica::Replica;
use super::trace::Trace;
use crate::cloud::recorder::note;

/// The table's name in every run.
pub(super) const NAME: &str = "portico";

/// A connection of a process to the table.
#[derive(Clone)]
pub(super) struct Wire {
    pub(super) database: Database,
    pub(super) replica: Arc<Replica>,
    pub(super) clock: VirtualClock,
    pub(super) dice: Arc<Dice>,
    pub(super) weather: Arc<Weather>,
    pub(super) trace: Arc<Trace>,
}

impl std::fmt::Debug for Wire {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wire")
    }
}

impl HttpClient for Wire {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Wire {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        note(&request);
        let wire = self.clone();
        HttpConnectorFuture::new(async move { wire.answer(&request).await })
    }
}

impl Wire {
    async fn answer(&self, request: &HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let target = request.headers().get("x-amz-target").unwrap_or_default();
        let operation = target.rsplit('.').next().unwrap_or_default().to_owned();
        let fate = self.weather.fate(&self.dice);
        self.dice.take_a_moment(&self.clock).await;
        self.trace.note(self.clock.elapsed_ms(), &format!("{operation} {fate:?}"));
        match fate {
            Fate::Throttled => return refused("ProvisionedThroughputExceededException", &json!({})),
            Fate::Conflict => return conflict(&operation, request),
            Fate::LostBefore => return std::future::pending().await,
            Fate::BrokenBefore => return Err(ConnectorError::io("connection reset".into())),
            Fate::CrashBefore => {
                self.weather.crashed.notify_one();
                return std::future::pending().await;
            }
            _ => {}
        }
        let body = request.body().bytes().unwrap_or_default();
        let lagging = operation == "Query" && !self.weather.is_clear() && self.replica.answers(&self.dice, body);
        let database = if lagging { self.replica.database() } else { &self.database };
        let (status, answer) = run(database, &operation, body);
        self.dice.take_a_moment(&self.clock).await;
        match fate {
            Fate::LostAfter => std::future::pending().await,
            Fate::BrokenAfter => Err(ConnectorError::io("connection reset".into())),
            Fate::ErrorAfter => response(500, json!({ "__type": "InternalServerError" }).to_string()),
            Fate::CrashAfter => {
                self.weather.crashed.notify_one();
                std::future::pending().await
            }
            _ => response(status, answer),
        }
    }
}

fn response(status: u16, body: String) -> Result<HttpResponse, ConnectorError> {
    let status = status.try_into().map_err(|_| ConnectorError::other("a status".into(), None))?;
    Ok(HttpResponse::new(status, body.into()))
}

fn refused(kind: &str, more: &Value) -> Result<HttpResponse, ConnectorError> {
    let mut body = json!({ "__type": format!("com.amazonaws.dynamodb.v20120810#{kind}"), "message": "by chance" });
    for (name, value) in more.as_object().into_iter().flatten() {
        body[name] = value.clone();
    }
    response(400, body.to_string())
}

/// Reads meet no conflicts; a transaction says which of its items did.
fn conflict(operation: &str, request: &HttpRequest) -> Result<HttpResponse, ConnectorError> {
    match operation {
        "TransactWriteItems" => {
            let body: Value = serde_json::from_slice(request.body().bytes().unwrap_or_default()).unwrap_or_default();
            let items = body["TransactItems"].as_array().map_or(1, Vec::len);
            let mut reasons = vec![json!({ "Code": "None" }); items];
            reasons[0] = json!({ "Code": "TransactionConflict" });
            refused("TransactionCanceledException", &json!({ "CancellationReasons": reasons }))
        }
        "PutItem" | "UpdateItem" | "DeleteItem" => refused("TransactionConflictException", &json!({})),
        _ => refused("ThrottlingException", &json!({})),
    }
}

/// One operation of the engine: status and body of the answer.
fn run(database: &Database, operation: &str, body: &[u8]) -> (u16, String) {
    macro_rules! lookup {
        ($($name:literal => $method:ident),* $(,)?) => {
            match operation {
                $($name => serde_json::from_slice(body)
                    .map_err(|error| DynoxideError::ValidationException(error.to_string()))
                    .and_then(|request| database.$method(request))
                    .map(|answer| serde_json::to_string(&answer).unwrap()),)*
                other => panic!("the store asks for {other}, which this table does not know"),
            }
        };
    }
    let answer = lookup! {
        "GetItem" => get_item,
        "BatchGetItem" => batch_get_item,
        "Query" => query,
        "PutItem" => put_item,
        "UpdateItem" => update_item,
        "DeleteItem" => delete_item,
        "TransactWriteItems" => transact_write_items,
        "CreateTable" => create_table,
        "DescribeTable" => describe_table,
        "UpdateTimeToLive" => update_time_to_live,
    };
    match answer {
        Ok(answer) => (200, answer),
        Err(error) => (error.status_code(), error.to_json()),
    }
}
