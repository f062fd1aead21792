//! What the stand-in remembers. A row is written whole whenever it changes; see `journal`.

mod promotion;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub(crate) use promotion::{Coupon, Promotion};

/// Stripe's key-value pairs.
pub(crate) type Metadata = BTreeMap<String, String>;

/// The page's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SessionStatus {
    Open,
    Complete,
    Expired,
}

/// The money's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PaymentStatus {
    Unpaid,
    Paid,
    NoPaymentRequired,
}

/// One line of a checkout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    pub id: String,
    pub price: String,
    pub product: String,
    pub name: String,
    pub description: Option<String>,
    pub unit_amount: u64,
    pub quantity: u64,
    pub tax_behavior: String,
}

/// A Checkout Session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Session {
    pub id: String,
    pub created: i64,
    pub expires_at: i64,
    pub status: SessionStatus,
    pub payment_status: PaymentStatus,
    pub currency: String,
    pub lines: Vec<Line>,
    pub amount_subtotal: u64,
    pub amount_discount: u64,
    #[serde(default)]
    pub amount_tax: u64,
    pub amount_total: u64,
    pub client_reference_id: Option<String>,
    pub metadata: Metadata,
    pub payment_metadata: Metadata,
    pub payment_description: Option<String>,
    pub customer_email: Option<String>,
    pub success_url: String,
    pub cancel_url: Option<String>,
    pub locale: Option<String>,
    pub submit_type: Option<String>,
    pub billing_address_collection: Option<String>,
    pub customer_creation: String,
    pub allow_promotion_codes: Option<bool>,
    pub adaptive_pricing: bool,
    #[serde(default)]
    pub automatic_tax: bool,
    #[serde(default)]
    pub invoice_creation: bool,
    /// Written when the payment is through.
    #[serde(default)]
    pub invoice: Option<String>,
    /// The id of the code that was redeemed, or put on the session by its maker.
    pub promotion_code: Option<String>,
    pub payment: Option<String>,
    /// What was typed on the page.
    pub email: Option<String>,
    pub name: Option<String>,
}

/// An attempt to charge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Charge {
    pub id: String,
    pub created: i64,
    pub status: ChargeStatus,
    pub amount_refunded: u64,
    pub disputed: bool,
}

/// Where a charge stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ChargeStatus {
    Pending,
    Succeeded,
    Failed,
}

/// A PaymentIntent with its charges, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Payment {
    pub id: String,
    pub created: i64,
    pub session: String,
    pub amount: u64,
    pub currency: String,
    /// `succeeded`, `processing` or `requires_payment_method`.
    pub status: String,
    pub description: Option<String>,
    pub metadata: Metadata,
    pub email: Option<String>,
    pub name: Option<String>,
    pub charges: Vec<Charge>,
}

impl Payment {
    /// The charge that went through, if any.
    pub fn paid_charge(&self) -> Option<&Charge> {
        self.charges.iter().find(|charge| charge.status == ChargeStatus::Succeeded)
    }
}

/// A refund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Refund {
    pub id: String,
    pub created: i64,
    pub payment: String,
    pub charge: String,
    pub amount: u64,
    pub currency: String,
    pub reason: Option<String>,
    /// `succeeded` or `failed`.
    pub status: String,
    pub metadata: Metadata,
}

/// A dispute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Dispute {
    pub id: String,
    pub created: i64,
    pub payment: String,
    pub charge: String,
    pub amount: u64,
    pub currency: String,
    /// Stripe's word: `needs_response`, `won`, `lost`, `warning_needs_response`, …
    pub status: String,
}

/// An event; `object` is the object as it was then, as JSON text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Event {
    pub id: String,
    pub created: i64,
    pub type_name: String,
    pub object: String,
    pub livemode: bool,
    pub request: Option<String>,
    pub idempotency_key: Option<String>,
}

/// Where a delivery stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DeliveryState {
    Pending,
    Delivered,
    GivenUp,
    Dropped,
}

/// One sending of an event, with all its attempts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Delivery {
    pub id: String,
    pub event: String,
    pub state: DeliveryState,
    pub attempts: u32,
    /// The answer to the last attempt; `None` when there was none.
    pub last_status: Option<u16>,
}

/// What was answered under an Idempotency-Key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reply {
    /// The key.
    pub id: String,
    pub created: i64,
    /// Path and parameters; the same key with others is an error.
    pub request: String,
    pub status: u16,
    pub body: String,
}

/// Any row, as the journal keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "table", content = "row", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "a row lives from the decision to the journal; few exist at a time")]
pub(crate) enum Row {
    Session(Session),
    Payment(Payment),
    Refund(Refund),
    Dispute(Dispute),
    Event(Event),
    Delivery(Delivery),
    Reply(Reply),
    Coupon(Coupon),
    Promotion(Promotion),
}
