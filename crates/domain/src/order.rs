//! An order: a frozen quote and what became of its money.

mod payments;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::email::EmailAddress;
use crate::id::{AccountId, CourseId, OrderId};
use crate::locale::Locale;
use crate::money::Money;
use crate::settlement::Settlement;
use crate::slug::Slug;
use crate::term::Term;
use crate::text::{PersonName, Title};

pub use payments::ExtraPayment;

/// What was offered, frozen before the payment provider is called. Later changes of the course do not touch it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The course.
    pub course: CourseId,
    /// Its page, to return to.
    pub course_slug: Slug,
    /// Its title as the buyer saw it.
    pub course_title: Title,
    /// The price; zero for a free course.
    pub price: Money,
    /// The dated run, as it was then; nothing for a course without dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Term>,
}

/// Who applied, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buyer {
    /// The name.
    pub name: PersonName,
    /// The address; names the account that the order makes or finds.
    pub email: EmailAddress,
}

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// Quoted; the payment provider does not know of it yet.
    Created,
    /// The buyer can pay.
    Open,
    /// The buyer finished, the money is still on its way (bank transfer and the like).
    Paid,
    /// Paid, and the buyer is enrolled.
    Fulfilled,
    /// Nobody paid in time.
    Expired,
    /// The payment was refused for good.
    Failed,
    /// The money does not fit the quote, or something stood in the way; a person must look.
    InReview,
    /// Part of the money went back; access stays.
    PartiallyRefunded,
    /// All of the money went back; access is suspended.
    Refunded,
    /// The buyer's bank took the money back for the time being; access is suspended.
    Disputed,
}

/// What may happen to an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderEvent {
    /// A checkout exists at the payment provider.
    Open,
    /// The buyer finished with a payment that takes days.
    Pend,
    /// The money is there (or none was due), and everything it buys is committed with this very change.
    Fulfill,
    /// The checkout ran out.
    Expire,
    /// The payment failed for good.
    Fail,
    /// Something does not fit.
    Review,
    /// Money went back, but not all.
    RefundPart,
    /// All money went back.
    RefundAll,
    /// A refund did not go through: the money is ours again, or all of it but a part.
    RefundFail,
    /// The buyer's bank opened a dispute and took the money.
    Dispute,
    /// The dispute was won: the money is back.
    WinDispute,
    /// Money that went back from an order that was never fulfilled is ours again, and a person must look again.
    ReviewAgain,
}

/// An event that the order's state does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("an order that is {from:?} cannot take {event:?}")]
pub struct OrderRefused {
    /// Where it stands.
    pub from: OrderState,
    /// What was to happen.
    pub event: OrderEvent,
}

impl OrderState {
    /// The one table of order transitions. Late money still counts: an order that expired or failed here may turn
    /// out paid at the provider, and the provider decides.
    pub fn after(self, event: OrderEvent) -> Result<Self, OrderRefused> {
        use OrderState as S;
        match (self, event) {
            (S::Created, OrderEvent::Open) => Ok(S::Open),
            (S::Open, OrderEvent::Pend) => Ok(S::Paid),
            (S::Created | S::Open | S::Paid | S::Expired | S::Failed | S::InReview, OrderEvent::Fulfill) => {
                Ok(S::Fulfilled)
            }
            (S::Created | S::Open, OrderEvent::Expire) => Ok(S::Expired),
            (S::Open | S::Paid, OrderEvent::Fail) => Ok(S::Failed),
            (S::Created | S::Open | S::Paid | S::Expired | S::Failed, OrderEvent::Review)
            // Money that came back of an order that never was fulfilled: again a person must look.
            | (S::Refunded | S::Disputed, OrderEvent::Review) => Ok(S::InReview),
            (S::Fulfilled | S::PartiallyRefunded, OrderEvent::RefundPart) => Ok(S::PartiallyRefunded),
            (S::Fulfilled | S::InReview | S::PartiallyRefunded | S::Disputed, OrderEvent::RefundAll) => Ok(S::Refunded),
            (S::Fulfilled | S::InReview | S::PartiallyRefunded, OrderEvent::Dispute) => Ok(S::Disputed),
            (S::Refunded | S::PartiallyRefunded, OrderEvent::RefundFail) => Ok(S::Fulfilled),
            (S::Disputed, OrderEvent::WinDispute) => Ok(S::Fulfilled),
            (S::Refunded | S::PartiallyRefunded | S::Disputed, OrderEvent::ReviewAgain) => Ok(S::InReview),
            (from, event) => Err(OrderRefused { from, event }),
        }
    }

    /// Whether the buyer's money is with us and the course is theirs.
    pub fn grants_access(self) -> bool {
        matches!(self, Self::Fulfilled | Self::PartiallyRefunded)
    }

    /// Whether its payment may still turn it into an enrollment or a review: nobody has decided about it yet.
    pub fn awaits_payment(self) -> bool {
        matches!(self, Self::Created | Self::Open | Self::Paid | Self::Expired | Self::Failed)
    }
}

/// Why a person must look at an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewReason {
    /// Amount or currency differ from the quote.
    MoneyMismatch,
    /// The account was deactivated or deleted while the buyer paid.
    AccountUnavailable,
    /// The course left the public catalog's audience or was deleted while the buyer paid.
    CourseUnavailable,
    /// The same person paid for the same course twice.
    PaidTwice,
    /// Staff had shut the buyer out of the course; money alone does not let them in again.
    SuspendedByStaff,
}

/// A purchase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// Raised by every change.
    pub version: u64,
    /// Where it stands.
    pub state: OrderState,
    /// What was offered.
    pub quote: Quote,
    /// Who applied.
    pub buyer: Buyer,
    /// The provider's checkout, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkout_session: Option<String>,
    /// Where the buyer pays, while the order is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkout_url: Option<String>,
    /// The provider's payment; refunds and disputes arrive under its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_intent: Option<String>,
    /// What was paid, once it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settlement: Option<Settlement>,
    /// Money that went back of its own payment, in the smallest unit of what was paid. Never falls except by a refund
    /// that failed, or where another payment takes the place of one that went back.
    pub refunded_minor: u64,
    /// The account that the order made or found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
    /// The account that the buyer's address had when the order was placed. Where it is gone by the time of the
    /// payment, nothing is resurrected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_account: Option<AccountId>,
    /// Whether the owner of that account placed it, signed in. Anybody may type anybody's address: what others begin in
    /// its owner's name is shown to its owner only once it is paid.
    #[serde(default)]
    pub placed_by_owner: bool,
    /// How often the provider answered for good that it failed: part of the key of every further call, since it
    /// would give the same answer to the same key for a day.
    #[serde(default)]
    pub attempt: u32,
    /// The same of closing its page, which is another call: the key that opened the page still finds it.
    #[serde(default)]
    pub closing_attempt: u32,
    /// Further payments of this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra_payments: Vec<ExtraPayment>,
    /// The provider's invoice of the payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice: Option<String>,
    /// Why a person must look at it: why it is in review, or what came to light after its course had opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewReason>,
    /// Whether the bank has spoken its last word on a dispute, and for the buyer: no money comes back any more.
    #[serde(default, skip_serializing_if = "is_not")]
    pub dispute_lost: bool,
    /// The language of the page that it was placed on.
    #[serde(default)]
    pub locale: Locale,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

/// Unsaid where it is not so.
fn is_not(word: &bool) -> bool {
    !word
}

impl Order {
    /// A fresh order with its quote frozen.
    pub fn place(id: OrderId, quote: Quote, buyer: Buyer, now: Timestamp) -> Self {
        Self {
            id,
            version: 1,
            state: OrderState::Created,
            quote,
            buyer,
            checkout_session: None,
            checkout_url: None,
            payment_intent: None,
            settlement: None,
            refunded_minor: 0,
            account: None,
            known_account: None,
            placed_by_owner: false,
            attempt: 0,
            closing_attempt: 0,
            extra_payments: Vec::new(),
            invoice: None,
            review: None,
            dispute_lost: false,
            locale: Locale::default(),
            created_at: now,
            updated_at: now,
        }
    }

    /// The order after the event, one version on.
    pub fn after(mut self, event: OrderEvent, now: Timestamp) -> Result<Self, OrderRefused> {
        self.state = self.state.after(event)?;
        self.version += 1;
        self.updated_at = now;
        Ok(self)
    }

    /// The order one version on, in the state it is in.
    pub fn touched(mut self, now: Timestamp) -> Self {
        self.version += 1;
        self.updated_at = now;
        self
    }

    /// Whether a person has something to decide about it.
    pub fn needs_a_person(&self) -> bool {
        self.state == OrderState::InReview || self.owes_a_payment() || self.is_one_of_two()
    }

    /// Whether it opens a course that another order of the same buyer opens as well: one of the two goes back.
    pub fn is_one_of_two(&self) -> bool {
        self.state.grants_access() && self.review == Some(ReviewReason::PaidTwice)
    }

    /// Whether it opens nothing because another order of the same buyer opened the course before.
    pub fn is_kept_out(&self) -> bool {
        self.state == OrderState::InReview && self.review == Some(ReviewReason::PaidTwice)
    }

    /// Whether the bank has yet to decide about its money.
    pub fn awaits_the_bank(&self) -> bool {
        self.state == OrderState::Disputed && !self.dispute_lost
    }

    /// What the buyer paid, in the smallest unit; the quoted price until the payment is known.
    pub fn paid_minor(&self) -> u64 {
        self.settlement.map_or(self.quote.price.minor, |settlement| settlement.total_minor)
    }

    /// Sums by currency, for comparing with the provider's books.
    pub fn totals<'a>(orders: impl IntoIterator<Item = &'a Order>) -> BTreeMap<&'static str, u64> {
        let mut totals = BTreeMap::new();
        for order in orders {
            if let Some(settlement) = order.settlement {
                let kept = settlement.total_minor.saturating_sub(order.refunded_minor);
                *totals.entry(settlement.currency.code()).or_insert(0) += kept;
            }
        }
        totals
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_money_that_comes_or_comes_back_gives_access() {
        use OrderEvent::*;
        use OrderState as S;
        let states = [
            S::Created,
            S::Open,
            S::Paid,
            S::Fulfilled,
            S::Expired,
            S::Failed,
            S::InReview,
            S::PartiallyRefunded,
            S::Refunded,
            S::Disputed,
        ];
        for from in states {
            for event in [
                Open,
                Pend,
                Fulfill,
                Expire,
                Fail,
                Review,
                RefundPart,
                RefundAll,
                RefundFail,
                Dispute,
                WinDispute,
                ReviewAgain,
            ] {
                let Ok(to) = from.after(event) else { continue };
                assert_ne!(from, to_self(from, to, event), "{event:?} must move the order");
                if to.grants_access() && !from.grants_access() {
                    assert!(matches!(event, Fulfill | WinDispute | RefundPart | RefundFail), "{from:?} {event:?}");
                }
            }
        }
        assert!(S::Refunded.after(Fulfill).is_err(), "money that went back buys nothing");
    }

    /// A second partial refund leaves the state as it is; everything else moves on.
    fn to_self(from: OrderState, to: OrderState, event: OrderEvent) -> OrderState {
        if from == to && event == OrderEvent::RefundPart { OrderState::Created } else { to }
    }
}
