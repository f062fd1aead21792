//! Every page and every e-mail of the platform, behind one typed registry, with the style sheet and scripts they use.
//!
//! Adding a page: write its file under `pages/`, its context (with a sample) under `src/contexts/`, and one line in
//! `registry.rs`. Whoever renders it calls the method of that name with the context; nothing else compiles.
//!
//! This room must not know where its words come from (table, feed, request) nor where they go (disk, S3, SMTP).

mod assets;
mod contexts;
mod editions;
mod engine;
mod error;
mod escape;
mod labels;
mod messages;
mod registry;
#[cfg(test)]
mod tests;

pub use assets::Asset;
pub use contexts::*;
pub use editions::Editions;
pub use engine::{Mail, Templates};
pub use error::TemplateError;
pub use escape::{JsonLd, Markup, escape_html, escape_xml};
pub use labels::{Cover, date_label, language_label, level_label, minutes_label, mode_label, money_label, price_label};
pub use messages::{Argument, say};
