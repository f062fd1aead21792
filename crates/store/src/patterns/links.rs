//! One-use links. An account has at most one at a time: a newer link replaces the older. The table holds a hash of
//! the link's secret, so a copy of the table opens nothing.

use domain::{AccountId, EmailAddress, OutboxId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::item::Item;
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
        let key = match self.purpose {
            LinkPurpose::FirstPassword | LinkPurpose::PasswordReset => keys::link(self.account),
            LinkPurpose::EmailChange => keys::email_link(self.account),
        };
        Ok(Item::new(key, self)?.until(kept_until))
    }
}

impl Store {
    /// The account's link to another address, whatever its secret: expired ones count as absent.
    pub async fn email_link_of(&self, account: AccountId) -> Result<Option<Link>, StoreError> {
        let link: Option<Link> = self.table.entity(&keys::email_link(account)).await?;
        Ok(link.filter(|link| link.expires_at > self.now()))
    }

    /// The account's link to a password, whatever its secret: expired ones count as absent.
    pub async fn link_of(&self, account: AccountId) -> Result<Option<Link>, StoreError> {
        let link: Option<Link> = self.table.entity(&keys::link(account)).await?;
        Ok(link.filter(|link| link.expires_at > self.now()))
    }
}
