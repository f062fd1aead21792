//! One-use links. An account has at most one at a time: a newer link replaces the older. The table holds a hash of
//! the link's secret, so a copy of the table opens nothing.

use domain::{AccountId, OutboxId};
use jiff::Timestamp;
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
}

impl Link {
    pub(crate) fn item(&self) -> Result<Item, StoreError> {
        Ok(Item::new(keys::link(self.account), self)?.until(self.expires_at))
    }
}

impl Store {
    /// The account's link, whatever its secret: expired ones count as absent.
    pub async fn link_of(&self, account: AccountId) -> Result<Option<Link>, StoreError> {
        let link: Option<Link> = self.table.entity(&keys::link(account)).await?;
        Ok(link.filter(|link| link.expires_at > self.now()))
    }
}
