//! Deciding about an order that a person looked at: compare it with the provider's truth once more, or let its buyer
//! in although something did not fit. What cannot be given (a course that is gone, a payment that was not made) is
//! refused as ever.

use authorization::{Granted, act};
use domain::{OrderId, OrderState, Reason};
use store::StoreError;

use crate::error::CommerceError;
use crate::fulfill::{Decider, Outcome, fulfill_as, fulfill_free};
use crate::refund::MOVED_ON;
use crate::settle::settle;
use crate::shop::Shop;

/// What staff decided.
#[derive(Debug, Clone)]
pub struct ReplayWish {
    /// The order's version that staff looked at; must be said where the buyer is let in. What was decided by another one
    /// is decided about something else than its maker believes.
    pub version: Option<u64>,
    /// Let the buyer in whatever the review says. Otherwise the rules decide again, on what is there now.
    pub accept: bool,
    /// Why, for the audit.
    pub reason: Reason,
}

/// Replays an order because staff says so. The audit names who, and why, before anything moves.
pub async fn replay(
    shop: &Shop,
    grant: Granted<act::ResolveOrder>,
    wish: ReplayWish,
) -> Result<Outcome, CommerceError> {
    let order = &grant.target().order;
    if wish.version.map_or(wish.accept, |seen| seen != order.version) {
        return Err(CommerceError::Refund(MOVED_ON));
    }
    if wish.accept && order.state != OrderState::InReview {
        return Err(CommerceError::Refund("only an order in review can be accepted by hand"));
    }
    let recorded = shop.store.record_replay(&grant, wish.accept, wish.reason.as_str()).await;
    recorded.map_err(|error| match error {
        StoreError::Conflict("the order") => CommerceError::Refund(MOVED_ON),
        other => other.into(),
    })?;
    replay_order(shop, order.id, if wish.accept { Decider::Staff } else { Decider::RulesAgain }).await
}

async fn replay_order(shop: &Shop, order: OrderId, decider: Decider) -> Result<Outcome, CommerceError> {
    let grant = shop.judge::<act::AdvanceOrder>(order).await?.ok_or(CommerceError::NoOrder)?;
    let found = &grant.target().order;
    let outcome = match &found.checkout_session {
        Some(session) => fulfill_as(shop, session, decider).await?,
        None if found.quote.price.minor == 0 => fulfill_free(shop, order, None).await?,
        None => Outcome::Open,
    };
    let payments = found
        .payment_intent
        .iter()
        .chain(found.extra_payments.iter().filter_map(|extra| extra.payment_intent.as_ref()));
    for payment_intent in payments {
        settle(shop, payment_intent).await?;
    }
    Ok(outcome)
}
