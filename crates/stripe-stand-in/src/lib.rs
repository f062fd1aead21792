//! A strict, stateful stand-in for Stripe on this machine: the part of the interface that Portico uses, a checkout
//! page that works without JavaScript, signed webhooks with retries, and switches that break them on purpose.
//!
//! It knows Stripe's public interface and nothing about Portico: no order, no course, no account. It is a library of
//! the local platform and of tests, listens on loopback only, and is no part of any deployment. No money moves.
//!
//! Strict means: what Stripe refuses is refused in Stripe's words, and what this does not implement is refused too,
//! so nothing that passes here is surprised there.

// The objects of Stripe have more fields than a macro may have steps by default.
#![recursion_limit = "256"]

mod api;
mod book;
mod control;
mod delivery;
mod desk;
mod error;
mod events;
mod faults;
mod happenings;
mod ids;
mod journal;
mod money;
mod options;
mod page;
mod params;
mod refusal;
mod render;
mod rows;
mod running;
mod schema;

#[cfg(test)]
mod tests;

pub use error::StandInError;
pub use faults::Faults;
pub use options::{API_VERSION, Off, Options, PromotionCode, default_retry_schedule};
pub use running::{Running, StandIn};
