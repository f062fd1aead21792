//! Tables: one course a line, after a header line that names the columns (RFC 4180).

mod cells;
mod header;
mod quotes;
mod read;
mod row;
mod write;

pub(crate) use cells::disarmed;
pub(crate) use header::{Header, looks_like_header};
pub(crate) use quotes::refuse_open;
pub(crate) use read::{Lines, read, unreadable};
pub use write::write_csv;
