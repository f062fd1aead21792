//! The two cookies. `__Host-` binds them to this very host and to secure connections; scripts cannot read them.

use axum::extract::FromRequestParts;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponseParts, ResponseParts};
use std::convert::Infallible;

/// Holds the access token.
pub const ACCESS_COOKIE: &str = "__Host-access";
/// Holds the refresh value.
pub const REFRESH_COOKIE: &str = "__Host-refresh";

/// The first value of a cookie.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let pairs =
        headers.get_all(COOKIE).into_iter().filter_map(|value| value.to_str().ok()).flat_map(|text| text.split(';'));
    let mut named = pairs.filter_map(|pair| pair.trim().split_once('='));
    named.find(|(found, _)| *found == name).map(|(_, value)| value)
}

/// The refresh value that the request came with, as text. The two endpoints that need it take it on its own: the
/// access token beside it has mostly run out by then.
#[derive(Clone)]
pub struct RefreshCookie(pub Option<String>);

impl std::fmt::Debug for RefreshCookie {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RefreshCookie")
    }
}

impl<S: Send + Sync> FromRequestParts<S> for RefreshCookie {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(cookie(&parts.headers, REFRESH_COOKIE).map(str::to_owned)))
    }
}

/// Cookies to set with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetCookies {
    /// Signed in, or refreshed.
    SignedIn {
        /// The access token.
        access: String,
        /// The refresh value.
        refresh: String,
        /// How long the browser keeps the refresh value.
        refresh_max_age_s: i64,
    },
    /// Signed out: both are taken away.
    SignedOut,
}

impl SetCookies {
    fn lines(&self) -> [String; 2] {
        // Lax, not Strict: the way back from the payment page and links in mails are cross-site navigations.
        const ATTRIBUTES: &str = "Path=/; Secure; HttpOnly; SameSite=Lax";
        match self {
            SetCookies::SignedIn { access, refresh, refresh_max_age_s } => [
                format!("{ACCESS_COOKIE}={access}; {ATTRIBUTES}"),
                format!("{REFRESH_COOKIE}={refresh}; {ATTRIBUTES}; Max-Age={refresh_max_age_s}"),
            ],
            SetCookies::SignedOut => {
                [ACCESS_COOKIE, REFRESH_COOKIE].map(|name| format!("{name}=; {ATTRIBUTES}; Max-Age=0"))
            }
        }
    }
}

impl IntoResponseParts for SetCookies {
    type Error = Infallible;

    fn into_response_parts(self, mut response: ResponseParts) -> Result<ResponseParts, Infallible> {
        let values = self.lines().into_iter().filter_map(|line| HeaderValue::from_str(&line).ok());
        for value in values {
            response.headers_mut().append(SET_COOKIE, value);
        }
        Ok(response)
    }
}
