//! PaymentIntents, charges and disputes: read and listed by payment.

use serde_json::Value;

use super::listing::{Item, PAGING, page};
use crate::desk::World;
use crate::params::Params;
use crate::refusal::Refusal;
use crate::render;
use crate::rows::{Charge, Dispute, Payment, Row};
use crate::schema::{Kind, Rule, rule};

type Outcome = Result<(Value, Vec<Row>), Refusal>;

pub(super) const READ_INTENT: &[&[Rule]] = &[&[rule("expand[#]", Kind::Expand(&["latest_charge"]))]];

pub(super) const LIST: &[&[Rule]] =
    &[PAGING, &[rule("payment_intent", Kind::Text(255)), rule("charge", Kind::Text(255))]];

pub(super) fn read_intent(world: &World<'_>, params: &Params, id: &str) -> Outcome {
    let payment = world.book.payments.get(id);
    let payment = payment.ok_or_else(|| Refusal::missing_object("payment_intent", id, "intent"))?;
    let mut object = render::payment_intent(payment);
    let latest = payment.charges.last().filter(|_| params.iter().next().is_some());
    if let (Some(fields), Some(latest)) = (object.as_object_mut(), latest) {
        fields.insert("latest_charge".to_owned(), render::charge(latest, payment));
    }
    Ok((object, Vec::new()))
}

pub(super) fn list_charges(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    if params.get("charge").is_some() {
        return Err(Refusal::unknown_param("charge"));
    }
    let wanted = params.get("payment_intent");
    let payments = world.book.payments.iter().filter(|payment| wanted.is_none_or(|wanted| payment.id == wanted));
    let mut charges: Vec<(&Payment, &Charge)> =
        payments.flat_map(|payment| payment.charges.iter().map(move |charge| (payment, charge))).collect();
    // Newest first; the sort is stable, so charges of one second stay in the order they were made.
    charges.reverse();
    charges.sort_by_key(|(_, charge)| std::cmp::Reverse(charge.created));
    let page = page(params, "/v1/charges", charges.iter(), charge_item, |row| render::charge(row.1, row.0))?;
    Ok((page, Vec::new()))
}

fn charge_item<'a>(row: &'a (&Payment, &Charge)) -> Item<'a> {
    Item { id: &row.1.id, created: row.1.created }
}

pub(super) fn read_charge(world: &World<'_>, _: &Params, id: &str) -> Outcome {
    let payment = world.book.payment_of_charge(id);
    let found = payment.and_then(|payment| Some((payment, payment.charges.iter().find(|charge| charge.id == id)?)));
    let (payment, charge) = found.ok_or_else(|| Refusal::missing_object("charge", id, "id"))?;
    Ok((render::charge(charge, payment), Vec::new()))
}

pub(super) fn list_disputes(world: &World<'_>, params: &Params, _: &str) -> Outcome {
    let (payment, charge) = (params.get("payment_intent"), params.get("charge"));
    let fits = |row: &&Dispute| {
        payment.is_none_or(|wanted| row.payment == wanted) && charge.is_none_or(|wanted| row.charge == wanted)
    };
    let rows = world.book.disputes.iter().rev().filter(fits);
    Ok((page(params, "/v1/disputes", rows, dispute_item, render::dispute)?, Vec::new()))
}

fn dispute_item(row: &Dispute) -> Item<'_> {
    Item { id: &row.id, created: row.created }
}

pub(super) fn read_dispute(world: &World<'_>, _: &Params, id: &str) -> Outcome {
    let dispute = world.book.disputes.get(id).ok_or_else(|| Refusal::missing_object("dispute", id, "dispute"))?;
    Ok((render::dispute(dispute), Vec::new()))
}
