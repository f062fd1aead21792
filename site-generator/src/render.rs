//! From catalog to files: enumerates what the site is made of and renders it on every core.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use domain::Locale;
use jiff::Timestamp;
use rayon::prelude::*;
use templates::Editions;

use crate::catalog::{Catalog, day_of};
use crate::error::SiteError;
use crate::fingerprint::Fingerprint;
use crate::pages::Frame;
use crate::path::SitePath;
use crate::search;

/// What a site is told besides its courses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteOptions {
    /// Scheme and host, without a slash at the end: `https://portico.example`.
    pub base_url: String,
    /// The platform's name.
    pub platform_name: String,
    /// Whom the data is owed to, where its licence asks for a line.
    pub attribution: Option<String>,
    /// The languages that pages are written in, each with a tree of its own; English is always the first.
    pub locales: Vec<Locale>,
}

/// Takes files as they are made, from many threads at once.
pub(crate) trait Sink: Sync {
    fn file(&self, path: SitePath, bytes: Vec<u8>) -> Result<(), SiteError>;

    /// A page, with the fingerprint of what it was made from.
    fn page(&self, path: SitePath, _inputs: Fingerprint, bytes: Vec<u8>) -> Result<(), SiteError> {
        self.file(path, bytes)
    }

    /// Keeps a page that stands as it was written and was made from the same; `false` where there is none.
    fn keeps(&self, _path: &SitePath, _inputs: Fingerprint) -> bool {
        false
    }
}

/// Every file of a site, in memory.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// By path.
    pub files: BTreeMap<SitePath, Vec<u8>>,
}

impl Sink for Mutex<Site> {
    fn file(&self, path: SitePath, bytes: Vec<u8>) -> Result<(), SiteError> {
        self.lock().unwrap_or_else(PoisonError::into_inner).files.insert(path, bytes);
        Ok(())
    }
}

/// Renders the whole site into memory. `now` only decides which terms lie ahead, by its day in UTC.
pub fn render(
    catalog: &Catalog,
    editions: &Editions,
    options: &SiteOptions,
    now: Timestamp,
) -> Result<Site, SiteError> {
    let site = Mutex::new(Site::default());
    render_into(&site, catalog, editions, options, now)?;
    Ok(site.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Renders the whole site into a sink: what pages load first, then the pages.
pub(crate) fn render_into(
    sink: &dyn Sink,
    catalog: &Catalog,
    editions: &Editions,
    options: &SiteOptions,
    now: Timestamp,
) -> Result<(), SiteError> {
    let today = day_of(now);
    for asset in editions.of(Locale::English)?.assets() {
        sink.file(SitePath::of_address(asset.path)?, asset.bytes.to_vec())?;
    }
    for (address, bytes) in search::index(catalog, today)? {
        sink.file(SitePath::of_address(&address)?, bytes)?;
    }
    // One tree after the other: what the pages of a language share is in memory only as long as they are made.
    for locale in &options.locales {
        let frame = Frame::new(catalog, editions.of(*locale)?, options, today)?;
        frame.pages().par_iter().try_for_each(|page| frame.render(page, sink))?;
        if *locale == Locale::English {
            for (address, text) in frame.plain_files() {
                sink.file(SitePath::of_address(&address)?, text.into_bytes())?;
            }
        }
    }
    Ok(())
}
