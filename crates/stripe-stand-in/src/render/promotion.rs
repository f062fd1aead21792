//! Coupons and promotion codes.

use serde_json::{Value, json};

use crate::desk::World;
use crate::options::Off;
use crate::rows::{Coupon, Promotion};

/// The coupon behind a code.
pub(crate) fn coupon(world: &World<'_>, row: &Coupon) -> Value {
    let (percent, minor, currency) = match &row.off {
        Off::Percent(percent) => (Some(*percent), None, None),
        Off::Amount { minor, currency } => (None, Some(*minor), Some(currency)),
    };
    json!({
        "id": row.id,
        "object": "coupon",
        "amount_off": minor,
        "created": row.created,
        "currency": currency,
        "duration": "once",
        "duration_in_months": null,
        "livemode": false,
        "max_redemptions": row.redemptions_max,
        "metadata": row.metadata,
        "name": row.name,
        "percent_off": percent,
        "redeem_by": row.redeem_by,
        "times_redeemed": world.book.coupon_redemptions(&row.id),
        "valid": world.book.is_valid(row, world.now),
    })
}

/// The code itself, with its coupon written out where that was asked for.
pub(crate) fn promotion_code(world: &World<'_>, row: &Promotion, expanded: bool) -> Value {
    let coupon = match world.book.coupons.get(&row.coupon).filter(|_| expanded) {
        Some(coupon) => self::coupon(world, coupon),
        None => row.coupon.as_str().into(),
    };
    json!({
        "id": row.id,
        "object": "promotion_code",
        "active": world.book.usable(row, world.now).is_some(),
        "code": row.code,
        "created": row.created,
        "customer": null,
        "customer_account": null,
        "expires_at": row.expires_at,
        "livemode": false,
        "max_redemptions": row.redemptions_max,
        "metadata": row.metadata,
        "promotion": { "coupon": coupon, "type": "coupon" },
        "restrictions": { "first_time_transaction": false, "minimum_amount": null, "minimum_amount_currency": null },
        "times_redeemed": world.book.redemptions(&row.id),
    })
}
