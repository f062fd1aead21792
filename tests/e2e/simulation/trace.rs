//! What happened in a run, as one number: two runs with the same number did the same at the same moments. Each lane
//! counts for itself, since only the order within a lane means something.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Mutex;

use super::dice::lane;

/// A run's trace.
#[derive(Debug, Default)]
pub(super) struct Trace {
    lanes: Mutex<[DefaultHasher; 3]>,
    lines: Option<Mutex<Vec<String>>>,
}

impl Trace {
    /// A trace that also keeps its lines, to find where two runs part.
    pub(super) fn wordy() -> Self {
        Self { lines: Some(Mutex::default()), ..Self::default() }
    }

    /// Something happened.
    pub(super) fn note(&self, at_ms: u64, what: &str) {
        (at_ms, what).hash(&mut self.lanes.lock().unwrap()[lane()]);
        if let Some(lines) = &self.lines {
            lines.lock().unwrap().push(format!("{at_ms:>9} {} {what}", lane()));
        }
    }

    /// All of it as a number.
    pub(super) fn sum(&self) -> u64 {
        self.lanes.lock().unwrap().iter().fold(0, |sum, lane| sum.rotate_left(21) ^ lane.finish())
    }

    /// The lines that were kept.
    pub(super) fn lines(&self) -> Vec<String> {
        self.lines.as_ref().map(|lines| lines.lock().unwrap().clone()).unwrap_or_default()
    }
}
