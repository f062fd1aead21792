//! Reconciling: open orders are compared with the provider's own list, so that nobody is lost who paid while no
//! webhook came.

use std::collections::BTreeSet;

use authorization::act;
use domain::{OrderEvent, OrderId, OrderState};
use jiff::SignedDuration;

use crate::error::CommerceError;
use crate::fulfill::{Outcome, advance, fulfill, fulfill_free};
use crate::shop::Shop;

/// A page is open for 24 hours at most; whatever is older has been seen.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(26);

/// What a run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reconciled {
    /// Orders that were looked at.
    pub looked_at: usize,
    /// Orders that are fulfilled after this run.
    pub fulfilled: usize,
    /// Orders that were closed unpaid.
    pub closed: usize,
    /// Orders that could not be decided this time.
    pub failed: usize,
}

/// Looks at every open order once. One that fails does not keep the others.
pub async fn reconcile(shop: &Shop) -> Result<Reconciled, CommerceError> {
    let mut open: BTreeSet<OrderId> = shop.store.open_orders().await?.into_iter().collect();
    let mut done = Reconciled { looked_at: open.len(), ..Reconciled::default() };
    if open.is_empty() {
        return Ok(done);
    }
    for session in sessions_of(shop, &mut open).await? {
        count(&mut done, fulfill(shop, &session).await);
    }
    // What the provider's list does not hold: free orders, orders whose page was never opened, and older ones.
    for order in open {
        count(&mut done, look_at(shop, order).await);
    }
    Ok(done)
}

/// The provider's recent checkouts that belong to open orders; these are taken off the list.
async fn sessions_of(shop: &Shop, open: &mut BTreeSet<OrderId>) -> Result<Vec<String>, CommerceError> {
    let now = shop.now();
    let from = now.checked_sub(LOOK_BACK).unwrap_or(now);
    let mut sessions = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let page = shop.payments.checkouts_since(from, cursor.as_deref()).await?;
        for checkout in page.checkouts {
            if checkout.order.is_some_and(|order| open.remove(&order)) {
                sessions.push(checkout.session);
            }
        }
        cursor = page.next;
        if cursor.is_none() || open.is_empty() {
            return Ok(sessions);
        }
    }
}

async fn look_at(shop: &Shop, order: OrderId) -> Result<Outcome, CommerceError> {
    let Some(grant) = shop.judge::<act::AdvanceOrder>(order).await? else { return Ok(Outcome::Unknown) };
    let found = &grant.target().order;
    if let Some(session) = &found.checkout_session {
        return fulfill(shop, session).await;
    }
    if found.quote.price.minor == 0 {
        return fulfill_free(shop, order).await;
    }
    let now = shop.now();
    let too_old = found.created_at < now.checked_sub(LOOK_BACK).unwrap_or(now);
    if too_old && found.state == OrderState::Created {
        advance(shop, order, OrderEvent::Expire, |_| {}).await?;
        return Ok(Outcome::Closed);
    }
    Ok(Outcome::Open)
}

fn count(done: &mut Reconciled, outcome: Result<Outcome, CommerceError>) {
    match outcome {
        Ok(Outcome::Fulfilled { .. }) => done.fulfilled += 1,
        Ok(Outcome::Closed) => done.closed += 1,
        Ok(_) => {}
        Err(error) => {
            tracing::warn!(%error, "an open order could not be reconciled");
            done.failed += 1;
        }
    }
}
