//! Settling: what the provider holds of a payment now decides what the order is and whether the course stays open.

use authorization::act;
use domain::{
    Account, AccountStatus, Buyer, Course, Enrollment, ExtraPayment, Ground, Money, Order, OrderEvent, OrderId,
    OrderState, SeatLimit,
};
use jiff::Timestamp;
use payments::{DisputeState, PaymentState};
use store::{PaidEnrollment, Settled, StoreError, Task};

use crate::error::CommerceError;
use crate::fulfill::fulfill;
use crate::shop::Shop;
use crate::twice;

const ATTEMPTS_MAX: usize = 12;

/// What became of a change at the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettleOutcome {
    /// The order follows now.
    Settled(OrderState),
    /// It did already.
    Unchanged,
    /// No order of ours has this payment.
    Unknown,
}

/// Brings an order and its enrollment in line with its payment. Events may come late, twice or in any order: the
/// payment is read again each time, after the order, and once more after each write. Whoever read an old state and
/// was slow to write it finds that out by looking again.
pub async fn settle(shop: &Shop, payment_intent: &str) -> Result<SettleOutcome, CommerceError> {
    let Some(order) = order_of(shop, payment_intent).await? else { return Ok(SettleOutcome::Unknown) };
    let mut outcome = SettleOutcome::Unchanged;
    for _ in 0..ATTEMPTS_MAX {
        let grant = shop.judge::<act::SettleOrder>(order).await?.ok_or(CommerceError::NoOrder)?;
        let state = shop.payments.payment_state(payment_intent).await?;
        let before = &grant.target().order;
        let moved = match &before.payment_intent {
            Some(own) if own == payment_intent => match standing_in(shop, before, state).await? {
                Some(standing) => replaced(before, &standing, state, shop.now()),
                None => moved(before, state, shop.now()),
            },
            _ => extra_moved(before, payment_intent, state, shop.now()),
        };
        // One that is marked as paid twice may be so no more, though its own money is where it was.
        let marked = || before.is_one_of_two().then(|| before.clone().touched(shop.now()));
        let Some(mut after) = moved.or_else(marked) else { return Ok(outcome) };
        let paid = shop.store.enrollment_of_order(&grant).await?;
        after.review = twice::review(before, &after, paid.as_ref().map(|paid| &paid.enrollment));
        if is_as_it_was(before, &after) {
            return Ok(outcome);
        }
        let enrollment = paid.map(|paid| (followed(&paid.enrollment, before, &after, shop.now()), paid));
        let mail = mail(shop, payment_intent, state, (before, &after), enrollment.as_ref()).await?;
        let freed = enrollment.as_ref().and_then(|(after, before)| seat_given_back(before, after));
        let concerned = twice::concerned(before, &after, enrollment.as_ref().map(|(after, _)| after));
        let settled = SettleOutcome::Settled(after.state);
        match shop.store.settle(grant, Settled { order: after, enrollment, mail }).await {
            Ok(()) => outcome = settled,
            Err(StoreError::Conflict(_)) => continue,
            Err(error) => return Err(error.into()),
        }
        // Whoever paid goes before the line.
        if let Some(concerned) = concerned {
            twice::look_again(shop, concerned).await;
        }
        if let Some(paid) = freed {
            pass_seat_on(shop, &paid).await;
        }
    }
    Err(CommerceError::Busy)
}

/// The order that a payment belongs to. Before it is fulfilled or reviewed, only the payment's own metadata tells;
/// then the fulfillment is driven on, or somebody must send the news again: it must not be lost in between.
async fn order_of(shop: &Shop, payment_intent: &str) -> Result<Option<OrderId>, CommerceError> {
    if let Some(order) = shop.store.order_of_payment(payment_intent).await? {
        return Ok(Some(order));
    }
    let state = shop.payments.payment_state(payment_intent).await?;
    let Some(order) = state.order.filter(|_| state.charged_minor > 0) else { return Ok(None) };
    let Some(grant) = shop.judge::<act::AdvanceOrder>(order).await? else { return Ok(None) };
    let found = &grant.target().order;
    if found.payment_intent.as_deref() == Some(payment_intent) {
        return Ok(Some(order));
    }
    if !found.state.awaits_payment() {
        tracing::error!(payment_intent, %order, "money of a payment that its order does not know");
        return Ok(None);
    }
    if let Some(session) = &found.checkout_session {
        fulfill(shop, session).await?;
    }
    match shop.store.order_of_payment(payment_intent).await? {
        Some(order) => Ok(Some(order)),
        None => Err(CommerceError::Busy),
    }
}

/// The payment that takes the place of the order's own where that one went back and the buyer paid the same once more:
/// whoever's money is with us keeps the course. What the bank took back is no refund, and is decided by the bank.
async fn standing_in(shop: &Shop, order: &Order, state: PaymentState) -> Result<Option<String>, CommerceError> {
    if !state.is_fully_refunded() || state.is_disputed() || order.account.is_none() {
        return Ok(None);
    }
    let candidates = order.extra_payments.iter().filter(|extra| extra.equals_the_own(order));
    for payment_intent in candidates.filter_map(|extra| extra.payment_intent.as_deref()) {
        let other = shop.payments.payment_state(payment_intent).await?;
        if other.charged_minor > 0 && other.refunded_minor == 0 && !other.is_disputed() {
            return Ok(Some(payment_intent.to_owned()));
        }
    }
    Ok(None)
}

/// The order with that payment as its own.
fn replaced(before: &Order, standing: &str, gone: PaymentState, now: Timestamp) -> Option<Order> {
    tracing::info!(order = %before.id, standing, "another payment takes the place of one that went back");
    let mut after = before.clone().with_payment_in_place(standing, gone.refunded_minor, now);
    for event in path(before.state, OrderState::Fulfilled) {
        after.state = after.state.after(*event).ok()?;
    }
    Some(after)
}

/// The order as the payment demands; `None` where it is so already.
fn moved(before: &Order, state: PaymentState, now: Timestamp) -> Option<Order> {
    let wanted = match (state.is_disputed(), state.is_fully_refunded(), state.refunded_minor > 0) {
        (true, ..) => OrderState::Disputed,
        (false, true, _) => OrderState::Refunded,
        // Nobody was ever let in by this order, so money that is with us is still a question for a person.
        (false, false, _) if before.account.is_none() => OrderState::InReview,
        (false, false, true) => OrderState::PartiallyRefunded,
        (false, false, false) => OrderState::Fulfilled,
    };
    let dispute_lost = state.dispute == DisputeState::Lost;
    let same = (before.state, before.refunded_minor, before.dispute_lost);
    if same == (wanted, state.refunded_minor, dispute_lost) {
        return None;
    }
    let mut after = before.clone();
    after.dispute_lost = dispute_lost;
    for event in path(before.state, wanted) {
        after.state = after.state.after(*event).ok()?;
    }
    after.refunded_minor = state.refunded_minor;
    Some(after.touched(now))
}

fn is_as_it_was(before: &Order, after: &Order) -> bool {
    Order { version: before.version, updated_at: before.updated_at, ..after.clone() } == *before
}

/// The events that lead from one settled state to another, each an arrow of the order's state machine.
fn path(from: OrderState, to: OrderState) -> &'static [OrderEvent] {
    use OrderEvent as E;
    use OrderState as S;
    match (from, to) {
        (from, to) if from == to => &[],
        (S::Disputed, S::Fulfilled) => &[E::WinDispute],
        (S::Disputed, S::PartiallyRefunded) => &[E::WinDispute, E::RefundPart],
        (S::Refunded | S::PartiallyRefunded, S::Fulfilled) => &[E::RefundFail],
        (S::Refunded, S::PartiallyRefunded) => &[E::RefundFail, E::RefundPart],
        (S::Refunded, S::Disputed) => &[E::RefundFail, E::Dispute],
        (_, S::InReview) => &[E::ReviewAgain],
        (_, S::PartiallyRefunded) => &[E::RefundPart],
        (_, S::Refunded) => &[E::RefundAll],
        (_, S::Disputed) => &[E::Dispute],
        _ => &[],
    }
}

/// The same for a second payment of the order: what was given back of it is written down, the order stays.
fn extra_moved(before: &Order, payment_intent: &str, state: PaymentState, now: Timestamp) -> Option<Order> {
    let of_payment = |extra: &&mut ExtraPayment| extra.payment_intent.as_deref() == Some(payment_intent);
    let mut after = before.clone();
    let extra = after.extra_payments.iter_mut().find(of_payment)?;
    // What the bank took back is not with us either.
    let back_minor = if state.is_disputed() { extra.total_minor } else { state.refunded_minor };
    if extra.refunded_minor == back_minor {
        return None;
    }
    extra.refunded_minor = back_minor;
    Some(after.touched(now))
}

fn followed(enrollment: &Enrollment, before: &Order, after: &Order, now: Timestamp) -> Enrollment {
    let (enrollment, ground) = (enrollment.clone(), Ground::Order(before.id));
    if after.state.grants_access() {
        enrollment.with_ground(ground, now)
    } else {
        enrollment.without_ground(ground, now)
    }
}

/// What people are told: that money went back; or, where access comes with it, the way in, which may never have been sent
/// while the money was away. Whoever has no account that mail goes to is told of their money all the same.
async fn mail(
    shop: &Shop,
    payment_intent: &str,
    state: PaymentState,
    (before, after): (&Order, &Order),
    enrollment: Option<&(Enrollment, PaidEnrollment)>,
) -> Result<Option<Task>, CommerceError> {
    // Money alone opens nothing to whom staff has shut out, and nothing anew to whom another ground had let in.
    let opened = enrollment.is_some_and(|(after, was)| after.opens_lessons() && !was.enrollment.opens_lessons());
    let let_in = opened && after.state.grants_access() && !before.state.grants_access();
    let amount = went_back(payment_intent, state, before, after);
    if !let_in && amount.is_none() {
        return Ok(None);
    }
    let known = match after.account {
        Some(account) => shop.store.account_to_mail(account).await?,
        None => None,
    };
    let course_title = after.quote.course_title.to_string();
    if let_in {
        return Ok(known.map(|known| match known.email_verified {
            true => Task::CourseAdded { account: known.id, course_title },
            false => Task::AccessReady { account: known.id, course_title, unpaid: false },
        }));
    }
    let is_on = |known: &&Account| known.status(shop.now()) == AccountStatus::Activated;
    Ok(amount.map(|amount| match known.as_ref().filter(is_on) {
        Some(known) => Task::Refunded { account: known.id, course_title, amount },
        None => {
            let Buyer { name, email: to } = after.buyer.clone();
            Task::PaidBack { name, to, course_title, amount, locale: after.locale }
        }
    }))
}

/// How much went back of a payment since the order was last written. What the bank takes is no refund.
fn went_back(payment_intent: &str, state: PaymentState, before: &Order, after: &Order) -> Option<String> {
    let (was, is) = (before.went_back(payment_intent)?, after.went_back(payment_intent)?);
    // Of an extra payment what the bank took is written down as gone, too.
    let taken = state.is_disputed() && after.payment_intent.as_deref() != Some(payment_intent);
    let minor = is.minor.checked_sub(was.minor).filter(|minor| *minor > 0 && !taken)?;
    Some(Money { minor, ..is }.to_string())
}

fn seat_given_back(before: &PaidEnrollment, after: &Enrollment) -> Option<PaidEnrollment> {
    (before.enrollment.takes_seat() && !after.takes_seat()).then(|| before.clone())
}

/// The settlement stands already: where this fails, the seat stays free, and the next one that is given back, or
/// staff, moves the line on.
async fn pass_seat_on(shop: &Shop, paid: &PaidEnrollment) {
    let is_limited = |course: &&Course| matches!(course.seats_in(paid.enrollment.term), Some(SeatLimit::Seats(_)));
    let Some(course) = paid.course.as_ref().filter(is_limited) else { return };
    if let Err(error) = shop.store.promote_next_after(course, &paid.enrollment).await {
        tracing::warn!(course = %course.id, %error, "a free seat was not passed on");
    }
}
