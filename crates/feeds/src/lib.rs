//! Catalogs of other platforms: MOOChub v3 and CSV come in and become course drafts; courses go out as CSV. And tables
//! of people, who are to get accounts.
//!
//! [`read`] judges every row by itself and reports every row: a draft, or what is wrong with which field. A draft
//! has the same id whenever the same course is read again, so [`CourseDraft::differs_from`] tells what an import
//! would change. This crate must not know where courses and accounts are kept, nor who may import them: bytes come in,
//! drafts go out.

mod audience;
mod change;
mod course_entry;
mod csv_rows;
mod dates;
mod draft;
mod encoding;
mod error;
mod feed;
mod findings;
mod format;
mod identity;
mod moochub;
mod options;
mod people;
mod words;

pub use change::Change;
pub use csv_rows::write_csv;
pub use draft::CourseDraft;
pub use error::{FeedError, FieldError};
pub use feed::{FEED_BYTES_MAX, Feed, ROWS_MAX, Row, read};
pub use format::Format;
pub use options::{LoadLesson, Options};
pub use people::{PEOPLE_COLUMNS, PeopleOptions, PersonCells, PersonDraft, PersonRow, people_of_rows, read_people};

#[cfg(test)]
mod tests;
