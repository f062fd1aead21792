//! Refunds and disputes.

use axum::http::StatusCode;

use crate::desk::World;
use crate::events::announce;
use crate::money::shown;
use crate::refusal::Refusal;
use crate::render;
use crate::rows::{Charge, Dispute, Metadata, Payment, Refund, Row};

/// A refund to make.
#[derive(Debug)]
pub(crate) struct RefundOrder {
    pub amount: Option<u64>,
    pub reason: Option<String>,
    pub metadata: Metadata,
}

/// Money goes back, at once.
pub(crate) fn refund(world: &World<'_>, payment: &Payment, order: RefundOrder) -> Result<(Refund, Vec<Row>), Refusal> {
    let Some(charge) = payment.paid_charge() else {
        let message = format!("This PaymentIntent ({}) does not have a successful charge to refund.", payment.id);
        return Err(Refusal::invalid(message).param("payment_intent"));
    };
    if charge.disputed && has_money_away(world, &payment.id) {
        let message = format!("Charge {} has been charged back; cannot issue a refund.", charge.id);
        return Err(Refusal::invalid(message).code("charge_disputed"));
    }
    let left = payment.amount.saturating_sub(charge.amount_refunded);
    if left == 0 {
        let message = format!("Charge {} has already been refunded.", charge.id);
        return Err(Refusal::invalid(message).code("charge_already_refunded"));
    }
    let amount = order.amount.unwrap_or(left);
    if amount > left {
        let (asked, left) = (shown(amount, &payment.currency), shown(left, &payment.currency));
        let message = format!("Refund amount ({asked}) is greater than unrefunded amount on charge ({left})");
        return Err(Refusal::invalid(message).param("amount"));
    }
    let refund = Refund {
        id: world.mint.id("re_"),
        created: world.now,
        payment: payment.id.clone(),
        charge: charge.id.clone(),
        amount,
        currency: payment.currency.clone(),
        reason: order.reason,
        status: "succeeded".to_owned(),
        metadata: order.metadata,
    };
    let changed = with_charge(payment, &charge.id, |charge| charge.amount_refunded += amount);
    let mut rows = announce(world, "refund.created", &render::refund(&refund));
    rows.extend(announce_charge(world, "charge.refunded", &changed, &charge.id));
    rows.push(Row::Payment(changed));
    rows.push(Row::Refund(refund.clone()));
    Ok((refund, rows))
}

/// A bank turns a refund down afterwards: the money is ours again.
pub(crate) fn fail_refund(world: &World<'_>, id: &str) -> Result<Vec<Row>, Refusal> {
    let refund = world.book.refunds.get(id).filter(|refund| refund.status == "succeeded");
    let payment = refund.and_then(|refund| world.book.payments.get(&refund.payment));
    let (Some(refund), Some(payment)) = (refund, payment) else {
        return Err(Refusal::missing_object("refund", id, "refund"));
    };
    let failed = Refund { status: "failed".to_owned(), ..refund.clone() };
    let give_back = |charge: &mut Charge| charge.amount_refunded = charge.amount_refunded.saturating_sub(refund.amount);
    let changed = with_charge(payment, &refund.charge, give_back);
    let object = render::refund(&failed);
    let mut rows = announce(world, "refund.updated", &object);
    rows.extend(announce(world, "refund.failed", &object));
    rows.extend([Row::Payment(changed), Row::Refund(failed)]);
    Ok(rows)
}

/// A bank opens a dispute (`open`), only asks (`inquiry`), or decides (`won`, `lost`, or `closed` for an inquiry). A
/// decision without an open dispute opens one first.
pub(crate) fn dispute(world: &World<'_>, payment: &str, outcome: &str) -> Result<Vec<Row>, Refusal> {
    let payment = world.book.payments.get(payment);
    let Some((payment, charge)) = payment.and_then(|payment| Some((payment, payment.paid_charge()?))) else {
        return Err(Refusal::invalid("Only a paid PaymentIntent can be disputed.").status(StatusCode::NOT_FOUND));
    };
    let is_open = |dispute: &&Dispute| dispute.payment == payment.id && dispute.status.ends_with("needs_response");
    let standing = world.book.disputes.iter().rev().find(is_open);
    let (first, last) = match outcome {
        "open" => ("needs_response", None),
        "inquiry" => ("warning_needs_response", None),
        "closed" => ("warning_needs_response", Some("warning_closed")),
        "won" => ("needs_response", Some("won")),
        "lost" => ("needs_response", Some("lost")),
        _ => return Err(Refusal::invalid("The outcome is one of open, inquiry, won, lost, closed.").param("outcome")),
    };
    let mut rows = Vec::new();
    let mut dispute = match (standing, last) {
        (Some(_), None) => return Err(Refusal::invalid("This payment is in dispute already.")),
        (Some(standing), Some(_)) => standing.clone(),
        (None, _) => {
            let dispute = Dispute {
                id: world.mint.id("du_"),
                created: world.now,
                payment: payment.id.clone(),
                charge: charge.id.clone(),
                amount: payment.amount.saturating_sub(charge.amount_refunded),
                currency: payment.currency.clone(),
                status: first.to_owned(),
            };
            rows.push(Row::Payment(with_charge(payment, &charge.id, |charge| charge.disputed = true)));
            rows.push(Row::Dispute(dispute.clone()));
            rows.extend(announce(world, "charge.dispute.created", &render::dispute(&dispute)));
            dispute
        }
    };
    if let Some(last) = last {
        last.clone_into(&mut dispute.status);
        rows.push(Row::Dispute(dispute.clone()));
        rows.extend(announce(world, "charge.dispute.closed", &render::dispute(&dispute)));
    }
    Ok(rows)
}

fn has_money_away(world: &World<'_>, payment: &str) -> bool {
    let away = |dispute: &Dispute| matches!(dispute.status.as_str(), "needs_response" | "under_review" | "lost");
    world.book.disputes.iter().any(|dispute| dispute.payment == payment && away(dispute))
}

fn with_charge(payment: &Payment, charge: &str, change: impl FnOnce(&mut Charge)) -> Payment {
    let mut payment = payment.clone();
    if let Some(charge) = payment.charges.iter_mut().find(|held| held.id == charge) {
        change(charge);
    }
    payment
}

fn announce_charge(world: &World<'_>, type_name: &str, payment: &Payment, charge: &str) -> Vec<Row> {
    let charge = payment.charges.iter().find(|held| held.id == charge);
    charge.map(|charge| announce(world, type_name, &render::charge(charge, payment))).unwrap_or_default()
}
