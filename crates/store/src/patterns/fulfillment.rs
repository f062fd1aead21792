//! Fulfillment: the one transaction in which money becomes access. Its conditions make any repeat a no-op.

use authorization::{Granted, act};
use domain::{Account, Course, Enrollment, Order, OrderId, Realm, Registration, SeatLimit};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::item::{Item, read};
use crate::patterns::accounts::{account_item, email_guard_item};
use crate::patterns::checkout::order_item;
use crate::patterns::enrollments::{enrollment_item, with_paid_seat};
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// Names the order that a payment belongs to; refunds and disputes arrive under the payment's name.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct PaymentGuard {
    pub(crate) order: OrderId,
}

/// The last word about a payment that came before any order had it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct EarlyPayment {
    /// Random: another word is another number.
    version: u64,
}

/// What was heard of a payment before an order has it, to be held still while one takes it: a refund or dispute that
/// arrives in between makes that write fail, and its caller asks the provider again.
#[derive(Debug, Clone)]
pub struct PaymentUntouched {
    intent: String,
    early: Option<u64>,
}

impl PaymentUntouched {
    /// Names the order by the payment, if nothing more was heard of it.
    pub(crate) fn taken_by<'t>(
        &self,
        order: OrderId,
        transaction: Transaction<'t>,
    ) -> Result<Transaction<'t>, StoreError> {
        let (key, what) = (keys::early_payment(&self.intent), "the payment");
        let transaction = match self.early {
            Some(version) => transaction.unmoved(&key, version, what),
            None => transaction.absent(&key, what),
        };
        Ok(transaction.put(Item::new(keys::payment(&self.intent), &PaymentGuard { order })?))
    }
}

/// A word about a payment that no order takes is forgotten with the provider's own events.
const EARLY_KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);

/// What is there before a fulfillment: read strongly, and held to by the conditions of its transaction.
#[derive(Debug)]
pub struct FulfillmentFacts {
    /// The course that was bought, as it is now.
    pub course: Option<Course>,
    /// The public account of the buyer's address.
    pub account: Option<Account>,
    /// Its enrollment in the course.
    pub enrollment: Option<Enrollment>,
    /// The payment, where there is one, before the provider is asked about it.
    pub payment: Option<PaymentUntouched>,
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
    /// The enrollment as it shall be.
    pub enrollment: Enrollment,
    /// The enrollment that is there.
    pub enrollment_before: Option<Enrollment>,
    /// How many seats the course has.
    pub seats: SeatLimit,
    /// The payment that the order takes.
    pub payment: Option<PaymentUntouched>,
    /// The mail to send.
    pub mail: Option<Task>,
}

impl Store {
    /// What is there for an order's buyer, course and payment. The provider is asked about the payment after this.
    pub async fn fulfillment_facts(
        &self,
        grant: &Granted<act::FulfillOrder>,
        intent: Option<&str>,
    ) -> Result<FulfillmentFacts, StoreError> {
        let order = &grant.target().order;
        let course = order.quote.course;
        let mut keys = vec![keys::course(course)];
        keys.extend(intent.map(keys::early_payment));
        if let Some(account) = self.account_of_email(Realm::Public, &order.buyer.email).await? {
            keys.extend([keys::account(account), keys::enrollment(course, account)]);
        }
        let mut items = self.table.get_all(&keys).await?.into_iter();
        let course = items.next().flatten().map(read).transpose()?;
        let payment = match intent {
            Some(intent) => {
                let early: Option<EarlyPayment> = items.next().flatten().map(read).transpose()?;
                Some(PaymentUntouched { intent: intent.to_owned(), early: early.map(|early| early.version) })
            }
            None => None,
        };
        Ok(FulfillmentFacts {
            course,
            payment,
            account: items.next().flatten().map(read).transpose()?,
            enrollment: items.next().flatten().map(read).transpose()?,
        })
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
        let enrollment = enrollment_item(&done.enrollment)?;
        transaction = match &done.enrollment_before {
            None => transaction.create(enrollment, "the enrollment"),
            Some(before) => transaction.replace(enrollment, before.version, "the enrollment"),
        };
        let had_seat = done.enrollment_before.as_ref().is_some_and(Enrollment::takes_seat);
        let has_seat = done.enrollment.takes_seat();
        transaction = with_paid_seat(transaction, done.enrollment.course, done.seats, had_seat, has_seat);
        if let Some(payment) = &done.payment {
            transaction = payment.taken_by(before.id, transaction)?;
        }
        if let Some(task) = done.mail {
            let entry = OutboxEntry::new(task, self.now(), &*self.entropy);
            transaction = transaction.create(entry.item()?, "the mail");
        }
        transaction.commit().await
    }

    /// Stores a paid order that a person must look at, under the name of its payment.
    pub async fn review_order(
        &self,
        grant: Granted<act::AdvanceOrder>,
        after: &Order,
        payment: Option<&PaymentUntouched>,
    ) -> Result<(), StoreError> {
        let before = &grant.target().order;
        let transaction = Transaction::on(&self.table).replace(order_item(after)?, before.version, "the order");
        let transaction = match payment {
            Some(payment) => payment.taken_by(before.id, transaction)?,
            None => transaction,
        };
        transaction.commit().await
    }

    /// Something happened to a payment that no order has yet: whoever is about to take it asks the provider again.
    /// Fails if an order has it by now.
    pub async fn hear_early(&self, intent: &str) -> Result<(), StoreError> {
        let now = self.now();
        let early = EarlyPayment { version: u64::from_be_bytes(domain::random_bytes(&*self.entropy)) };
        let item = Item::new(keys::early_payment(intent), &early)?;
        let item = item.until(now.saturating_add(EARLY_KEPT).unwrap_or(now));
        Transaction::on(&self.table).absent(&keys::payment(intent), "the payment").put(item).commit().await
    }
}
