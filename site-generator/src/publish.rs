//! Brings the output folder to what the catalog says: writes what differs, removes what is gone.

use std::collections::HashSet;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use rayon::prelude::*;
use templates::Editions;

use crate::catalog::Catalog;
use crate::disk::Disk;
use crate::error::SiteError;
use crate::fingerprint::Fingerprint;
use crate::manifest::{self, Entry, Manifest};
use crate::path::SitePath;
use crate::render::{Sink, Site, SiteOptions, render_into};

/// The note that lists what was written.
const WRITTEN: &str = "written";
/// The note that stands while a run is under way; found at the start, it tells that a run broke off.
const RUNNING: &str = "running";

/// What a run did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    /// How many files the site has.
    pub files: usize,
    /// What was written, in order of paths.
    pub written: Vec<SitePath>,
    /// What was removed, in order of paths.
    pub deleted: Vec<SitePath>,
}

/// Keeps one output folder. In a process that lives on, keep it too: it remembers what it wrote.
#[derive(Debug)]
pub struct Publisher {
    disk: Disk,
    manifest: Manifest,
}

/// Writes a rendered site once.
pub fn publish(site: &Site, out: &Path) -> Result<Published, SiteError> {
    Publisher::open(out)?.publish_site(site)
}

impl Publisher {
    /// Takes an output folder over. It belongs to the generator: files of other makers in it are not kept.
    pub fn open(out: &Path) -> Result<Self, SiteError> {
        let disk = Disk::open(out)?;
        let manifest = disk.note(WRITTEN).map(|text| manifest::read(&text)).unwrap_or_default();
        Ok(Self { disk, manifest })
    }

    /// Every file that the last run left, with the fingerprint of what it holds, as text.
    pub fn files(&self) -> impl Iterator<Item = (&SitePath, String)> {
        self.manifest.iter().map(|(path, entry)| (path, format!("{:032x}", entry.content.0)))
    }

    /// Renders the catalog and brings the folder up to date, one file at a time: the site is never whole in memory.
    pub fn publish(
        &mut self,
        catalog: &Catalog,
        editions: &Editions,
        options: &SiteOptions,
        now: Timestamp,
    ) -> Result<Published, SiteError> {
        self.run(|sink| render_into(sink, catalog, editions, options, now))
    }

    /// Brings the folder up to date with a site in memory: what pages load first, then the pages.
    pub fn publish_site(&mut self, site: &Site) -> Result<Published, SiteError> {
        let is_page = |path: &SitePath| path.as_str().ends_with(".html");
        self.run(|sink| {
            for pages in [false, true] {
                let files: Vec<_> = site.files.iter().filter(|(path, _)| is_page(path) == pages).collect();
                files.into_par_iter().try_for_each(|(path, bytes)| sink.file(path.clone(), bytes.clone()))?;
            }
            Ok(())
        })
    }

    fn run(&mut self, produce: impl FnOnce(&dyn Sink) -> Result<(), SiteError>) -> Result<Published, SiteError> {
        let unknown = self.disk.note(WRITTEN).is_none();
        let first = unknown && self.disk.was_empty() && self.disk.note(RUNNING).is_none();
        let broke_off = !first && (unknown || self.disk.note(RUNNING).is_some());
        self.disk.look_again();
        self.disk.keep_note(RUNNING, "")?;
        let comparer = Comparer { disk: &self.disk, first, before: &self.manifest, after: Mutex::default() };
        produce(&comparer)?;
        let Outcome { manifest, mut written } = comparer.after.into_inner().unwrap_or_else(PoisonError::into_inner);

        // After a run that broke off the list is not the whole truth, so the folder itself is asked.
        let mut known: HashSet<SitePath> = self.manifest.keys().cloned().collect();
        if broke_off {
            known.extend(self.disk.files()?);
        }
        let mut deleted: Vec<SitePath> = known.into_iter().filter(|path| !manifest.contains_key(path)).collect();
        deleted.sort();
        for path in &deleted {
            self.disk.remove(path)?;
        }
        if manifest != self.manifest || unknown || broke_off {
            self.disk.keep_note(WRITTEN, &manifest::write(&manifest))?;
        }
        self.disk.drop_note(RUNNING)?;
        written.sort();
        self.manifest = manifest;
        Ok(Published { files: self.manifest.len(), written, deleted })
    }
}

#[derive(Debug, Default)]
struct Outcome {
    manifest: Manifest,
    written: Vec<SitePath>,
}

/// Writes a file only where the disk does not hold it already.
struct Comparer<'a> {
    disk: &'a Disk,
    /// Whether nobody serves the folder yet.
    first: bool,
    before: &'a Manifest,
    after: Mutex<Outcome>,
}

impl Comparer<'_> {
    /// What was written last time, where the disk still holds it.
    fn standing(&self, path: &SitePath, was: impl Fn(&Entry) -> bool) -> Option<Entry> {
        let known = self.before.get(path).filter(|entry| was(entry))?;
        self.disk.state(path).is_some_and(|found| known.matches(&found)).then(|| known.clone())
    }

    fn take(&self, path: SitePath, inputs: Option<Fingerprint>, bytes: &[u8]) -> Result<(), SiteError> {
        let content = Fingerprint::of_bytes(bytes);
        let kept = self.standing(&path, |entry| entry.content == content).map(|entry| Entry { inputs, ..entry });
        let is_new = kept.is_none();
        let entry = match kept {
            Some(entry) => entry,
            None if self.first => Entry::new(content, inputs, &self.disk.write_first(&path, bytes)?),
            None => Entry::new(content, inputs, &self.disk.write(&path, bytes)?),
        };
        let mut after = self.outcome();
        if is_new {
            after.written.push(path.clone());
        }
        after.manifest.insert(path, entry);
        Ok(())
    }

    fn outcome(&self) -> MutexGuard<'_, Outcome> {
        self.after.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Comparer<'_> {
    fn file(&self, path: SitePath, bytes: Vec<u8>) -> Result<(), SiteError> {
        self.take(path, None, &bytes)
    }

    fn page(&self, path: SitePath, inputs: Fingerprint, bytes: Vec<u8>) -> Result<(), SiteError> {
        self.take(path, Some(inputs), &bytes)
    }

    fn keeps(&self, path: &SitePath, inputs: Fingerprint) -> bool {
        let Some(entry) = self.standing(path, |entry| entry.inputs == Some(inputs)) else { return false };
        self.outcome().manifest.insert(path.clone(), entry);
        true
    }
}
