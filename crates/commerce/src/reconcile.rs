//! Reconciling: open orders are compared with the provider's own list, so that nobody is lost who paid while no
//! webhook came; and so are refunds and disputes, so that access follows money whose news was lost.

use std::collections::{BTreeMap, BTreeSet};

use authorization::act;
use domain::{OrderEvent, OrderId, OrderState};
use jiff::{SignedDuration, Timestamp};
use payments::{CheckoutState, PaymentStatus, SessionStatus};

use crate::error::CommerceError;
use crate::fulfill::{Outcome, advance, fulfill, fulfill_free};
use crate::money_back::money_back;
use crate::settle::{SettleOutcome, settle};
use crate::shop::Shop;

/// A page is open for 24 hours at most; whatever is older has been seen, unless nobody looked for a while.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(26);
/// The provider's clock may be behind ours.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_hours(1);

/// What a run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reconciled {
    /// Orders that were looked at.
    pub looked_at: usize,
    /// Orders that are fulfilled after this run.
    pub fulfilled: usize,
    /// Orders that were closed unpaid.
    pub closed: usize,
    /// Orders that followed money which had gone back or come again.
    pub settled: usize,
    /// Orders and lists that could not be read or decided this time.
    pub failed: usize,
    /// How long ago the oldest checkout was opened that is paid and could not be fulfilled this time, or the oldest order
    /// was placed of which that could not be told; 0 without any.
    pub oldest_unfulfilled_s: u64,
}

/// Looks at every open order that anything can have become of, and at some recent refunds and disputes: the newest ones, and
/// of the others as many in each run until all were seen. What fails does not keep the rest. Money that goes back comes
/// first, then what waits longest: nobody keeps a run from them by opening pages.
pub async fn reconcile(shop: &Shop) -> Result<Reconciled, CommerceError> {
    let mut open: BTreeSet<OrderId> = shop.store.open_orders().await?.into_iter().collect();
    let mut done = Reconciled { looked_at: open.len(), ..Reconciled::default() };
    follow_money_back(shop, &mut done).await;
    let mut sessions = Vec::new();
    if !open.is_empty() {
        match sessions_of(shop, shop.before(LOOK_BACK), &mut open).await {
            Ok(listed) => sessions = listed,
            // Without the list, each order still knows its own checkout.
            Err(error) => tracing::warn!(%error, "the provider's list of checkouts could not be read"),
        }
    }
    // What the provider's list does not hold: free orders, orders whose page was never opened, and older ones.
    let mut never_opened = BTreeMap::new();
    for order in open {
        match look_at(shop, order).await {
            Ok(Look::NeverOpened { placed_at }) => drop(never_opened.insert(order, placed_at)),
            Ok(Look::Decided(outcome)) => count(&mut done, Ok(outcome)),
            Err(error) => {
                done.waits_since(shop, order.made_at());
                count(&mut done, Err(error));
            }
        }
    }
    give_up(shop, never_opened, &mut done).await;
    // A page that is open and not paid says all there is to know.
    sessions.retain(|checkout| (checkout.payment, checkout.status) != (PaymentStatus::Unpaid, SessionStatus::Open));
    for checkout in sessions {
        let outcome = fulfill(shop, &checkout.session).await;
        if outcome.is_err() && checkout.payment != PaymentStatus::Unpaid {
            done.waits_since(shop, checkout.created_at);
        }
        count(&mut done, outcome);
    }
    Ok(done)
}

impl Reconciled {
    /// Somebody who paid, or may have, waits since then.
    fn waits_since(&mut self, shop: &Shop, since: Timestamp) {
        let age_s = u64::try_from(shop.now().duration_since(since).as_secs()).unwrap_or(0);
        self.oldest_unfulfilled_s = self.oldest_unfulfilled_s.max(age_s);
    }
}

async fn follow_money_back(shop: &Shop, done: &mut Reconciled) {
    for payment_intent in money_back(shop, done).await {
        match settle(shop, &payment_intent).await {
            Ok(SettleOutcome::Settled(_)) => done.settled += 1,
            Ok(SettleOutcome::Unchanged | SettleOutcome::Unknown) => {}
            Err(error) => {
                tracing::warn!(payment_intent, %error, "a payment could not be settled");
                done.failed += 1;
            }
        }
    }
}

/// The provider's checkouts since then that belong to open orders; these are taken off the list once all of it was read.
async fn sessions_of(
    shop: &Shop,
    from: Timestamp,
    open: &mut BTreeSet<OrderId>,
) -> Result<Vec<CheckoutState>, CommerceError> {
    let (mut sessions, mut left) = (Vec::new(), open.clone());
    let mut cursor: Option<String> = None;
    loop {
        let page = shop.payments.checkouts_since(from, cursor.as_deref()).await?;
        for checkout in page.checkouts {
            if checkout.order.is_some_and(|order| left.remove(&order)) {
                sessions.push(checkout);
            }
        }
        cursor = page.next;
        if cursor.is_none() || left.is_empty() {
            *open = left;
            return Ok(sessions);
        }
    }
}

/// What a look at an order comes to that no recent checkout belongs to.
enum Look {
    Decided(Outcome),
    /// The time for paying is over, and the order knows of no page.
    NeverOpened {
        placed_at: Timestamp,
    },
}

async fn look_at(shop: &Shop, order: OrderId) -> Result<Look, CommerceError> {
    let Some(grant) = shop.judge::<act::AdvanceOrder>(order).await? else {
        return Ok(Look::Decided(Outcome::Unknown));
    };
    let found = &grant.target().order;
    let outcome = match &found.checkout_session {
        Some(session) => fulfill(shop, session).await?,
        None if found.quote.price.minor == 0 => fulfill_free(shop, order, None).await?,
        None if found.created_at < shop.before(LOOK_BACK) && found.state == OrderState::Created => {
            return Ok(Look::NeverOpened { placed_at: found.created_at });
        }
        None => Outcome::Open,
    };
    Ok(Look::Decided(outcome))
}

/// Closes orders whose page was never stored. It may have been opened all the same, and paid while nobody looked, so the
/// provider's list is read from the oldest of them on; as long as it cannot be read, none of them is closed.
async fn give_up(shop: &Shop, orders: BTreeMap<OrderId, Timestamp>, done: &mut Reconciled) {
    let Some(oldest) = orders.values().min() else { return };
    let from = oldest.saturating_sub(CLOCKS_DIFFER).unwrap_or(*oldest);
    let mut never_opened: BTreeSet<OrderId> = orders.into_keys().collect();
    match sessions_of(shop, from, &mut never_opened).await {
        Ok(sessions) => {
            for checkout in sessions {
                count(done, fulfill(shop, &checkout.session).await);
            }
            for order in never_opened {
                let closed = advance(shop, order, OrderEvent::Expire, |_| {}).await;
                count(done, closed.map(|_| Outcome::Closed));
            }
        }
        Err(error) => {
            tracing::warn!(%error, "orders without a page wait for the provider's list of checkouts");
            done.failed += never_opened.len();
        }
    }
}

fn count(done: &mut Reconciled, outcome: Result<Outcome, CommerceError>) {
    match outcome {
        Ok(Outcome::Fulfilled { .. }) => done.fulfilled += 1,
        Ok(Outcome::Closed) => done.closed += 1,
        // A free order that found no seat is closed by that.
        Err(CommerceError::SoldOut) => done.closed += 1,
        Ok(_) => {}
        Err(error) => {
            tracing::warn!(%error, "an open order could not be reconciled");
            done.failed += 1;
        }
    }
}
