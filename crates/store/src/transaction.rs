//! All or nothing: several conditional writes in one transaction, with an error that names what stood in the way.

use aws_sdk_dynamodb::error::BuildError;
use aws_sdk_dynamodb::types::{
    AttributeValue, ConditionCheck, Delete, Put, ReturnConsumedCapacity, TransactWriteItem, Update,
};

use crate::error::{Cancelled, StoreError, cancelled_by, unavailable};
use crate::item::{Attributes, Item};
use crate::keys::Key;
use crate::pause::Pauses;
use crate::table::Table;

/// How often a transaction that met another one on the same item, or a partition that is too busy, is tried before it is
/// reported. The pauses double: 20 + 40 + 80 + 160 + 320 ms at most.
const ATTEMPTS_MAX: u32 = 6;

/// What a failed condition means, and of what.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Failure {
    /// Something unique is there already.
    Taken(&'static str),
    /// Somebody else was first.
    Conflict(&'static str),
    /// It is not there.
    Missing(&'static str),
}

/// Writes that happen together, or not at all.
pub(crate) struct Transaction<'t> {
    table: &'t Table,
    writes: Vec<TransactWriteItem>,
    failures: Vec<Failure>,
    broken: Option<BuildError>,
}

impl<'t> Transaction<'t> {
    pub(crate) fn on(table: &'t Table) -> Self {
        Self { table, writes: Vec::new(), failures: Vec::new(), broken: None }
    }

    /// Writes an item where none may stand.
    pub(crate) fn create(self, item: Item, what: &'static str) -> Self {
        let put = self.putting(item).condition_expression("attribute_not_exists(pk)");
        self.with_put(put, Failure::Taken(what))
    }

    /// Writes an item over the one with this version.
    pub(crate) fn replace(self, item: Item, version: u64, what: &'static str) -> Self {
        let put = self.putting(item).condition_expression(SAME_VERSION);
        let put = put.expression_attribute_values(":version", number(version));
        self.with_put(put, Failure::Conflict(what))
    }

    /// Writes an item, whatever stands there.
    pub(crate) fn put(self, item: Item) -> Self {
        let put = self.putting(item);
        self.with_put(put, Failure::Conflict("the record"))
    }

    /// Writes an item under a condition of its own on the one that stands there.
    pub(crate) fn put_where(self, item: Item, condition: &str, values: Attributes, failure: Failure) -> Self {
        let put = self.putting(item).condition_expression(condition).set_expression_attribute_values(some(values));
        self.with_put(put, failure)
    }

    /// Deletes the item with this version.
    pub(crate) fn delete(self, key: &Key, version: u64, what: &'static str) -> Self {
        let delete = self.deleting(key).condition_expression(SAME_VERSION);
        let delete = delete.expression_attribute_values(":version", number(version));
        self.with_delete(delete, Failure::Conflict(what))
    }

    /// Deletes an item under a condition of its own.
    pub(crate) fn delete_where(self, key: &Key, condition: &str, values: Attributes, failure: Failure) -> Self {
        let delete = self.deleting(key).condition_expression(condition).set_expression_attribute_values(some(values));
        self.with_delete(delete, failure)
    }

    /// Deletes an item, whether it is there or not.
    pub(crate) fn drop(self, key: &Key) -> Self {
        let delete = self.deleting(key);
        self.with_delete(delete, Failure::Missing("the record"))
    }

    /// Fails unless the item is there with this version.
    pub(crate) fn unmoved(self, key: &Key, version: u64, what: &'static str) -> Self {
        let values = Attributes::from([(":version".to_owned(), number(version))]);
        self.holds(key, SAME_VERSION, values, Failure::Conflict(what))
    }

    /// Fails unless a condition of its own holds for the item.
    pub(crate) fn holds(mut self, key: &Key, condition: &str, values: Attributes, failure: Failure) -> Self {
        let check = ConditionCheck::builder()
            .table_name(&self.table.name)
            .set_key(Some(key.attributes()))
            .condition_expression(condition)
            .set_expression_attribute_values(some(values));
        match check.build() {
            Ok(check) => self.push(TransactWriteItem::builder().condition_check(check).build(), failure),
            Err(error) => self.broken = Some(error),
        }
        self
    }

    /// Whether it writes or checks this item already: a transaction looks at each item once.
    pub(crate) fn touches(&self, key: &Key) -> bool {
        self.writes.iter().any(|write| {
            let checked = write.condition_check().map(|check| check.key());
            let put = write.put().map(|put| put.item());
            let updated = write.update().map(|update| update.key());
            let deleted = write.delete().map(|delete| delete.key());
            checked.or(put).or(updated).or(deleted).is_some_and(|item| key.names(item))
        })
    }

    /// Changes single attributes of an item under a condition.
    pub(crate) fn update(
        mut self,
        key: &Key,
        expression: &str,
        condition: &str,
        values: Attributes,
        failure: Failure,
    ) -> Self {
        let update = Update::builder()
            .table_name(&self.table.name)
            .set_key(Some(key.attributes()))
            .update_expression(expression)
            .condition_expression(condition)
            .set_expression_attribute_values(some(values));
        match update.build() {
            Ok(update) => self.push(TransactWriteItem::builder().update(update).build(), failure),
            Err(error) => self.broken = Some(error),
        }
        self
    }

    /// Changes single attributes of an item, whatever they are.
    pub(crate) fn add(mut self, key: &Key, expression: &str, values: Attributes) -> Self {
        let update = Update::builder()
            .table_name(&self.table.name)
            .set_key(Some(key.attributes()))
            .update_expression(expression)
            .set_expression_attribute_values(some(values));
        match update.build() {
            Ok(update) => {
                self.push(TransactWriteItem::builder().update(update).build(), Failure::Conflict("the record"));
            }
            Err(error) => self.broken = Some(error),
        }
        self
    }

    /// Writes all of it, or says what stood in the way. What met another running transaction, or a busy
    /// partition, is tried again.
    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        if let Some(error) = self.broken {
            return Err(StoreError::Corrupt(error.to_string()));
        }
        let mut pauses = Pauses::new(&self.table.entropy);
        let mut attempt = 1;
        loop {
            let request = self.table.client.transact_write_items().set_transact_items(Some(self.writes.clone()));
            let answer = request.return_consumed_capacity(ReturnConsumedCapacity::Total).send().await;
            match answer {
                Ok(answer) => {
                    self.table.meter.count_write(answer.consumed_capacity.unwrap_or_default());
                    return Ok(());
                }
                Err(error) => {
                    self.table.meter.count_write([]);
                    match cancelled_by(&error) {
                        None => return Err(unavailable(error)),
                        Some((at, Cancelled::Condition)) => return Err(self.failure(at)),
                        Some((at, Cancelled::Conflict)) if attempt == ATTEMPTS_MAX => return Err(self.conflict(at)),
                        Some((_, Cancelled::Throttled)) if attempt == ATTEMPTS_MAX => return Err(unavailable(error)),
                        Some((_, Cancelled::Conflict | Cancelled::Throttled)) => {}
                    }
                }
            }
            pauses.wait().await;
            attempt += 1;
        }
    }

    fn failure(&self, at: usize) -> StoreError {
        match self.failures.get(at) {
            Some(Failure::Taken(what)) => StoreError::Taken(what),
            Some(Failure::Conflict(what)) => StoreError::Conflict(what),
            Some(Failure::Missing(what)) => StoreError::Missing(what),
            None => StoreError::Corrupt("a transaction was cancelled by an item it does not have".to_owned()),
        }
    }

    fn conflict(&self, at: usize) -> StoreError {
        match self.failures.get(at) {
            Some(Failure::Taken(what) | Failure::Conflict(what) | Failure::Missing(what)) => StoreError::Conflict(what),
            None => StoreError::Conflict("the record"),
        }
    }

    fn putting(&self, item: Item) -> aws_sdk_dynamodb::types::builders::PutBuilder {
        Put::builder().table_name(&self.table.name).set_item(Some(item.attributes))
    }

    fn deleting(&self, key: &Key) -> aws_sdk_dynamodb::types::builders::DeleteBuilder {
        Delete::builder().table_name(&self.table.name).set_key(Some(key.attributes()))
    }

    fn with_put(mut self, put: aws_sdk_dynamodb::types::builders::PutBuilder, failure: Failure) -> Self {
        match put.build() {
            Ok(put) => self.push(TransactWriteItem::builder().put(put).build(), failure),
            Err(error) => self.broken = Some(error),
        }
        self
    }

    fn with_delete(mut self, delete: aws_sdk_dynamodb::types::builders::DeleteBuilder, failure: Failure) -> Self {
        match delete.build() {
            Ok(delete) => self.push(TransactWriteItem::builder().delete(delete).build(), failure),
            Err(error) => self.broken = Some(error),
        }
        self
    }

    fn push(&mut self, write: TransactWriteItem, failure: Failure) {
        self.writes.push(write);
        self.failures.push(failure);
    }
}

/// The table takes no empty list of values.
fn some(values: Attributes) -> Option<Attributes> {
    (!values.is_empty()).then_some(values)
}

const SAME_VERSION: &str = "version = :version";

pub(crate) fn number(version: u64) -> AttributeValue {
    AttributeValue::N(version.to_string())
}
