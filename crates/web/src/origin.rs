//! Where a request comes from: whether a page of ours sent it, and which network address is behind it.

use axum::extract::{ConnectInfo, FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use std::convert::Infallible;
use std::net::SocketAddr;

use crate::context::App;
use crate::secrets::equal;
use crate::settings::Settings;

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
    /// What the front in front of us says, where it proves itself; otherwise `X-Forwarded-For` counted from the right:
    /// only what our own proxies appended is believed, however many lines a client wrote before.
    pub(crate) fn of(parts: &Parts, settings: &Settings) -> Self {
        let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
        let secret = settings.front_secret.as_deref();
        let from_front = secret
            .is_some_and(|secret| header(FRONT_SECRET).is_some_and(|said| equal(said.as_bytes(), secret.as_bytes())));
        let viewer = header(VIEWER).filter(|_| from_front).map(str::to_owned);
        // Whoever comes past the front stands right before the gateway.
        let trusted = if secret.is_some() && !from_front { 1 } else { settings.trusted_proxies };
        let forwarded = || {
            let lines = parts.headers.get_all(FORWARDED_FOR).iter().map(|line| line.to_str().unwrap_or_default());
            let hops: Vec<&str> =
                lines.flat_map(|line| line.split(',')).map(str::trim).filter(|hop| !hop.is_empty()).collect();
            trusted.checked_sub(1).and_then(|skip| hops.iter().rev().nth(skip)).map(|hop| (*hop).to_owned())
        };
        let connected = || parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_string());
        let address = viewer.or_else(forwarded).or_else(connected).unwrap_or_else(|| "unknown".to_owned());
        // Sixty-four characters hold every address; anything longer is made up.
        Self(address.chars().take(64).collect())
    }
}

const FORWARDED_FOR: &str = "x-forwarded-for";
/// What the front says of the viewer: the address. It replaces whatever the viewer wrote there.
const VIEWER: &str = "x-portico-viewer";
/// The header in which the front says the secret that only it and we know.
const FRONT_SECRET: &str = "x-portico-front";

impl<S> FromRequestParts<S> for ClientAddress
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts, &App::from_ref(state).settings))
    }
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    const KEY: &str = "q7d1pU3bM0xwYcVh2nZkS5fJtRgEaLo9iB8QvW4yX6s";
    const SECRET: &str = "only-the-front-and-we-know-this-one";

    fn settings(proxies: &'static str, secret: Option<&'static str>) -> Settings {
        let settings = Settings::read(|name| match name {
            "PORTICO_ORIGIN" => Some("https://learn.example.org".to_owned()),
            "PORTICO_TABLE" => Some("portico".to_owned()),
            "PORTICO_TABLE_ENDPOINT" => Some("http://127.0.0.1:1".to_owned()),
            "PORTICO_SIGNING_KEYS" => Some(format!("a:{KEY}")),
            "PORTICO_PEPPER" => Some(KEY.to_owned()),
            "PORTICO_TRUSTED_PROXIES" => Some(proxies.to_owned()),
            "PORTICO_FRONT_SECRET" => secret.map(str::to_owned),
            _ => None,
        });
        settings.unwrap()
    }

    fn address(settings: &Settings, headers: &[(&str, &str)]) -> String {
        let request = headers.iter().fold(Request::builder(), |request, (name, value)| request.header(*name, *value));
        ClientAddress::of(&request.body(()).unwrap().into_parts().0, settings).0
    }

    /// Proves: A17
    #[test]
    fn only_what_our_own_proxies_wrote_is_believed() {
        let hops = |proxies| {
            let lines = [(FORWARDED_FOR, "6.6.6.6, 7.7.7.7"), (FORWARDED_FOR, "192.0.2.1, 10.0.0.1")];
            address(&settings(proxies, None), &lines)
        };
        assert_eq!(hops("1"), "10.0.0.1");
        assert_eq!(hops("2"), "192.0.2.1");
        assert_eq!(hops("0"), "unknown");
        let split = [(FORWARDED_FOR, "6.6.6.6"), (FORWARDED_FOR, "192.0.2.1"), (FORWARDED_FOR, "10.0.0.1")];
        assert_eq!(address(&settings("2", None), &split), "192.0.2.1", "a line of its own hides nothing");
        assert_eq!(address(&settings("1", None), &[(VIEWER, "6.6.6.6:1")]), "unknown");
    }

    /// Proves: A17
    #[test]
    fn whoever_calls_past_the_front_is_who_they_are() {
        let settings = settings("2", Some(SECRET));
        let through = [(FRONT_SECRET, SECRET), (VIEWER, "192.0.2.1"), (FORWARDED_FOR, "6.6.6.6, 10.0.0.1")];
        assert_eq!(address(&settings, &through), "192.0.2.1");
        for forged in [&[(VIEWER, "6.6.6.6:1")][..], &[(VIEWER, "6.6.6.6:1"), (FRONT_SECRET, "guessed")]] {
            let headers = [forged, &[(FORWARDED_FOR, "6.6.6.6, 7.7.7.7, 198.51.100.9")]].concat();
            assert_eq!(address(&settings, &headers), "198.51.100.9");
        }
    }
}
