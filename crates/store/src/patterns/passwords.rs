//! Passwords: how an account is found when somebody signs in, and how a password is set or changed.

use authorization::{Granted, act};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Account, AccountId, EmailAddress, PersonName, Realm};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, Item, read};
use crate::patterns::accounts::account_item;
use crate::patterns::links::{Link, LinkPurpose};
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::patterns::second_factors::FactorChange;
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// An account's password, as a hash that only the pepper can check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// Raised by every change.
    pub version: u64,
    /// The hash with its parameters, in the PHC string format.
    pub hash: String,
    /// When it was set.
    pub changed_at: Timestamp,
}

impl Store {
    /// The account of an address with its password; what signing in needs, in two round trips. An address without an
    /// account takes both as well, so the time does not tell which it is.
    pub async fn credential(
        &self,
        realm: Realm,
        email: &EmailAddress,
    ) -> Result<Option<(Account, Option<Credential>)>, StoreError> {
        let id = self.account_of_email(realm, email).await?.unwrap_or(AccountId::from_bytes([0; 16]));
        let mut items = self.table.get_all(&[keys::account(id), keys::password(id)]).await?.into_iter();
        let account: Option<Account> = items.next().flatten().map(read).transpose()?;
        let credential = items.next().flatten().map(read).transpose()?;
        Ok(account.map(|account| (account, credential)))
    }

    /// The present password of the account that asks, to check it before a change.
    pub async fn own_credential(&self, grant: &Granted<act::ChangePassword>) -> Result<Option<Credential>, StoreError> {
        self.table.entity(&keys::password(grant.target().account.id)).await
    }

    /// The same, before a write that has to be confirmed.
    pub async fn credential_to_confirm(
        &self,
        grant: &Granted<act::ManageOwnLogins>,
    ) -> Result<Option<Credential>, StoreError> {
        self.table.entity(&keys::password(grant.target().account.id)).await
    }

    /// Sets the password with a link. The link is used up by the same write, so of many attempts one succeeds; every
    /// login ends; the address is proved to be the owner's. `name` is what they say they are called. The link that undoes a
    /// first second factor takes all of them away with the same write.
    pub async fn set_password(
        &self,
        grant: Granted<act::SetPassword>,
        link: &Link,
        hash: String,
        name: Option<PersonName>,
    ) -> Result<Account, StoreError> {
        let before = &grant.target().account;
        let after = Account {
            version: before.version + 1,
            name: name.unwrap_or_else(|| before.name.clone()),
            email_verified: true,
            login_epoch: before.login_epoch + 1,
            ..before.clone()
        };
        let (transaction, _) = self.with_password(before.id, hash, true).await?;
        let transaction = transaction
            .replace(account_item(&after)?, before.version, "the account")
            // Whoever had asked for another address knew the former password.
            .drop(&keys::email_link(before.id))
            .delete_where(
                &link.key(),
                "secret_hash = :hash",
                Attributes::from([(":hash".to_owned(), AttributeValue::S(link.secret_hash.clone()))]),
                Failure::Missing("the link"),
            );
        let transaction = match link.purpose {
            LinkPurpose::FactorUndo => transaction
                .drop(&keys::second_factors(before.id))
                .drop(&keys::link(before.id))
                .create(self.factor_notice(before.id, FactorChange::Undone)?, "the mail"),
            LinkPurpose::FirstPassword | LinkPurpose::PasswordReset | LinkPurpose::EmailChange => transaction,
        };
        transaction.commit().await?;
        Ok(after)
    }

    /// Changes the password of the account that asks, and ends its logins if asked to; gives it with the password's time. A
    /// link that is still out opens nothing afterwards, nor does a login for which the former password alone was proved.
    /// Fails if the account has changed since it was judged: a reset by the owner is never overtaken by somebody who still
    /// knows the old password.
    pub async fn change_password(
        &self,
        grant: Granted<act::ChangePassword>,
        hash: String,
        end_logins: bool,
    ) -> Result<(Account, Timestamp), StoreError> {
        let before = &grant.target().account;
        let epoch = before.login_epoch + u64::from(end_logins);
        let after = Account { version: before.version + 1, login_epoch: epoch, ..before.clone() };
        let (transaction, set_at) = self.with_password(before.id, hash, end_logins).await?;
        transaction
            .replace(account_item(&after)?, before.version, "the account")
            .drop(&keys::link(before.id))
            .drop(&keys::email_link(before.id))
            .commit()
            .await?;
        Ok((after, set_at))
    }

    /// Stores a hash with newer parameters of the same password, after it was proved by signing in.
    pub async fn rehash_password(&self, account: &Account, old: &Credential, hash: String) -> Result<(), StoreError> {
        let credential = Credential { version: old.version + 1, hash, changed_at: old.changed_at };
        let item = Item::new(keys::password(account.id), &credential)?;
        self.table.replace(item, old.version, "the password").await
    }

    /// Whether an account has a password, for choosing the words of a mail.
    pub async fn has_password(&self, account: AccountId) -> Result<bool, StoreError> {
        Ok(self.table.get(&keys::password(account)).await?.is_some())
    }

    async fn with_password(
        &self,
        account: AccountId,
        hash: String,
        logins_ended: bool,
    ) -> Result<(Transaction<'_>, Timestamp), StoreError> {
        let now = self.now();
        let old: Option<Credential> = self.table.entity(&keys::password(account)).await?;
        let version = old.as_ref().map_or(0, |old| old.version);
        let item = Item::new(keys::password(account), &Credential { version: version + 1, hash, changed_at: now })?;
        let notice = OutboxEntry::new(Task::PasswordChanged { account, logins_ended }, now, &*self.entropy);
        let transaction = Transaction::on(&self.table);
        let transaction = match old {
            None => transaction.create(item, "the password"),
            // The first password needs no notice: the mail with the link was one.
            Some(_) => transaction.replace(item, version, "the password").create(notice.item()?, "the mail"),
        };
        Ok((transaction, now))
    }
}

impl Transaction<'_> {
    /// Fails where another password was set since: where none is there, or where one is and none was.
    pub(crate) fn same_password(self, account: AccountId, set_at: Option<Timestamp>, failure: Failure) -> Self {
        let key = keys::password(account);
        let Some(set_at) = set_at else {
            return self.holds(&key, "attribute_not_exists(pk)", Attributes::new(), failure);
        };
        let values = Attributes::from([(":set".to_owned(), AttributeValue::S(set_at.to_string()))]);
        self.holds(&key, "changed_at = :set", values, failure)
    }
}
