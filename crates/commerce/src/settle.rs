//! Settling: what the provider holds of a payment now decides what the order is and whether the course stays open.

use authorization::act;
use domain::{Currency, Ground, Money, Order, OrderEvent, OrderState};
use jiff::Timestamp;
use payments::PaymentState;
use store::{Settled, StoreError, Task};

use crate::error::CommerceError;
use crate::shop::Shop;

const ATTEMPTS_MAX: usize = 12;

/// What became of a change at the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettleOutcome {
    /// The order follows now.
    Settled(OrderState),
    /// It did already.
    Unchanged,
    /// No order has this payment yet. Should one come, its fulfillment reads the payment again.
    Unknown,
}

/// Brings an order and its enrollment in line with its payment. Events may come late, twice or in any order: the
/// payment is read again each time, and after the order, so that an older answer never overwrites a newer one.
pub async fn settle(shop: &Shop, payment_intent: &str) -> Result<SettleOutcome, CommerceError> {
    for _ in 0..ATTEMPTS_MAX {
        let Some(order) = shop.store.order_of_payment(payment_intent).await? else {
            match shop.store.hear_early(payment_intent).await {
                Ok(()) => return Ok(SettleOutcome::Unknown),
                // An order took it at this moment.
                Err(StoreError::Conflict(_)) => continue,
                Err(error) => return Err(error.into()),
            }
        };
        let grant = shop.judge::<act::SettleOrder>(order).await?.ok_or(CommerceError::NoOrder)?;
        let state = shop.payments.payment_state(payment_intent).await?;
        let before = &grant.target().order;
        let Some(after) = moved(before, state, shop.now()) else { return Ok(SettleOutcome::Unchanged) };
        let now = shop.now();
        let ground = Ground::Order(before.id);
        let enrollment = shop.store.enrollment_of_order(&grant).await?.map(|paid| {
            let before = paid.enrollment.clone();
            let opens = after.state.grants_access();
            (if opens { before.with_ground(ground, now) } else { before.without_ground(ground, now) }, paid)
        });
        let mail = refund_mail(before, &after);
        let outcome = SettleOutcome::Settled(after.state);
        match shop.store.settle(grant, Settled { order: after, enrollment, mail }).await {
            Ok(()) => return Ok(outcome),
            Err(StoreError::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(CommerceError::Busy)
}

/// The order as the payment demands; `None` where it is so already. An order that a person must look at stays in review
/// while any of its money is here: it was never fulfilled, and money that comes and goes does not fulfill it.
pub(crate) fn moved(before: &Order, state: PaymentState, now: Timestamp) -> Option<Order> {
    let kept = if before.account.is_some() { OrderState::Fulfilled } else { OrderState::InReview };
    let wanted = match (state.is_disputed(), state.is_fully_refunded(), state.refunded_minor > 0) {
        (true, ..) => OrderState::Disputed,
        (false, true, _) => OrderState::Refunded,
        (false, false, true) if kept == OrderState::Fulfilled => OrderState::PartiallyRefunded,
        (false, false, _) => kept,
    };
    if before.state == wanted && before.refunded_minor == state.refunded_minor {
        return None;
    }
    let mut after = before.clone();
    for event in path(before.state, wanted) {
        after = after.after(*event, now).ok()?;
    }
    if after.version == before.version {
        // Only the sum changed; that is a change like any other.
        after.version += 1;
        after.updated_at = now;
    }
    after.refunded_minor = state.refunded_minor;
    Some(after)
}

/// The events that lead from one settled state to another, each an arrow of the order's state machine.
fn path(from: OrderState, to: OrderState) -> &'static [OrderEvent] {
    use OrderEvent as E;
    use OrderState as S;
    match (from, to) {
        _ if from == to => &[],
        (S::Disputed, S::Fulfilled) => &[E::WinDispute],
        (S::Disputed, S::PartiallyRefunded) => &[E::WinDispute, E::RefundPart],
        (S::Refunded | S::PartiallyRefunded, S::Fulfilled) => &[E::RefundFail],
        (S::Refunded, S::PartiallyRefunded) => &[E::RefundFail, E::RefundPart],
        (S::Refunded, S::Disputed) => &[E::RefundFail, E::Dispute],
        (S::Refunded | S::Disputed, S::InReview) => &[E::Review],
        (_, S::PartiallyRefunded) => &[E::RefundPart],
        (_, S::Refunded) => &[E::RefundAll],
        (_, S::Disputed) => &[E::Dispute],
        _ => &[],
    }
}

fn refund_mail(before: &Order, after: &Order) -> Option<Task> {
    let account = after.account?;
    let back_minor = after.refunded_minor.checked_sub(before.refunded_minor).filter(|minor| *minor > 0)?;
    let currency: Currency = after.quote.price.currency;
    let amount = Money { minor: back_minor, currency }.to_string();
    Some(Task::Refunded { account, course_title: after.quote.course_title.to_string(), amount })
}

#[cfg(test)]
mod tests {
    use domain::{AccountId, Buyer, CourseId, EmailAddress, OrderId, PersonName, Quote, Slug, Title};
    use payments::DisputeState;

    use super::*;

    fn order(state: OrderState, account: Option<AccountId>) -> Order {
        let quote = Quote {
            course: CourseId::from_bytes([1; 16]),
            course_slug: Slug::new("ropes").unwrap(),
            course_title: Title::new("Ropes").unwrap(),
            price: Money { minor: 4_900, currency: Currency::EUR },
        };
        let email = EmailAddress::new("ada@example.org").unwrap();
        let buyer = Buyer { name: PersonName::new("Ada").unwrap(), email };
        let placed = Order::place(OrderId::from_bytes([2; 16]), quote, buyer, Timestamp::UNIX_EPOCH);
        Order { state, account, ..placed }
    }

    fn payment(refunded_minor: u64, dispute: DisputeState) -> PaymentState {
        PaymentState { charged_minor: 4_900, refunded_minor, dispute }
    }

    #[test]
    fn money_that_comes_and_goes_never_fulfills_an_order_in_review() {
        let mut order = order(OrderState::InReview, None);
        for (state, wanted) in [
            (payment(1_000, DisputeState::None), OrderState::InReview),
            (payment(1_000, DisputeState::Open), OrderState::Disputed),
            (payment(1_000, DisputeState::Won), OrderState::InReview),
            (payment(4_900, DisputeState::Won), OrderState::Refunded),
            (payment(0, DisputeState::None), OrderState::InReview),
        ] {
            let after = moved(&order, state, Timestamp::UNIX_EPOCH).unwrap();
            assert_eq!((after.state, after.refunded_minor), (wanted, state.refunded_minor), "{state:?}");
            assert!(after.version > order.version, "every change is one");
            assert_eq!(moved(&after, state, Timestamp::UNIX_EPOCH), None, "and happens once");
            order = after;
        }
    }

    #[test]
    fn a_sum_that_changes_while_the_bank_has_the_money_is_kept() {
        let order = order(OrderState::Fulfilled, Some(AccountId::from_bytes([3; 16])));
        let disputed = moved(&order, payment(1_000, DisputeState::Open), Timestamp::UNIX_EPOCH).unwrap();
        let lost = moved(&disputed, payment(0, DisputeState::Lost), Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!((lost.state, lost.refunded_minor), (OrderState::Disputed, 0));
    }
}
