//! The browser that asks: what it calls itself, and whether it has proved an account's password before.

use std::convert::Infallible;

use axum::extract::{FromRef, FromRequestParts};
use axum::http::header::USER_AGENT;
use axum::http::request::Parts;
use domain::{Account, Realm};
use store::ProvedDevice;
use web::{App, Devices, KnownDevice, RealmName};

/// Enough to tell one's own browsers apart.
const NAME_CHARS_MAX: usize = 120;

/// The browser that asks.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    /// What it calls itself, in one line.
    pub(crate) name: String,
    known: Vec<KnownDevice>,
}

impl Browser {
    /// Whose password or mailbox of a realm it has proved before.
    pub(crate) fn proved(&self, realm: Realm) -> Option<ProvedDevice<'_>> {
        let realm = RealmName::from(realm);
        let known = self.known.iter().find(|known| known.realm == realm)?;
        Some(ProvedDevice { account: known.account, id: &known.id, epoch: known.epoch })
    }

    /// Whether it has proved this account's password, and its logins were not ended since.
    pub(crate) fn knows(&self, account: &Account) -> bool {
        self.known_as(account).is_some()
    }

    /// Its own id, where it does.
    pub(crate) fn known_as(&self, account: &Account) -> Option<&str> {
        self.known.iter().find(|known| known.knows(account)).map(|known| &*known.id)
    }
}

impl<S> FromRequestParts<S> for Browser
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let Devices(known) = Devices::from_request_parts(parts, state).await?;
        let name = parts.headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Ok(Self { name: name.chars().take(NAME_CHARS_MAX).collect(), known })
    }
}
