//! A connection to the table that lets nothing through but what the role of the function at work permits, as DynamoDB
//! would: what a function lacks is found by whatever test comes by, not in the cloud.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};

use super::access::{Access, asked, permitted};
use super::template::{function_behind, functions};
use super::watched::watched;

tokio::task_local! {
    static FUNCTION: String;
}

/// Does something in the name of a function.
pub async fn named<T>(function: &str, work: impl Future<Output = T>) -> T {
    FUNCTION.scope(function.to_owned(), work).await
}

/// Does something in the name of the function behind a route.
pub async fn routed<T>(method: &str, path: &str, work: impl Future<Output = T>) -> T {
    let path = path.split('?').next().unwrap_or_default();
    match function_behind(method, path) {
        Some(function) => named(&function, work).await,
        None => work.await,
    }
}

/// Each request is the function's that it goes to.
pub fn each_by_name(functions: Router) -> Router {
    functions.layer(from_fn(async |request: Request, next: Next| {
        let (method, path) = (request.method().to_string(), request.uri().path().to_owned());
        routed(&method, &path, next.run(request)).await
    }))
}

/// The function at work, where one is.
pub fn at_work() -> Option<String> {
    FUNCTION.try_with(String::clone).ok()
}

static PERMITTED: LazyLock<BTreeMap<&str, BTreeSet<Access>>> =
    LazyLock::new(|| functions().into_keys().map(|function| (function, permitted(function))).collect());

/// Fails where the function at work asks for what its role does not permit.
fn refuse_what_is_not_permitted(request: &HttpRequest) {
    let Some(function) = at_work() else { return };
    let permitted = &PERMITTED[function.as_str()];
    for access in asked(&function, request) {
        assert!(permitted.contains(&access), "`infra/template.yaml` does not permit {access:?}");
    }
}

/// The connection.
pub fn gate() -> SharedHttpClient {
    watched(refuse_what_is_not_permitted)
}
