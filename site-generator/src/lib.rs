//! The public site: catalog in, files out.
//!
//! What every page is told is put together on every run, by all cores, and compared by hash with what it was told last
//! time; only pages that were told something new are rendered, and only what differs is written. So no page can be stale,
//! and no graph of dependencies has to be right. The output is a pure function of catalog, options and day.
//!
//! This room must not know where courses come from (table or feed) nor who serves the folder.

mod catalog;
mod disk;
mod error;
mod feed;
mod fingerprint;
mod lists;
mod manifest;
mod pages;
mod path;
mod publish;
mod render;
mod search;
mod sitemap;
mod slugs;
mod structured;
#[cfg(test)]
mod tests;
mod text;

pub use catalog::Catalog;
pub use error::SiteError;
pub use pages::is_own_page;
pub use path::SitePath;
pub use publish::{Published, Publisher, publish};
pub use render::{Site, SiteOptions, render};
