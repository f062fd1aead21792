//! The header line: which column holds what.

use csv::StringRecord;

use crate::error::{FeedError, shortened};

/// Every column, in the order in which tables are written. Reading takes them in any order.
pub(crate) const COLUMNS: &[&str] = &[
    "code",
    "title",
    "language",
    "summary",
    "description",
    "subjects",
    "level",
    "mode",
    "price",
    "currency",
    "publisher",
    "publisher_url",
    "url",
    "starts",
    "ends",
    "place",
    "audience",
];

/// What no course can do without.
const NEEDED: &[&str] = &["code", "title", "language", "publisher"];

/// The columns of one table.
pub(crate) struct Header {
    names: Vec<&'static str>,
}

impl Header {
    /// The header of a table of courses.
    pub(crate) fn of(record: &StringRecord) -> Result<Self, FeedError> {
        Self::with(record, COLUMNS, NEEDED)
    }

    /// The header of a table that may have these columns, and cannot do without the needed ones.
    pub(crate) fn with(
        record: &StringRecord,
        columns: &'static [&'static str],
        needed: &[&str],
    ) -> Result<Self, FeedError> {
        let found: Vec<String> = record.iter().map(|name| name.trim().to_ascii_lowercase()).collect();
        let known = |name: &str| columns.iter().copied().find(|column| *column == name);
        let mut problems = Vec::new();
        let missing: Vec<&str> =
            needed.iter().copied().filter(|name| !found.iter().any(|column| column == name)).collect();
        if !missing.is_empty() {
            problems.push(format!("missing: {}", missing.join(", ")));
        }
        let unknown: Vec<String> = found
            .iter()
            .filter(|name| known(name).is_none())
            .map(|name| format!("`{}`", shortened(name, 30)))
            .take(20)
            .collect();
        if !unknown.is_empty() {
            problems.push(format!("unknown: {}; the columns are {}", unknown.join(", "), columns.join(",")));
        }
        let names: Vec<&'static str> = found.iter().filter_map(|name| known(name)).collect();
        if let Some(twice) = names.iter().enumerate().find_map(|(at, name)| names.iter().take(at).find(|n| *n == name))
        {
            problems.push(format!("twice: {twice}"));
        }
        if let [only] = found.as_slice()
            && (only.contains(';') || only.contains('\t'))
        {
            problems = vec!["the columns must be separated by commas".to_owned()];
        }
        if problems.is_empty() { Ok(Self { names }) } else { Err(FeedError::Header(problems.join("; "))) }
    }

    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    /// The names and the cells of a line that has as many.
    pub(crate) fn pairs<'r>(&self, record: &'r StringRecord) -> impl Iterator<Item = (&'static str, &'r str)> {
        self.names.iter().copied().zip(record.iter())
    }
}

/// Whether a text begins like a table of courses. Enough to tell it from other formats, not whether it is right.
pub(crate) fn looks_like_header(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default().to_ascii_lowercase();
    let mut names = line.split([',', ';', '\t']).map(|name| name.trim().trim_matches('"'));
    names.clone().count() > 1 && names.any(|name| name == "title")
}
