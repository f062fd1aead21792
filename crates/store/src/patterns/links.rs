//! One-use links. An account has at most one of a kind at a time: a newer link replaces the older. The table holds a hash of
//! the link's secret, so a copy of the table opens nothing.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Account, AccountId, EmailAddress, OutboxId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, Item, read};
use crate::keys::Key;
use crate::transaction::{Failure, Transaction};
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
    /// The account's login epoch under which it was wished for, where the end of all logins ends it, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epoch: Option<u64>,
}

/// How long the link in the mail about a first second factor works: whoever is locked out by somebody else may read their
/// mail after the weekend. The account's address stays so long.
pub const UNDO_LIVES: SignedDuration = SignedDuration::from_hours(72);

/// What keeps an account's address as it is: the link in the mail about its first second factor, which went there.
pub const WAY_OUT: &str = "the way out of a first second factor";

/// The record outlasts the link: a mail that is delivered late renews its link, which a used one must never be.
const KEPT: SignedDuration = SignedDuration::from_hours(72);

impl Link {
    /// The place of the link that the mail about a first second factor will carry. Nothing opens it; it says from the first
    /// moment on that there is going to be one.
    pub(crate) fn undo_to_come(account: AccountId, mail: OutboxId, now: Timestamp) -> Self {
        let expires_at = now.saturating_add(UNDO_LIVES).unwrap_or(now);
        let (purpose, secret_hash) = (LinkPurpose::FactorUndo, String::new());
        Self { account, purpose, secret_hash, mail, expires_at, email: None, epoch: None }
    }

    /// Whether the account's logins are those that it was wished for with.
    pub fn is_of_these_logins(&self, account: &Account) -> bool {
        self.epoch.is_none_or(|epoch| epoch == account.login_epoch)
    }

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

impl Transaction<'_> {
    /// Fails with [`WAY_OUT`] while the mail about a first second factor can still undo it: whoever set that factor up
    /// without being the owner must not take the owner's mailbox away.
    pub(crate) fn without_way_out(self, account: AccountId, now: Timestamp) -> Self {
        let values = Attributes::from([(":now".to_owned(), AttributeValue::S(now.to_string()))]);
        let over = "attribute_not_exists(pk) OR expires_at <= :now";
        self.holds(&keys::factor_link(account), over, values, Failure::Conflict(WAY_OUT))
    }
}
