//! Promotion codes: the payment provider keeps them and takes them off, staff makes them and switches them off here.

pub(crate) mod form;
pub(crate) mod list;
pub(crate) mod make;
pub(crate) mod switch_off;

use domain::{Discount, Promotion};
use jiff::Timestamp;
use payments::PaymentError;
use serde::Serialize;
use utoipa::ToSchema;
use web::Failure;

use crate::amount::AmountView;
use crate::failure::failure;

/// A promotion code.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PromotionView {
    /// The payment provider's id.
    #[schema(example = "promo_1MiM6KLkdIwHu7ixrIaX4wgn")]
    id: String,
    /// What buyers type, in upper or lower case.
    #[schema(example = "SPRING-25")]
    code: String,
    /// How many percent it takes off; `null` where it is an amount, or something that only the provider can show.
    percent_off: Option<u8>,
    /// Which amount it takes off; `null` where it is a percentage, or something that only the provider can show.
    amount_off: Option<AmountView>,
    /// How often it was used.
    redeemed: u64,
    /// How often it can be used; `null` where there is no limit.
    redemptions_max: Option<u64>,
    /// When it ends; `null` where it never does.
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Timestamp>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// `active`, `used_up`, `ended` or `off`.
    state: &'static str,
}

impl PromotionView {
    fn of(promotion: Promotion, now: Timestamp) -> Self {
        let state = promotion.state(now).word();
        let (percent_off, amount_off) = match promotion.discount {
            Some(Discount::Percent(percent)) => (Some(percent), None),
            Some(Discount::Amount(money)) => (None, Some(AmountView::of(money.minor, money.currency))),
            None => (None, None),
        };
        let Promotion { id, code, redeemed, redemptions_max, expires_at, created_at, .. } = promotion;
        Self { id, code, percent_off, amount_off, redeemed, redemptions_max, expires_at, created_at, state }
    }
}

/// What the audit says of a provider that gave no promotion code.
fn unmade(error: &PaymentError) -> &'static str {
    if matches!(error, PaymentError::Refused { .. }) { "refused" } else { "not_known" }
}

/// What the provider refuses is none of our mistakes: it says more than is known here.
fn refusal(error: PaymentError) -> Failure {
    match error {
        PaymentError::Refused { message } => {
            tracing::warn!(message, "a promotion code was refused");
            Failure::conflict("the payment provider refuses this promotion code")
        }
        other => failure(other.into()),
    }
}
