//! Coupons: create, read, list.

use serde_json::Value;

use super::listing::{Item, page};
use crate::desk::World;
use crate::options::Off;
use crate::params::Params;
use crate::refusal::Refusal;
use crate::render;
use crate::rows::{Coupon, Row};
use crate::schema::{Kind, Rule, metadata, rule};

type Outcome = Result<(Value, Vec<Row>), Refusal>;

const AMOUNT_MAX: i64 = 99_999_999;
/// A coupon can be used for five years at most.
const REDEEM_SECONDS_MAX: i64 = 5 * 365 * 24 * 60 * 60;

pub(super) const CREATE: &[&[Rule]] = &[&[
    rule("id", Kind::Text(200)),
    rule("name", Kind::Text(40)),
    rule("percent_off", Kind::Percent),
    rule("amount_off", Kind::Number(1, AMOUNT_MAX)),
    rule("currency", Kind::Currency),
    rule("duration", Kind::OneOf(&["forever", "once", "repeating"])),
    rule("max_redemptions", Kind::Number(1, i64::MAX)),
    rule("redeem_by", Kind::Number(1, i64::MAX)),
    rule("metadata[*]", Kind::MetadataValue),
]];

pub(super) fn create(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    if params.get("duration").is_some_and(|duration| duration != "once") {
        return Err(Refusal::invalid("The stand-in knows `once` only.").param("duration"));
    }
    let redeem_by = params.number("redeem_by");
    if redeem_by.is_some_and(|end: i64| end <= world.now || end - world.now > REDEEM_SECONDS_MAX) {
        let message = "The `redeem_by` timestamp must lie in the future, and within five years.";
        return Err(Refusal::invalid(message).param("redeem_by"));
    }
    let id = params.text("id").unwrap_or_else(|| world.mint.id("co_"));
    if world.book.coupons.get(&id).is_some() {
        return Err(Refusal::invalid("Coupon already exists.").code("resource_already_exists").param("id"));
    }
    let coupon = Coupon {
        id,
        created: world.now,
        name: params.text("name"),
        off: off(params)?,
        redemptions_max: params.number("max_redemptions"),
        redeem_by,
        metadata: metadata(params, "metadata")?,
    };
    Ok((render::coupon(world, &coupon), vec![Row::Coupon(coupon)]))
}

fn off(params: &Params) -> Result<Off, Refusal> {
    match (params.number::<f64>("percent_off"), params.number("amount_off")) {
        (Some(_), Some(_)) => {
            Err(Refusal::invalid("You may only specify one of these parameters: amount_off, percent_off."))
        }
        (Some(percent), None) => {
            let whole = (1..=100_u8).find(|whole| f64::from(*whole) == percent);
            let refusal = || Refusal::invalid("The stand-in knows whole percents only.").param("percent_off");
            whole.map(Off::Percent).ok_or_else(refusal)
        }
        (None, Some(minor)) => {
            let currency = params.require("currency")?.to_ascii_lowercase();
            Ok(Off::Amount { minor, currency })
        }
        (None, None) => Err(Refusal::missing_param("percent_off")),
    }
}

pub(super) fn read(world: &World<'_>, _: &Params, id: &str) -> Outcome {
    let coupon = world.book.coupons.get(id).ok_or_else(|| Refusal::missing_object("coupon", id, "coupon"))?;
    Ok((render::coupon(world, coupon), Vec::new()))
}

fn item(row: &Coupon) -> Item<'_> {
    Item { id: &row.id, created: row.created }
}

pub(super) fn list(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    let rows = world.book.coupons.iter().rev();
    Ok((page(params, "/v1/coupons", rows, item, |row| render::coupon(world, row))?, Vec::new()))
}
