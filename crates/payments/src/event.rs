//! What a verified event is about. It is read loosely: Stripe adds types and fields at any time, and an event only
//! says which object to read again.

use serde::Deserialize;
use serde_json::Value;

/// What happened to which object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventSubject {
    /// The buyer went through the page; the money may still be on its way.
    CheckoutCompleted {
        /// `cs_…`.
        session: String,
    },
    /// Money that took days arrived.
    CheckoutAsyncSucceeded {
        /// `cs_…`.
        session: String,
    },
    /// Money that took days will not come.
    CheckoutAsyncFailed {
        /// `cs_…`.
        session: String,
    },
    /// Nobody paid in time.
    CheckoutExpired {
        /// `cs_…`.
        session: String,
    },
    /// Money went back, in part or whole.
    ChargeRefunded {
        /// `pi_…`.
        payment_intent: String,
    },
    /// A refund moved on: it went through, failed or was called off.
    RefundChanged {
        /// `pi_…`.
        payment_intent: String,
    },
    /// The buyer's bank asks or takes money back.
    DisputeCreated {
        /// `pi_…`.
        payment_intent: String,
    },
    /// A dispute moved on: money went or came with it, or the bank decided.
    DisputeChanged {
        /// `pi_…`.
        payment_intent: String,
    },
    /// A type that nothing here reacts to, or an object that was never ours (a payment without a PaymentIntent).
    Unknown,
}

/// An event whose signature fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedEvent {
    /// `evt_…`. Good for an audit trail, not for telling repeats apart: Stripe may make two events of one change.
    pub id: String,
    /// Stripe's name, such as `checkout.session.completed`.
    pub type_name: String,
    /// Whether it is about real money; ignore it when that differs from [`Payments::livemode`](crate::Payments).
    pub livemode: bool,
    /// What it is about.
    pub subject: EventSubject,
}

#[derive(Deserialize)]
struct Envelope {
    id: String,
    #[serde(rename = "type")]
    type_name: String,
    livemode: bool,
    #[serde(default)]
    data: Value,
}

/// `None` when the bytes are no event at all. serde_json ends at a depth of 128, so no body exhausts the stack.
pub(crate) fn read_event(raw_body: &[u8]) -> Option<VerifiedEvent> {
    let Envelope { id, type_name, livemode, data } = serde_json::from_slice(raw_body).ok()?;
    let object = data.get("object").unwrap_or(&Value::Null);
    let subject = subject_of(&type_name, object).unwrap_or(EventSubject::Unknown);
    Some(VerifiedEvent { id, type_name, livemode, subject })
}

fn subject_of(type_name: &str, object: &Value) -> Option<EventSubject> {
    use EventSubject as S;
    let session = || id_in(object);
    let payment_intent = || id_in(object.get("payment_intent")?);
    Some(match type_name {
        "checkout.session.completed" => S::CheckoutCompleted { session: session()? },
        "checkout.session.async_payment_succeeded" => S::CheckoutAsyncSucceeded { session: session()? },
        "checkout.session.async_payment_failed" => S::CheckoutAsyncFailed { session: session()? },
        "checkout.session.expired" => S::CheckoutExpired { session: session()? },
        "charge.refunded" => S::ChargeRefunded { payment_intent: payment_intent()? },
        "refund.failed" | "refund.updated" | "charge.refund.updated" => {
            S::RefundChanged { payment_intent: payment_intent()? }
        }
        "charge.dispute.created" => S::DisputeCreated { payment_intent: payment_intent()? },
        "charge.dispute.closed"
        | "charge.dispute.updated"
        | "charge.dispute.funds_withdrawn"
        | "charge.dispute.funds_reinstated" => S::DisputeChanged { payment_intent: payment_intent()? },
        _ => return None,
    })
}

/// Stripe writes a reference as an id, or as the whole object when somebody asked to expand it.
fn id_in(reference: &Value) -> Option<String> {
    let id = reference.as_str().or_else(|| reference.get("id")?.as_str())?;
    Some(id.to_owned())
}
