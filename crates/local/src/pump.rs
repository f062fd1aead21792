//! The table's stream, pumped into the background function as the event source mapping does it in the cloud: in
//! order, batch by batch, and again what failed.

use std::time::Duration;

use aws_lambda_events::event::dynamodb::EventRecord;
use background::{Background, handle};
use serde_json::json;
use tokio::sync::Mutex;

use crate::options::StartError;
use crate::stream::{Question, Stream};

/// A change is published, and a mail sent, this long after it at the latest, plus the work itself.
pub(crate) const EVERY: Duration = Duration::from_millis(100);
/// As the template's event source mapping has it.
const BATCH_MAX: usize = 100;
/// A record that fails is tried so often here; the sweeper and the next start look after it then.
const ATTEMPTS_MAX: usize = 3;

/// Reads the stream from where it stood at the start.
pub(crate) struct Pump {
    stream: Stream,
    /// The next place in each shard. The embedded engine has one shard; a change and the next of the same record are
    /// in the same one everywhere.
    places: Mutex<Vec<Option<String>>>,
}

impl Pump {
    /// Takes hold of the stream's present end. What lies before is covered by what a start does anyway: it publishes
    /// the whole site and sweeps the outbox.
    pub(crate) async fn open(stream: Stream, table: &str) -> Result<Self, StartError> {
        let places = ends(&stream, table).await.map_err(|error| StartError::part("the table's stream")(&error))?;
        Ok(Self { stream, places: Mutex::new(places) })
    }

    /// Hands everything that is there to the background function; tells how many records it was.
    pub(crate) async fn run(&self, background: &Background) -> usize {
        let mut seen = 0;
        for place in self.places.lock().await.iter_mut() {
            while let Some(at) = place.as_deref() {
                let (records, next) = match self.read(at).await {
                    Ok(read) => read,
                    Err(error) => {
                        // A throttled table: the place is kept, and the next look is in a moment.
                        tracing::warn!(%error, "the table's stream cannot be read");
                        return seen;
                    }
                };
                *place = next;
                if records.is_empty() {
                    break;
                }
                seen += records.len();
                work(background, records).await;
            }
        }
        seen
    }

    async fn read(&self, at: &str) -> Result<(Vec<EventRecord>, Option<String>), String> {
        let mut answer = self.stream.ask(Question::Records, json!({ "ShardIterator": at, "Limit": BATCH_MAX })).await?;
        let next = answer.get("NextShardIterator").and_then(|next| next.as_str()).map(str::to_owned);
        let records = answer.get_mut("Records").map(serde_json::Value::take).unwrap_or_default();
        let records = serde_json::from_value(records);
        Ok((records.map_err(|error| error.to_string())?, next))
    }
}

/// The present end of each shard.
async fn ends(stream: &Stream, table: &str) -> Result<Vec<Option<String>>, String> {
    let streams = stream.ask(Question::Streams, json!({ "TableName": table })).await?;
    let arn = streams.pointer("/Streams/0/StreamArn").ok_or("the table has none")?;
    let described = stream.ask(Question::Description, json!({ "StreamArn": arn })).await?;
    let shards = described.pointer("/StreamDescription/Shards").and_then(|shards| shards.as_array());
    let mut places = Vec::new();
    for shard in shards.into_iter().flatten() {
        let wanted = json!({ "StreamArn": arn, "ShardId": shard.get("ShardId"), "ShardIteratorType": "LATEST" });
        let place = stream.ask(Question::Place, wanted).await?;
        places.push(place.get("ShardIterator").and_then(|place| place.as_str()).map(str::to_owned));
    }
    Ok(places)
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
