//! Tables: one course a line, after a header line that names the columns (RFC 4180).

mod cells;
mod header;
mod quotes;
mod read;
mod row;
mod write;

pub(crate) use header::looks_like_header;
pub(crate) use read::read;
pub use write::write_csv;
