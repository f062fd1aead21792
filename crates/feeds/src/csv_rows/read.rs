//! From text to rows: header first, then every line by itself.

use csv::{ReaderBuilder, StringRecord};

use super::header::Header;
use super::{quotes, row};
use crate::encoding::newlines;
use crate::error::FeedError;
use crate::feed::{Feed, ROWS_MAX, Row};
use crate::options::Options;

pub(crate) fn read(text: &str, options: &Options<'_>) -> Result<Feed, FeedError> {
    quotes::refuse_open(text, b',')?;
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut records = reader.records();
    let first = records.next().transpose().map_err(|error| unreadable(&error))?.ok_or(FeedError::Empty)?;
    let header = Header::of(&first)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut lines = Lines::of_text(text);
    for record in records {
        if rows.len() == ROWS_MAX {
            return Err(FeedError::TooManyRows);
        }
        let record = record.map_err(|error| unreadable(&error))?;
        rows.push(row::row(&record, lines.of(&record), &header, options));
    }
    Ok(Feed { title: None, licence: None, attribution: None, rows })
}

/// Counts lines from one record to the next. The reader's own count is one behind where lines end in CRLF.
pub(crate) struct Lines<'a> {
    text: &'a str,
    seen: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    /// Nothing of the text was read yet.
    pub(crate) fn of_text(text: &'a str) -> Self {
        Self { text, seen: 0, line: 1 }
    }

    /// The line in which the record begins. Records have to come in their order.
    pub(crate) fn of(&mut self, record: &StringRecord) -> usize {
        let at = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(self.seen);
        // The place of a record is the end of the one before it; ends of lines and empty lines lie between.
        let between = self.text.get(at..).unwrap_or_default();
        let start = at + between.len() - between.trim_start_matches(['\r', '\n']).len();
        self.line += newlines(self.text.as_bytes().get(self.seen..start).unwrap_or_default());
        self.seen = start;
        self.line
    }
}

/// The text is UTF-8 and lines may have any length, so this is not expected to happen; it is reported all the same.
pub(crate) fn unreadable(error: &csv::Error) -> FeedError {
    FeedError::Header(error.to_string())
}
