//! What happens to an order after it was paid: refunds and disputes, and the access that goes or comes with them.

use authorization::{Granted, act};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Course, Enrollment, Order, OrderId};
use jiff::SignedDuration;
use serde::Serialize;
use serde_json::json;

use crate::item::{Attributes, Item, read};
use crate::patterns::audit::Record;
use crate::patterns::checkout::order_item;
use crate::patterns::enrollments::enrollment_item;
use crate::patterns::fulfillment::PaymentGuard;
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::patterns::seats::with_paid_seat;
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// Payment events are an audit trail; the provider itself keeps them for 30 days.
const EVENTS_KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);

/// An order after money moved, with the enrollment that follows it.
#[derive(Debug)]
pub struct Settled {
    /// The order.
    pub order: Order,
    /// The enrollment as it shall be, beside what is there; `None` where there is none.
    pub enrollment: Option<(Enrollment, PaidEnrollment)>,
    /// The mail to send.
    pub mail: Option<Task>,
}

/// An enrollment that an order paid for, and its course, where that is still there.
#[derive(Debug, Clone)]
pub struct PaidEnrollment {
    /// The enrollment.
    pub enrollment: Enrollment,
    /// The course.
    pub course: Option<Course>,
}

/// What became of a refund that staff asked for, as the audit keeps it.
#[derive(Debug, Clone, Serialize)]
pub struct RefundOutcome {
    /// The provider's payment.
    pub payment: String,
    /// The provider's refund, where one was made.
    pub refund: Option<String>,
    /// How much, in the smallest unit; nothing where all that is left was asked for and it is not known how much that is.
    pub refund_minor: Option<u64>,
    /// `pending`, `succeeded`, `failed`, `refused`, or `not_known` where the provider gave no answer.
    pub status: &'static str,
    /// Why.
    pub reason: String,
}

impl Store {
    /// The order that a payment belongs to.
    pub async fn order_of_payment(&self, intent: &str) -> Result<Option<OrderId>, StoreError> {
        let guard: Option<PaymentGuard> = self.table.entity(&keys::payment(intent)).await?;
        Ok(guard.map(|guard| guard.order))
    }

    /// The enrollment that an order paid for.
    pub async fn enrollment_of_order(
        &self,
        grant: &Granted<act::SettleOrder>,
    ) -> Result<Option<PaidEnrollment>, StoreError> {
        let order = &grant.target().order;
        let Some(account) = order.account else { return Ok(None) };
        let keys = [keys::enrollment(order.quote.course, account), keys::course(order.quote.course)];
        let mut items = self.table.get_all(&keys).await?.into_iter();
        let enrollment: Option<Enrollment> = items.next().flatten().map(read).transpose()?;
        let course: Option<Course> = items.next().flatten().map(read).transpose()?;
        Ok(enrollment.map(|enrollment| PaidEnrollment { enrollment, course }))
    }

    /// Stores what the money did, and takes or gives access in the same write.
    pub async fn settle(&self, grant: Granted<act::SettleOrder>, settled: Settled) -> Result<(), StoreError> {
        let before = &grant.target().order;
        let mut transaction =
            Transaction::on(&self.table).replace(order_item(&settled.order)?, before.version, "the order");
        if let Some((after, PaidEnrollment { enrollment: before, .. })) = &settled.enrollment {
            transaction = transaction.replace(enrollment_item(after)?, before.version, "the enrollment");
            transaction = with_paid_seat(transaction, before.seat(), after.seat());
        }
        if let Some(task) = settled.mail {
            let entry = OutboxEntry::new(task, self.now(), &*self.entropy);
            transaction = transaction.create(entry.item()?, "the mail");
        }
        transaction.commit().await
    }

    /// Writes into the audit that staff asked for a refund of a payment, before the provider is asked. No amount means
    /// all that is left.
    pub async fn record_refund(
        &self,
        grant: &Granted<act::RefundOrder>,
        payment_intent: &str,
        amount_minor: Option<u64>,
        reason: &str,
    ) -> Result<(), StoreError> {
        let order = &grant.target().order;
        let asked = json!({ "payment": payment_intent, "refund_minor": amount_minor, "reason": reason });
        let record = Record { object: format!("order:{}", order.id), before: None, after: Some(asked) };
        let transaction = self.audited(grant, None, record)?;
        transaction.unmoved(&keys::order(order.id), order.version, "the order").commit().await
    }

    /// Writes into the audit what became of it. The provider has answered: whoever lost their rights meanwhile gave the
    /// money back all the same.
    pub async fn record_refunded(
        &self,
        grant: &Granted<act::RefundOrder>,
        outcome: &RefundOutcome,
    ) -> Result<(), StoreError> {
        let record = Record::of(format!("order:{}", grant.target().order.id), None, Some(outcome));
        self.with_audit_line(Transaction::on(&self.table), grant, record)?.commit().await
    }

    /// Writes into the audit that staff looks at an order again, and whether they take the decision upon themselves.
    pub async fn record_replay(
        &self,
        grant: &Granted<act::ResolveOrder>,
        accept: bool,
        reason: &str,
    ) -> Result<(), StoreError> {
        let order = &grant.target().order;
        let asked = json!({ "accept": accept, "reason": reason });
        let before = json!({ "state": order.state, "review": order.review });
        let record = Record { object: format!("order:{}", order.id), before: Some(before), after: Some(asked) };
        let transaction = self.audited(grant, None, record)?;
        transaction.unmoved(&keys::order(order.id), order.version, "the order").commit().await
    }

    /// Mails whoever bought a course the way to it once more, with a fresh link. It fails where the account is gone or
    /// switched off: a link that sets a password nobody can sign in with would only confuse its owner.
    pub async fn resend_access(&self, grant: Granted<act::ResolveOrder>) -> Result<(), StoreError> {
        let order = &grant.target().order;
        let account = order.account.ok_or(StoreError::Missing("an account"))?;
        let task = Task::AccessReady { account, course_title: order.quote.course_title.to_string(), unpaid: false };
        let mail = OutboxEntry::new(task, self.now(), &*self.entropy);
        let sent = json!({ "mail": "access" });
        let record = Record { object: format!("order:{}", order.id), before: None, after: Some(sent) };
        let is_on = "attribute_exists(pk) AND deactivated = :no";
        let values = Attributes::from([(":no".to_owned(), AttributeValue::Bool(false))]);
        let off = Failure::Missing("an account that is switched on");
        let transaction =
            self.audited(&grant, None, record)?.unmoved(&keys::order(order.id), order.version, "the order");
        let transaction = transaction.holds(&keys::account(account), is_on, values, off);
        transaction.create(mail.item()?, "the mail").commit().await
    }

    /// Keeps a payment event as a record of what the provider said.
    pub async fn record_payment_event(&self, id: &str, kind: &str, object: &str) -> Result<(), StoreError> {
        let now = self.now();
        let event = json!({ "event": id, "kind": kind, "object": object, "received_at": now });
        let item = Item::new(keys::payment_event(id), &event)?;
        self.table.put(item.until(now.saturating_add(EVENTS_KEPT).unwrap_or(now))).await
    }
}
