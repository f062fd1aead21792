//! A feed as a whole: bytes in, every row judged, none skipped.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use crate::csv_rows;
use crate::draft::CourseDraft;
use crate::encoding::as_text;
use crate::error::{FeedError, FieldError};
use crate::format::Format;
use crate::moochub;
use crate::options::Options;

/// The most bytes of one feed: a course takes about 1 kB, and a function has a few hundred megabytes for a feed and
/// everything read from it.
pub const FEED_BYTES_MAX: usize = 64 * 1024 * 1024;

/// The most courses in one feed. Ten times the largest catalog that one platform is built for; it keeps a file of
/// millions of empty rows from filling the memory with reports.
pub const ROWS_MAX: usize = 100_000;

/// A feed that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// What it calls itself.
    pub title: Option<String>,
    /// The licence of the list itself, as an SPDX name.
    pub licence: Option<String>,
    /// Whom to name when it is shown.
    pub attribution: Option<String>,
    /// Every row, in the order of the file.
    pub rows: Vec<Row>,
}

impl Feed {
    /// The drafts of the rows that make one.
    pub fn drafts(&self) -> impl Iterator<Item = &CourseDraft> {
        self.rows.iter().filter_map(|row| row.outcome.as_ref().ok())
    }

    /// How many rows make no course.
    pub fn error_count(&self) -> usize {
        self.rows.iter().filter(|row| row.outcome.is_err()).count()
    }
}

/// A row of a feed and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the file it begins in, from 1.
    pub line: usize,
    /// What people call it: its code, or its id, or its number in the feed.
    pub key: String,
    /// The course, or why there is none.
    pub outcome: Result<CourseDraft, Vec<FieldError>>,
    /// What is odd about it, or was left out.
    pub warnings: Vec<FieldError>,
}

/// Reads a feed. The same bytes and options always give the same drafts.
pub fn read(bytes: &[u8], format: Format, options: &Options<'_>) -> Result<Feed, FeedError> {
    if bytes.len() > FEED_BYTES_MAX {
        return Err(FeedError::TooLarge { bytes: bytes.len() });
    }
    let text = as_text(bytes)?;
    let (mut feed, id_field, code_field) = match format {
        Format::MooChub => (moochub::read(text, options)?, "id", "courseCode"),
        Format::Csv => (csv_rows::read(text, options)?, "code", "code"),
    };
    refuse_repeats(&mut feed.rows, id_field, |draft| draft.id);
    refuse_repeats(&mut feed.rows, code_field, |draft| draft.slug.clone());
    Ok(feed)
}

/// The first row with an id or slug has it; a later one with the same is an error that names the first.
fn refuse_repeats<K: Hash + Eq>(rows: &mut [Row], field: &str, name: impl Fn(&CourseDraft) -> K) {
    let mut first_lines = HashMap::new();
    for row in rows {
        let Ok(draft) = &row.outcome else { continue };
        match first_lines.entry(name(draft)) {
            Entry::Vacant(free) => {
                free.insert(row.line);
            }
            Entry::Occupied(taken) => {
                let reason = format!("is the same as that of the course in line {}", taken.get());
                row.outcome = Err(vec![FieldError::new(field, &row.key, reason)]);
            }
        }
    }
}
