//! What comes in the body: JSON, or a plain HTML form. The type must be said exactly, the size is bounded, unknown
//! fields are refused.

use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::failure::Failure;

/// JSON.
#[derive(Debug)]
pub struct Body<T>(pub T);

/// A plain HTML form.
#[derive(Debug)]
pub struct Form<T>(pub T);

/// How something was sent; the answer takes the same shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// By a program, as JSON.
    Json,
    /// By a person, with a form.
    Form,
}

/// JSON or a form.
#[derive(Debug)]
pub struct BodyOrForm<T>(pub T, pub Sent);

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// The type without its parameters; a parameter other than UTF-8 is another type.
fn content_type(request: &Request) -> Option<String> {
    let text = request.headers().get(CONTENT_TYPE)?.to_str().ok()?.to_ascii_lowercase();
    let mut parts = text.split(';').map(str::trim);
    let essence = parts.next()?.to_owned();
    parts.all(|part| part.is_empty() || part.replace('"', "") == "charset=utf-8").then_some(essence)
}

/// Put beside a request that asked for its context and turned out to be nobody's.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AskedByVisitor;

fn refuse_visitor(request: &Request) -> Result<(), Failure> {
    request.extensions().get::<AskedByVisitor>().map_or(Ok(()), |_| Err(Failure::SignedOut))
}

/// The whole body. Where a handler asks who is there before, nothing of it is read for visitors: neither do they fill
/// our memory, nor do they learn what a body must look like.
pub async fn body_bytes<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Failure> {
    refuse_visitor(&request)?;
    // The limit itself is set where the router is built; going over it is the only way to fail here.
    Bytes::from_request(request, state).await.map_err(|_| Failure::TooLarge)
}

fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let cause = error.into_inner();
        let text = cause.to_string();
        // serde_json appends the place, which means nothing where the field is named.
        let sentence = text.rsplit_once(" at line ").map_or(text.clone(), |(sentence, _)| sentence.to_owned());
        if !cause.is_data() || sentence.starts_with("unknown field") || sentence.starts_with("duplicate field") {
            Failure::Malformed(text)
        } else {
            Failure::field(if path == "." { "body" } else { &path }, sentence)
        }
    })?;
    deserializer.end().map_err(|error| Failure::Malformed(error.to_string()))?;
    // A list in the order of the fields would be read, too: names are what tells them apart.
    let names_fields = bytes.trim_ascii_start().starts_with(b"{");
    if names_fields { Ok(read) } else { Err(Failure::field("body", "must be an object")) }
}

fn read_form<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    if std::str::from_utf8(bytes).is_err() {
        return Err(Failure::Malformed("the form is not UTF-8".to_owned()));
    }
    serde_urlencoded::from_bytes(bytes).map_err(|error| Failure::Malformed(error.to_string()))
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        refuse_visitor(&request)?;
        if content_type(&request).as_deref() != Some(JSON) {
            return Err(Failure::UnsupportedType(JSON));
        }
        read_json(&body_bytes(request, state).await?).map(Self)
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        if content_type(&request).as_deref() != Some(FORM) {
            return Err(Failure::UnsupportedType(FORM));
        }
        read_form(&body_bytes(request, state).await?).map(Self)
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for BodyOrForm<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        match content_type(&request).as_deref() {
            Some(JSON) => Ok(Self(read_json(&body_bytes(request, state).await?)?, Sent::Json)),
            Some(FORM) => Ok(Self(read_form(&body_bytes(request, state).await?)?, Sent::Form)),
            _ => Err(Failure::UnsupportedType("application/json or application/x-www-form-urlencoded")),
        }
    }
}
