//! Placing an order and moving it along until it is paid.

use authorization::{Granted, act};
use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Account, AccountId, EmailAddress, Enrollment, Order, OrderId, OrderState, Realm, Registration};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, Item, read};
use crate::keys::IndexKey;
use crate::patterns::accounts::EmailGuard;
use crate::patterns::departures::departed_at;
use crate::patterns::fulfillment::PaymentGuard;
use crate::patterns::outbox::{OutboxEntry, Task};
use crate::patterns::own_orders::with_own_order;
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};

/// The latest order of one buyer for one course: the guard against paying twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderOfBuyer {
    /// Raised by every change.
    pub version: u64,
    /// The order.
    pub order: OrderId,
}

/// What the table holds of a buyer and a course before an order is placed, read strongly.
#[derive(Debug, Default)]
pub struct BuyerStanding {
    /// The guard to replace, and the order that it names.
    pub latest: Option<(OrderOfBuyer, Option<Order>)>,
    /// The public account of the buyer's address.
    pub account: Option<Account>,
    /// Its enrollment in the course.
    pub enrollment: Option<Enrollment>,
    /// When the last account of the address was deleted, where that is not long ago.
    pub departed_at: Option<Timestamp>,
}

impl BuyerStanding {
    /// Whether an account of the address was deleted after the order was placed: its money would make nobody anew.
    pub fn left_since(&self, order: &Order) -> bool {
        self.departed_at.is_some_and(|departed_at| departed_at > order.created_at)
    }

    /// The account, where there is one.
    pub fn known_account(&self) -> Option<AccountId> {
        self.account.as_ref().map(|account| account.id)
    }
}

pub(crate) fn order_item(order: &Order) -> Result<Item, StoreError> {
    let by_year = IndexKey { pk: keys::orders(&keys::year(order.created_at)), sk: order.id.to_string() };
    let item = Item::new(keys::order(order.id), order)?.gsi1(by_year);
    let open = matches!(order.state, OrderState::Created | OrderState::Open | OrderState::Paid);
    Ok(match (open, order.needs_a_person()) {
        (_, true) => item.gsi2(keys::order_in_review(order.id)),
        (true, false) => item.gsi2(keys::open_order(order.id)),
        (false, false) => item,
    })
}

impl Store {
    /// What the table holds of the buyer and the course that was granted.
    pub async fn buyer_standing(
        &self,
        grant: &Granted<act::ApplyForCourse>,
        buyer: &EmailAddress,
    ) -> Result<BuyerStanding, StoreError> {
        let course = grant.target().course.id;
        let guards = [keys::buyers_order(buyer, course), keys::email(Realm::Public, buyer), keys::departure(buyer)];
        let mut guards = self.table.get_all(&guards).await?.into_iter().map(Option::unwrap_or_default);
        let named = |item: Option<Attributes>| item.filter(|item| !item.is_empty());
        let latest: Option<OrderOfBuyer> = named(guards.next()).map(read).transpose()?;
        let owner: Option<EmailGuard> = named(guards.next()).map(read).transpose()?;
        let departed_at = named(guards.next()).map(departed_at).transpose()?;
        let mut wanted = Vec::new();
        wanted.extend(owner.as_ref().map(|owner| keys::account(owner.account)));
        wanted.extend(owner.as_ref().map(|owner| keys::enrollment(course, owner.account)));
        wanted.extend(latest.as_ref().map(|latest| keys::order(latest.order)));
        if wanted.is_empty() {
            return Ok(BuyerStanding { departed_at, ..BuyerStanding::default() });
        }
        let mut found = self.table.get_all(&wanted).await?.into_iter();
        let (account, enrollment) = match owner {
            None => (None, None),
            Some(_) => (found.next().flatten(), found.next().flatten()),
        };
        let account: Option<Account> = account.map(read).transpose()?;
        // An enrollment without its account is a record of somebody who is gone, and no buyer's.
        let enrollment = enrollment.filter(|_| account.is_some()).map(read).transpose()?;
        let order = found.next().flatten().map(read).transpose()?;
        Ok(BuyerStanding { latest: latest.map(|latest| (latest, order)), account, enrollment, departed_at })
    }

    /// Stores a fresh order with its registration. Of two clicks at once, one order comes out. The account whose it is
    /// must be there, and not be going: what begins to belong to a deleted account would be nobody's.
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
        let transaction = match order.known_account {
            Some(account) => {
                let on = Attributes::from([(":off".to_owned(), AttributeValue::Bool(false))]);
                let gone = Failure::Conflict("the account");
                let transaction = transaction.holds(&keys::account(account), "deactivated = :off", on, gone);
                with_own_order(transaction, account, order.id)?
            }
            None => transaction,
        };
        transaction.commit().await
    }

    /// Stores an unpaid order in the words of somebody who applies for the same once more.
    pub async fn take_over_order(
        &self,
        grant: Granted<act::AdvanceOrder>,
        after: &Order,
        registration: &Registration,
    ) -> Result<(), StoreError> {
        let before = &grant.target().order;
        Transaction::on(&self.table)
            .replace(order_item(after)?, before.version, "the order")
            .put(Item::new(keys::registration(before.id), registration)?)
            .commit()
            .await
    }

    /// Stores an order that moved a step on without touching access: opened, pending, expired, failed.
    pub async fn advance_order(&self, grant: Granted<act::AdvanceOrder>, after: &Order) -> Result<(), StoreError> {
        let before = &grant.target().order;
        self.table.replace(order_item(after)?, before.version, "the order").await
    }

    /// Stores an order whose money did not come, with the promise to tell its buyer.
    pub async fn fail_order(
        &self,
        grant: Granted<act::AdvanceOrder>,
        after: &Order,
        news: Task,
    ) -> Result<(), StoreError> {
        let before = &grant.target().order;
        Transaction::on(&self.table)
            .replace(order_item(after)?, before.version, "the order")
            .create(OutboxEntry::new(news, self.now(), &*self.entropy).item()?, "the mail")
            .commit()
            .await
    }

    /// Stores an order that a person must look at, with the guards of its payments: refunds and disputes find it
    /// from this write on. One that another order keeps out of a course is named with its `beside`, the enrollment that the
    /// other one opened: it is written only while that is as it was, and under the account, where it is found once the
    /// other one's money goes.
    pub async fn review_order(
        &self,
        grant: Granted<act::AdvanceOrder>,
        after: &Order,
        beside: Option<&Enrollment>,
    ) -> Result<(), StoreError> {
        let before = &grant.target().order;
        let account = beside.map(|enrollment| enrollment.account);
        let after = Order { known_account: account.or(after.known_account), ..after.clone() };
        let mut transaction = Transaction::on(&self.table).replace(order_item(&after)?, before.version, "the order");
        if let Some(Enrollment { account, course, version, .. }) = beside {
            transaction = transaction.unmoved(&keys::enrollment(*course, *account), *version, "the enrollment");
            transaction = with_own_order(transaction, *account, before.id)?;
        }
        let extra = after.extra_payments.iter().filter_map(|extra| extra.payment_intent.as_ref());
        for intent in after.payment_intent.iter().chain(extra) {
            transaction = transaction.put(Item::new(keys::payment(intent), &PaymentGuard { order: before.id })?);
        }
        transaction.commit().await
    }
}
