//! Throttles: counters in windows of time, raised atomically, so that parallel attempts cannot slip through.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity, ReturnValue};
use jiff::SignedDuration;

use crate::error::unavailable;
use crate::keys::TTL;
use crate::{Store, StoreError, keys};

/// What a throttle says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Throttle {
    /// Attempts in this window, this one included.
    pub count: u64,
    /// Seconds until the window ends.
    pub window_ends_in_s: u64,
}

impl Store {
    /// Counts an attempt of `subject` in the present window of `kind`, before the attempt is evaluated.
    pub async fn count_attempt(
        &self,
        kind: &str,
        subject: &str,
        window: SignedDuration,
    ) -> Result<Throttle, StoreError> {
        let now = self.now().as_second();
        let length = window.as_secs().max(1);
        let number = now.div_euclid(length);
        let ends = (number + 1) * length;
        let key = keys::throttle(kind, &format!("{subject}#{number}"));
        let answer = self
            .table
            .client
            .update_item()
            .table_name(&self.table.name)
            .set_key(Some(key.attributes()))
            .update_expression("ADD attempts :one SET #ttl = :ends")
            .expression_attribute_names("#ttl", TTL)
            .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
            .expression_attribute_values(":ends", AttributeValue::N(ends.to_string()))
            .return_values(ReturnValue::UpdatedNew)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(unavailable)?;
        self.table.meter.count_write(answer.consumed_capacity);
        let attempts = answer.attributes.as_ref().and_then(|values| values.get("attempts"));
        let count = attempts.and_then(|value| value.as_n().ok()).and_then(|text| text.parse().ok());
        let count = count.ok_or_else(|| StoreError::Corrupt("a throttle without a count".to_owned()))?;
        Ok(Throttle { count, window_ends_in_s: u64::try_from(ends - now).unwrap_or(1) })
    }
}
