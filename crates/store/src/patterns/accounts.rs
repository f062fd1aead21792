//! Accounts as administrators see them: list, find, change, switch off. How they are deleted is in `deletion`.

use authorization::{Granted, act};
use domain::{Account, AccountId, EmailAddress, Locale, OutboxId, PersonName, Realm};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::item::Item;
use crate::keys::IndexKey;
use crate::page::{Cursor, Page};
use crate::patterns::audit::Record;
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::table::{Index, Question};
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// What an administrator may change of an account.
#[derive(Debug, Clone, Default)]
pub struct AccountChange {
    /// Another name.
    pub name: Option<PersonName>,
    /// Another end, or none.
    pub expires_at: Option<Option<Timestamp>>,
}

/// Names the account that an address belongs to.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct EmailGuard {
    pub(crate) account: AccountId,
}

/// An account's item with both of its index keys.
pub(crate) fn account_item(account: &Account) -> Result<Item, StoreError> {
    let realm = account.kind.realm();
    let by_name = format!("{}#{}", account.name.as_str().to_lowercase(), account.id);
    let by_email = format!("{}#{}", account.email.normal(), account.id);
    Ok(Item::new(keys::account(account.id), account)?
        .gsi1(IndexKey { pk: keys::people(realm), sk: by_name })
        .gsi2(IndexKey { pk: keys::addresses(realm), sk: by_email }))
}

pub(crate) fn email_guard_item(account: &Account) -> Result<Item, StoreError> {
    Item::new(keys::email(account.kind.realm(), &account.email), &EmailGuard { account: account.id })
}

pub(crate) fn object(id: AccountId) -> String {
    format!("account:{id}")
}

impl Store {
    /// The accounts of a realm by name, or those whose name or address begins with `starting_with`. The realm must
    /// belong to the tenant that was granted.
    pub async fn accounts(
        &self,
        grant: &Granted<act::ListAccounts>,
        realm: Realm,
        starting_with: Option<&str>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Account>, StoreError> {
        let within = match realm {
            Realm::Main | Realm::Public => domain::Tenant::Main,
            Realm::Partner(partner) => domain::Tenant::Partner(partner),
        };
        if grant.target().tenant.is_some_and(|granted| granted != within) {
            return Err(StoreError::Missing("the realm"));
        }
        let prefix = starting_with.unwrap_or_default().trim().to_lowercase();
        let question = if prefix.contains('@') {
            Question::of(keys::addresses(realm), prefix).through(Index::Gsi2)
        } else {
            Question::of(keys::people(realm), prefix).through(Index::Gsi1)
        };
        self.table.page(&question, cursor, limit).await
    }

    /// Changes name or end of an account.
    pub async fn edit_account(
        &self,
        grant: Granted<act::EditAccount>,
        change: AccountChange,
    ) -> Result<Account, StoreError> {
        let before = &grant.target().account;
        let after = Account {
            version: before.version + 1,
            name: change.name.unwrap_or_else(|| before.name.clone()),
            expires_at: change.expires_at.unwrap_or(before.expires_at),
            ..before.clone()
        };
        let record = Record::of(object(before.id), Some(before), Some(&after));
        let transaction = self.audited(&grant, Some(&keys::account(before.id)), record)?;
        transaction.replace(account_item(&after)?, before.version, "the account").commit().await?;
        Ok(after)
    }

    /// Writes to the account's owner in another language from now on.
    pub async fn set_own_locale(&self, grant: Granted<act::EditProfile>, locale: Locale) -> Result<(), StoreError> {
        let before = &grant.target().account;
        if before.locale == locale {
            return Ok(());
        }
        let after = Account { version: before.version + 1, locale, ..before.clone() };
        let transaction = Transaction::on(&self.table);
        transaction.replace(account_item(&after)?, before.version, "the account").commit().await
    }

    /// Stores an account that was switched off or on. Switching off ends every login with the same write.
    pub async fn set_account_status(
        &self,
        grant: Granted<act::SetAccountStatus>,
        after: Account,
    ) -> Result<Account, StoreError> {
        let before = &grant.target().account;
        let after = Account {
            version: before.version + 1,
            deactivated: after.deactivated,
            login_epoch: before.login_epoch + u64::from(after.deactivated),
            ..before.clone()
        };
        let record = Record::of(object(before.id), Some(before), Some(&after));
        let transaction = self.audited(&grant, Some(&keys::account(before.id)), record)?;
        transaction.replace(account_item(&after)?, before.version, "the account").commit().await?;
        Ok(after)
    }

    /// Ends every login of an account.
    pub async fn end_logins_of(&self, grant: Granted<act::EndLogins>) -> Result<(), StoreError> {
        let account = &grant.target().account;
        let record = Record::of::<Account>(object(account.id), None, None);
        let transaction = self.audited(&grant, Some(&keys::account(account.id)), record)?;
        transaction.end_logins_at(account.id, account.version).commit().await
    }

    /// Mails an account's owner a fresh link to set the password. Nobody else ever sees it.
    pub async fn invite_account(&self, grant: Granted<act::InviteAccount>) -> Result<(), StoreError> {
        let account = &grant.target().account;
        let task = Task::AccountInvited { account: account.id };
        let entry = OutboxEntry::new(task, self.now(), &*self.entropy);
        let key = keys::account(account.id);
        let transaction = self.audited(&grant, Some(&key), Record::of::<Account>(object(account.id), None, None))?;
        transaction.unmoved(&key, account.version, "the account").create(entry.item()?, "the mail").commit().await
    }

    /// Whom an address of a realm belongs to; a strong read, never an index.
    pub(crate) async fn account_of_email(
        &self,
        realm: Realm,
        email: &EmailAddress,
    ) -> Result<Option<AccountId>, StoreError> {
        let guard: Option<EmailGuard> = self.table.entity(&keys::email(realm, email)).await?;
        Ok(guard.map(|guard| guard.account))
    }

    /// The account of an address, for mailing a link to it. The answer outside must not depend on it.
    pub async fn account_by_email(&self, realm: Realm, email: &EmailAddress) -> Result<Option<Account>, StoreError> {
        let Some(id) = self.account_of_email(realm, email).await? else { return Ok(None) };
        self.table.entity(&keys::account(id)).await
    }

    /// An account by its id, for the platform's own work: what a mail needs to say.
    pub async fn account_to_mail(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        self.table.entity(&keys::account(id)).await
    }
}

impl OutboxEntry {
    /// A fresh entry, due at once.
    pub(crate) fn new(task: Task, now: Timestamp, entropy: &dyn domain::Entropy) -> Self {
        Self::due(OutboxId::new(now, entropy), task, now)
    }
}
