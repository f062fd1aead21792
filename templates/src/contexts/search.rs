//! The search page: a shell around the index, and a way to browse where scripts do not run.

use serde::Serialize;

use super::catalog::IndexEntry;
use super::head::Head;

/// The search page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SearchPage<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// How many courses can be found.
    pub courses: usize,
    /// The largest subjects, for readers without scripts.
    pub subjects: Vec<IndexEntry>,
}

#[cfg(test)]
impl super::Sample for SearchPage<'static> {
    fn sample() -> Self {
        Self { head: Head::sample(), courses: 12, subjects: Vec::new() }
    }
}
