//! The one way in which money becomes access, and access follows money.
//!
//! [`place_order`] freezes a quote and opens the payment page. [`fulfill`] is called by the webhook, the return page
//! and the reconciler alike; it believes none of them, reads the checkout again at the provider, checks the money
//! against the quote, and commits everything in one transaction whose conditions make any repeat a no-op.
//! [`settle`] does the same for money that goes back. [`reconcile`] needs no webhook at all.
//!
//! This room knows neither HTTP nor Stripe nor the table's keys.

mod error;
mod extra;
mod fulfill;
mod leave;
mod money_back;
mod place;
mod plan;
mod reconcile;
mod refund;
mod replay;
mod settle;
mod shop;
mod twice;

pub use error::CommerceError;
pub use fulfill::{Outcome, fulfill, fulfill_free, payment_failed};
pub use place::{Application, Placed, place_order};
pub use reconcile::{Reconciled, reconcile};
pub use refund::{RefundWish, refund};
pub use replay::{ReplayWish, replay};
pub use settle::{SettleOutcome, settle};
pub use shop::Shop;
