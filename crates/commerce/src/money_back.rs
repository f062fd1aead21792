//! Refunds and disputes that no news told of. One run reads two pages of each list: the newest, and the one where the run
//! before left off. So a run is bounded however long the lists are, and each entry is looked at again and again.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use payments::{MoneyBackPage, PaymentError};
use store::MoneyBackRead;

use crate::reconcile::Reconciled;
use crate::shop::Shop;

/// The provider repeats its news for three days; what was not heard by then is looked for a while longer.
const REFUNDS_LOOK_BACK: SignedDuration = SignedDuration::from_hours(24 * 5);
/// Banks take up to three months to decide a dispute, which is listed by the day it was opened.
const DISPUTES_LOOK_BACK: SignedDuration = SignedDuration::from_hours(24 * 120);

/// Payments of which money went back lately, or is asked back, as far as this run goes. Of a list that breaks off, what was
/// read counts.
pub(crate) async fn money_back(shop: &Shop, done: &mut Reconciled) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    // Whoever does not know where the run before left off begins anew.
    let before = shop.store.money_back_read().await.unwrap_or_else(|error| {
        tracing::warn!(%error, "it is not known how far money that went back was looked at");
        done.failed += 1;
        MoneyBackRead::default()
    });
    let refunds = List::Refunds(shop.before(REFUNDS_LOOK_BACK));
    let disputes = List::Disputes(shop.before(DISPUTES_LOOK_BACK));
    let after = MoneyBackRead {
        refunds: go_on(shop, &refunds, before.refunds.clone(), &mut found, done).await,
        disputes: go_on(shop, &disputes, before.disputes.clone(), &mut found, done).await,
    };
    if after != before
        && let Err(error) = shop.store.keep_money_back_read(&after).await
    {
        tracing::warn!(%error, "the next run looks at the same money once more");
        done.failed += 1;
    }
    found
}

/// Reads the newest page, and the one where the list was left; gives where it is left now.
async fn go_on(
    shop: &Shop,
    list: &List,
    left: Option<String>,
    found: &mut BTreeSet<String>,
    done: &mut Reconciled,
) -> Option<String> {
    let mut page = async |cursor: Option<&str>| match list.page(shop, cursor).await {
        Ok(page) => {
            found.extend(page.payment_intents);
            Ok(page.next)
        }
        Err(error) => {
            tracing::warn!(%error, ?list, "a list of the provider could not be read");
            done.failed += 1;
            Err(error)
        }
    };
    let Ok(second) = page(None).await else { return left };
    let cursor = left.or(second)?;
    match page(Some(&cursor)).await {
        Ok(next) => next,
        // What the list was left at is gone: it begins anew.
        Err(PaymentError::NotFound | PaymentError::Refused { .. }) => None,
        Err(_) => Some(cursor),
    }
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
