//! What goes wrong with a request to the table, to the payment provider or to the mail server: thrown for each of them,
//! and always on until the weather clears. Knows nothing of what the request is about.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};

use tokio::sync::Notify;

use super::dice::Dice;

/// What becomes of one request to the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is done and answered.
    Answered,
    /// The table asks for patience.
    Throttled,
    /// Another transaction holds the item, says the table.
    Conflict,
    /// It never arrives, and nobody says so.
    LostBefore,
    /// It is done, and the answer never arrives.
    LostAfter,
    /// The connection breaks before it arrives.
    BrokenBefore,
    /// It is done, and the connection breaks.
    BrokenAfter,
    /// An internal error that is none: it is done all the same.
    ErrorAfter,
    /// The process dies before it arrives.
    CrashBefore,
    /// It is done, and the process dies.
    CrashAfter,
}

/// What becomes of a call to somebody outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Call {
    Answered,
    /// Nothing happened, and the caller knows it failed.
    FailedBefore,
    /// It happened, and the caller believes it failed.
    FailedAfter,
}

/// How many of what were thrown, for the report.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) requests: AtomicU64,
    pub(super) faults: AtomicU64,
    pub(super) crashes: AtomicU64,
}

/// A run's weather.
#[derive(Debug)]
pub(super) struct Weather {
    clear: AtomicBool,
    /// Faults in a thousand requests.
    per_mille: u32,
    /// Requests that are still throttled, one after the other: an outage, not a hiccup.
    outage: AtomicU32,
    /// The process dies at the request that counts this down, before or after it.
    crash: Mutex<Option<(u32, bool)>>,
    pub(super) crashed: Notify,
    pub(super) tally: Tally,
}

impl Weather {
    /// Clear until [`Weather::turn`] says otherwise; how rough it gets then is the seed's to say.
    pub(super) fn new(dice: &Dice) -> Self {
        let per_mille = [0, 10, 40, 120][usize::try_from(dice.within(0..4)).unwrap()];
        Self {
            clear: AtomicBool::new(true),
            per_mille,
            outage: AtomicU32::new(0),
            crash: Mutex::default(),
            crashed: Notify::new(),
            tally: Tally::default(),
        }
    }

    /// Faults begin, or end for good.
    pub(super) fn turn(&self, clear: bool) {
        self.clear.store(clear, Ordering::Relaxed);
        self.outage.store(0, Ordering::Relaxed);
        *self.crash.lock().unwrap() = None;
    }

    /// Whether nothing goes wrong.
    pub(super) fn is_clear(&self) -> bool {
        self.clear.load(Ordering::Relaxed)
    }

    /// The process dies at the so-manieth request from now.
    pub(super) fn crash_at(&self, request: u32, after: bool) {
        *self.crash.lock().unwrap() = Some((request, after));
    }

    /// What becomes of the next request to the table.
    pub(super) fn fate(&self, dice: &Dice) -> Fate {
        self.tally.requests.fetch_add(1, Ordering::Relaxed);
        if self.is_clear() {
            return Fate::Answered;
        }
        let fate = self.crash_due().unwrap_or_else(|| self.thrown(dice));
        if fate != Fate::Answered {
            self.tally.faults.fetch_add(1, Ordering::Relaxed);
        }
        fate
    }

    fn crash_due(&self) -> Option<Fate> {
        let mut crash = self.crash.lock().unwrap();
        match crash.take() {
            Some((0, after)) => {
                self.tally.crashes.fetch_add(1, Ordering::Relaxed);
                Some(if after { Fate::CrashAfter } else { Fate::CrashBefore })
            }
            Some((left, after)) => {
                *crash = Some((left - 1, after));
                None
            }
            None => None,
        }
    }

    fn thrown(&self, dice: &Dice) -> Fate {
        let outage = self.outage.load(Ordering::Relaxed);
        if outage > 0 {
            self.outage.store(outage - 1, Ordering::Relaxed);
            return Fate::Throttled;
        }
        if !dice.per_mille(self.per_mille) {
            return Fate::Answered;
        }
        match dice.within(0..9) {
            0 => Fate::Throttled,
            1 => Fate::Conflict,
            2 => Fate::LostBefore,
            3 => Fate::LostAfter,
            4 => Fate::BrokenBefore,
            5 => Fate::BrokenAfter,
            6 => Fate::ErrorAfter,
            _ => {
                self.outage.store(u32::try_from(dice.within(2..12)).unwrap(), Ordering::Relaxed);
                Fate::Throttled
            }
        }
    }

    /// What becomes of a call to somebody outside.
    pub(super) fn call(&self, dice: &Dice) -> Call {
        if self.is_clear() || !dice.per_mille(self.per_mille * 2) {
            return Call::Answered;
        }
        self.tally.faults.fetch_add(1, Ordering::Relaxed);
        if dice.per_mille(500) { Call::FailedBefore } else { Call::FailedAfter }
    }
}
