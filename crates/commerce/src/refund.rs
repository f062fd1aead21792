//! Giving money back because staff says so. The provider decides; the order follows what it says.

use authorization::{Granted, act};
use domain::OrderState;
use payments::{PaymentError, RefundMade, RefundReason, RefundRequest};

use crate::error::CommerceError;
use crate::settle::settle;
use crate::shop::Shop;

/// What staff wants.
#[derive(Debug, Clone)]
pub struct RefundWish {
    /// How much, in the smallest unit; all that is left where it is not said.
    pub amount_minor: Option<u64>,
    /// Why, for the audit.
    pub reason: String,
}

/// Gives money back. Two clicks on the same state of an order give it back once.
pub async fn refund(
    shop: &Shop,
    grant: Granted<act::RefundOrder>,
    wish: RefundWish,
) -> Result<RefundMade, CommerceError> {
    let order = &grant.target().order;
    let refundable =
        matches!(order.state, OrderState::Fulfilled | OrderState::PartiallyRefunded | OrderState::InReview);
    if !refundable {
        return Err(CommerceError::Refund("this order holds no money that could go back"));
    }
    let left_minor = order.paid_minor().saturating_sub(order.refunded_minor);
    let amount_minor = wish.amount_minor.unwrap_or(left_minor);
    if amount_minor == 0 || left_minor == 0 {
        return Err(CommerceError::Refund("there is nothing to give back"));
    }
    if amount_minor > left_minor {
        return Err(CommerceError::Refund("that is more than is left of the payment"));
    }
    let Some(payment_intent) = order.payment_intent.clone() else {
        return Err(CommerceError::Refund("nothing was paid for this order"));
    };
    shop.store.record_refund(&grant, amount_minor, &wish.reason).await?;
    let request = RefundRequest {
        order: order.id,
        payment_intent,
        amount_minor: Some(amount_minor),
        key: format!("v{}", order.version),
        reason: RefundReason::RequestedByCustomer,
    };
    let made = match shop.payments.refund(&request).await {
        // Money moved at the provider, and we have not heard of it yet: catch up, so that staff can see why.
        Err(PaymentError::Refused { message }) => {
            tracing::warn!(order = %request.order, message, "a refund was refused");
            settle(shop, &request.payment_intent).await?;
            return Err(CommerceError::Refund("the payment provider refuses it: look at the order again"));
        }
        made => made?,
    };
    settle(shop, &request.payment_intent).await?;
    Ok(made)
}
