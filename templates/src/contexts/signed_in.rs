//! The signed-in pages, the learner's and the console of the staff: shells that their scripts fill, the same for everybody.

use serde::Serialize;

use super::head::Head;

/// A shell. What it shows comes from the JSON functions once the page runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignedInPage<'a> {
    /// Its frame.
    pub head: Head<'a>,
}

#[cfg(test)]
impl super::Sample for SignedInPage<'static> {
    fn sample() -> Self {
        Self { head: Head::sample() }
    }
}
