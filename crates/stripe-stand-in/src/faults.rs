//! The switches that break deliveries and answers on purpose. All are off unless a test turns them on.
//!
//! Consulted in three places: when an event is made (`events`), when it is sent (`delivery`), and when a call is
//! answered (`api`). They are not part of the kept state: a restart begins without faults.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What goes wrong. `PUT /stand-in/faults` takes the same names; a switch left out is off.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// Every call to the interface is answered 503.
    pub down: bool,
    /// Every call is answered this much later, after its effect.
    pub slow_ms: u64,
    /// Lists of checkouts are answered 503.
    pub lists_down: bool,
    /// A call under an Idempotency-Key fails with 500 before its effect, and the key remembers the failure.
    pub broken: bool,
    /// New events are made but never sent.
    pub drop: bool,
    /// New events are sent this many times more.
    pub duplicate: u32,
    /// Every change makes two events that differ only in their id.
    pub twin: bool,
    /// Every first attempt waits this long.
    pub delay_ms: u64,
    /// Nothing is sent until this is switched off again.
    pub hold: bool,
    /// What was held is then sent newest first.
    pub reverse: bool,
    /// New events say that they are about real money.
    pub livemode: bool,
    /// Signatures fit nothing.
    pub corrupt_signature: bool,
    /// A signature by another secret stands before the right one, as while a secret is rolled.
    pub doubled_signature: bool,
    /// Signatures are made by a clock that is this many seconds ahead.
    pub clock_shift_seconds: i64,
}

/// The longest a call or delivery may be slowed; beyond it a typing mistake would hang a test run.
const PAUSE_MS_MAX: u64 = 60_000;

impl Faults {
    pub(crate) fn slow(&self) -> Duration {
        Duration::from_millis(self.slow_ms.min(PAUSE_MS_MAX))
    }

    pub(crate) fn delay(&self) -> Duration {
        Duration::from_millis(self.delay_ms.min(PAUSE_MS_MAX))
    }
}
