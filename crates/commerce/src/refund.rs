//! Giving money back because staff says so. The provider decides; the order follows what it says.

use authorization::{Granted, act};
use domain::{Order, OrderEvent, OrderState};
use payments::{PaymentError, RefundMade, RefundReason, RefundRequest};
use store::{RefundOutcome, StoreError};

use crate::error::CommerceError;
use crate::fulfill::touch;
use crate::settle::settle;
use crate::shop::Shop;

/// What staff wants.
#[derive(Debug, Clone)]
pub struct RefundWish {
    /// The order's version that staff looked at. A click that was made from another one asks for something else than
    /// its maker believes.
    pub version: u64,
    /// Which of the order's payments, by the provider's name. The order's own one where it is not said; it must be said
    /// while the order owes a payment that was made once too often.
    pub payment: Option<String>,
    /// How much, in the smallest unit of the payment's currency; all that is left of it where it is not said.
    pub amount_minor: Option<u64>,
    /// Why, for the audit.
    pub reason: String,
}

/// What whoever decides by what is no longer so is told.
pub(crate) const MOVED_ON: &str = "the order has changed meanwhile: look at it again";
const WHICH_ONE: &str = "this order was paid more than once: say which `payment` is to go back";
const REFUSED: &str = "the payment provider gives nothing back for this order: look at it again";

/// Gives money back, once for each state of the order that was looked at: the version is the key at the provider.
pub async fn refund(
    shop: &Shop,
    grant: Granted<act::RefundOrder>,
    wish: RefundWish,
) -> Result<RefundMade, CommerceError> {
    let order = &grant.target().order;
    let payment_intent = check(order, &wish)?.to_owned();
    let recorded = shop.store.record_refund(&grant, &payment_intent, wish.amount_minor, &wish.reason).await;
    recorded.map_err(|error| match error {
        StoreError::Conflict("the order") => CommerceError::Refund(MOVED_ON),
        other => other.into(),
    })?;
    let request = RefundRequest {
        order: order.id,
        key: format!("v{}-{payment_intent}", wish.version),
        payment_intent,
        // "All" is the provider's to count: it knows of refunds that we have not heard of.
        amount_minor: wish.amount_minor,
        reason: RefundReason::RequestedByCustomer,
    };
    let made = shop.payments.refund(&request).await;
    // The money is on its way whether or not we can write that down now; the webhook and the reconciler follow.
    if let Err(error) = settle(shop, &request.payment_intent).await {
        tracing::warn!(order = %request.order, %error, "a refund could not be settled yet");
    }
    if let Err(error) = shop.store.record_refunded(&grant, &outcome(&request, &made, &wish.reason)).await {
        tracing::error!(order = %request.order, %error, "the audit does not know what became of a refund");
    }
    if matches!(made, Err(PaymentError::Refused { .. } | PaymentError::Broken { .. })) {
        // The provider would give the same answer to this key for a day: the next click needs another version.
        touch(shop, request.order, wish.version, |order| order.attempt += 1).await?;
    }
    made.map_err(|error| match error {
        PaymentError::Refused { message } => {
            tracing::warn!(order = %request.order, message, "a refund was refused");
            CommerceError::Refund(REFUSED)
        }
        other => other.into(),
    })
}

/// What became of a refund, for the audit.
fn outcome(request: &RefundRequest, made: &Result<RefundMade, PaymentError>, reason: &str) -> RefundOutcome {
    let (status, refund, amount_minor) = match made {
        Ok(made) => (made.status.word(), Some(made.id.clone()), Some(made.amount_minor)),
        Err(PaymentError::Refused { .. }) => ("refused", None, request.amount_minor),
        Err(_) => ("not_known", None, request.amount_minor),
    };
    let (payment, reason) = (request.payment_intent.clone(), reason.to_owned());
    RefundOutcome { payment, refund, refund_minor: amount_minor, status, reason }
}

/// The payment that gives the money back, if all that was wished can be.
fn check<'o>(order: &'o Order, wish: &'o RefundWish) -> Result<&'o str, CommerceError> {
    if order.version != wish.version {
        return Err(CommerceError::Refund(MOVED_ON));
    }
    let own = order.payment_intent.as_deref();
    let payment = match wish.payment.as_deref() {
        None if order.owes_a_payment() => return Err(CommerceError::Refund(WHICH_ONE)),
        None => own.ok_or(CommerceError::Refund("nothing was paid for this order"))?,
        Some(named) => named,
    };
    let left_minor = match order.extra_payment(payment) {
        Some(extra) => Some(extra.left_minor()),
        None if own == Some(payment) => own_left_minor(order)?,
        None => return Err(CommerceError::Refund("this order has no such payment")),
    };
    if wish.amount_minor == Some(0) || left_minor == Some(0) {
        return Err(CommerceError::Refund("there is nothing to give back"));
    }
    if wish.amount_minor.zip(left_minor).is_some_and(|(wished, left)| wished > left) {
        return Err(CommerceError::Refund("that is more than is left of the payment"));
    }
    Ok(payment)
}

/// What is left of the order's own payment. What was paid is not known of every order in review; the provider knows.
fn own_left_minor(order: &Order) -> Result<Option<u64>, CommerceError> {
    let gives_back = order.state.after(OrderEvent::RefundAll).is_ok() && order.state != OrderState::Disputed;
    if !gives_back {
        return Err(CommerceError::Refund("this order holds no money that could go back"));
    }
    Ok(order.settlement.map(|settlement| settlement.total_minor.saturating_sub(order.refunded_minor)))
}
