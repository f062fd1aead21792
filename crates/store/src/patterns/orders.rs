//! Orders as administrators and the reconciler see them.

use authorization::{Granted, act};
use domain::{Order, OrderId};

use crate::page::{Cursor, Page};
use crate::table::{Index, Question};
use crate::{Store, StoreError, keys};

impl Store {
    /// Orders, the newest first.
    pub async fn orders(
        &self,
        _: &Granted<act::ListOrders>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Order>, StoreError> {
        let question_of = |year: &str| Question::of(keys::orders(year), "").through(Index::Gsi1).newest_first();
        self.table.page_of_parts(keys::years(self.now()), question_of, cursor, limit).await
    }

    /// Orders that a person must look at, the newest first.
    pub async fn orders_in_review(
        &self,
        _: &Granted<act::ListOrders>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Order>, StoreError> {
        let question = Question::of(keys::ORDERS_IN_REVIEW, "").through(Index::Gsi2).newest_first();
        self.table.page(&question, cursor, limit).await
    }

    /// Orders that still wait for their money, for the reconciler. They are named by their keys: one that does not
    /// read back must not keep the others.
    pub async fn open_orders(&self) -> Result<Vec<OrderId>, StoreError> {
        let mut open = Vec::new();
        for shard in 0..keys::SHARDS {
            let question = Question::of(keys::open_orders_shard(shard), "").through(Index::Gsi2);
            for item in self.table.all(&question).await? {
                match item.get("gsi2sk").and_then(|id| id.as_s().ok()).and_then(|id| id.parse().ok()) {
                    Some(id) => open.push(id),
                    None => tracing::error!(?item, "an open order without a readable id"),
                }
            }
        }
        Ok(open)
    }
}
