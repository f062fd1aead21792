//! The tables as they are read.

use std::collections::BTreeMap;

const STATEMENTS: &str = include_str!("../statements.csv");
const CONDITIONS: &str = include_str!("../conditions.csv");
const OPEN: &str = include_str!("../open.csv");
const LATER: &str = include_str!("../later.csv");

/// What a statement asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Fact,
    Allow,
    Deny,
    Conditional,
}

/// One statement.
#[derive(Debug, Clone)]
pub struct Row {
    pub id: String,
    pub subject: String,
    pub capability: String,
    pub verdict: Verdict,
    pub scope: String,
}

impl Row {
    /// The number of its source: `S001`.
    pub fn source(&self) -> &str {
        &self.id[..4]
    }
}

fn records(table: &str) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(table.as_bytes()).records().map(|record| record.unwrap()).collect()
}

/// Every statement, in the order of the table.
pub fn rows() -> Vec<Row> {
    let row = |record: csv::StringRecord| Row {
        id: record[0].to_owned(),
        subject: record[3].to_owned(),
        capability: record[5].to_owned(),
        verdict: match &record[6] {
            "fact" => Verdict::Fact,
            "allow" => Verdict::Allow,
            "deny" => Verdict::Deny,
            "conditional" => Verdict::Conditional,
            other => panic!("{}: {other}", &record[0]),
        },
        scope: record[7].to_owned(),
    };
    records(STATEMENTS).into_iter().map(row).collect()
}

fn pairs(table: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for record in records(table) {
        let before = found.insert(record[0].to_owned(), record[1].to_owned());
        assert!(before.is_none(), "{} stands twice", &record[0]);
    }
    found
}

/// By statement, what its permission hangs on.
pub fn conditions() -> BTreeMap<String, String> {
    pairs(CONDITIONS)
}

/// By statement, why nothing holds it yet.
pub fn open() -> BTreeMap<String, String> {
    pairs(OPEN)
}

/// By the beginning of a capability, or by statement, the part of course life whose endpoints come later.
pub fn later() -> BTreeMap<String, String> {
    pairs(LATER)
}
