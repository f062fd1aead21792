//! Stripe behind one small trait: open a checkout, read it back, refund, and verify what the webhook brings.
//!
//! This room speaks Stripe's language and nothing else. It must not know orders' states, the table, HTTP routers or
//! what a payment buys: `commerce` decides that. Clock, keys and addresses come in from outside.
//!
//! Every answer is read again from Stripe, never from an event's body: an event only says *which* object to re-read.

mod answers;
mod checkout;
mod error;
mod event;
mod ids;
mod key;
mod outcome;
mod port;
mod promotion;
mod refund;
mod stripe;
mod webhook;
mod wire;

#[cfg(test)]
mod tests;

pub use checkout::{CheckoutOpened, CheckoutPage, CheckoutRequest, CheckoutState, PaymentStatus, SessionStatus};
pub use error::{PaymentError, WebhookError};
pub use event::{EventSubject, VerifiedEvent};
pub use ids::{is_payment_intent_id, is_promotion_key, is_session_id};
pub use key::{ApiKey, Service};
pub use outcome::{DisputeState, MoneyBackPage, PaymentProgress, PaymentState};
pub use port::{Answer, Payments, Promotions};
pub use promotion::{PromotionMade, PromotionPage, PromotionRequest};
pub use refund::{RefundMade, RefundReason, RefundRequest, RefundStatus};
pub use stripe::{CALL_SECONDS_MAX, STRIPE_VERSION, Stripe};
pub use webhook::{SIGNATURE_TOLERANCE_SECONDS, WebhookVerifier};
