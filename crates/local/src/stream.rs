//! The way to the table's stream: straight into the embedded engine, or over HTTP to another one. Question and answer
//! are the same JSON either way, since it is what DynamoDB Streams says on the wire.

use bytes::Bytes;
use dynoxide::Database;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What a stream is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Question {
    /// Which streams a table has.
    Streams,
    /// Which shards a stream has.
    Description,
    /// A place in a shard.
    Place,
    /// The records after a place.
    Records,
}

impl Question {
    const fn operation(self) -> &'static str {
        match self {
            Question::Streams => "ListStreams",
            Question::Description => "DescribeStream",
            Question::Place => "GetShardIterator",
            Question::Records => "GetRecords",
        }
    }
}

/// Engines on a laptop take any signature, and keep tables apart by the key's name and region: these must be the
/// ones that `store` uses for an endpoint of its own.
const UNSIGNED: &str =
    "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=none";

/// A table's stream.
pub(crate) enum Stream {
    Embedded(Database),
    Http(Box<HttpStream>),
}

/// A stream over HTTP.
pub(crate) struct HttpStream {
    client: Client<HttpConnector, Full<Bytes>>,
    endpoint: String,
}

impl Stream {
    pub(crate) fn over_http(endpoint: &str) -> Self {
        let client = Client::builder(TokioExecutor::new()).build_http();
        Self::Http(Box::new(HttpStream { client, endpoint: endpoint.to_owned() }))
    }

    /// Asks; the error is for the log.
    pub(crate) async fn ask(&self, question: Question, wanted: Value) -> Result<Value, String> {
        match self {
            Self::Embedded(database) => match question {
                Question::Streams => through(wanted, |wanted| database.list_streams(wanted)),
                Question::Description => through(wanted, |wanted| database.describe_stream(wanted)),
                Question::Place => through(wanted, |wanted| database.get_shard_iterator(wanted)),
                Question::Records => through(wanted, |wanted| database.get_records(wanted)),
            },
            Self::Http(stream) => stream.ask(question, &wanted).await,
        }
    }
}

fn through<Q, A, E>(wanted: Value, ask: impl FnOnce(Q) -> Result<A, E>) -> Result<Value, String>
where
    Q: DeserializeOwned,
    A: Serialize,
    E: std::fmt::Display,
{
    let wanted = serde_json::from_value(wanted).map_err(|error| error.to_string())?;
    let answer = ask(wanted).map_err(|error| error.to_string())?;
    serde_json::to_value(answer).map_err(|error| error.to_string())
}

impl HttpStream {
    async fn ask(&self, question: Question, wanted: &Value) -> Result<Value, String> {
        let request = http::Request::post(&self.endpoint)
            .header("x-amz-target", format!("DynamoDBStreams_20120810.{}", question.operation()))
            .header("content-type", "application/x-amz-json-1.0")
            .header("authorization", UNSIGNED)
            .header("x-amz-date", "20260101T000000Z")
            .body(Full::from(wanted.to_string()))
            .map_err(|error| error.to_string())?;
        let answer = self.client.request(request).await.map_err(|error| error.to_string())?;
        let status = answer.status();
        let body = answer.into_body().collect().await.map_err(|error| error.to_string())?.to_bytes();
        if !status.is_success() {
            return Err(format!("{} answered {status}: {}", question.operation(), String::from_utf8_lossy(&body)));
        }
        serde_json::from_slice(&body).map_err(|error| error.to_string())
    }
}
