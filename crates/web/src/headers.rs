//! What every answer carries, and how a refusal becomes a page where a person asked.

use std::time::Instant;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{ACCEPT, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HeaderName};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use domain::random_bytes;

use crate::context::App;
use crate::failure::{Failure, Problem};
use crate::origin::{Sender, only_reads, sender};
use crate::settings::Settings;

/// Forms and JSON of people and pages are small; lessons and imports set their own limits.
const BODY_BYTES_MAX: usize = 256 * 1024;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// An HTML page as an answer.
pub fn html(status: StatusCode, page: String) -> Response {
    (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

/// Adds what every function's router has in common.
pub fn with_policies(router: Router, app: App) -> Router {
    router
        .fallback(async || Failure::NotFound)
        .method_not_allowed_fallback(async || StatusCode::METHOD_NOT_ALLOWED)
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(from_fn_with_state(app, policies))
}

async fn policies(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id: String = random_bytes::<8>(&*app.entropy).iter().map(|byte| format!("{byte:02x}")).collect();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let wants_page = wants_page(request.headers());
    let foreign = !only_reads(&method) && sender(request.headers(), &app.settings.origin) == Sender::Foreign;
    let mut response = if foreign {
        Failure::Forbidden("foreign", "this request came from a page of another site").into_response()
    } else {
        next.run(request).await
    };
    if let Some(problem) = response.extensions().get::<Problem>().filter(|_| wants_page).cloned() {
        response = problem_page(&app, &problem, &id, response);
    }
    set_policies(response.headers_mut(), &app, &id);
    let status = response.status().as_u16();
    let elapsed_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    tracing::info!(%method, path = %path.escape_debug(), status, elapsed_us, request = %id, "answered");
    response
}

fn wants_page(headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accept.contains("text/html")
}

fn problem_page(app: &App, problem: &Problem, id: &str, response: Response) -> Response {
    let title = match problem.status {
        401 => "Please sign in",
        403 => "Not allowed",
        404 => "Not found",
        410 => "No longer valid",
        429 => "Too many attempts",
        503 => "Not available right now",
        500 => "Something went wrong",
        _ => "That did not work",
    };
    let fields = problem.fields.iter().map(|field| format!(" {}: {}.", field.field, field.message));
    let text: String = std::iter::once(format!("{}.", problem.message)).chain(fields).collect();
    let head = app.page_head(title);
    let Ok(page) = app.templates.message(&templates::Message { head, text: &text, request_id: Some(id) }) else {
        return response;
    };
    let mut answer = html(response.status(), page);
    let kept = response.headers().iter().filter(|(name, _)| **name != CONTENT_TYPE && **name != CONTENT_LENGTH);
    for (name, value) in kept {
        answer.headers_mut().append(name, value.clone());
    }
    answer
}

/// The security headers of every answer, pages of the static site included.
pub fn security_headers(settings: &Settings) -> Vec<(HeaderName, HeaderValue)> {
    let content_policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; \
         form-action 'self' {}; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; \
         trusted-types lesson",
        settings.payment_page_origin
    );
    let fixed = [
        ("strict-transport-security", "max-age=31536000; includeSubDomains"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ];
    let mut headers: Vec<_> = fixed
        .into_iter()
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
        .collect();
    if let Ok(value) = HeaderValue::from_str(&content_policy) {
        headers.push((HeaderName::from_static("content-security-policy"), value));
    }
    headers
}

fn set_policies(headers: &mut HeaderMap, app: &App, id: &str) {
    for (name, value) in security_headers(&app.settings) {
        headers.insert(name, value);
    }
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, value);
    }
}
