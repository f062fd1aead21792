//! What was written last time: for each file its fingerprint, size and time of change, and for a page also the
//! fingerprint of what it was made from.
//!
//! The list is only believed where the disk agrees with it, so whoever deletes or edits a file by hand gets it back.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::Metadata;
use std::time::UNIX_EPOCH;

use crate::fingerprint::Fingerprint;
use crate::path::SitePath;

/// First line; another layout gets another number, and then everything is written anew.
const HEADER: &str = "portico-site 2";

/// A file as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) content: Fingerprint,
    /// What it was made from; `None` for files that are not asked.
    pub(crate) inputs: Option<Fingerprint>,
    pub(crate) bytes: u64,
    pub(crate) changed_ns: u128,
}

impl Entry {
    pub(crate) fn new(content: Fingerprint, inputs: Option<Fingerprint>, metadata: &Metadata) -> Self {
        Self { content, inputs, bytes: metadata.len(), changed_ns: changed_ns(metadata) }
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
        let Entry { content, inputs, bytes, changed_ns } = entry;
        let inputs = inputs.map_or("-".to_owned(), |inputs| format!("{:032x}", inputs.0));
        let _ = writeln!(text, "{:032x} {inputs} {bytes} {changed_ns} {path}", content.0);
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
    let mut parts = line.splitn(5, ' ');
    let number = |text: &str| u128::from_str_radix(text, 16).ok().map(Fingerprint);
    let content = number(parts.next()?)?;
    let inputs = match parts.next()? {
        "-" => None,
        inputs => Some(number(inputs)?),
    };
    let bytes = parts.next()?.parse().ok()?;
    let changed_ns = parts.next()?.parse().ok()?;
    Some((SitePath::new(parts.next()?).ok()?, Entry { content, inputs, bytes, changed_ns }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_line_is_forgotten_and_never_leaves_the_folder() {
        let path = SitePath::new("courses/a/index.html").unwrap();
        let feed = SitePath::new("feed.xml").unwrap();
        let entry = |inputs| Entry { content: Fingerprint(7), inputs, bytes: 8, changed_ns: 9 };
        let manifest = Manifest::from([(path, entry(Some(Fingerprint(3)))), (feed, entry(None))]);
        let text = write(&manifest);
        assert_eq!(read(&text), manifest);
        let tampered = format!("{text}nonsense\n{:032x} - 1 1 ../../etc/passwd\n{:032x} 1\n", 1, 2);
        assert_eq!(read(&tampered), manifest);
        assert!(read("other 2\n").is_empty());
    }
}
