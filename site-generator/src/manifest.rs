//! What was written last time: for each file its hash, size and time of change.
//!
//! The list is only believed where the disk agrees with it, so whoever deletes or edits a file by hand gets it back.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::Metadata;
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

use crate::path::SitePath;

/// First line; another layout gets another number, and then everything is written anew.
const HEADER: &str = "portico-site 1";

/// A file as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) hash: u128,
    pub(crate) bytes: u64,
    pub(crate) changed_ns: u128,
}

/// The first half of the content's SHA-256.
pub(crate) fn hash_of(bytes: &[u8]) -> u128 {
    let digest = Sha256::digest(bytes);
    digest.iter().take(16).fold(0, |hash, byte| (hash << 8) | u128::from(*byte))
}

impl Entry {
    pub(crate) fn new(hash: u128, metadata: &Metadata) -> Self {
        Self { hash, bytes: metadata.len(), changed_ns: changed_ns(metadata) }
    }

    /// Whether the file on disk is still the one that was written.
    pub(crate) fn matches(&self, metadata: &Metadata) -> bool {
        metadata.is_file() && metadata.len() == self.bytes && changed_ns(metadata) == self.changed_ns
    }
}

fn changed_ns(metadata: &Metadata) -> u128 {
    let changed = metadata.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    changed.map_or(0, |since| since.as_nanos())
}

/// Every file that was written, by path.
pub(crate) type Manifest = HashMap<SitePath, Entry>;

/// One line a file, in the order of paths.
pub(crate) fn write(manifest: &Manifest) -> String {
    let mut entries: Vec<_> = manifest.iter().collect();
    entries.sort_by_key(|(path, _)| *path);
    let mut text = format!("{HEADER}\n");
    for (path, entry) in entries {
        // Writing into a string does not fail.
        let _ = writeln!(text, "{:032x} {} {} {path}", entry.hash, entry.bytes, entry.changed_ns);
    }
    text
}

/// Reads the list back. A line that is not understood is a file that is not known, so it is written again.
pub(crate) fn read(text: &str) -> Manifest {
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return Manifest::new();
    }
    lines.filter_map(entry).collect()
}

fn entry(line: &str) -> Option<(SitePath, Entry)> {
    let mut parts = line.splitn(4, ' ');
    let hash = u128::from_str_radix(parts.next()?, 16).ok()?;
    let bytes = parts.next()?.parse().ok()?;
    let changed_ns = parts.next()?.parse().ok()?;
    Some((SitePath::new(parts.next()?).ok()?, Entry { hash, bytes, changed_ns }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_line_is_forgotten_and_never_leaves_the_folder() {
        let path = SitePath::new("courses/a/index.html").unwrap();
        let manifest = Manifest::from([(path, Entry { hash: 7, bytes: 8, changed_ns: 9 })]);
        let text = write(&manifest);
        assert_eq!(read(&text), manifest);
        let tampered = format!("{text}nonsense\n{:032x} 1 1 ../../etc/passwd\n{:032x} 1\n", 1, 2);
        assert_eq!(read(&tampered), manifest);
        assert!(read("other 2\n").is_empty());
    }
}
