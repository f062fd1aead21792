//! The cookies. `__Host-` binds them to this very host and to secure connections; scripts cannot read them.

use axum::extract::FromRequestParts;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponseParts, ResponseParts};
use std::convert::Infallible;

use crate::device::DEVICE_MAX_AGE;
use crate::realm::RealmName;

/// Holds the access token.
pub const ACCESS_COOKIE: &str = "__Host-access";
/// Holds the refresh value.
pub const REFRESH_COOKIE: &str = "__Host-refresh";

/// Begins the names of those that say, after signing out too, that this browser once proved an account's password: one for
/// each realm, since one person may have accounts in several.
pub(crate) const DEVICE_COOKIES: &str = "__Host-device";

/// Says that the browser is known to an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceCookie {
    /// The realm's name for it.
    pub name: String,
    /// What it holds.
    pub value: String,
}

impl RealmName {
    /// The cookie of browsers that are known to an account of this realm.
    pub fn device_cookie(&self) -> String {
        format!("{DEVICE_COOKIES}-{self}")
    }
}

/// The first value of a cookie. The header is taken apart as bytes: what other programs of this host have put there
/// need not be text, and takes nothing else with it.
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let mut values = pairs(headers).filter_map(|pair| pair.strip_prefix(name.as_bytes())?.strip_prefix(b"="));
    values.next().and_then(|value| std::str::from_utf8(value).ok())
}

/// The values of the cookies whose names begin so.
pub(crate) fn cookies_called<'h>(headers: &'h HeaderMap, begin: &'static str) -> impl Iterator<Item = &'h str> {
    let called = pairs(headers).filter_map(move |pair| std::str::from_utf8(pair.strip_prefix(begin.as_bytes())?).ok());
    called.filter_map(|rest| Some(rest.split_once('=')?.1))
}

fn pairs(headers: &HeaderMap) -> impl Iterator<Item = &[u8]> {
    let values = headers.get_all(COOKIE).into_iter();
    values.flat_map(|value| value.as_bytes().split(|byte| *byte == b';')).map(<[u8]>::trim_ascii)
}

/// Whether the browser sent any cookie of ours that opens something.
pub(crate) fn carries_login(headers: &HeaderMap) -> bool {
    [ACCESS_COOKIE, REFRESH_COOKIE].iter().any(|name| cookie(headers, name).is_some())
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
        /// Says that the browser is a known one, where it was not before.
        device: Option<DeviceCookie>,
    },
    /// Logged in as somebody else: the browser's own refresh value stays, and leads back.
    Acting {
        /// The access token.
        access: String,
        /// How long the browser keeps it.
        max_age_s: i64,
    },
    /// The password is proved and a second factor is owed: the token opens nothing but the way to prove it.
    HalfSignedIn {
        /// The access token.
        access: String,
        /// How long the browser keeps it.
        max_age_s: i64,
    },
    /// Nobody is signed in; the browser is one that guesses of others do not slow down.
    Device(DeviceCookie),
    /// Logged in as somebody else no longer.
    ActingEnded,
    /// Signed out: both are taken away.
    SignedOut,
}

impl SetCookies {
    fn lines(&self) -> Vec<String> {
        // Lax, not Strict: the way back from the payment page and links in mails are cross-site navigations.
        const ATTRIBUTES: &str = "Path=/; Secure; HttpOnly; SameSite=Lax";
        let gone = |name| format!("{name}=; {ATTRIBUTES}; Max-Age=0");
        let known = |DeviceCookie { name, value }: &DeviceCookie| {
            format!("{name}={value}; {ATTRIBUTES}; Max-Age={}", DEVICE_MAX_AGE.as_secs())
        };
        match self {
            SetCookies::SignedIn { access, refresh, refresh_max_age_s, device } => {
                let mut lines = vec![
                    format!("{ACCESS_COOKIE}={access}; {ATTRIBUTES}"),
                    format!("{REFRESH_COOKIE}={refresh}; {ATTRIBUTES}; Max-Age={refresh_max_age_s}"),
                ];
                lines.extend(device.as_ref().map(known));
                lines
            }
            SetCookies::Acting { access, max_age_s } => {
                vec![format!("{ACCESS_COOKIE}={access}; {ATTRIBUTES}; Max-Age={max_age_s}")]
            }
            // Another tab that refreshed a former login would take this one away.
            SetCookies::HalfSignedIn { access, max_age_s } => {
                vec![format!("{ACCESS_COOKIE}={access}; {ATTRIBUTES}; Max-Age={max_age_s}"), gone(REFRESH_COOKIE)]
            }
            SetCookies::Device(device) => vec![known(device)],
            SetCookies::ActingEnded => vec![gone(ACCESS_COOKIE)],
            // The device stays a known one: its owner mistypes a password like everybody else.
            SetCookies::SignedOut => [ACCESS_COOKIE, REFRESH_COOKIE].map(gone).to_vec(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foreign_cookie_takes_nothing_with_it() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, HeaderValue::from_bytes(b"theme=caf\xe9; __Host-access=a.b; x=\xff").unwrap());
        headers.append(COOKIE, HeaderValue::from_static("__Host-refresh=r=1;__Host-access=second"));
        assert_eq!(cookie(&headers, ACCESS_COOKIE), Some("a.b"));
        assert_eq!(cookie(&headers, REFRESH_COOKIE), Some("r=1"));
        assert_eq!(cookie(&headers, "x"), None);
        assert_eq!(cookie(&headers, "__Host-acc"), None);
        headers
            .append(COOKIE, HeaderValue::from_static("__Host-device-main=1; __Host-device=2; __Host-device-public=3"));
        assert_eq!(cookies_called(&headers, DEVICE_COOKIES).collect::<Vec<_>>(), ["1", "2", "3"]);
    }
}
