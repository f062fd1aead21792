//! What can be wrong: with a feed as a whole, and with one field of one row.

use std::fmt;

use thiserror::Error;

use crate::feed::{FEED_BYTES_MAX, ROWS_MAX};

/// Why nothing of a feed could be read. The sentences can be shown to whoever brought the file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FeedError {
    /// Larger than [`FEED_BYTES_MAX`].
    #[error("the file has {bytes} bytes; at most {} can be read at once, so split it", FEED_BYTES_MAX)]
    TooLarge {
        /// What it has.
        bytes: usize,
    },
    /// More rows than [`ROWS_MAX`].
    #[error("the file has more than {} courses; split it", ROWS_MAX)]
    TooManyRows,
    /// More people than are taken at once.
    #[error("there are more than {max} people; split them")]
    TooManyPeople {
        /// How many are taken.
        max: usize,
    },
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// UTF-16 or UTF-32.
    #[error("the file is written in {0}; save it as UTF-8")]
    WideEncoding(&'static str),
    /// Bytes that are no UTF-8.
    #[error(
        "line {line} is not UTF-8 (byte {byte:#04x}); the file looks like Latin-1 or Windows-1252: save it as UTF-8"
    )]
    NotUtf8 {
        /// The line, from 1.
        line: usize,
        /// The first byte that does not fit.
        byte: u8,
    },
    /// Neither JSON nor a table with the known header.
    #[error("the file is neither a MOOChub document (JSON) nor a CSV table with a header line{0}")]
    UnknownFormat(&'static str),
    /// The document ends in the middle.
    #[error("the file ends too early, at line {line}, column {column}: it was cut off")]
    Truncated {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// The document is no JSON.
    #[error("line {line}, column {column}: {reason}")]
    Json {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// Lists within lists within lists.
    #[error("line {line}: values are nested more than {max} levels deep")]
    TooDeep {
        /// The line, from 1.
        line: usize,
        /// The limit.
        max: usize,
    },
    /// JSON, but no MOOChub document.
    #[error("this is no MOOChub document: {0}")]
    Shape(String),
    /// The first line of a table does not name the columns.
    #[error("the header line is wrong: {0}")]
    Header(String),
    /// A quote that nothing closes; what follows it could be anything.
    #[error("the quote that opens in line {line} is never closed")]
    OpenQuote {
        /// The line, from 1.
        line: usize,
    },
}

/// What is wrong with, or odd about, one field of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field as the feed calls it: `publisher.url`, `price`.
    pub field: String,
    /// What stands there, shortened and without control characters. Empty where nothing stands there.
    pub value: String,
    /// What is wrong with it, as a sentence without its subject.
    pub reason: String,
}

/// Enough to recognise a value.
const VALUE_CHARS_MAX: usize = 80;

impl FieldError {
    /// A field with the beginning of what stands there.
    pub fn new(field: impl Into<String>, value: &str, reason: impl Into<String>) -> Self {
        Self { field: field.into(), value: shortened(value, VALUE_CHARS_MAX), reason: reason.into() }
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value.as_str() {
            "" => write!(f, "{}: {}", self.field, self.reason),
            value => write!(f, "{}: {} (found `{value}`)", self.field, self.reason),
        }
    }
}

/// The beginning of a text, in one line that is safe for logs and terminals.
pub(crate) fn shortened(text: &str, chars_max: usize) -> String {
    let shown = |c: char| if c.is_control() || turns_text(c) { '\u{fffd}' } else { c };
    let mut short: String = text.chars().map(shown).take(chars_max).collect();
    if text.chars().nth(chars_max).is_some() {
        short.push('…');
    }
    short
}

/// Marks that turn the direction of whatever follows them, also of what others write behind it.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
