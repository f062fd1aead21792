//! What became of a payment's money after it was paid: refunds and disputes, always as sums over the objects
//! themselves. Events repeat, come late and out of order, so nothing is ever added up from them.

use domain::OrderId;

use crate::answers::{Charge, Dispute, IntentStatus, Refund};
use crate::checkout::ORDER_KEY;
use crate::refund::RefundStatus;

/// Where a payment's dispute stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DisputeState {
    /// Nobody disputes it; or the bank only asks, which moves no money.
    None,
    /// It was disputed and the money came back to us.
    Won,
    /// The bank holds the money until it has decided.
    Open,
    /// The money is the buyer's again.
    Lost,
}

/// A payment's money, as of now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaymentState {
    /// The order that the payment's own metadata names: known also where nothing was stored about it yet.
    pub order: Option<OrderId>,
    /// What was charged, in the smallest unit; zero while it is not through.
    pub charged_minor: u64,
    /// The sum of all refunds that have not failed.
    pub refunded_minor: u64,
    /// The dispute that matters most, if there are several.
    pub dispute: DisputeState,
}

impl PaymentState {
    /// Whether a dispute keeps the money from us, for now or for good.
    pub fn is_disputed(&self) -> bool {
        matches!(self.dispute, DisputeState::Open | DisputeState::Lost)
    }

    /// Whether all that was charged went back.
    pub fn is_fully_refunded(&self) -> bool {
        self.charged_minor > 0 && self.refunded_minor >= self.charged_minor
    }
}

/// Whether money that takes days may still come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaymentProgress {
    /// It may.
    OnItsWay,
    /// It came.
    Through,
    /// It will not, unless the buyer begins anew.
    Over,
}

impl IntentStatus {
    pub(crate) fn progress(&self) -> PaymentProgress {
        match self.status.as_str() {
            "succeeded" => PaymentProgress::Through,
            "canceled" | "requires_payment_method" => PaymentProgress::Over,
            _ => PaymentProgress::OnItsWay,
        }
    }
}

/// One page of payments of which money went back, or is asked back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyBackPage {
    /// `pi_…`, the newest first; one may be named more than once.
    pub payment_intents: Vec<String>,
    /// The cursor of the next page, if there is one.
    pub next: Option<String>,
}

/// Stripe copies a payment's metadata to its charges.
pub(crate) fn order_of(charges: &[Charge]) -> Option<OrderId> {
    charges.iter().find_map(|charge| charge.metadata.get(ORDER_KEY)?.parse().ok())
}

/// A payment may hold several charges, of which all but one were declined.
pub(crate) fn charged_minor(charges: &[Charge]) -> u64 {
    let through = charges.iter().filter(|charge| charge.paid && charge.status == "succeeded");
    through.map(|charge| u64::try_from(charge.amount_captured).unwrap_or(0)).sum()
}

/// A refund that failed gave the money back to us, whatever the charge's own sum says.
pub(crate) fn refunded_minor(refunds: &[Refund]) -> u64 {
    let standing = refunds.iter().filter(|refund| RefundStatus::of(refund) != RefundStatus::Failed);
    standing.map(|refund| u64::try_from(refund.amount).unwrap_or(0)).sum()
}

pub(crate) fn dispute_state(disputes: &[Dispute]) -> DisputeState {
    disputes.iter().map(|dispute| state_of(&dispute.status)).max().unwrap_or(DisputeState::None)
}

/// `disputed` on the charge stays true after a dispute was won, so only the dispute's own status counts.
fn state_of(status: &str) -> DisputeState {
    match status {
        "warning_closed" | "warning_needs_response" | "warning_under_review" => DisputeState::None,
        "won" => DisputeState::Won,
        // Prevented means that the buyer was paid back to end it.
        "lost" | "prevented" => DisputeState::Lost,
        // An unknown status is treated with the same care as an open one.
        _ => DisputeState::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_won_dispute_or_a_mere_question_leaves_the_money_with_us() {
        for (status, state) in [
            ("needs_response", DisputeState::Open),
            ("under_review", DisputeState::Open),
            ("new", DisputeState::Open),
            ("lost", DisputeState::Lost),
            ("prevented", DisputeState::Lost),
            ("won", DisputeState::Won),
            ("warning_needs_response", DisputeState::None),
            ("warning_closed", DisputeState::None),
        ] {
            assert_eq!(state_of(status), state, "{status}");
        }
    }
}
