//! The interface under `/v1`: who calls, what they send, whether they sent it before, and which endpoint answers.

mod caller;
mod checkout_rules;
mod checkout_sessions;
mod coupons;
mod events;
mod invoices;
mod listing;
mod payments;
mod promotions;
mod refunds;
mod replay;
mod routes;

use std::sync::Arc;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::any;

use crate::desk::{Caller, Desk};
use crate::params::Params;
use crate::refusal::Refusal;
use crate::schema::check;
use routes::Endpoint;

/// No call has a longer body.
const BODY_BYTES_MAX: usize = 256 * 1024;

/// Everything under `/v1`.
pub(crate) fn router() -> Router<Arc<Desk>> {
    Router::new().route("/v1", any(answer)).route("/v1/{*path}", any(answer))
}

/// A finished answer: status, JSON text, and whether it was given before.
struct Answer {
    status: StatusCode,
    body: String,
    replayed: bool,
}

async fn answer(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let asked = request.headers().clone();
    let request_id = desk.setup.mint.id("req_");
    let outcome = serve(&desk, request, &request_id).await;
    let answer = outcome.unwrap_or_else(|refusal| Answer {
        status: refusal.status,
        body: refusal.body().to_string(),
        replayed: false,
    });
    let mut response = (answer.status, answer.body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    echo(headers, &asked, "stripe-version");
    echo(headers, &asked, "idempotency-key");
    if let Ok(id) = HeaderValue::from_str(&request_id) {
        headers.insert("request-id", id);
    }
    if answer.replayed {
        headers.insert("idempotent-replayed", HeaderValue::from_static("true"));
    }
    response
}

fn echo(headers: &mut HeaderMap, asked: &HeaderMap, name: &'static str) {
    if let Some(value) = asked.get(name) {
        headers.insert(name, value.clone());
    }
}

async fn serve(desk: &Arc<Desk>, request: Request, request_id: &str) -> Result<Answer, Refusal> {
    if desk.faults().down {
        return Err(Refusal::broken(StatusCode::SERVICE_UNAVAILABLE, "Stripe is temporarily unavailable."));
    }
    caller::authenticate(request.headers(), &desk.setup.api_key)?;
    let (parts, body) = request.into_parts();
    let endpoint = routes::find(&parts.method, parts.uri.path())?;
    if desk.faults().lists_down && parts.method == Method::GET && parts.uri.path() == "/v1/checkout/sessions" {
        return Err(Refusal::broken(StatusCode::SERVICE_UNAVAILABLE, "Stripe is temporarily unavailable."));
    }
    let query = parts.uri.query().unwrap_or_default().as_bytes();
    let params = if endpoint.writes {
        let body = to_bytes(body, BODY_BYTES_MAX)
            .await
            .map_err(|_| Refusal::invalid("The body is too large.").status(StatusCode::PAYLOAD_TOO_LARGE))?;
        caller::check_form(&parts.headers, &body)?;
        Params::read(&body)?
    } else {
        Params::read(query)?
    };
    let mut caller = Caller { request: Some(request_id.to_owned()), idempotency_key: None };
    if !endpoint.writes {
        let answer = run(desk, &endpoint, &params, caller);
        tokio::time::sleep(desk.faults().slow()).await;
        return answer;
    }
    let Some(key) = caller::idempotency_key(&parts.headers)? else {
        let answer = run(desk, &endpoint, &params, caller);
        tokio::time::sleep(desk.faults().slow()).await;
        return answer;
    };
    let fingerprint = format!("{}?{}", parts.uri.path(), params.fingerprint());
    let _held = replay::hold(desk, &key)?;
    if let Some(answer) = replay::earlier(desk, &key, &fingerprint)? {
        return Ok(answer);
    }
    if desk.faults().broken {
        return replay::fail(desk, &key, fingerprint);
    }
    caller.idempotency_key = Some(key.clone());
    let answer = replay::run(desk, &endpoint, &params, caller, &key, fingerprint);
    tokio::time::sleep(desk.faults().slow()).await;
    answer
}

fn run(desk: &Arc<Desk>, endpoint: &Endpoint, params: &Params, caller: Caller) -> Result<Answer, Refusal> {
    let body = desk.change(caller, |world| {
        check(endpoint.rules, params)?;
        (endpoint.run)(world, params, &endpoint.id)
    })?;
    Ok(Answer { status: StatusCode::OK, body: body.to_string(), replayed: false })
}
