//! Refunds: create, read, list.

use serde_json::Value;

use super::listing::{Item, page};
use crate::desk::World;
use crate::happenings::{self, RefundOrder};
use crate::params::Params;
use crate::refusal::Refusal;
use crate::render;
use crate::rows::{Refund, Row};
use crate::schema::{Kind, Rule, metadata, rule};

type Outcome = Result<(Value, Vec<Row>), Refusal>;

pub(super) const CREATE: &[&[Rule]] = &[&[
    rule("payment_intent", Kind::Text(255)),
    rule("charge", Kind::Text(255)),
    rule("amount", Kind::Number(1, i64::MAX)),
    rule("reason", Kind::OneOf(&["duplicate", "fraudulent", "requested_by_customer"])),
    rule("metadata[*]", Kind::MetadataValue),
]];

pub(super) fn create(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    let payment = match (params.get("payment_intent"), params.get("charge")) {
        (Some(id), None) => world
            .book
            .payments
            .get(id)
            .ok_or_else(|| Refusal::missing_object("payment_intent", id, "payment_intent"))?,
        (None, Some(id)) => {
            world.book.payment_of_charge(id).ok_or_else(|| Refusal::missing_object("charge", id, "charge"))?
        }
        _ => {
            return Err(Refusal::invalid(
                "One of the following params should be provided for this request: payment_intent or charge.",
            ));
        }
    };
    let order = RefundOrder {
        amount: params.number("amount"),
        reason: params.text("reason"),
        metadata: metadata(params, "metadata")?,
    };
    let (refund, rows) = happenings::refund(world, payment, order)?;
    Ok((render::refund(&refund), rows))
}

pub(super) fn read(world: &World<'_>, _: &Params, id: &str) -> Outcome {
    let refund = world.book.refunds.get(id).ok_or_else(|| Refusal::missing_object("refund", id, "refund"))?;
    Ok((render::refund(refund), Vec::new()))
}

pub(super) fn list(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    let (payment, charge) = (params.get("payment_intent"), params.get("charge"));
    let fits = |row: &&Refund| {
        payment.is_none_or(|wanted| row.payment == wanted) && charge.is_none_or(|wanted| row.charge == wanted)
    };
    let rows = world.book.refunds.iter().rev().filter(fits);
    Ok((page(params, "/v1/refunds", rows, item, render::refund)?, Vec::new()))
}

fn item(row: &Refund) -> Item<'_> {
    Item { id: &row.id, created: row.created }
}
