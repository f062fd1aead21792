//! How far the provider's lists of money that went back were read, so that one run need not read all of them.

use serde::{Deserialize, Serialize};

use crate::item::Item;
use crate::{Store, StoreError, keys};

/// Where the next run goes on, by list; nothing where it begins anew.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneyBackRead {
    /// Refunds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refunds: Option<String>,
    /// Disputes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disputes: Option<String>,
}

impl Store {
    /// Where the lists were left.
    pub async fn money_back_read(&self) -> Result<MoneyBackRead, StoreError> {
        Ok(self.table.entity(&keys::money_back()).await?.unwrap_or_default())
    }

    /// Keeps where they are left. Of two runs at once the last word counts: either looks at what it found.
    pub async fn keep_money_back_read(&self, read: &MoneyBackRead) -> Result<(), StoreError> {
        self.table.put(Item::new(keys::money_back(), read)?).await
    }
}
