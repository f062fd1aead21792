//! Sending money back: what a caller asks for and what came of it.

use domain::OrderId;
use stripe_core::refund::{CreateRefund, CreateRefundReason};

use crate::answers::Refund;
use crate::error::PaymentError;
use crate::ids::is_payment_intent_id;

/// Why money goes back; Stripe keeps it with the refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefundReason {
    /// The same thing was paid twice.
    Duplicate,
    /// Somebody else's card.
    Fraudulent,
    /// The buyer asked for it.
    RequestedByCustomer,
}

/// A refund to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundRequest {
    /// The order; written to the refund's metadata.
    pub order: OrderId,
    /// The payment, `pi_…`.
    pub payment_intent: String,
    /// How much, in the smallest unit; all that is left when `None`.
    pub amount_minor: Option<u64>,
    /// Names this one refund among the order's refunds: the same key never sends money twice.
    pub key: String,
    /// Why.
    pub reason: RefundReason,
}

/// Where a refund stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefundStatus {
    /// On its way.
    Pending,
    /// Done.
    Succeeded,
    /// It came back; the money is ours again.
    Failed,
}

impl RefundStatus {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
        }
    }

    /// A status this version does not know counts as on its way: the money may be gone.
    pub(crate) fn of(refund: &Refund) -> Self {
        match refund.status.as_deref() {
            Some("succeeded") => Self::Succeeded,
            Some("failed" | "canceled") => Self::Failed,
            _ => Self::Pending,
        }
    }
}

/// A refund that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundMade {
    /// `re_…`.
    pub id: String,
    /// Where it stands.
    pub status: RefundStatus,
    /// How much, in the smallest unit.
    pub amount_minor: u64,
}

impl RefundRequest {
    /// The key under which Stripe remembers this request. It names the order too, so keys of two orders never meet.
    pub(crate) fn idempotency_key(&self) -> String {
        format!("refund-{}-{}", self.order, self.key)
    }

    pub(crate) fn to_stripe(&self) -> Result<CreateRefund, PaymentError> {
        if !is_payment_intent_id(&self.payment_intent) {
            return Err(PaymentError::NotFound);
        }
        let reason = match self.reason {
            RefundReason::Duplicate => CreateRefundReason::Duplicate,
            RefundReason::Fraudulent => CreateRefundReason::Fraudulent,
            RefundReason::RequestedByCustomer => CreateRefundReason::RequestedByCustomer,
        };
        let refund = CreateRefund::new()
            .payment_intent(self.payment_intent.as_str())
            .reason(reason)
            .metadata([("order".to_owned(), self.order.to_string())]);
        let Some(minor) = self.amount_minor else { return Ok(refund) };
        let minor = i64::try_from(minor)
            .map_err(|_| PaymentError::Refused { message: "the amount is too large".to_owned() })?;
        Ok(refund.amount(minor))
    }
}

impl TryFrom<Refund> for RefundMade {
    type Error = PaymentError;

    fn try_from(refund: Refund) -> Result<Self, PaymentError> {
        let amount_minor = u64::try_from(refund.amount)
            .map_err(|_| PaymentError::Malformed { reason: "a refund of less than nothing".to_owned() })?;
        Ok(Self { status: RefundStatus::of(&refund), id: refund.id, amount_minor })
    }
}
