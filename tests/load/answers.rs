//! How long the platform took to answer, as its own log says it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;

/// Every answer since the last time it was asked to forget.
#[derive(Clone, Default)]
pub(crate) struct Answers(Arc<Mutex<BTreeMap<String, Vec<Answer>>>>);

#[derive(Clone, Copy)]
struct Answer {
    status: u64,
    took: Duration,
}

/// The answers of one path: how long each took, and its status.
pub(crate) struct OfPath {
    took: Vec<Duration>,
    statuses: BTreeMap<u64, usize>,
}

impl Answers {
    pub(crate) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    pub(crate) fn of(&self, path: &str) -> OfPath {
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned().unwrap_or_default();
        let mut took: Vec<Duration> = seen.iter().map(|answer| answer.took).collect();
        took.sort_unstable();
        let mut statuses = BTreeMap::new();
        seen.iter().for_each(|answer| *statuses.entry(answer.status).or_default() += 1);
        OfPath { took, statuses }
    }
}

impl OfPath {
    /// Zero where there was no answer at all.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let index = (self.took.len() * percent).div_ceil(100).saturating_sub(1);
        self.took.get(index).copied().unwrap_or_default()
    }
}

impl fmt::Display for OfPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [p50, p99, max] = [50, 99, 100].map(|percent| self.percentile(percent));
        write!(f, "{} answers, p50 {p50:.1?}, p99 {p99:.1?}, longest {max:.1?}; statuses", self.took.len())?;
        self.statuses.iter().try_for_each(|(status, count)| write!(f, " {status}: {count}"))
    }
}

impl<S: Subscriber> Layer<S> for Answers {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut line = Line::default();
        event.record(&mut line);
        if let (Some(path), Some(status), Some(elapsed_us)) = (line.path, line.status, line.elapsed_us) {
            let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let answer = Answer { status, took: Duration::from_micros(elapsed_us) };
            seen.entry(path).or_default().push(answer);
        }
    }
}

#[derive(Default)]
struct Line {
    path: Option<String>,
    status: Option<u64>,
    elapsed_us: Option<u64>,
}

impl Visit for Line {
    fn record_u64(&mut self, field: &Field, value: u64) {
        match field.name() {
            "status" => self.status = Some(value),
            "elapsed_us" => self.elapsed_us = Some(value),
            _ => {}
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "path" {
            self.path = Some(format!("{value:?}"));
        }
    }
}
