//! What every source file must be: it says what it is for, and it stays a room that one can look over.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file.
pub(crate) struct Source {
    pub(crate) path: PathBuf,
    pub(crate) text: String,
}

const ROOTS: &[&str] = &["crates", "functions", "site-generator", "templates", "tests"];
/// House rule 1: the median file is shorter than this, and nine in ten than the other.
const MEDIAN_LINES: usize = 150;
const NINTH_DECILE_LINES: usize = 300;

/// Every Rust file of the house.
pub(crate) fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    for root in ROOTS {
        walk(Path::new(root), &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(folder: &Path, found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && !matches!(name, "target" | "node_modules") {
            walk(&path, found);
        } else if name.ends_with(".rs")
            && let Ok(text) = fs::read_to_string(&path)
        {
            found.push(Source { path, text });
        }
    }
}

/// Names every file that does not open with `//!`, and the lengths if they got out of hand.
pub(crate) fn check(sources: &[Source], breaches: &mut Vec<String>) {
    for source in sources.iter().filter(|source| !source.text.starts_with("//!")) {
        breaches.push(format!("{}: does not open with `//!`: say what it is for", source.path.display()));
    }
    let mut lengths: Vec<usize> = sources.iter().map(|source| source.text.lines().count()).collect();
    lengths.sort_unstable();
    let at = |tenths: usize| lengths.get(lengths.len() * tenths / 10).copied().unwrap_or(0);
    if at(5) > MEDIAN_LINES || at(9) > NINTH_DECILE_LINES {
        breaches.push(format!("files have grown: median {} lines, ninth decile {}", at(5), at(9)));
    }
}
