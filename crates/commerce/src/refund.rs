//! Giving money back because staff says so. The provider decides; the order follows what it says.

use authorization::{Granted, act};
use domain::{Order, OrderEvent, OrderState};
use payments::{PaymentError, RefundMade, RefundReason, RefundRequest};
use store::StoreError;

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
    /// How much, in the smallest unit; all that is left where it is not said.
    pub amount_minor: Option<u64>,
    /// Why, for the audit.
    pub reason: String,
}

const MOVED_ON: &str = "the order has changed meanwhile: look at it again";
const REFUSED: &str = "the payment provider gives nothing back for this order: look at it again";

/// Gives money back, once for each state of the order that was looked at: the version is the key at the provider.
pub async fn refund(
    shop: &Shop,
    grant: Granted<act::RefundOrder>,
    wish: RefundWish,
) -> Result<RefundMade, CommerceError> {
    let order = &grant.target().order;
    check(order, &wish)?;
    let Some(payment_intent) = order.payment_intent.clone() else {
        return Err(CommerceError::Refund("nothing was paid for this order"));
    };
    let recorded = shop.store.record_refund(&grant, wish.amount_minor, &wish.reason).await;
    recorded.map_err(|error| match error {
        StoreError::Conflict("the order") => CommerceError::Refund(MOVED_ON),
        other => other.into(),
    })?;
    let request = RefundRequest {
        order: order.id,
        payment_intent,
        // "All" is the provider's to count: it knows of refunds that we have not heard of.
        amount_minor: wish.amount_minor,
        key: format!("v{}", wish.version),
        reason: RefundReason::RequestedByCustomer,
    };
    let made = shop.payments.refund(&request).await;
    // The money is on its way whether or not we can write that down now; the webhook and the reconciler follow.
    if let Err(error) = settle(shop, &request.payment_intent).await {
        tracing::warn!(order = %request.order, %error, "a refund could not be settled yet");
    }
    match made {
        Ok(made) => Ok(made),
        Err(PaymentError::Refused { message }) => {
            tracing::warn!(order = %request.order, message, "a refund was refused");
            Err(CommerceError::Refund(REFUSED))
        }
        Err(error @ PaymentError::Broken { .. }) => {
            // The provider would give the same answer to this key for a day: the next click needs another version.
            touch(shop, request.order, wish.version, |order| order.attempt += 1).await?;
            Err(error.into())
        }
        Err(error) => Err(error.into()),
    }
}

fn check(order: &Order, wish: &RefundWish) -> Result<(), CommerceError> {
    if order.version != wish.version {
        return Err(CommerceError::Refund(MOVED_ON));
    }
    let gives_back = order.state.after(OrderEvent::RefundAll).is_ok() && order.state != OrderState::Disputed;
    if !gives_back {
        return Err(CommerceError::Refund("this order holds no money that could go back"));
    }
    if wish.amount_minor == Some(0) {
        return Err(CommerceError::Refund("there is nothing to give back"));
    }
    // What was paid is not known of every order in review; the provider knows.
    let Some(settlement) = order.settlement else { return Ok(()) };
    let left_minor = settlement.total_minor.saturating_sub(order.refunded_minor);
    if left_minor == 0 {
        return Err(CommerceError::Refund("there is nothing to give back"));
    }
    if wish.amount_minor.is_some_and(|minor| minor > left_minor) {
        return Err(CommerceError::Refund("that is more than is left of the payment"));
    }
    Ok(())
}
