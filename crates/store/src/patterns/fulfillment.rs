//! Fulfillment: the one transaction in which money becomes access. Its conditions make any repeat a no-op.

use authorization::{Granted, act};
use domain::{Account, AccountId, Course, Enrollment, Order, Realm, Registration, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, Item, read};
use crate::patterns::accounts::{account_item, email_guard_item};
use crate::patterns::checkout::order_item;
use crate::patterns::departures::departed_at;
use crate::patterns::enrollments::enrollment_item;
use crate::patterns::milestones::with_newcomer;
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::patterns::own_orders::with_own_order;
use crate::patterns::seats::{with_paid_seat, with_seat};
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// Names the order that a payment belongs to; refunds and disputes arrive under the payment's name.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct PaymentGuard {
    pub(crate) order: domain::OrderId,
}

/// What is there before a fulfillment: read strongly, and held to by the conditions of its transaction.
#[derive(Debug)]
pub struct FulfillmentFacts {
    /// The course that was bought, as it is now.
    pub course: Option<Course>,
    /// The account that the order was placed for, whatever its address is now; where there is none, the public account of
    /// the buyer's address.
    pub account: Option<Account>,
    /// Its enrollment in the course.
    pub enrollment: Option<Enrollment>,
    /// When the last account of the address was deleted, where that is not long ago.
    pub departed_at: Option<Timestamp>,
}

/// What a fulfillment writes, all together.
#[derive(Debug)]
pub struct Fulfillment {
    /// The order, fulfilled.
    pub order: Order,
    /// Its registration, completed.
    pub registration: Registration,
    /// The account to make; `None` where it exists.
    pub new_account: Option<Account>,
    /// The account that was found, with the version it was judged by. Whoever was switched off or deleted meanwhile
    /// gains nothing by this write.
    pub account_before: Option<(AccountId, u64)>,
    /// The same account under the name that the buyer paid by, where nobody ever used it; `None` where it stays as it is.
    pub account_renamed: Option<Account>,
    /// The enrollment as it shall be.
    pub enrollment: Enrollment,
    /// The enrollment that is there.
    pub enrollment_before: Option<Enrollment>,
    /// The course whose limits hold. `None` where money was paid: whoever paid gets in beyond them.
    pub within: Option<Course>,
    /// The mail to send.
    pub mail: Option<Task>,
}

/// A public account and its enrollment. An enrollment without its account is a record of somebody who is gone.
fn buyers(
    mut items: impl Iterator<Item = Option<Attributes>>,
) -> Result<(Option<Account>, Option<Enrollment>), StoreError> {
    let account: Option<Account> = items.next().flatten().map(read).transpose()?;
    let account = account.filter(|account| account.kind.realm() == Realm::Public);
    let enrollment = items.next().flatten().filter(|_| account.is_some()).map(read).transpose()?;
    Ok((account, enrollment))
}

impl Store {
    /// What is there for an order's buyer and course.
    pub async fn fulfillment_facts(&self, grant: &Granted<act::FulfillOrder>) -> Result<FulfillmentFacts, StoreError> {
        let order = &grant.target().order;
        let course = order.quote.course;
        let mut keys = vec![keys::course(course), keys::departure(&order.buyer.email)];
        let theirs = |account| [keys::account(account), keys::enrollment(course, account)];
        keys.extend(order.known_account.into_iter().flat_map(theirs));
        let mut items = self.table.get_all(&keys).await?.into_iter();
        let course = items.next().flatten().map(read).transpose()?;
        let departed_at = items.next().flatten().map(departed_at).transpose()?;
        let (mut account, mut enrollment) = buyers(items)?;
        // Whoever has another address by now is the buyer still. The address tells only of whom nobody knew.
        if account.is_none()
            && let Some(found) = self.account_of_email(Realm::Public, &order.buyer.email).await?
        {
            (account, enrollment) = buyers(self.table.get_all(&theirs(found)).await?.into_iter())?;
        }
        Ok(FulfillmentFacts { course, account, enrollment, departed_at })
    }

    /// Commits a fulfillment, or nothing of it.
    pub async fn fulfill(&self, grant: Granted<act::FulfillOrder>, done: Fulfillment) -> Result<(), StoreError> {
        let before = &grant.target().order;
        let registration = Item::new(keys::registration(before.id), &done.registration)?;
        let mut transaction = Transaction::on(&self.table)
            .replace(order_item(&done.order)?, before.version, "the order")
            .put(registration);
        if let Some(account) = &done.new_account {
            transaction = transaction
                .create(email_guard_item(account)?, "the e-mail address")
                .create(account_item(account)?, "the account");
        }
        if let Some((account, version)) = done.account_before {
            transaction = match &done.account_renamed {
                Some(renamed) => transaction.replace(account_item(renamed)?, version, "the account"),
                None => transaction.unmoved(&keys::account(account), version, "the account"),
            };
        }
        let enrollment = enrollment_item(&done.enrollment)?;
        transaction = match &done.enrollment_before {
            None => transaction.create(enrollment, "the enrollment"),
            Some(before) => transaction.replace(enrollment, before.version, "the enrollment"),
        };
        // What is bought stands in the public catalog, which is the main platform's.
        let sold = (Tenant::Main, &before.quote.course_title);
        transaction = with_newcomer(transaction, sold, done.enrollment_before.as_ref(), &done.enrollment)?;
        let enrollments = (done.enrollment_before.as_ref(), Some(&done.enrollment));
        transaction = match &done.within {
            Some(course) => with_seat(transaction, course, enrollments.0, enrollments.1),
            None => {
                let [had, has] = [enrollments.0, enrollments.1].map(|one| one.and_then(Enrollment::seat));
                with_paid_seat(transaction, had, has)
            }
        };
        // An account that was known when the order was placed has it already.
        if let Some(account) = done.order.account.filter(|_| done.order.account != before.known_account) {
            transaction = with_own_order(transaction, account, before.id)?;
        }
        if let Some(intent) = &done.order.payment_intent {
            transaction = transaction.put(Item::new(keys::payment(intent), &PaymentGuard { order: before.id })?);
        }
        if let Some(task) = done.mail {
            let entry = OutboxEntry::new(task, self.now(), &*self.entropy);
            transaction = transaction.create(entry.item()?, "the mail");
        }
        transaction.commit().await
    }
}
