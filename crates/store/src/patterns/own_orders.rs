//! Orders as their buyers see them. Each is named beside the account whose it is: the one that it made or found, or the
//! one that its address had when it was placed.

use authorization::{Granted, act};
use domain::{AccountId, Order, OrderId, OrderState};
use serde::{Deserialize, Serialize};

use crate::item::{Item, read};
use crate::page::{Cursor, Page};
use crate::table::Question;
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// An order of the account.
#[derive(Debug, Serialize, Deserialize)]
struct OwnOrder {
    order: OrderId,
}

/// The transaction with the order's name beside its account.
pub(crate) fn with_own_order(
    transaction: Transaction<'_>,
    account: AccountId,
    order: OrderId,
) -> Result<Transaction<'_>, StoreError> {
    Ok(transaction.put(Item::new(keys::own_order(account, order), &OwnOrder { order })?))
}

/// Whose an order is.
fn owner(order: &Order) -> Option<AccountId> {
    order.account.or(order.known_account)
}

/// A batch reads at most a hundred.
pub(crate) const ORDERS_TOGETHER: usize = 100;

/// Whether its money is still under way, or the bank or a person must decide about it. What nobody paid keeps nobody, nor
/// does money that its owner did not send on its way: anybody may begin an order with anybody's address.
fn is_unsettled(order: &Order) -> bool {
    let on_its_way = order.state == OrderState::Paid && order.placed_by_owner;
    on_its_way || order.awaits_the_bank() || order.needs_a_person()
}

/// Whether it is its owner's: paid, whoever paid, or begun by its owner.
pub(crate) fn is_its_owners(order: &Order) -> bool {
    use OrderState as S;
    let unpaid = matches!(order.state, S::Created | S::Open | S::Expired | S::Failed);
    order.placed_by_owner || !unpaid
}

/// Whether its buyer has anything of it: what came to nothing is no news.
fn is_worth_showing(order: &Order) -> bool {
    let nothing = matches!(order.state, OrderState::Created | OrderState::Expired | OrderState::Failed);
    is_its_owners(order) && !nothing
}

impl Store {
    /// The orders of the account that asks, the newest first; not those that came to nothing.
    pub async fn own_orders(
        &self,
        grant: &Granted<act::ListOwnOrders>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Order>, StoreError> {
        let page = self.orders_of(grant.target().account.id, cursor, limit).await?;
        Ok(Page { items: page.items.into_iter().filter(is_worth_showing).collect(), next: page.next })
    }

    /// An order of the account that asks; nothing where it is somebody else's.
    pub async fn own_order(
        &self,
        grant: &Granted<act::ListOwnOrders>,
        id: OrderId,
    ) -> Result<Option<Order>, StoreError> {
        let account = grant.target().account.id;
        if self.table.get(&keys::own_order(account, id)).await?.is_none() {
            return Ok(None);
        }
        let order: Option<Order> = self.table.entity(&keys::order(id)).await?;
        Ok(order.filter(|order| owner(order) == Some(account)))
    }

    /// An order of the account that asks whose money is still under way: to arrive, in dispute, or to be decided about.
    pub async fn unsettled_order(&self, grant: &Granted<act::DeleteSelf>) -> Result<Option<Order>, StoreError> {
        let account = grant.target().account.id;
        let mut cursor = None;
        loop {
            let page = self.orders_of(account, cursor.as_ref(), ORDERS_TOGETHER).await?;
            let unsettled = page.items.into_iter().find(is_unsettled);
            if unsettled.is_some() || page.next.is_none() {
                return Ok(unsettled);
            }
            cursor = page.next;
        }
    }

    /// Orders of the same buyer for the same course that wait in review because another one had opened it, the oldest first.
    pub async fn orders_kept_out(&self, grant: &Granted<act::SettleOrder>) -> Result<Vec<Order>, StoreError> {
        let settled = &grant.target().order;
        let Some(account) = settled.account else { return Ok(Vec::new()) };
        let mut kept_out = Vec::new();
        let mut cursor = None;
        loop {
            let page = self.orders_of(account, cursor.as_ref(), ORDERS_TOGETHER).await?;
            let same_course = page.items.into_iter().filter(|order| order.quote.course == settled.quote.course);
            kept_out.extend(same_course.filter(Order::is_kept_out));
            cursor = page.next;
            if cursor.is_none() {
                kept_out.reverse();
                return Ok(kept_out);
            }
        }
    }

    /// Every order that is an account's, whatever became of it.
    pub(crate) async fn orders_of(
        &self,
        account: AccountId,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Order>, StoreError> {
        let question = Question::of(keys::account_partition(account), keys::OWN_ORDER).newest_first();
        let page: Page<OwnOrder> = self.table.page(&question, cursor, limit).await?;
        let keys: Vec<_> = page.items.iter().map(|own| keys::order(own.order)).collect();
        let found = if keys.is_empty() { Vec::new() } else { self.table.get_all(&keys).await? };
        let orders = found.into_iter().flatten().map(read::<Order>).collect::<Result<Vec<_>, _>>()?;
        let items = orders.into_iter().filter(|order| owner(order) == Some(account)).collect();
        Ok(Page { items, next: page.next })
    }
}
