//! Deleting an account with everything that is its own. What others need stays: orders, and the audit, which keeps what
//! was learned.

use authorization::{Act, GrantObject, Granted, act};
use domain::{Account, AccountId, CourseId, Enrollment, SeatPlace};

use crate::item::{Attributes, read, sort_key};
use crate::keys::Key;
use crate::patterns::accounts::{account_item, object};
use crate::patterns::audit::Record;
use crate::patterns::certificates::without_certificate;
use crate::patterns::departures::with_departure;
use crate::patterns::enrollments;
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::patterns::seats::with_paid_seat;
use crate::table::{Index, Question};
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// How many roles, logins and other items beside it go in the very transaction that deletes an account; one transaction
/// takes at most a hundred writes.
const BESIDE_TOGETHER: usize = 50;
/// How often what is going is looked at once more because somebody changed it meanwhile.
const ATTEMPTS_MAX: usize = 5;

/// Deletes what is there now, however often somebody else changes it in between.
async fn whatever_it_is_by_now<T, Attempt>(attempt: impl Fn() -> Attempt) -> Result<T, StoreError>
where
    Attempt: Future<Output = Result<T, StoreError>>,
{
    for _ in 1..ATTEMPTS_MAX {
        match attempt().await {
            Err(StoreError::Conflict(_)) => {}
            outcome => return outcome,
        }
    }
    attempt().await
}

impl Store {
    /// Deletes an account with its enrollments, address, password, roles and logins. Orders and the audit stay: they
    /// hold plain ids, and the audit keeps what was learned. Gives the places where seats became free.
    ///
    /// It is switched off first, over the version that was judged: whoever changed it meanwhile keeps all of it. From
    /// then on there is no way back, and a crash leaves an account that can be deleted again.
    pub async fn delete_account(&self, grant: Granted<act::DeleteAccount>) -> Result<Vec<SeatPlace>, StoreError> {
        self.end_account(&grant, &grant.target().account, None).await
    }

    /// The same for the account that asks; its owner is told at the address that it had.
    pub async fn delete_own_account(&self, grant: Granted<act::DeleteSelf>) -> Result<Vec<SeatPlace>, StoreError> {
        let account = &grant.target().account;
        let (realm, name, to) = (account.kind.realm(), account.name.clone(), account.email.clone());
        let farewell = Task::AccountDeleted { account: account.id, realm, name, to, locale: account.locale };
        self.end_account(&grant, account, Some(&farewell)).await
    }

    async fn end_account<A: Act>(
        &self,
        grant: &Granted<A>,
        account: &Account,
        farewell: Option<&Task>,
    ) -> Result<Vec<SeatPlace>, StoreError> {
        self.switch_off_for_good(grant, account).await?;
        let mut freed = self.drop_belongings(grant, account).await?;
        whatever_it_is_by_now(|| self.drop_account(grant, account.id, farewell)).await?;
        // Staff may have enrolled it while it was going. Nothing begins to belong to an account that is not there, so
        // what is found now is the last of it.
        freed.extend(self.drop_belongings(grant, account).await?);
        Ok(freed)
    }

    async fn switch_off_for_good<A: Act>(&self, grant: &Granted<A>, before: &Account) -> Result<(), StoreError> {
        let (version, login_epoch) = (before.version + 1, before.login_epoch + 1);
        let after = Account { version, deactivated: true, login_epoch, ..before.clone() };
        let record = Record::of(object(before.id), Some(before), Some(&after));
        let transaction = self.audited(grant, Some(&keys::account(before.id)), record)?;
        transaction.replace(account_item(&after)?, before.version, "the account").commit().await
    }

    /// Drops what is kept elsewhere than beside the account; gives the places where seats became free.
    async fn drop_belongings<A: Act>(
        &self,
        grant: &Granted<A>,
        account: &Account,
    ) -> Result<Vec<SeatPlace>, StoreError> {
        let freed = self.end_enrollments(grant, account.id).await?;
        // Whoever looked after this person looks after nobody then.
        self.drop_roles_on(GrantObject::Person(account.id), account.kind.tenant()).await?;
        self.drop_friends(account.id).await?;
        self.drop_profile(account.id).await?;
        self.drop_path_enrollments(account.id).await?;
        Ok(freed)
    }

    /// Drops the account and everything that lies beside it, whatever its version is by now.
    async fn drop_account<A: Act>(
        &self,
        grant: &Granted<A>,
        id: AccountId,
        farewell: Option<&Task>,
    ) -> Result<(), StoreError> {
        let question = Question::of(keys::account_partition(id), "");
        let mut items = self.table.all(&question).await?;
        let Some(item) = items.extract_if(.., |item| sort_key(item) == keys::STANDING).next() else { return Ok(()) };
        let account: Account = read(item)?;
        let key = |item: &Attributes| Key { pk: question.pk.clone(), sk: sort_key(item).to_owned() };
        let beside: Vec<Key> = items.iter().map(key).collect();
        let (with_it, before_it) = beside.split_at(beside.len().min(BESIDE_TOGETHER));
        self.drop_together(before_it).await?;
        let transaction = self
            .audited(grant, Some(&keys::account(id)), Record::of(object(id), Some(&account), None))?
            .delete(&keys::account(id), account.version, "the account")
            .drop(&keys::email(account.kind.realm(), &account.email));
        let transaction = with_departure(transaction, &account, self.now())?;
        let transaction = match farewell {
            Some(task) => {
                let mail = OutboxEntry::new(task.clone(), self.now(), &*self.entropy);
                transaction.create(mail.item()?, "the mail")
            }
            None => transaction,
        };
        with_it.iter().fold(transaction, Transaction::drop).commit().await
    }

    async fn end_enrollments<A: Act>(
        &self,
        grant: &Granted<A>,
        account: AccountId,
    ) -> Result<Vec<SeatPlace>, StoreError> {
        let question = Question::of(keys::learner(account), "").through(Index::Gsi1);
        let mut freed = Vec::new();
        for item in self.table.all(&question).await? {
            let Enrollment { course, .. } = read(item)?;
            freed.extend(whatever_it_is_by_now(|| self.end_enrollment(grant, course, account)).await?);
        }
        Ok(freed)
    }

    /// The seat that became free.
    async fn end_enrollment<A: Act>(
        &self,
        grant: &Granted<A>,
        course: CourseId,
        account: AccountId,
    ) -> Result<Option<SeatPlace>, StoreError> {
        // The index may lag behind; what is deleted is what the table itself holds.
        let key = keys::enrollment(course, account);
        let Some(enrollment) = self.table.entity::<Enrollment>(&key).await? else { return Ok(None) };
        let record = Record::of(enrollments::object(&enrollment), Some(&enrollment), None);
        // The account itself has changed by being switched off.
        let transaction = self.audited(grant, Some(&keys::account(account)), record)?;
        let transaction = transaction.delete(&key, enrollment.version, "the enrollment");
        let transaction = without_certificate(transaction, &enrollment);
        with_paid_seat(transaction, enrollment.seat(), None).commit().await?;
        Ok(enrollment.seat())
    }
}
