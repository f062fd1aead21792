//! Two orders of one buyer that open the same course: money that comes back may find that its buyer has paid once more
//! meanwhile. A person gives one of the two back; which order that is, is nobody's to guess.

use authorization::act;
use domain::{Enrollment, Ground, Order, OrderId, ReviewReason};

use crate::error::CommerceError;
use crate::fulfill::{Decider, fulfill_as};
use crate::settle::settle;
use crate::shop::Shop;

/// The other orders that the enrollment stands on.
fn others<'e>(order: &Order, enrollment: &'e Enrollment) -> impl Iterator<Item = OrderId> + use<'e> {
    let own = order.id;
    enrollment.grounds.iter().filter_map(move |ground| match ground {
        Ground::Order(other) if *other != own => Some(*other),
        _ => None,
    })
}

/// What a person must know of an order after its money moved. It is marked where it opens the course again beside
/// another order, and no longer once it is the only one. Two that staff let stand before are left in peace.
pub(crate) fn review(before: &Order, after: &Order, enrollment: Option<&Enrollment>) -> Option<ReviewReason> {
    if after.account.is_none() {
        return after.review;
    }
    let opens_again = !before.state.grants_access() || before.is_one_of_two();
    let beside = enrollment.is_some_and(|enrollment| others(after, enrollment).next().is_some());
    (after.state.grants_access() && opens_again && beside).then_some(ReviewReason::PaidTwice)
}

/// Whom it concerns that an order's money went.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Concerned {
    /// The order that is left alone on the enrollment; it may have been marked as one of two.
    LeftAlone(OrderId),
    /// Nobody paid for the enrollment any more, but orders may wait in review that this one had kept out.
    KeptOutBy(OrderId),
}

/// Whom it concerns, where the order had opened a course and does so no more.
pub(crate) fn concerned(before: &Order, after: &Order, enrollment: Option<&Enrollment>) -> Option<Concerned> {
    let went = before.state.grants_access() && !after.state.grants_access();
    let mut left = others(after, enrollment.filter(|_| went)?);
    match (left.next(), left.next()) {
        (None, _) => Some(Concerned::KeptOutBy(after.id)),
        (Some(alone), None) => Some(Concerned::LeftAlone(alone)),
        (Some(_), Some(_)) => None,
    }
}

/// Decides about others once more because an order has moved. What moved stands already: where this fails, the mark or the
/// review stays until somebody has the order compared again.
pub(crate) async fn look_again(shop: &Shop, concerned: Concerned) {
    let looked = match concerned {
        Concerned::LeftAlone(order) => settled_again(shop, order).await,
        Concerned::KeptOutBy(order) => let_in_instead(shop, order).await,
    };
    if let Err(error) = looked {
        tracing::warn!(?concerned, %error, "an order that was paid beside another one was not looked at again");
    }
}

async fn settled_again(shop: &Shop, order: OrderId) -> Result<(), CommerceError> {
    let Some(grant) = shop.judge::<act::SettleOrder>(order).await? else { return Ok(()) };
    let found = &grant.target().order;
    if let Some(payment_intent) = found.payment_intent.as_deref().filter(|_| found.is_one_of_two()) {
        Box::pin(settle(shop, payment_intent)).await?;
    }
    Ok(())
}

/// Whose money is with us has the course: the rules decide anew about each order that was kept out. The first one that is
/// let in keeps the next one out.
async fn let_in_instead(shop: &Shop, order: OrderId) -> Result<(), CommerceError> {
    let Some(grant) = shop.judge::<act::SettleOrder>(order).await? else { return Ok(()) };
    for kept_out in shop.store.orders_kept_out(&grant).await? {
        if let Some(session) = &kept_out.checkout_session {
            Box::pin(fulfill_as(shop, session, Decider::RulesAgain)).await?;
        }
    }
    Ok(())
}
