//! What happens to an order after it was paid: refunds and disputes, and the access that goes or comes with them.

use authorization::{Granted, act};
use domain::{Enrollment, Order, OrderId};
use jiff::SignedDuration;
use serde_json::json;

use crate::item::Item;
use crate::patterns::audit::Record;
use crate::patterns::checkout::order_item;
use crate::patterns::enrollments::enrollment_item;
use crate::patterns::fulfillment::PaymentGuard;
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// Payment events are an audit trail; the provider itself keeps them for 30 days.
const EVENTS_KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);

/// An order after money moved, with the enrollment that follows it.
#[derive(Debug)]
pub struct Settled {
    /// The order.
    pub order: Order,
    /// The enrollment after, and the version it has now; `None` where there is none.
    pub enrollment: Option<(Enrollment, u64)>,
    /// The mail to send.
    pub mail: Option<Task>,
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
    ) -> Result<Option<Enrollment>, StoreError> {
        let order = &grant.target().order;
        let Some(account) = order.account else { return Ok(None) };
        self.table.entity(&keys::enrollment(order.quote.course, account)).await
    }

    /// Stores what the money did, and takes or gives access in the same write.
    pub async fn settle(&self, grant: Granted<act::SettleOrder>, settled: Settled) -> Result<(), StoreError> {
        let before = &grant.target().order;
        let mut transaction =
            Transaction::on(&self.table).replace(order_item(&settled.order)?, before.version, "the order");
        if let Some((after, version)) = &settled.enrollment {
            transaction = transaction.replace(enrollment_item(after)?, *version, "the enrollment");
        }
        if let Some(task) = settled.mail {
            let entry = OutboxEntry::new(task, self.now(), &*self.entropy);
            transaction = transaction.create(entry.item()?, "the mail");
        }
        transaction.commit().await
    }

    /// Writes into the audit that staff asked for a refund, before the provider is asked.
    pub async fn record_refund(
        &self,
        grant: &Granted<act::RefundOrder>,
        amount_minor: u64,
        reason: &str,
    ) -> Result<(), StoreError> {
        let order = &grant.target().order;
        let asked = json!({ "refund_minor": amount_minor, "reason": reason });
        let record = Record { object: format!("order:{}", order.id), before: None, after: Some(asked) };
        self.audited(grant, None, record)?.commit().await
    }

    /// Keeps a payment event as a record of what the provider said.
    pub async fn record_payment_event(&self, id: &str, kind: &str, object: &str) -> Result<(), StoreError> {
        let now = self.now();
        let event = json!({ "event": id, "kind": kind, "object": object, "received_at": now });
        let item = Item::new(keys::payment_event(id), &event)?;
        self.table.put(item.until(now.saturating_add(EVENTS_KEPT).unwrap_or(now))).await
    }
}
