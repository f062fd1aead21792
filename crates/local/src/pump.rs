//! The table's stream, pumped into the background function as the event source mapping does it in the cloud: in
//! order, batch by batch, and again what failed.

use std::time::Duration;

use aws_lambda_events::event::dynamodb::EventRecord;
use background::{Background, handle};
use dynoxide::Database;
use dynoxide::actions::describe_stream::DescribeStreamRequest;
use dynoxide::actions::get_records::GetRecordsRequest;
use dynoxide::actions::get_shard_iterator::GetShardIteratorRequest;
use dynoxide::actions::list_streams::ListStreamsRequest;
use tokio::sync::Mutex;

use crate::options::StartError;

/// A change is published, and a mail sent, this long after it at the latest, plus the work itself.
pub(crate) const EVERY: Duration = Duration::from_millis(100);
/// As the template's event source mapping has it.
const BATCH_MAX: usize = 100;
/// A record that fails is tried so often here; the sweeper and the next start look after it then.
const ATTEMPTS_MAX: usize = 3;

/// Reads the stream from where it stood at the start.
pub(crate) struct Pump {
    database: Database,
    iterator: Mutex<Option<String>>,
}

impl Pump {
    /// Takes hold of the stream's present end. What lies before is covered by what a start does anyway: it publishes
    /// the whole site and sweeps the outbox.
    pub(crate) fn open(database: Database) -> Result<Self, StartError> {
        let broken = StartError::part("the table's stream");
        let table = serde_json::json!({ "TableName": crate::table::NAME });
        let request: ListStreamsRequest = serde_json::from_value(table).map_err(|error| broken(&error))?;
        let streams = database.list_streams(request).map_err(|error| broken(&error))?;
        let streams = serde_json::to_value(streams).map_err(|error| broken(&error))?;
        let arn = streams.pointer("/Streams/0/StreamArn").and_then(|arn| arn.as_str()).unwrap_or_default();
        let described: DescribeStreamRequest =
            serde_json::from_value(serde_json::json!({ "StreamArn": arn })).map_err(|error| broken(&error))?;
        let described = database.describe_stream(described).map_err(|error| broken(&error))?.stream_description;
        let shard = described.shards.last().map(|shard| shard.shard_id.clone()).unwrap_or_default();
        let wanted = serde_json::json!({ "StreamArn": arn, "ShardId": shard, "ShardIteratorType": "LATEST" });
        let wanted: GetShardIteratorRequest = serde_json::from_value(wanted).map_err(|error| broken(&error))?;
        let iterator = database.get_shard_iterator(wanted).map_err(|error| broken(&error))?.shard_iterator;
        Ok(Self { database, iterator: Mutex::new(iterator) })
    }

    /// Hands everything that is there to the background function; tells how many records it was.
    pub(crate) async fn run(&self, background: &Background) -> usize {
        let mut iterator = self.iterator.lock().await;
        let mut seen = 0;
        loop {
            let (records, next) = match iterator.as_deref().map(|at| self.read(at)) {
                Some(Ok(read)) => read,
                Some(Err(error)) => {
                    tracing::error!(%error, "the table's stream cannot be read");
                    return seen;
                }
                None => return seen,
            };
            *iterator = next;
            if records.is_empty() {
                return seen;
            }
            seen += records.len();
            work(background, records).await;
        }
    }

    fn read(&self, iterator: &str) -> Result<(Vec<EventRecord>, Option<String>), String> {
        let wanted = serde_json::json!({ "ShardIterator": iterator, "Limit": BATCH_MAX });
        let wanted: GetRecordsRequest = serde_json::from_value(wanted).map_err(|error| error.to_string())?;
        let answer = self.database.get_records(wanted).map_err(|error| error.to_string())?;
        let next = answer.next_shard_iterator.clone();
        let records = serde_json::to_value(answer.records).and_then(serde_json::from_value);
        Ok((records.map_err(|error| error.to_string())?, next))
    }
}

async fn work(background: &Background, mut records: Vec<EventRecord>) {
    for _ in 0..ATTEMPTS_MAX {
        let failures = handle(background, &records).await.batch_item_failures;
        if failures.is_empty() {
            return;
        }
        let failed = |record: &EventRecord| {
            let number = record.change.sequence_number.as_deref().unwrap_or_default();
            failures.iter().any(|failure| failure.item_identifier == number)
        };
        records.retain(failed);
    }
    tracing::error!(records = records.len(), "records of the stream were given up");
}
