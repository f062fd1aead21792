//! What every answer carries, and how a refusal becomes a page where a person asked.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;
use std::time::Instant;

use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, REFERRER_POLICY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use domain::random_bytes;
use templates::Message;
use tracing::Instrument;

use crate::context::App;
use crate::cookies::carries_login;
use crate::failure::{Failure, Problem};
use crate::origin::{Sender, only_reads, sender};
use crate::reader::{Reader, keep, kept_language};
use crate::settings::Settings;

/// Forms and JSON of people and pages are small; lessons and imports set their own limits.
const BODY_BYTES_MAX: usize = 256 * 1024;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// An HTML page as an answer.
pub fn html(status: StatusCode, page: String) -> Response {
    (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

/// A page whose own address or form holds a one-time token: nothing of its address goes along with any request.
pub fn page_with_token(status: StatusCode, page: String) -> Response {
    let mut response = html(status, page);
    response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
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
    let id: String = random_bytes::<8>(&*app.entropy).iter().map(|byte| format!("{byte:02x}")).collect();
    // Everything that is logged on the way carries the id.
    let span = tracing::info_span!("request", id = %id);
    answer(app, id, request, next).instrument(span).await
}

async fn answer(app: App, id: String, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let language = kept_language(&app, request.uri(), request.headers());
    let reader = wants_page(request.headers()).then(|| Reader::of(&app, request.uri(), request.headers()));
    let mut response = match refuse_sender(&request, &app) {
        Err(failure) => failure.into_response(),
        Ok(()) => unless_it_panics(next.run(request)).await,
    };
    if let Some(mut problem) = response.extensions_mut().remove::<Problem>() {
        problem.request_id = Some(id.clone());
        response = match reader {
            Some(reader) => problem_page(&reader, &problem, response),
            None => with_id(&problem, response),
        };
    }
    keep(language, response.headers_mut());
    set_policies(response.headers_mut(), &app, &id);
    let status = response.status().as_u16();
    let elapsed_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    tracing::info!(%method, path = %path.escape_debug(), status, elapsed_us, "answered");
    response
}

/// A write that another site's page sent, or that comes with our cookies and does not say from where.
fn refuse_sender(request: &Request, app: &App) -> Result<(), Failure> {
    if only_reads(request.method()) {
        return Ok(());
    }
    match sender(request.headers(), &app.settings.origin) {
        Sender::Ours => Ok(()),
        Sender::Foreign => Err(Failure::Forbidden("foreign", "this request came from a page of another site")),
        Sender::Unsaid if carries_login(request.headers()) => {
            Err(Failure::Forbidden("forged", "this request did not come from a page of this platform"))
        }
        Sender::Unsaid => Ok(()),
    }
}

/// The answer, or the one to a mistake of ours: whoever asked is told, and everybody else is served on.
async fn unless_it_panics(answering: impl Future<Output = Response>) -> Response {
    let mut answering = Box::pin(answering);
    let answered = std::future::poll_fn(move |context| {
        match catch_unwind(AssertUnwindSafe(|| answering.as_mut().poll(context))) {
            Ok(poll) => poll.map(Some),
            Err(_) => Poll::Ready(None),
        }
    });
    answered.await.unwrap_or_else(|| Failure::Internal("a handler panicked".to_owned()).into_response())
}

fn wants_page(headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accept.contains("text/html")
}

fn problem_page(reader: &Reader, problem: &Problem, response: Response) -> Response {
    let title = match problem.status {
        401 => "problem-sign-in",
        403 => "problem-not-allowed",
        404 => "problem-not-found",
        410 => "problem-gone",
        429 => "problem-too-many",
        503 => "problem-unavailable",
        500 => "problem-internal",
        _ => "problem-other",
    };
    let title = reader.say(title, &[]);
    let fields = problem.fields.iter().map(|field| format!(" {}: {}.", field.field, field.message));
    let text: String = std::iter::once(format!("{}.", problem.message)).chain(fields).collect();
    let (head, request_id) = (reader.head(&title), problem.request_id.as_deref());
    // What exactly was wrong is said in English, as programs are told it.
    let page = reader.pages().map(|pages| pages.message(&Message { head, text: &text, lang: "en", request_id }));
    match page {
        Ok(Ok(page)) => in_place_of(response, html, page),
        _ => with_id(problem, response),
    }
}

fn with_id(problem: &Problem, response: Response) -> Response {
    in_place_of(response, |status, problem| (status, Json(problem)).into_response(), problem)
}

/// The same answer with another body.
fn in_place_of<T>(response: Response, shown: impl FnOnce(StatusCode, T) -> Response, body: T) -> Response {
    let mut answer = shown(response.status(), body);
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
        ("referrer-policy", "same-origin"),
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
        // A page may say less of where it was than the others, and a picture may load nothing at all.
        if name == REFERRER_POLICY || name == CONTENT_SECURITY_POLICY {
            headers.entry(name).or_insert(value);
        } else {
            headers.insert(name, value);
        }
    }
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if let Ok(value) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, value);
    }
}
