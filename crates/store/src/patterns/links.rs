//! One-use links. An account has at most one of a kind at a time: a newer link replaces the older. The table holds a hash of
//! the link's secret, so a copy of the table opens nothing.

use domain::{AccountId, EmailAddress, OutboxId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::item::{Item, read};
use crate::keys::Key;
use crate::{Store, StoreError, keys};

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkPurpose {
    /// To set the first password, after a purchase or an invitation.
    FirstPassword,
    /// To set another password.
    PasswordReset,
    /// To take over another address.
    EmailChange,
    /// To set another password and take the second factors away, after the first one was set up.
    FactorUndo,
}

/// A link that can still be used once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Whose.
    pub account: AccountId,
    /// What for.
    pub purpose: LinkPurpose,
    /// SHA-256 of the secret, in hexadecimal.
    pub secret_hash: String,
    /// The mail that carries it.
    pub mail: OutboxId,
    /// From this moment on it opens nothing.
    pub expires_at: Timestamp,
    /// The address that using it proves, where that is what it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<EmailAddress>,
}

/// The record outlasts the link: a mail that is delivered late renews its link, which a used one must never be.
const KEPT: SignedDuration = SignedDuration::from_hours(72);

impl Link {
    pub(crate) fn item(&self) -> Result<Item, StoreError> {
        let kept_until = self.expires_at.saturating_add(KEPT).unwrap_or(self.expires_at);
        Ok(Item::new(self.key(), self)?.until(kept_until))
    }

    /// Where it lies. The way out of a factor that a stranger set up lies apart: nothing that a stranger asks for or changes
    /// takes its place.
    pub(crate) fn key(&self) -> Key {
        match self.purpose {
            LinkPurpose::FirstPassword | LinkPurpose::PasswordReset => keys::link(self.account),
            LinkPurpose::EmailChange => keys::email_link(self.account),
            LinkPurpose::FactorUndo => keys::factor_link(self.account),
        }
    }
}

impl Store {
    /// The account's link to another address, whatever its secret: expired ones count as absent.
    pub async fn email_link_of(&self, account: AccountId) -> Result<Option<Link>, StoreError> {
        let link: Option<Link> = self.table.entity(&keys::email_link(account)).await?;
        Ok(link.filter(|link| link.expires_at > self.now()))
    }

    /// The account's links that set a password, whatever their secrets: expired ones count as absent.
    pub async fn password_links_of(&self, account: AccountId) -> Result<Vec<Link>, StoreError> {
        let items = self.table.get_all(&[keys::link(account), keys::factor_link(account)]).await?;
        let links: Vec<Link> = items.into_iter().flatten().map(read).collect::<Result<_, _>>()?;
        Ok(links.into_iter().filter(|link| link.expires_at > self.now()).collect())
    }

    /// The account's link to a password, whatever its secret: expired ones count as absent.
    pub async fn link_of(&self, account: AccountId) -> Result<Option<Link>, StoreError> {
        let link: Option<Link> = self.table.entity(&keys::link(account)).await?;
        Ok(link.filter(|link| link.expires_at > self.now()))
    }
}
