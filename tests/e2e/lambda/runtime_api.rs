//! The Lambda Runtime API (2018-06-01), as much of it as a function needs: it asks for the next event, gets one, and
//! posts its answer. One process serves all events of a call, as a warm function does.

use std::collections::BTreeMap;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use portico_tests::binary;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio::sync::{Mutex, mpsc};

/// A function that does not answer within this time hangs.
const PATIENCE: Duration = Duration::from_secs(60);

struct Calls {
    events: Mutex<Vec<Value>>,
    answers: mpsc::Sender<Value>,
}

/// Starts the function's binary and gives its answers to the events, in order.
pub(super) async fn invoke(function: &str, environment: &BTreeMap<String, String>, events: Vec<Value>) -> Vec<Value> {
    let expected = events.len();
    let (answers, mut answered) = mpsc::channel(expected.max(1));
    let calls = Arc::new(Calls { events: Mutex::new(events), answers });
    let router = Router::new()
        .route("/2018-06-01/runtime/invocation/next", get(next))
        .route("/2018-06-01/runtime/invocation/{id}/response", post(response))
        .route("/2018-06-01/runtime/invocation/{id}/error", post(error))
        .route("/2018-06-01/runtime/init/error", post(init_error))
        .with_state(calls);
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let mut process = Command::new(binary(function))
        .env_clear()
        .envs(environment)
        .env("AWS_LAMBDA_RUNTIME_API", address.to_string())
        .env("AWS_LAMBDA_FUNCTION_NAME", function)
        .env("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
        .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
        .env("AWS_LAMBDA_LOG_GROUP_NAME", "group")
        .env("AWS_LAMBDA_LOG_STREAM_NAME", "stream")
        .stdout(Stdio::null())
        .stderr(Stdio::inherit())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut given = Vec::new();
    let answering = async {
        while given.len() < expected {
            tokio::select! {
                answer = answered.recv() => given.push(answer.unwrap()),
                status = process.wait() => panic!("`{function}` ended before it answered: {status:?}"),
            }
        }
    };
    assert!(tokio::time::timeout(PATIENCE, answering).await.is_ok(), "`{function}` did not answer");
    process.kill().await.unwrap();
    server.abort();
    given
}

async fn next(State(calls): State<Arc<Calls>>) -> Response {
    let mut events = calls.events.lock().await;
    if events.is_empty() {
        drop(events);
        // A function that has nothing to do waits here, as in the cloud.
        return std::future::pending().await;
    }
    let event = events.remove(0);
    let mut headers = HeaderMap::new();
    for (name, value) in [
        ("lambda-runtime-aws-request-id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd"),
        ("lambda-runtime-deadline-ms", "4102444800000"),
        ("lambda-runtime-invoked-function-arn", "arn:aws:lambda:eu-central-1:123456789012:function:test"),
        ("lambda-runtime-trace-id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    (headers, Json(event)).into_response()
}

async fn response(State(calls): State<Arc<Calls>>, Path(_): Path<String>, body: Bytes) -> StatusCode {
    calls.answers.send(serde_json::from_slice(&body).unwrap_or(Value::Null)).await.unwrap();
    StatusCode::ACCEPTED
}

async fn error(State(calls): State<Arc<Calls>>, Path(_): Path<String>, body: Bytes) -> StatusCode {
    let text = String::from_utf8_lossy(&body).into_owned();
    calls.answers.send(Value::String(format!("error: {text}"))).await.unwrap();
    StatusCode::ACCEPTED
}

async fn init_error(State(calls): State<Arc<Calls>>, body: Bytes) -> StatusCode {
    let text = String::from_utf8_lossy(&body).into_owned();
    calls.answers.send(Value::String(format!("init error: {text}"))).await.unwrap();
    StatusCode::ACCEPTED
}
