//! Placing an order and moving it along until it is paid.

use authorization::{Granted, act};
use domain::{EmailAddress, Order, OrderId, OrderState, Registration};
use serde::{Deserialize, Serialize};

use crate::item::Item;
use crate::keys::IndexKey;
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// The latest order of one buyer for one course: the guard against paying twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderOfBuyer {
    /// Raised by every change.
    pub version: u64,
    /// The order.
    pub order: OrderId,
}

pub(crate) fn order_item(order: &Order) -> Result<Item, StoreError> {
    let by_year = IndexKey { pk: keys::orders(&keys::year(order.created_at)), sk: order.id.to_string() };
    let item = Item::new(keys::order(order.id), order)?.gsi1(by_year);
    let open = matches!(order.state, OrderState::Created | OrderState::Open | OrderState::Paid);
    Ok(if open { item.gsi2(keys::open_order(order.id)) } else { item })
}

impl Store {
    /// The buyer's latest order for the course that was granted, with the guard to replace.
    pub async fn order_of_buyer(
        &self,
        grant: &Granted<act::ApplyForCourse>,
        buyer: &EmailAddress,
    ) -> Result<Option<(OrderOfBuyer, Order)>, StoreError> {
        let key = keys::buyers_order(buyer, grant.target().course.id);
        let Some(latest) = self.table.entity::<OrderOfBuyer>(&key).await? else { return Ok(None) };
        let order = self.table.entity(&keys::order(latest.order)).await?;
        Ok(order.map(|order| (latest, order)))
    }

    /// Stores a fresh order with its registration. Of two clicks at once, one order comes out.
    pub async fn place_order(
        &self,
        grant: Granted<act::ApplyForCourse>,
        order: &Order,
        registration: &Registration,
        latest: Option<&OrderOfBuyer>,
    ) -> Result<(), StoreError> {
        let key = keys::buyers_order(&order.buyer.email, grant.target().course.id);
        let version = latest.map_or(0, |latest| latest.version);
        let next = Item::new(key, &OrderOfBuyer { version: version + 1, order: order.id })?;
        let transaction = Transaction::on(&self.table)
            .create(order_item(order)?, "the order")
            .create(Item::new(keys::registration(order.id), registration)?, "the registration");
        let transaction = match latest {
            None => transaction.create(next, "the order"),
            Some(_) => transaction.replace(next, version, "the order"),
        };
        transaction.commit().await
    }

    /// Stores an order that moved a step on without touching access: opened, pending, expired, failed.
    pub async fn advance_order(&self, grant: Granted<act::AdvanceOrder>, after: &Order) -> Result<(), StoreError> {
        let before = &grant.target().order;
        self.table.replace(order_item(after)?, before.version, "the order").await
    }
}
