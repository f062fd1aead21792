//! The browser that asks: what it calls itself, and whether it has proved an account's password before.

use std::convert::Infallible;

use axum::extract::{FromRef, FromRequestParts};
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;
use domain::AccountId;
use web::{App, Device, KnownDevice};

/// Enough to tell one's own browsers apart.
const NAME_CHARS_MAX: usize = 120;

/// The browser that asks.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    /// What it calls itself, in one line.
    pub(crate) name: String,
    known: Option<KnownDevice>,
}

impl Browser {
    /// Whose password or mailbox it has proved before, and its own id.
    pub(crate) fn proved(&self) -> Option<(AccountId, &str)> {
        self.known.as_ref().map(|known| (known.account, &*known.id))
    }

    /// Whether it has proved this account's password before.
    pub(crate) fn knows(&self, account: AccountId) -> bool {
        self.known.as_ref().is_some_and(|known| known.account == account && known.has_proved_password())
    }
}

impl<S> FromRequestParts<S> for Browser
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let Device(known) = Device::from_request_parts(parts, state).await?;
        let name = parts.headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Ok(Self { name: name.chars().take(NAME_CHARS_MAX).collect(), known })
    }
}
