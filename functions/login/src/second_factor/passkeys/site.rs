//! For which site passkeys are made. Browsers bind each to a domain name, which an address of numbers is not: on a laptop
//! that serves `http://127.0.0.1:8080`, they work for whoever opened `http://localhost:8080`.

use std::convert::Infallible;
use std::net::IpAddr;

use axum::extract::{FromRef, FromRequestParts};
use axum::http::header::HOST;
use axum::http::request::Parts;
use axum::http::uri::Authority;
use web::{App, Failure};
use webauthn_rs::prelude::{Url, Webauthn, WebauthnBuilder};

use super::question;

/// The name that stands for the machine itself.
const THIS_MACHINE: &str = "localhost";

/// Where passkeys are made and used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Site {
    /// Here.
    Here {
        /// The domain name that browsers bind passkeys to.
        name: String,
        /// Scheme, name and port of the pages that may ask for them.
        origin: String,
    },
    /// At the same platform's other origin.
    Elsewhere(String),
    /// Nowhere: the platform has no domain name.
    Nowhere,
}

impl Site {
    /// What the platform's origin says, and the name under which this request asked for it.
    fn of(origin: &str, host: Option<&str>) -> Self {
        let (scheme, authority) = origin.split_once("://").unwrap_or_default();
        let Ok(authority) = authority.parse::<Authority>() else { return Self::Nowhere };
        let name = authority.host().trim_matches(['[', ']']);
        let Ok(address) = name.parse::<IpAddr>() else {
            return Self::Here { name: name.to_owned(), origin: origin.to_owned() };
        };
        if !address.is_loopback() {
            return Self::Nowhere;
        }
        let port = authority.port().map(|port| format!(":{port}")).unwrap_or_default();
        let named = format!("{THIS_MACHINE}{port}");
        let origin = format!("{scheme}://{named}");
        match host {
            Some(host) if host == named => Self::Here { name: THIS_MACHINE.to_owned(), origin },
            _ => Self::Elsewhere(origin),
        }
    }

    /// Whether passkeys can be used at the address that was asked.
    pub(crate) fn is_here(&self) -> bool {
        matches!(self, Self::Here { .. })
    }

    /// The origin to open instead, where there is one.
    pub(crate) fn elsewhere(&self) -> Option<&str> {
        if let Self::Elsewhere(origin) = self { Some(origin) } else { None }
    }

    /// What asks and checks for this site.
    pub(crate) fn webauthn(&self, app: &App) -> Result<Webauthn, Failure> {
        let (name, origin) = match self {
            Self::Here { name, origin } => (name, origin),
            Self::Elsewhere(origin) => {
                let words = format!("browsers keep passkeys for domain names only: open {origin} instead");
                return Err(Failure::conflict(words));
            }
            Self::Nowhere => {
                let words = "browsers keep passkeys for domain names only, and this platform has none: use an app";
                return Err(Failure::conflict(words));
            }
        };
        let broken = |error: String| Failure::Internal(format!("no passkeys for {origin}: {error}"));
        let url = Url::parse(origin).map_err(|error| broken(error.to_string()))?;
        let builder = WebauthnBuilder::new(name, &url).map_err(|error| broken(error.to_string()))?;
        let builder = builder.rp_name(&app.settings.platform_name).timeout(question::lasts());
        builder.build().map_err(|error| broken(error.to_string()))
    }
}

impl<S> FromRequestParts<S> for Site
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let host = parts.headers.get(HOST).and_then(|value| value.to_str().ok());
        Ok(Self::of(&App::from_ref(state).settings.origin, host))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Proves: A36
    #[test]
    fn passkeys_are_bound_to_a_domain_name() {
        let here = |name: &str, origin: &str| Site::Here { name: name.to_owned(), origin: origin.to_owned() };
        let learn = "https://learn.example.org";
        for host in [None, Some("evil.example"), Some("localhost")] {
            assert_eq!(Site::of(learn, host), here("learn.example.org", learn), "a request's name changes nothing");
        }
        let (numbers, named) = ("http://127.0.0.1:8080", "http://localhost:8080");
        assert_eq!(Site::of(numbers, Some("localhost:8080")), here("localhost", named));
        assert_eq!(Site::of("http://[::1]:8080", Some("localhost:8080")), here("localhost", named));
        for host in [None, Some("127.0.0.1:8080"), Some("localhost:9"), Some("localhost"), Some("evil.localhost:8080")]
        {
            assert_eq!(Site::of(numbers, host), Site::Elsewhere(named.to_owned()), "{host:?}");
        }
        assert_eq!(Site::of("http://192.0.2.7", Some("localhost")), Site::Nowhere);
    }
}
