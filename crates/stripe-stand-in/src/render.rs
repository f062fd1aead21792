//! Rows as Stripe's objects: every field an object of the imitated version has, with the JSON type it has there.

mod charge;
mod dispute;
mod invoice;
mod promotion;
mod session;

pub(crate) use charge::{charge, payment_intent, refund};
pub(crate) use dispute::dispute;
pub(crate) use invoice::invoice;
pub(crate) use promotion::{coupon, promotion_code};
pub(crate) use session::{line_items, session};

use serde_json::{Value, json};

/// The envelope of every list.
pub(crate) fn list(url: &str, data: Vec<Value>, has_more: bool) -> Value {
    json!({ "object": "list", "url": url, "has_more": has_more, "data": data })
}

fn address() -> Value {
    json!({ "city": null, "country": null, "line1": null, "line2": null, "postal_code": null, "state": null })
}
