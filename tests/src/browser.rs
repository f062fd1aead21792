//! A browser: keeps cookies, says where its requests come from, and sends the value that writes need.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use http::{Method, Request};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

use crate::reply::Reply;

/// One browser with its cookies. Cheap to make; two of them share nothing.
pub struct Browser {
    origin: String,
    client: Client<HttpConnector, Full<Bytes>>,
    cookies: Mutex<BTreeMap<String, String>>,
    csrf: Mutex<Option<String>>,
}

/// A request that is being put together.
pub struct Ask<'b> {
    browser: &'b Browser,
    method: Method,
    address: String,
    headers: Vec<(String, String)>,
    body: Bytes,
}

impl Browser {
    /// A fresh browser for a platform.
    pub fn new(origin: &str) -> Self {
        Self {
            origin: origin.to_owned(),
            client: Client::builder(TokioExecutor::new()).build_http(),
            cookies: Mutex::default(),
            csrf: Mutex::default(),
        }
    }

    /// The same, from a network of its own: limits count by network.
    pub fn from(origin: &str, address: IpAddr) -> Self {
        let mut connector = HttpConnector::new();
        connector.set_local_address(Some(address));
        Self { client: Client::builder(TokioExecutor::new()).build(connector), ..Self::new(origin) }
    }

    /// A cookie's value.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    /// Puts a cookie there, as a thief or a test would.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), value.to_owned());
    }

    /// The value that writes of this browser carry.
    pub fn csrf(&self) -> Option<String> {
        self.csrf.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Remembers the value that writes carry.
    pub fn set_csrf(&self, value: &str) {
        *self.csrf.lock().unwrap_or_else(PoisonError::into_inner) = Some(value.to_owned());
    }

    /// A request of any method to a path, or to a whole address.
    pub fn ask(&self, method: Method, address: &str) -> Ask<'_> {
        let whole =
            if address.starts_with("http://") { address.to_owned() } else { format!("{}{address}", self.origin) };
        let mut headers = Vec::new();
        if method != Method::GET && method != Method::HEAD {
            headers.push(("sec-fetch-site".to_owned(), "same-origin".to_owned()));
            headers.push(("origin".to_owned(), self.origin.clone()));
            headers.extend(self.csrf().map(|value| ("x-csrf".to_owned(), value)));
        }
        Ask { browser: self, method, address: whole, headers, body: Bytes::new() }
    }

    /// Reads a page or an endpoint.
    pub async fn get(&self, address: &str) -> Reply {
        self.ask(Method::GET, address).send().await
    }

    /// Sends JSON.
    pub async fn post(&self, path: &str, body: impl Borrow<Value>) -> Reply {
        self.ask(Method::POST, path).json(body.borrow()).send().await
    }

    /// Sends JSON that takes the place of what is there.
    pub async fn put(&self, path: &str, body: impl Borrow<Value>) -> Reply {
        self.ask(Method::PUT, path).json(body.borrow()).send().await
    }

    /// Sends JSON to change something.
    pub async fn patch(&self, path: &str, body: impl Borrow<Value>) -> Reply {
        self.ask(Method::PATCH, path).json(body.borrow()).send().await
    }

    /// Deletes.
    pub async fn delete(&self, path: &str) -> Reply {
        self.ask(Method::DELETE, path).send().await
    }

    /// Sends a form, as a page without JavaScript does.
    pub async fn submit(&self, address: &str, fields: &[(&str, &str)]) -> Reply {
        self.ask(Method::POST, address).header("accept", "text/html").form(fields).send().await
    }
}

impl Ask<'_> {
    /// Sets a header, in place of the browser's own.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Leaves a header out that the browser would send.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self
    }

    /// A JSON body.
    pub fn json(self, body: &Value) -> Self {
        self.header("content-type", "application/json").body(body.to_string())
    }

    /// A form body.
    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.header("content-type", "application/x-www-form-urlencoded").body(body)
    }

    /// Any body.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    /// Sends it. Redirects are not followed; cookies are kept.
    #[expect(clippy::expect_used, reason = "a test that cannot ask has failed")]
    pub async fn send(self) -> Reply {
        let mut request = Request::builder().method(self.method).uri(&self.address);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let cookies = self.browser.cookies.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if !cookies.is_empty() && self.address.starts_with(&self.browser.origin) {
            let pairs: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header("cookie", pairs.join("; "));
        }
        let request = request.body(Full::new(self.body)).expect("a request");
        let answer = self.browser.client.request(request).await.expect("an answer");
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        let reply = Reply { status: parts.status, headers: parts.headers, body };
        if self.address.starts_with(&self.browser.origin) {
            self.browser.keep_cookies(&reply);
        }
        reply
    }
}

impl Browser {
    fn keep_cookies(&self, reply: &Reply) {
        let mut cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        for line in reply.headers_of("set-cookie") {
            let (pair, attributes) = line.split_once(';').unwrap_or((&line, ""));
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if attributes.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}
