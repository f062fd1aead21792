//! Accounts as administrators see them: list, find, change, switch off, delete.

use authorization::{AccountTarget, Act, GrantObject, Granted, act};
use domain::{Account, AccountId, CourseId, EmailAddress, Enrollment, OutboxId, PersonName, Realm};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, Item, read, sort_key};
use crate::keys::{IndexKey, Key};
use crate::page::{Cursor, Page};
use crate::patterns::audit::Record;
use crate::patterns::certificates::with_certificate;
use crate::patterns::enrollments;
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::patterns::seats::with_paid_seat;
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

/// How many roles and names of orders go in the very transaction that deletes their account.
const GONE_WITH_ACCOUNT: usize = 50;
/// How often an account that is going is looked at once more because somebody changed it.
const DELETIONS_MAX: usize = 5;

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
        let account = grant.target().account.id;
        let record = Record::of::<Account>(object(account), None, None);
        let transaction = self.audited(&grant, Some(&keys::account(account)), record)?;
        transaction.end_logins(account).commit().await
    }

    /// Deletes an account with its enrollments, address, password, roles and logins. Orders and the audit stay: they
    /// hold plain ids, and the audit keeps what was learned. Gives the courses in which seats became free.
    ///
    /// It is switched off first, over the version that was judged: whoever changed it meanwhile keeps all of it. From
    /// then on there is no way back, and a crash leaves an account that can be deleted again.
    pub async fn delete_account(&self, grant: Granted<act::DeleteAccount>) -> Result<Vec<CourseId>, StoreError> {
        let AccountTarget { account, .. } = grant.target();
        self.end_account(&grant, account, None).await
    }

    /// The same for the account that asks; its owner is told at the address that it had.
    pub async fn delete_own_account(&self, grant: Granted<act::DeleteSelf>) -> Result<Vec<CourseId>, StoreError> {
        let account = &grant.target().account;
        let (realm, name, to) = (account.kind.realm(), account.name.clone(), account.email.clone());
        let farewell = Task::AccountDeleted { account: account.id, realm, name, to };
        self.end_account(&grant, account, Some(farewell)).await
    }

    async fn end_account<A: Act>(
        &self,
        grant: &Granted<A>,
        account: &Account,
        farewell: Option<Task>,
    ) -> Result<Vec<CourseId>, StoreError> {
        self.switch_off_for_good(grant, account).await?;
        let courses = self.end_enrollments(grant, account.id).await?;
        // Whoever looked after this person looks after nobody then.
        self.drop_roles_on(GrantObject::Person(account.id), account.kind.tenant()).await?;
        self.drop_friends(account.id).await?;
        self.drop_profile(account.id).await?;
        self.drop_path_enrollments(account.id).await?;
        for _ in 0..DELETIONS_MAX {
            match self.drop_account(grant, account.id, farewell.clone()).await {
                // Changed once more, by somebody who saw it switched off: it goes as it is now.
                Err(StoreError::Conflict(_)) => {}
                outcome => return outcome.map(|()| courses),
            }
        }
        Err(StoreError::Conflict("the account"))
    }

    async fn switch_off_for_good<A: Act>(&self, grant: &Granted<A>, before: &Account) -> Result<(), StoreError> {
        let (version, login_epoch) = (before.version + 1, before.login_epoch + 1);
        let after = Account { version, deactivated: true, login_epoch, ..before.clone() };
        let record = Record::of(object(before.id), Some(before), Some(&after));
        let transaction = self.audited(grant, Some(&keys::account(before.id)), record)?;
        transaction.replace(account_item(&after)?, before.version, "the account").commit().await
    }

    /// Drops the account and everything that lies beside it, whatever its version is by now.
    async fn drop_account<A: Act>(
        &self,
        grant: &Granted<A>,
        id: AccountId,
        farewell: Option<Task>,
    ) -> Result<(), StoreError> {
        let question = Question::of(keys::account_partition(id), "");
        let mut items = self.table.all(&question).await?;
        let Some(item) = items.extract_if(.., |item| sort_key(item) == keys::STANDING).next() else { return Ok(()) };
        let account: Account = read(item)?;
        // One transaction takes at most a hundred writes; what somebody with many roles or orders has beyond that goes
        // before it.
        let beside = |item: &Attributes| Key { pk: question.pk.clone(), sk: sort_key(item).to_owned() };
        let many = |key: &Key| key.sk.starts_with(keys::ROLE) || key.sk.starts_with(keys::OWN_ORDER);
        let (many, others): (Vec<_>, Vec<_>) = items.iter().map(beside).partition(many);
        let (with_it, before_it) = many.split_at(many.len().min(GONE_WITH_ACCOUNT));
        self.drop_together(before_it).await?;
        let transaction = self
            .audited(grant, Some(&keys::account(id)), Record::of(object(id), Some(&account), None))?
            .delete(&keys::account(id), account.version, "the account")
            .drop(&keys::email(account.kind.realm(), &account.email));
        let transaction = match farewell {
            Some(task) => transaction.create(OutboxEntry::new(task, self.now(), &*self.entropy).item()?, "the mail"),
            None => transaction,
        };
        with_it.iter().chain(&others).fold(transaction, Transaction::drop).commit().await
    }

    async fn end_enrollments<A: Act>(
        &self,
        grant: &Granted<A>,
        account: AccountId,
    ) -> Result<Vec<CourseId>, StoreError> {
        let question = Question::of(keys::learner(account), "").through(Index::Gsi1);
        let mut freed = Vec::new();
        for item in self.table.all(&question).await? {
            // The index may lag behind; what is deleted is what the table itself holds.
            let listed: Enrollment = read(item)?;
            let key = keys::enrollment(listed.course, account);
            let Some(enrollment) = self.table.entity::<Enrollment>(&key).await? else { continue };
            let record = Record::of(enrollments::object(&enrollment), Some(&enrollment), None);
            let own_key = keys::account(account);
            let transaction = self.audited(grant, Some(&own_key), record)?;
            let transaction = transaction.delete(&key, enrollment.version, "the enrollment");
            let transaction = with_certificate(transaction, Some(&enrollment), None)?;
            with_paid_seat(transaction, enrollment.course, enrollment.takes_seat(), false).commit().await?;
            freed.extend(enrollment.takes_seat().then_some(enrollment.course));
        }
        Ok(freed)
    }

    /// Mails an account's owner a fresh link to set the password. Nobody else ever sees it.
    pub async fn invite_account(&self, grant: Granted<act::InviteAccount>) -> Result<(), StoreError> {
        let account = &grant.target().account;
        let task = Task::AccountInvited { account: account.id };
        let entry = OutboxEntry::new(task, self.now(), &*self.entropy);
        let transaction = self.audited(&grant, None, Record::of::<Account>(object(account.id), None, None))?;
        transaction.create(entry.item()?, "the mail").commit().await
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
