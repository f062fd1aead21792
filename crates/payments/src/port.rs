//! The trait that callers hold, so that a test can put another provider in Stripe's place.
//! It must not know how Stripe is called.

use std::future::Future;
use std::pin::Pin;

use domain::Promotion;
use jiff::Timestamp;

use crate::checkout::{CheckoutOpened, CheckoutPage, CheckoutRequest, CheckoutState};
use crate::error::PaymentError;
use crate::outcome::{MoneyBackPage, PaymentProgress, PaymentState};
use crate::promotion::{PromotionMade, PromotionPage, PromotionRequest};
use crate::refund::{RefundMade, RefundRequest};

/// What a call gives back; boxed, so that `Arc<dyn Payments>` works and callers simply `.await` it.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, PaymentError>> + Send + 'a>>;

/// A payment provider with a hosted checkout. Each call ends within [`CALL_SECONDS_MAX`](crate::CALL_SECONDS_MAX)
/// per request it makes and is never repeated in here: a caller that may wait repeats it with the same arguments.
pub trait Payments: Send + Sync {
    /// Whether real money moves. An object or event of the other kind is none of ours.
    fn livemode(&self) -> bool;

    /// Opens the hosted page for an order. Repeating it for the same order with equal arguments gives the same
    /// checkout (Stripe remembers for at least a day); with other arguments it is refused.
    fn open_checkout<'a>(&'a self, request: &'a CheckoutRequest) -> Answer<'a, CheckoutOpened>;

    /// The checkout as it stands now. An id that is no Checkout Session's is `NotFound` without a call.
    fn checkout<'a>(&'a self, session: &'a str) -> Answer<'a, CheckoutState>;

    /// One page of the checkouts that were created at or after the moment, newest first. Give the page's `next`
    /// as the cursor to go on.
    fn checkouts_since<'a>(&'a self, created_from: Timestamp, cursor: Option<&'a str>) -> Answer<'a, CheckoutPage>;

    /// Closes an open checkout, so that nobody can pay it any more. `Refused` when it is no longer open. After `Broken`,
    /// another `attempt` is another call: the provider gives a remembered answer to the same one for a day.
    fn expire_checkout<'a>(&'a self, session: &'a str, attempt: u32) -> Answer<'a, CheckoutState>;

    /// Sends money back. The same key sends it once, however often it is called.
    fn refund<'a>(&'a self, request: &'a RefundRequest) -> Answer<'a, RefundMade>;

    /// What became of a payment's money until now: the sum of all refunds, and where a dispute stands.
    fn payment_state<'a>(&'a self, payment_intent: &'a str) -> Answer<'a, PaymentState>;

    /// Whether money that takes days may still come.
    fn payment_progress<'a>(&'a self, payment_intent: &'a str) -> Answer<'a, PaymentProgress>;

    /// One page of the payments with refunds that were made at or after the moment.
    fn refunds_since<'a>(&'a self, created_from: Timestamp, cursor: Option<&'a str>) -> Answer<'a, MoneyBackPage>;

    /// One page of the payments with disputes that were opened at or after the moment.
    fn disputes_since<'a>(&'a self, created_from: Timestamp, cursor: Option<&'a str>) -> Answer<'a, MoneyBackPage>;

    /// Where an invoice can be seen; `None` while it is still being written.
    fn invoice_url<'a>(&'a self, invoice: &'a str) -> Answer<'a, Option<String>>;
}

/// The codes that buyers type at the hosted checkout, as staff makes them. Calls end and repeat as those of [`Payments`].
pub trait Promotions: Send + Sync {
    /// One page of all codes, the newest first. Give the page's `next` as the cursor to go on.
    fn promotions<'a>(&'a self, cursor: Option<&'a str>, limit: u8) -> Answer<'a, PromotionPage>;

    /// One code. An id that is no code's is `NotFound` without a call.
    fn promotion<'a>(&'a self, id: &'a str) -> Answer<'a, Promotion>;

    /// Makes a code. The same key makes one, however often it is called, and whatever an earlier call had done of it.
    fn make_promotion<'a>(&'a self, request: &'a PromotionRequest) -> Answer<'a, PromotionMade>;

    /// Switches a code off: whoever types it from now on is told that it is none. Repeating it changes nothing.
    fn switch_promotion_off<'a>(&'a self, id: &'a str, asked_at: Timestamp) -> Answer<'a, Promotion>;
}
