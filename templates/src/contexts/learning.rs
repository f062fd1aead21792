//! The signed-in pages: shells that their scripts fill, the same for everybody.

use serde::Serialize;

use super::head::Head;

/// A shell. What it shows comes from the JSON functions once the page runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LearningShell<'a> {
    /// Its frame.
    pub head: Head<'a>,
}

#[cfg(test)]
impl super::Sample for LearningShell<'static> {
    fn sample() -> Self {
        Self { head: Head::sample() }
    }
}
