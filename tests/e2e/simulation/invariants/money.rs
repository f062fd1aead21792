//! Orders and the provider's list tell the same story.

use std::collections::BTreeMap;

use domain::{Order, OrderState};
use payments::{PaymentStatus, SessionStatus};

use crate::simulation::dump::Dump;
use crate::simulation::provider::{Payment, Session};
use crate::simulation::world::World;

fn book(world: &World) -> (Vec<Session>, Vec<Payment>) {
    world.outside.provider.at_desk(|book| (book.sessions.clone(), book.payments.clone()))
}

fn payment<'p>(payments: &'p [Payment], session: &Session) -> Option<&'p Payment> {
    payments.iter().find(|payment| session.intent.as_ref() == Some(&payment.intent))
}

/// No order believes in money that went back and did not, ever, nor in more than was paid.
pub(super) fn refunds_are_real(world: &World, dump: &Dump, breaches: &mut Vec<String>) {
    let (_, payments) = book(world);
    for order in &dump.orders {
        let paid = payments.iter().find(|payment| order.payment_intent.as_ref() == Some(&payment.intent));
        let ever_minor: u64 = paid.map_or(0, |paid| paid.refunds.iter().map(|refund| refund.amount_minor).sum());
        if order.refunded_minor > ever_minor {
            breaches.push(format!("an order believes in a refund that never was: {order:?}"));
        }
    }
}

/// Every order is where the provider's final answer puts it, and none waits for ever.
pub(super) fn orders_follow_the_provider(world: &World, dump: &Dump, breaches: &mut Vec<String>) {
    let (sessions, payments) = book(world);
    let removed = world.known.lock().unwrap().removed.clone();
    for order in &dump.orders {
        let session = sessions.iter().find(|session| session.request.order == order.id);
        let money = session.and_then(|session| payment(&payments, session));
        let settled = match session.map(|session| (session.status, session.payment)) {
            // A free seat may be gone when the order's turn comes.
            None if order.quote.price.minor == 0 => {
                matches!(order.state, OrderState::Fulfilled | OrderState::InReview | OrderState::Expired)
            }
            None => order.state == OrderState::Expired,
            Some((_, PaymentStatus::Paid | PaymentStatus::NoPaymentRequired)) => follows(order, money),
            Some((SessionStatus::Complete, PaymentStatus::Unpaid)) => order.state == OrderState::Failed,
            Some((SessionStatus::Expired, PaymentStatus::Unpaid)) => order.state == OrderState::Expired,
            Some((SessionStatus::Open, _)) => order.state == OrderState::Open,
        };
        if !settled {
            breaches.push(format!("an order does not follow the provider: {order:?} but {session:?} and {money:?}"));
        }
        if order.account.is_none() && order.state == OrderState::Fulfilled {
            breaches.push(format!("a fulfilled order without an account: {order:?}"));
        }
        // A paid order has its account and its enrollment, unless a person took it away or has to look.
        if let Some(account) = order.account {
            let key = (order.quote.course.to_string(), account.to_string());
            let there = |(course, learner): (String, String)| {
                dump.enrollments
                    .iter()
                    .filter(|e| e.course.to_string() == course && e.account.to_string() == learner)
                    .count()
            };
            if !removed.contains(&key) && there(key) != 1 {
                breaches.push(format!("a paid order without its one enrollment: {order:?}"));
            }
            if !dump.accounts.iter().any(|known| known.id == account) {
                breaches.push(format!("a paid order without its account: {order:?}"));
            }
        }
    }
}

/// Where a paid order must stand, by what became of its money.
fn follows(order: &Order, money: Option<&Payment>) -> bool {
    let wanted = match money {
        Some(money) if money.is_disputed() => OrderState::Disputed,
        Some(money) if money.refunded_minor() >= money.charged_minor => OrderState::Refunded,
        Some(money) if money.refunded_minor() > 0 => OrderState::PartiallyRefunded,
        _ => OrderState::Fulfilled,
    };
    let refunded = money.map_or(0, Payment::refunded_minor) == order.refunded_minor;
    // In review it stays for a person, until there is no money left to decide about.
    let in_review = order.state == OrderState::InReview && order.review.is_some();
    refunded && (order.state == wanted || (in_review && wanted != OrderState::Refunded))
}

/// The money of all orders, summed by currency, is what the provider has.
pub(super) fn sums_agree(world: &World, dump: &Dump, breaches: &mut Vec<String>) {
    let (sessions, payments) = book(world);
    let ours = Order::totals(&dump.orders);
    let mut theirs = BTreeMap::new();
    for session in sessions.iter().filter(|session| session.payment != PaymentStatus::Unpaid) {
        let kept = payment(&payments, session).map_or(0, |money| money.charged_minor - money.refunded_minor());
        *theirs.entry(session.currency.code()).or_insert(0) += kept;
    }
    let differs = |code: &&&str| ours.get(**code).copied().unwrap_or(0) != theirs.get(**code).copied().unwrap_or(0);
    if ours.keys().chain(theirs.keys()).collect::<Vec<_>>().iter().any(differs) {
        breaches.push(format!("the sums differ: {ours:?} here, {theirs:?} at the provider"));
    }
}
