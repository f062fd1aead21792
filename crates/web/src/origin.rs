//! Where a request comes from: whether a page of ours sent it, and which network address is behind it.

use axum::extract::{ConnectInfo, FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use std::convert::Infallible;
use std::net::SocketAddr;

use crate::context::App;

/// What a browser says about the page that sent the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sender {
    /// A page of this site.
    Ours,
    /// A page of another site.
    Foreign,
    /// Not said: no browser, or a very old one.
    Unsaid,
}

/// `Sec-Fetch-Site` decides where it is sent, since pages cannot forge it; `Origin` otherwise.
pub(crate) fn sender(headers: &HeaderMap, origin: &str) -> Sender {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match (text("sec-fetch-site"), text("origin")) {
        (Some("same-origin"), _) => Sender::Ours,
        (Some(_), _) => Sender::Foreign,
        (None, Some(found)) if found == origin => Sender::Ours,
        (None, Some(_)) => Sender::Foreign,
        (None, None) => Sender::Unsaid,
    }
}

/// Whether the method only reads.
pub(crate) fn only_reads(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// The network address of the client, as far as it can be believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientAddress(pub String);

impl ClientAddress {
    /// Counts `X-Forwarded-For` from the right: only what our own proxies appended is believed.
    pub(crate) fn of(parts: &Parts, trusted_proxies: usize) -> Self {
        let forwarded = parts.headers.get("x-forwarded-for").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let hops: Vec<&str> = forwarded.split(',').map(str::trim).filter(|hop| !hop.is_empty()).collect();
        let believed = trusted_proxies.checked_sub(1).and_then(|skip| hops.iter().rev().nth(skip)).copied();
        let connected = || parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_string());
        let address = believed.map(str::to_owned).or_else(connected).unwrap_or_else(|| "unknown".to_owned());
        // Sixty-four characters hold every address; anything longer is made up.
        Self(address.chars().take(64).collect())
    }
}

impl<S> FromRequestParts<S> for ClientAddress
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts, App::from_ref(state).settings.trusted_proxies))
    }
}
