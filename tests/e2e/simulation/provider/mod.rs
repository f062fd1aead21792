//! The payment provider in memory, behind the same trait as Stripe. It keeps Stripe's rules as far as the platform can
//! tell: one checkout an order, keys that repeat an answer, refusals, pages that run out, and events that come late,
//! twice, in any order or not at all.
//!
//! The stand-in for Stripe is not used here, though it is stricter: it is reached over sockets, sends its events from
//! tasks of its own and reads the wall clock's timers, so a run could not be played again. `payments` and the stand-in
//! are tested against each other elsewhere.

mod book;
mod calls;
mod happenings;
mod promotions;

use std::sync::{Arc, Mutex};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::clock::VirtualClock;
use super::dice::Dice;
use super::faults::Weather;

pub(super) use book::{Book, Payment, Session};
pub(super) use happenings::{Dispute, Way};

/// What signs the events.
pub(super) const WEBHOOK_SECRET: &str = "whsec_of_a_world_that_is_only_played";

/// The provider.
pub(super) struct Provider {
    pub(super) clock: VirtualClock,
    pub(super) dice: Arc<Dice>,
    pub(super) weather: Arc<Weather>,
    pub(super) book: Mutex<Book>,
}

/// The header that proves where an event comes from.
pub(super) fn signature(body: &str, second: i64) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(WEBHOOK_SECRET.as_bytes()).unwrap();
    mac.update(format!("{second}.{body}").as_bytes());
    let hex: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("t={second},v1={hex}")
}
