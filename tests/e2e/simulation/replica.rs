//! Indexes that lag: a second copy of the table that follows the stream when it gets round to it. A question to an
//! index may be answered from there; everything else is read from the table itself.

use std::sync::Arc;
use std::sync::Mutex;

use dynoxide::Database;
use serde_json::{Value, json};

use super::dice::Dice;
use super::stream::Stream;
use super::table::NAME;

/// The copy.
pub(super) struct Replica {
    database: Database,
    stream: Arc<Stream>,
    seen: Mutex<usize>,
}

impl Replica {
    /// A copy that is up to date with the stream's beginning.
    pub(super) fn new(database: Database, stream: Arc<Stream>) -> Self {
        Self { database, stream, seen: Mutex::new(0) }
    }

    /// The copy itself.
    pub(super) fn database(&self) -> &Database {
        &self.database
    }

    /// Whether this question is one to an index, and answered from the copy: one in three. The copy catches up now and
    /// then, never quite at the same time.
    pub(super) fn answers(&self, dice: &Dice, body: &[u8]) -> bool {
        let asked: Value = serde_json::from_slice(body).unwrap_or_default();
        if asked["IndexName"].is_null() || !dice.per_mille(333) {
            return false;
        }
        if dice.per_mille(500) {
            self.catch_up(dice);
        }
        true
    }

    /// Takes some or all of what it missed.
    fn catch_up(&self, dice: &Dice) {
        let mut seen = self.seen.lock().unwrap();
        let missed = self.stream.after(*seen);
        let taken = usize::try_from(dice.within(0..missed.len() as u64 + 1)).unwrap();
        for record in &missed[..taken] {
            let change = &record["dynamodb"];
            if record["eventName"] == "REMOVE" {
                let gone = json!({ "TableName": NAME, "Key": change["Keys"] });
                self.database.delete_item(serde_json::from_value(gone).unwrap()).unwrap();
            } else {
                let item = json!({ "TableName": NAME, "Item": change["NewImage"] });
                self.database.put_item(serde_json::from_value(item).unwrap()).unwrap();
            }
        }
        *seen += taken;
    }
}
