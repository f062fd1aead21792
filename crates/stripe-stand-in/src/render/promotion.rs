//! Coupons and promotion codes. They come from the options, so their ids follow from the code itself.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::options::{Off, PromotionCode};

fn derived(prefix: &str, code: &str) -> String {
    let hash = Sha256::digest(code.to_ascii_uppercase().as_bytes());
    let hex: String = hash.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("{prefix}{hex}")
}

/// The id of the promotion code that buyers type as `code`.
pub(crate) fn promotion_code_id(code: &str) -> String {
    derived("promo_", code)
}

/// The coupon behind a code.
pub(crate) fn coupon(code: &PromotionCode, used: u64, created: i64) -> Value {
    let (percent, minor, currency) = match &code.off {
        Off::Percent(percent) => (Some(*percent), None, None),
        Off::Amount { minor, currency } => (None, Some(*minor), Some(currency)),
    };
    json!({
        "id": derived("co_", &code.code),
        "object": "coupon",
        "amount_off": minor,
        "created": created,
        "currency": currency,
        "duration": "once",
        "duration_in_months": null,
        "livemode": false,
        "max_redemptions": code.redemptions_max,
        "metadata": {},
        "name": code.code,
        "percent_off": percent,
        "redeem_by": null,
        "times_redeemed": used,
        "valid": code.active && code.redemptions_max.is_none_or(|max| used < max),
    })
}

/// The code itself.
pub(crate) fn promotion_code(code: &PromotionCode, used: u64, created: i64) -> Value {
    json!({
        "id": promotion_code_id(&code.code),
        "object": "promotion_code",
        "active": code.active && code.redemptions_max.is_none_or(|max| used < max),
        "code": code.code,
        "created": created,
        "customer": null,
        "customer_account": null,
        "expires_at": null,
        "livemode": false,
        "max_redemptions": code.redemptions_max,
        "metadata": {},
        "promotion": { "coupon": derived("co_", &code.code), "type": "coupon" },
        "restrictions": { "first_time_transaction": false, "minimum_amount": null, "minimum_amount_currency": null },
        "times_redeemed": used,
    })
}
