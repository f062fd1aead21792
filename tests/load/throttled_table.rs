//! A table that refuses a part of what it is asked, in DynamoDB's own words: the embedded engine, with a front that
//! throws dice before it passes anything on.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use http::{HeaderValue, StatusCode, Uri};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use local::{EmbeddedTable, OtherTable};
use tokio::net::TcpListener;

/// The dice fall in the same order every time.
const SEED: u64 = 7;
const TOO_MUCH: &str =
    r#"{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"slow down"}"#;
/// What a transaction is told of which one record lies where it is too busy.
const CANCELLED: &str = r#"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
    "CancellationReasons":[{"Code":"None"},{"Code":"ThrottlingError","Message":"slow down"}],"Message":"slow down"}"#;
const TRANSACTION: &str = "DynamoDB_20120810.TransactWriteItems";

/// The front of the table.
pub(crate) struct ThrottledTable {
    endpoint: String,
    front: Arc<Front>,
}

struct Front {
    engine: EmbeddedTable,
    client: Client<HttpConnector, Body>,
    dice: Mutex<fastrand::Rng>,
    refused_percent: u8,
    refusing: AtomicBool,
    asked: AtomicUsize,
    refused: AtomicUsize,
}

impl ThrottledTable {
    pub(crate) async fn open(folder: &Path, refused_percent: u8) -> Self {
        let engine = EmbeddedTable::open(folder).await.unwrap();
        let front = Arc::new(Front {
            engine,
            client: Client::builder(TokioExecutor::new()).build_http(),
            dice: Mutex::new(fastrand::Rng::with_seed(SEED)),
            refused_percent,
            refusing: AtomicBool::new(false),
            asked: AtomicUsize::new(0),
            refused: AtomicUsize::new(0),
        });
        let router = Router::new().fallback(answer).with_state(front.clone());
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { endpoint, front }
    }

    pub(crate) fn to_be_used(&self) -> OtherTable {
        OtherTable { endpoint: self.endpoint.clone(), name: "portico".to_owned() }
    }

    pub(crate) fn begin_to_refuse(&self) {
        self.front.asked.store(0, Ordering::SeqCst);
        self.front.refusing.store(true, Ordering::SeqCst);
    }

    pub(crate) fn stop_refusing(&self) {
        self.front.refusing.store(false, Ordering::SeqCst);
    }

    pub(crate) fn asked(&self) -> usize {
        self.front.asked.load(Ordering::SeqCst)
    }

    pub(crate) fn refused(&self) -> usize {
        self.front.refused.load(Ordering::SeqCst)
    }
}

async fn answer(State(front): State<Arc<Front>>, mut request: Request) -> Response {
    front.asked.fetch_add(1, Ordering::SeqCst);
    let thrown = front.dice.lock().unwrap().u8(0..100);
    if front.refusing.load(Ordering::SeqCst) && thrown < front.refused_percent {
        front.refused.fetch_add(1, Ordering::SeqCst);
        let json = HeaderValue::from_static("application/x-amz-json-1.0");
        let transaction = request.headers().get("x-amz-target").is_some_and(|target| target == TRANSACTION);
        // Even throws fall on the whole request, odd ones on a record of it.
        let words = if transaction && thrown % 2 == 1 { CANCELLED } else { TOO_MUCH };
        return (StatusCode::BAD_REQUEST, [(CONTENT_TYPE, json)], words).into_response();
    }
    *request.uri_mut() = front.engine.endpoint.parse::<Uri>().unwrap();
    match front.client.request(request).await {
        Ok(response) => response.map(Body::new).into_response(),
        Err(error) => (StatusCode::BAD_GATEWAY, error.to_string()).into_response(),
    }
}
