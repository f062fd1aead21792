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

    /// Orders that still wait for their money, for the reconciler.
    pub async fn open_orders(&self) -> Result<Vec<OrderId>, StoreError> {
        let mut open = Vec::new();
        for shard in 0..keys::SHARDS {
            let question = Question::of(keys::open_orders_shard(shard), "").through(Index::Gsi2);
            let mut cursor: Option<Cursor> = None;
            loop {
                let page = self.table.page::<Order>(&question, cursor.as_ref(), 100).await?;
                open.extend(page.items.iter().map(|order| order.id));
                match page.next {
                    Some(next) => cursor = Some(next),
                    None => break,
                }
            }
        }
        Ok(open)
    }
}
