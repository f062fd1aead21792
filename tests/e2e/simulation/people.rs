//! People with browsers: who they are, the cookies they hold, the passwords they may have. They know the platform by its
//! answers alone.

use std::collections::BTreeMap;

use axum::body::Body;
use bytes::Bytes;
use http::header::{CONTENT_TYPE, SET_COOKIE};
use http::{Method, Request};
use http_body_util::BodyExt;
use portico_tests::Reply;
use serde_json::Value;
use tower::ServiceExt;

use super::process::{ORIGIN, Process};
use portico_tests::cloud::routed;

/// What somebody is on the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    Owner,
    Administrator,
    /// Of the first or the second partner platform.
    PartnerAdministrator(usize),
    InternalLearner,
    PartnerLearner(usize),
    /// Has an account once a purchase made it.
    Buyer,
}

/// Somebody.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) standing: Standing,
    pub(super) email: String,
    /// `main`, `public` or a partner's id.
    pub(super) realm: String,
    /// The account, once it is known.
    pub(super) account: Option<String>,
    /// Passwords that may be the right one: more than one after a change whose answer got lost.
    pub(super) passwords: Vec<String>,
    /// Whether a change of the password was ever acknowledged.
    pub(super) has_password: bool,
    pub(super) cookies: BTreeMap<String, String>,
    pub(super) csrf: String,
}

/// What is asked.
#[derive(Debug, Clone)]
pub(super) struct Ask {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Option<Bytes>,
}

impl Ask {
    /// Reads.
    pub(super) fn get(path: impl Into<String>) -> Self {
        Self { method: Method::GET, path: path.into(), headers: Vec::new(), body: None }
    }

    /// Sends JSON.
    pub(super) fn post(path: impl Into<String>, body: &Value) -> Self {
        Self::send(Method::POST, path, body)
    }

    /// Sends JSON with another method.
    pub(super) fn send(method: Method, path: impl Into<String>, body: &Value) -> Self {
        Self { method, path: path.into(), headers: Vec::new(), body: Some(body.to_string().into()) }
    }

    /// With the cookies of somebody, from a page of the platform.
    pub(super) fn of(mut self, person: &Person) -> Self {
        let pairs: Vec<String> = person.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        self.headers.push(("cookie", pairs.join("; ")));
        self.headers.push(("x-csrf", person.csrf.clone()));
        self
    }

    /// Asks a process.
    pub(super) async fn at(self, process: &Process) -> Reply {
        let (method, path) = (self.method, self.path);
        let mut request = Request::builder().method(&method).uri(&path).header("origin", ORIGIN);
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        if self.body.is_some() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        let request = request.body(self.body.map_or_else(Body::empty, Body::from)).unwrap();
        let answering = process.router.clone().oneshot(request);
        let (parts, body) = routed(method.as_str(), &path, answering).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Reply { status: parts.status, headers: parts.headers, body }
    }
}

impl Person {
    /// Keeps what an answer brought: cookies and the value that writes carry.
    pub(super) fn keep(&mut self, reply: &Reply) {
        for line in reply.headers_of(SET_COOKIE.as_str()) {
            let (pair, attributes) = line.split_once(';').unwrap_or((&line, ""));
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let csrf = reply.str("/csrf");
        if !csrf.is_empty() {
            self.csrf = csrf;
            self.account = Some(reply.str("/account/id"));
        }
    }
}
