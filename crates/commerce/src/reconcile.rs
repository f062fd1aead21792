//! Reconciling: open orders are compared with the provider's own list, so that nobody is lost who paid while no
//! webhook came; and so are refunds and disputes, so that access follows money whose news was lost.

use std::collections::BTreeSet;

use authorization::act;
use domain::{OrderEvent, OrderId, OrderState};
use jiff::{SignedDuration, Timestamp};
use payments::{CheckoutState, MoneyBackPage, PaymentError, PaymentStatus};

use crate::error::CommerceError;
use crate::fulfill::{Outcome, advance, fulfill, fulfill_free};
use crate::settle::{SettleOutcome, settle};
use crate::shop::Shop;

/// A page is open for 24 hours at most; whatever is older has been seen.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(26);
/// The provider repeats its news for three days; what was not heard by then is looked for a while longer.
const REFUNDS_LOOK_BACK: SignedDuration = SignedDuration::from_hours(24 * 5);
/// Banks take up to three months to decide a dispute, which is listed by the day it was opened. There are few.
const DISPUTES_LOOK_BACK: SignedDuration = SignedDuration::from_hours(24 * 120);

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
    /// How long ago the oldest checkout was opened that is paid and could not be fulfilled this time; 0 without any.
    pub oldest_unfulfilled_s: u64,
}

/// Looks at every open order once, and at every recent refund and dispute. What fails does not keep the rest.
pub async fn reconcile(shop: &Shop) -> Result<Reconciled, CommerceError> {
    let mut open: BTreeSet<OrderId> = shop.store.open_orders().await?.into_iter().collect();
    let mut done = Reconciled { looked_at: open.len(), ..Reconciled::default() };
    if !open.is_empty() {
        match sessions_of(shop, &mut open).await {
            Ok(sessions) => {
                for checkout in sessions {
                    let outcome = fulfill(shop, &checkout.session).await;
                    if outcome.is_err() && checkout.payment != PaymentStatus::Unpaid {
                        let age_s = shop.now().duration_since(checkout.created_at).as_secs();
                        done.oldest_unfulfilled_s = done.oldest_unfulfilled_s.max(u64::try_from(age_s).unwrap_or(0));
                    }
                    count(&mut done, outcome);
                }
            }
            // Without the list, each order still knows its own checkout.
            Err(error) => tracing::warn!(%error, "the provider's list of checkouts could not be read"),
        }
    }
    // What the provider's list does not hold: free orders, orders whose page was never opened, and older ones.
    for order in open {
        count(&mut done, look_at(shop, order).await);
    }
    for payment_intent in money_back(shop, &mut done).await {
        match settle(shop, &payment_intent).await {
            Ok(SettleOutcome::Settled(_)) => done.settled += 1,
            Ok(SettleOutcome::Unchanged | SettleOutcome::Unknown) => {}
            Err(error) => {
                tracing::warn!(payment_intent, %error, "a payment could not be settled");
                done.failed += 1;
            }
        }
    }
    Ok(done)
}

/// The provider's recent checkouts that belong to open orders; these are taken off the list once all of it was read.
async fn sessions_of(shop: &Shop, open: &mut BTreeSet<OrderId>) -> Result<Vec<CheckoutState>, CommerceError> {
    let from = shop.before(LOOK_BACK);
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

/// Payments of which money went back lately, or is asked back. Of a list that breaks off, what was read counts.
async fn money_back(shop: &Shop, done: &mut Reconciled) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for list in [List::Refunds(shop.before(REFUNDS_LOOK_BACK)), List::Disputes(shop.before(DISPUTES_LOOK_BACK))] {
        let mut cursor: Option<String> = None;
        loop {
            match list.page(shop, cursor.as_deref()).await {
                Ok(page) => {
                    found.extend(page.payment_intents);
                    cursor = page.next;
                }
                Err(error) => {
                    tracing::warn!(%error, ?list, "a list of the provider could not be read");
                    done.failed += 1;
                    break;
                }
            }
            if cursor.is_none() {
                break;
            }
        }
    }
    found
}

#[derive(Debug)]
enum List {
    Refunds(Timestamp),
    Disputes(Timestamp),
}

impl List {
    async fn page(&self, shop: &Shop, cursor: Option<&str>) -> Result<MoneyBackPage, PaymentError> {
        match self {
            List::Refunds(from) => shop.payments.refunds_since(*from, cursor).await,
            List::Disputes(from) => shop.payments.disputes_since(*from, cursor).await,
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
    if found.created_at < shop.before(LOOK_BACK) && found.state == OrderState::Created {
        advance(shop, order, OrderEvent::Expire, |_| {}).await?;
        return Ok(Outcome::Closed);
    }
    Ok(Outcome::Open)
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
