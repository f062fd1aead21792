//! The only time there is in a run: the runtime's paused clock, counted from a fixed day. It stands still while work is
//! done and jumps to the next timer when everybody waits, so waiting costs nothing. Knows nothing of what is timed.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;

/// Some first of March, in seconds since 1970; runs begin a day after the scene was set.
const FIRST_DAY_S: i64 = 1_803_859_200;
const DAY_S: i64 = 24 * 60 * 60;

/// A run's clock. Must be asked inside the runtime that it counts by.
#[derive(Debug, Clone, Copy)]
pub(super) struct VirtualClock {
    began: Instant,
    from: Timestamp,
}

impl VirtualClock {
    /// A clock that starts now, some days after the first.
    pub(super) fn start(days: i64) -> Self {
        let from = Timestamp::from_second(FIRST_DAY_S + days * DAY_S).unwrap();
        Self { began: Instant::now(), from }
    }

    /// Milliseconds since the start.
    pub(super) fn elapsed_ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap()
    }

    /// Lets time pass; whatever is due meanwhile happens on the way.
    pub(super) async fn pass(&self, seconds: u64) {
        tokio::time::sleep(Duration::from_secs(seconds)).await;
    }

    fn time(&self) -> Timestamp {
        self.from.saturating_add(SignedDuration::try_from(self.began.elapsed()).unwrap()).unwrap()
    }
}

impl domain::Clock for VirtualClock {
    fn now(&self) -> Timestamp {
        self.time()
    }
}

/// The embedded table reads it too, for its stream and for what it deletes when its time is over.
impl dynoxide::storage_backend::Clock for VirtualClock {
    fn now_unix_secs(&self) -> u64 {
        u64::try_from(self.time().as_second()).unwrap()
    }

    fn now_unix_secs_f64(&self) -> f64 {
        self.time().as_duration().as_secs_f64()
    }
}
