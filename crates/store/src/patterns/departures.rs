//! When a buyer's account was deleted, beside the orders of its address. Money may have been on its way before there was an
//! account: it is to make nobody anew who left meanwhile.

use domain::{Account, Realm};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, Item, read};
use crate::transaction::Transaction;
use crate::{StoreError, keys};

/// Longer than any payment is on its way: the slowest take two weeks, and a page stays open for a day before.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);

/// The last account of an address that went. It names nobody: the address is in its key, as in those of the orders.
#[derive(Debug, Serialize, Deserialize)]
struct Departure {
    departed_at: Timestamp,
}

/// The transaction with the departure of an account that orders can make; nothing for others.
pub(crate) fn with_departure<'t>(
    transaction: Transaction<'t>,
    account: &Account,
    now: Timestamp,
) -> Result<Transaction<'t>, StoreError> {
    if account.kind.realm() != Realm::Public {
        return Ok(transaction);
    }
    let item = Item::new(keys::departure(&account.email), &Departure { departed_at: now })?;
    Ok(transaction.put(item.until(now.saturating_add(KEPT).unwrap_or(now))))
}

/// When the account went, as the item says.
pub(crate) fn departed_at(item: Attributes) -> Result<Timestamp, StoreError> {
    Ok(read::<Departure>(item)?.departed_at)
}
