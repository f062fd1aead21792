//! The table's stream, read once and kept, so that whoever follows it can be as far behind as chance has it.

use std::sync::Mutex;

use dynoxide::Database;
use serde_json::{Value, json};

use super::table::NAME;

/// More records than one read may give.
const READ_MAX: usize = 1_000;

/// Everything that changed since the stream was opened.
pub(super) struct Stream {
    database: Database,
    iterator: Mutex<Option<String>>,
    records: Mutex<Vec<Value>>,
}

impl Stream {
    /// The stream of a table that may not be there yet.
    pub(super) fn new(database: Database) -> Self {
        Self { database, iterator: Mutex::default(), records: Mutex::default() }
    }

    /// Takes hold of the stream's present end.
    pub(super) fn begin(&self) {
        let database = &self.database;
        let streams = database.list_streams(request(json!({ "TableName": NAME }))).unwrap();
        let streams = serde_json::to_value(streams).unwrap();
        let arn = &streams["Streams"][0]["StreamArn"];
        let described = database.describe_stream(request(json!({ "StreamArn": arn }))).unwrap();
        let shard = described.stream_description.shards.last().unwrap().shard_id.clone();
        let wanted = json!({ "StreamArn": arn, "ShardId": shard, "ShardIteratorType": "LATEST" });
        *self.iterator.lock().unwrap() = database.get_shard_iterator(request(wanted)).unwrap().shard_iterator;
    }

    /// The records after the first `seen`, the oldest first.
    pub(super) fn after(&self, seen: usize) -> Vec<Value> {
        let mut iterator = self.iterator.lock().unwrap();
        let mut records = self.records.lock().unwrap();
        while let Some(at) = iterator.as_deref() {
            let read = self.database.get_records(request(json!({ "ShardIterator": at, "Limit": READ_MAX }))).unwrap();
            let (more, next) = (read.records, read.next_shard_iterator);
            let done = more.is_empty();
            records.extend(more.iter().map(|record| serde_json::to_value(record).unwrap()));
            *iterator = next;
            if done {
                break;
            }
        }
        records[seen..].to_vec()
    }
}

fn request<T: serde::de::DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).unwrap()
}
