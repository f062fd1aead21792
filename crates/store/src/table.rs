//! The table itself: one client, metered. Reads and single writes; transactions are in `transaction`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::BehaviorVersion;
use aws_sdk_dynamodb::config::retry::{RetryConfig, RetryPartition};
use aws_sdk_dynamodb::config::timeout::TimeoutConfig;
use aws_sdk_dynamodb::types::{AttributeValue, ConsumedCapacity, KeysAndAttributes, ReturnConsumedCapacity};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use domain::Entropy;
use serde::de::DeserializeOwned;

use crate::error::{StoreError, unavailable};
use crate::item::{Attributes, Item, read};
use crate::keys::Key;
use crate::pause::Pauses;
use crate::wire::Wire;

/// One call to the table must never outlast what a person waits for; the SDK tries several times within it.
const OPERATION_TIMEOUT: Duration = Duration::from_secs(6);
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(2);
/// How often a call is tried that the table is too busy for. Where one call in five is turned away, six attempts get
/// through but for one time in 15,000; a purchase makes some twenty calls.
const ATTEMPTS_MAX: u32 = 6;
/// The first pause, at most; each may be twice the one before. A throttled partition recovers within milliseconds, and
/// the SDK's own first pause, up to a second, would be most of what a buyer waits for.
const FIRST_PAUSE: Duration = Duration::from_millis(25);
const PAUSE_MAX: Duration = Duration::from_secs(1);

/// How often the rest of a batch is asked for again. A throttled table answers part of it each time; one that answers
/// nothing for so long is not available.
const BATCH_ATTEMPTS: u32 = 8;

/// Which table, and where.
#[derive(Debug, Clone)]
pub struct TableConfig {
    /// The table's name.
    pub name: String,
    /// Another endpoint than AWS's own: the embedded table, or any other engine.
    pub endpoint: Option<String>,
    /// The connector to send requests through, where a test owns it.
    pub http_client: Option<SharedHttpClient>,
}

/// Round trips and consumed capacity since the start, for the checked-in table of costs.
#[derive(Debug, Default)]
pub struct Meter {
    round_trips: AtomicU64,
    half_read_units: AtomicU64,
    write_units: AtomicU64,
}

/// What the meter shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Consumption {
    /// Requests sent to the table.
    pub round_trips: u64,
    /// Read capacity in halves, since an eventually consistent read costs half a unit.
    pub half_read_units: u64,
    /// Write capacity.
    pub write_units: u64,
}

impl Meter {
    /// Everything so far.
    pub fn read(&self) -> Consumption {
        Consumption {
            round_trips: self.round_trips.load(Ordering::Relaxed),
            half_read_units: self.half_read_units.load(Ordering::Relaxed),
            write_units: self.write_units.load(Ordering::Relaxed),
        }
    }

    pub(crate) fn count_read(&self, capacity: impl IntoIterator<Item = ConsumedCapacity>) {
        self.count(&self.half_read_units, 2.0, capacity);
    }

    pub(crate) fn count_write(&self, capacity: impl IntoIterator<Item = ConsumedCapacity>) {
        self.count(&self.write_units, 1.0, capacity);
    }

    fn count(&self, counter: &AtomicU64, per_unit: f64, capacity: impl IntoIterator<Item = ConsumedCapacity>) {
        self.round_trips.fetch_add(1, Ordering::Relaxed);
        let units: f64 = capacity.into_iter().filter_map(|part| part.capacity_units()).sum();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "capacity is small and not negative"
        )]
        counter.fetch_add((units * per_unit).round() as u64, Ordering::Relaxed);
    }
}

/// The table.
#[derive(Clone)]
pub(crate) struct Table {
    pub(crate) client: Client,
    pub(crate) name: String,
    pub(crate) meter: Arc<Meter>,
    pub(crate) entropy: Arc<dyn Entropy>,
}

/// An index of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Index {
    Gsi1,
    Gsi2,
}

impl Index {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Index::Gsi1 => "gsi1",
            Index::Gsi2 => "gsi2",
        }
    }

    const fn condition(self) -> &'static str {
        match self {
            Index::Gsi1 => "gsi1pk = :pk",
            Index::Gsi2 => "gsi2pk = :pk",
        }
    }

    const fn prefix_condition(self) -> &'static str {
        match self {
            Index::Gsi1 => "gsi1pk = :pk AND begins_with(gsi1sk, :prefix)",
            Index::Gsi2 => "gsi2pk = :pk AND begins_with(gsi2sk, :prefix)",
        }
    }
}

/// A question to one partition.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    pub(crate) index: Option<Index>,
    pub(crate) pk: String,
    pub(crate) prefix: String,
    pub(crate) newest_first: bool,
}

impl Question {
    pub(crate) fn of(pk: impl Into<String>, prefix: impl Into<String>) -> Self {
        Self { index: None, pk: pk.into(), prefix: prefix.into(), newest_first: false }
    }

    pub(crate) fn through(self, index: Index) -> Self {
        Self { index: Some(index), ..self }
    }

    pub(crate) fn newest_first(self) -> Self {
        Self { newest_first: true, ..self }
    }

    /// What tells this list from every other one.
    pub(crate) fn list(&self) -> String {
        let index = self.index.map_or("", Index::name);
        format!("{index} {} {}", self.pk, self.prefix)
    }
}

impl Table {
    /// Connects. Credentials and region come from the environment, except for an own endpoint, which takes any.
    pub(crate) fn connect(config: TableConfig, entropy: Arc<dyn Entropy>) -> Self {
        let timeouts = TimeoutConfig::builder()
            .operation_timeout(OPERATION_TIMEOUT)
            .operation_attempt_timeout(ATTEMPT_TIMEOUT)
            .build();
        let wire = if config.endpoint.is_some() { Wire::to_engine() } else { Wire::to_aws() };
        let mut settings = aws_sdk_dynamodb::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(wire.region)
            .http_client(config.http_client.unwrap_or(wire.http_client))
            .retry_config(
                RetryConfig::standard()
                    .with_max_attempts(ATTEMPTS_MAX)
                    .with_initial_backoff(FIRST_PAUSE)
                    .with_max_backoff(PAUSE_MAX),
            )
            // A budget of retries of its own: what happened to other clients of this process must not use it up.
            .retry_partition(RetryPartition::custom("table").build())
            .timeout_config(timeouts);
        settings.set_endpoint_url(config.endpoint.or(wire.endpoint));
        if let Some(credentials) = wire.credentials {
            settings = settings.credentials_provider(credentials);
        }
        Self { client: Client::from_conf(settings.build()), name: config.name, meter: Arc::default(), entropy }
    }

    /// One item, read strongly.
    pub(crate) async fn get(&self, key: &Key) -> Result<Option<Attributes>, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.name)
            .set_key(Some(key.attributes()))
            .consistent_read(true)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(unavailable)?;
        self.meter.count_read(answer.consumed_capacity);
        Ok(answer.item)
    }

    /// One entity, read strongly.
    pub(crate) async fn entity<T: DeserializeOwned>(&self, key: &Key) -> Result<Option<T>, StoreError> {
        self.get(key).await?.map(read).transpose()
    }

    /// Several items in one round trip, read strongly, in the order asked for. At most 100, and no key twice.
    pub(crate) async fn get_all(&self, keys: &[Key]) -> Result<Vec<Option<Attributes>>, StoreError> {
        let mut found: Vec<Option<Attributes>> = vec![None; keys.len()];
        let mut missing: Vec<_> = keys.iter().map(Key::attributes).collect();
        let mut pauses = Pauses::new(&self.entropy);
        for attempt in 0.. {
            if missing.is_empty() {
                break;
            }
            if attempt == BATCH_ATTEMPTS {
                return Err(StoreError::Unavailable("the table left part of a batch unread".to_owned()));
            }
            if attempt > 0 {
                pauses.wait().await;
            }
            let wanted = KeysAndAttributes::builder()
                .set_keys(Some(missing))
                .consistent_read(true)
                .build()
                .map_err(|error| StoreError::Corrupt(error.to_string()))?;
            let mut answer = self
                .client
                .batch_get_item()
                .request_items(&self.name, wanted)
                .return_consumed_capacity(ReturnConsumedCapacity::Total)
                .send()
                .await
                .map_err(unavailable)?;
            self.meter.count_read(answer.consumed_capacity.take().unwrap_or_default());
            let items = answer.responses.as_mut().and_then(|tables| tables.remove(&self.name)).unwrap_or_default();
            for item in items {
                let place = keys.iter().position(|key| key.names(&item));
                if let Some(slot) = place.and_then(|at| found.get_mut(at)) {
                    *slot = Some(item);
                }
            }
            // The table may answer a part and leave the rest for another call.
            let mut rest = answer.unprocessed_keys.unwrap_or_default();
            missing = rest.remove(&self.name).map(|left| left.keys).unwrap_or_default();
        }
        Ok(found)
    }

    /// Writes one item, whatever stood there.
    pub(crate) async fn put(&self, item: Item) -> Result<(), StoreError> {
        let request = self.client.put_item().table_name(&self.name).set_item(Some(item.attributes));
        let answer = request.return_consumed_capacity(ReturnConsumedCapacity::Total).send().await;
        self.meter.count_write(answer.map_err(unavailable)?.consumed_capacity);
        Ok(())
    }

    /// Writes one item over the one with this version.
    pub(crate) async fn replace(&self, item: Item, version: u64, what: &'static str) -> Result<(), StoreError> {
        let request = self.client.put_item().table_name(&self.name).set_item(Some(item.attributes));
        let request = request
            .condition_expression("version = :version")
            .expression_attribute_values(":version", AttributeValue::N(version.to_string()));
        match request.return_consumed_capacity(ReturnConsumedCapacity::Total).send().await {
            Ok(answer) => {
                self.meter.count_write(answer.consumed_capacity);
                Ok(())
            }
            Err(error) => {
                self.meter.count_write([]);
                match unavailable(error) {
                    StoreError::Conflict(_) => Err(StoreError::Conflict(what)),
                    other => Err(other),
                }
            }
        }
    }

    /// Answers a question with everything there is; for partitions that are small by their nature. Read strongly.
    pub(crate) async fn all(&self, question: &Question) -> Result<Vec<Attributes>, StoreError> {
        let mut items = Vec::new();
        let mut start = None;
        loop {
            let (mut page, next) = self.ask(question, start, None).await?;
            items.append(&mut page);
            match next {
                Some(key) => start = Some(key),
                None => return Ok(items),
            }
        }
    }

    /// Answers a question with what comes first, each item for itself.
    pub(crate) async fn some(&self, question: &Question, limit: usize) -> Result<Vec<Attributes>, StoreError> {
        Ok(self.ask(question, None, Some(limit)).await?.0)
    }

    pub(crate) async fn ask(
        &self,
        question: &Question,
        start: Option<Attributes>,
        limit: Option<usize>,
    ) -> Result<(Vec<Attributes>, Option<Attributes>), StoreError> {
        let condition = match (question.index, question.prefix.is_empty()) {
            (Some(index), true) => index.condition(),
            (Some(index), false) => index.prefix_condition(),
            (None, true) => "pk = :pk",
            (None, false) => "pk = :pk AND begins_with(sk, :prefix)",
        };
        let mut request = self
            .client
            .query()
            .table_name(&self.name)
            .set_index_name(question.index.map(|index| index.name().to_owned()))
            .consistent_read(question.index.is_none())
            .key_condition_expression(condition)
            .expression_attribute_values(":pk", AttributeValue::S(question.pk.clone()))
            .scan_index_forward(!question.newest_first)
            .set_exclusive_start_key(start)
            .set_limit(limit.and_then(|limit| i32::try_from(limit).ok()))
            .return_consumed_capacity(ReturnConsumedCapacity::Total);
        if !question.prefix.is_empty() {
            request = request.expression_attribute_values(":prefix", AttributeValue::S(question.prefix.clone()));
        }
        let answer = request.send().await.map_err(unavailable)?;
        self.meter.count_read(answer.consumed_capacity);
        Ok((answer.items.unwrap_or_default(), answer.last_evaluated_key))
    }
}

impl Key {
    pub(crate) fn attributes(&self) -> Attributes {
        Attributes::from([
            ("pk".to_owned(), AttributeValue::S(self.pk.clone())),
            ("sk".to_owned(), AttributeValue::S(self.sk.clone())),
        ])
    }

    pub(crate) fn names(&self, item: &Attributes) -> bool {
        let is = |name: &str, text: &String| item.get(name).and_then(|value| value.as_s().ok()) == Some(text);
        is("pk", &self.pk) && is("sk", &self.sk)
    }
}
