//! Promotion codes: create, read, list, switch on and off.

use serde_json::Value;

use super::listing::{Item, PAGING, page};
use crate::desk::World;
use crate::params::Params;
use crate::refusal::Refusal;
use crate::render;
use crate::rows::{Promotion, Row};
use crate::schema::{Kind, Rule, metadata, rule};

type Outcome = Result<(Value, Vec<Row>), Refusal>;

const EXPAND: &[Rule] = &[rule("expand[#]", Kind::Expand(&["promotion.coupon"]))];

pub(super) const READ: &[&[Rule]] = &[EXPAND];

pub(super) const LIST: &[&[Rule]] = &[
    PAGING,
    &[
        rule("code", Kind::Text(500)),
        rule("coupon", Kind::Text(255)),
        rule("active", Kind::Flag),
        rule("expand[#]", Kind::Expand(&["data.promotion.coupon"])),
    ],
];

pub(super) const CREATE: &[&[Rule]] = &[
    EXPAND,
    &[
        rule("promotion[type]", Kind::OneOf(&["coupon"])),
        rule("promotion[coupon]", Kind::Text(255)),
        rule("code", Kind::Text(500)),
        rule("active", Kind::Flag),
        rule("max_redemptions", Kind::Number(1, i64::MAX)),
        rule("expires_at", Kind::Number(1, i64::MAX)),
        rule("metadata[*]", Kind::MetadataValue),
    ],
];

pub(super) const CHANGE: &[&[Rule]] =
    &[EXPAND, &[rule("active", Kind::Flag), rule("metadata[*]", Kind::MetadataValue)]];

/// What Stripe makes up where no code is given has so many characters.
const MADE_UP_CHARS: usize = 8;

pub(super) fn create(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    params.require("promotion[type]")?;
    let coupon = params.require("promotion[coupon]")?;
    let missing = || Refusal::missing_object("coupon", coupon, "promotion[coupon]");
    let behind = world.book.coupons.get(coupon).ok_or_else(missing)?;
    let made_up = || world.mint.id("").chars().take(MADE_UP_CHARS).collect::<String>().to_ascii_uppercase();
    let code = params.text("code").unwrap_or_else(made_up);
    if !code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        let message = "Promotion codes may only contain letters (a-z, A-Z), digits (0-9) and dashes (-).";
        return Err(Refusal::invalid(message).param("code"));
    }
    let expires_at = params.number("expires_at");
    if expires_at.is_some_and(|end: i64| end <= world.now || behind.redeem_by.is_some_and(|last| end > last)) {
        let message = "The `expires_at` timestamp must lie in the future, and not after the coupon's `redeem_by`.";
        return Err(Refusal::invalid(message).param("expires_at"));
    }
    let promotion = Promotion {
        id: world.mint.id("promo_"),
        created: world.now,
        code,
        coupon: coupon.to_owned(),
        on: params.flag("active").unwrap_or(true),
        redemptions_max: params.number("max_redemptions"),
        expires_at,
        metadata: metadata(params, "metadata")?,
    };
    check_alone(world, &promotion)?;
    kept(world, params, promotion)
}

pub(super) fn change(world: &World<'_>, params: &Params, id: &str) -> Outcome {
    let before = find(world, id)?;
    let mut after = before.clone();
    after.on = params.flag("active").unwrap_or(after.on);
    after.metadata.extend(metadata(params, "metadata")?);
    if after.on && !before.on {
        check_alone(world, &after)?;
    }
    kept(world, params, after)
}

/// Of all codes that work, one reads so.
fn check_alone(world: &World<'_>, promotion: &Promotion) -> Result<(), Refusal> {
    if promotion.on && world.book.usable_code(&promotion.code, world.now).is_some() {
        let message = format!("An active promotion code with `code: {}` already exists.", promotion.code);
        return Err(Refusal::invalid(message).param("code"));
    }
    Ok(())
}

fn kept(world: &World<'_>, params: &Params, promotion: Promotion) -> Outcome {
    let answer = render::promotion_code(world, &promotion, is_expanded(params));
    Ok((answer, vec![Row::Promotion(promotion)]))
}

/// The one reference that there is.
fn is_expanded(params: &Params) -> bool {
    params.values("expand").next().is_some()
}

fn find<'a>(world: &World<'a>, id: &str) -> Result<&'a Promotion, Refusal> {
    world.book.promotions.get(id).ok_or_else(|| Refusal::missing_object("promotion code", id, "promotion_code"))
}

pub(super) fn read(world: &World<'_>, params: &Params, id: &str) -> Outcome {
    Ok((render::promotion_code(world, find(world, id)?, is_expanded(params)), Vec::new()))
}

fn item(row: &Promotion) -> Item<'_> {
    Item { id: &row.id, created: row.created }
}

pub(super) fn list(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    let (code, coupon, active) = (params.get("code"), params.get("coupon"), params.flag("active"));
    let fits = |row: &&Promotion| {
        code.is_none_or(|wanted| row.code.eq_ignore_ascii_case(wanted))
            && coupon.is_none_or(|wanted| row.coupon == wanted)
            && active.is_none_or(|wanted| world.book.usable(row, world.now).is_some() == wanted)
    };
    let rows = world.book.promotions.iter().rev().filter(fits);
    let show = |row: &Promotion| render::promotion_code(world, row, is_expanded(params));
    Ok((page(params, "/v1/promotion_codes", rows, item, show)?, Vec::new()))
}
