//! Throttles: counters in windows of time, raised atomically before an attempt is evaluated, so that parallel attempts
//! cannot slip through; and given back once an attempt has succeeded.

use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity, ReturnValue};
use jiff::{SignedDuration, Timestamp};

use crate::error::unavailable;
use crate::item::Attributes;
use crate::keys::{Key, TTL};
use crate::{Store, StoreError, keys};

/// What a throttle says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Throttle {
    /// Attempts in this window, this one included.
    pub count: u64,
    /// Seconds until the window ends.
    pub window_ends_in_s: u64,
    /// Which window it is.
    window: i64,
}

/// What the counter of guesses at one password says: attempts in this minute and in this hour, with one write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guesses {
    /// In this minute.
    pub minute: Throttle,
    /// In this hour.
    pub hour: Throttle,
}

const MINUTE_S: i64 = 60;
const HOUR_S: i64 = 3_600;
const GUESSES: &str = "guesses";
const ATTEMPTS: &str = "attempts";

/// A window of a length at a moment: its number, and how long it still lasts.
fn window(now: Timestamp, length_s: i64) -> (i64, u64) {
    let now = now.as_second();
    let number = now.div_euclid(length_s);
    (number, u64::try_from((number + 1) * length_s - now).unwrap_or(1))
}

impl Store {
    /// Counts an attempt of `subject` in the present window of `kind`, before the attempt is evaluated.
    pub async fn count_attempt(
        &self,
        kind: &str,
        subject: &str,
        window_length: SignedDuration,
    ) -> Result<Throttle, StoreError> {
        let length_s = window_length.as_secs().max(1);
        let (number, window_ends_in_s) = window(self.now(), length_s);
        let key = keys::throttle(kind, &format!("{subject}#{number}"));
        let counts = self.add(&key, &[ATTEMPTS], 1, (number + 1) * length_s).await?;
        Ok(Throttle { count: counts.first().copied().unwrap_or(0), window_ends_in_s, window: number })
    }

    /// Takes back an attempt that has succeeded, from the window in which it was counted.
    pub async fn uncount_attempt(&self, kind: &str, subject: &str, counted: &Throttle) -> Result<(), StoreError> {
        let key = keys::throttle(kind, &format!("{subject}#{}", counted.window));
        self.add(&key, &[ATTEMPTS], -1, self.now().as_second() + HOUR_S).await.map(drop)
    }

    /// Counts a guess at the password behind `lane`.
    pub async fn count_guess(&self, lane: &str) -> Result<Guesses, StoreError> {
        let now = self.now();
        let ((minute, minute_ends_in_s), (hour, hour_ends_in_s)) = (window(now, MINUTE_S), window(now, HOUR_S));
        let key = keys::throttle(GUESSES, &format!("{lane}#{hour}"));
        let counts = self.add(&key, &[ATTEMPTS, &minute_name(minute)], 1, (hour + 1) * HOUR_S).await?;
        let count = |at: usize| counts.get(at).copied().unwrap_or(0);
        Ok(Guesses {
            minute: Throttle { count: count(1), window_ends_in_s: minute_ends_in_s, window: minute },
            hour: Throttle { count: count(0), window_ends_in_s: hour_ends_in_s, window: hour },
        })
    }

    /// Takes back a guess that was right.
    pub async fn uncount_guess(&self, lane: &str, counted: &Guesses) -> Result<(), StoreError> {
        let key = keys::throttle(GUESSES, &format!("{lane}#{}", counted.hour.window));
        let names = [ATTEMPTS, &minute_name(counted.minute.window)];
        self.add(&key, &names, -1, (counted.hour.window + 1) * HOUR_S).await.map(drop)
    }

    /// Adds to counters of one item, and gives their new values.
    async fn add(&self, key: &Key, names: &[&str], by: i64, ttl: i64) -> Result<Vec<u64>, StoreError> {
        self.add_and_set(key, names, by, ttl, None).await
    }

    /// The same, and sets another attribute along with it.
    pub(crate) async fn add_and_set(
        &self,
        key: &Key,
        names: &[&str],
        by: i64,
        ttl: i64,
        set: Option<(&str, AttributeValue)>,
    ) -> Result<Vec<u64>, StoreError> {
        let added: Vec<String> = names.iter().map(|name| format!("{name} :by")).collect();
        let also = set.as_ref().map(|(name, _)| format!(", {name} = :set")).unwrap_or_default();
        let mut request = self
            .table
            .client
            .update_item()
            .table_name(&self.table.name)
            .set_key(Some(key.attributes()))
            .update_expression(format!("ADD {} SET #ttl = :ttl{also}", added.join(", ")))
            .expression_attribute_names("#ttl", TTL)
            .expression_attribute_values(":by", AttributeValue::N(by.to_string()))
            .expression_attribute_values(":ttl", AttributeValue::N(ttl.to_string()))
            .return_values(ReturnValue::UpdatedNew)
            .return_consumed_capacity(ReturnConsumedCapacity::Total);
        if let Some((_, value)) = set {
            request = request.expression_attribute_values(":set", value);
        }
        let answer = request.send().await.map_err(unavailable)?;
        self.table.meter.count_write(answer.consumed_capacity);
        let values = answer.attributes.unwrap_or_default();
        names.iter().map(|name| counter(&values, name)).collect()
    }
}

/// The minutes of an hour, each a counter of the hour's item.
fn minute_name(minute: i64) -> String {
    format!("m{}", minute.rem_euclid(60))
}

/// A counter's value; one that others have taken back from meanwhile may stand below zero.
fn counter(values: &Attributes, name: &str) -> Result<u64, StoreError> {
    let value = values.get(name).and_then(|value| value.as_n().ok()).and_then(|text| text.parse::<i64>().ok());
    let value = value.ok_or_else(|| StoreError::Corrupt("a throttle without a count".to_owned()))?;
    Ok(u64::try_from(value).unwrap_or(0))
}
