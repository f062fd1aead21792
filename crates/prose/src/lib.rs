//! Text that somebody else wrote, made fit to show: Markdown and foreign HTML become HTML that cannot act.
//!
//! Everything goes through one allow-list of elements and attributes ([`clean_html`]); Markdown is only another way
//! to get there. This crate must not know courses, feeds or pages: it sees text and gives text.

mod allow_list;
mod anchors;
mod excerpt;
mod finish;
mod links;
mod markdown;
mod plain_text;
mod safe_html;
mod table_cells;

#[cfg(test)]
mod fuzzed;
#[cfg(test)]
mod hostile;

pub use excerpt::excerpt;
pub use markdown::{markdown_to_html, markdown_to_html_with};
pub use plain_text::to_plain_text;
pub use safe_html::{SafeHtml, TEXT_BYTES_MAX, clean_html};
