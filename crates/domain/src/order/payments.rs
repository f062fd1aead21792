//! The payments of an order: its own one, and any further one that no honest way of buying makes.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::money::{Currency, Money};
use crate::order::Order;
use crate::settlement::Settlement;

/// A second payment of one order: somebody must give it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtraPayment {
    /// The provider's checkout.
    pub checkout_session: String,
    /// The provider's payment; `None` where nothing was due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_intent: Option<String>,
    /// What was paid, in the smallest unit of its currency, as far as that is known.
    pub total_minor: u64,
    /// What went back of it.
    pub refunded_minor: u64,
    /// What was paid in detail; `None` where the provider did not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settlement: Option<Settlement>,
    /// The provider's invoice of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice: Option<String>,
}

impl ExtraPayment {
    /// Whether some of it is still with us.
    pub fn is_owed(&self) -> bool {
        self.left_minor() > 0
    }

    /// What is still with us of it, in the smallest unit of its currency.
    pub fn left_minor(&self) -> u64 {
        self.total_minor.saturating_sub(self.refunded_minor)
    }

    /// What it was paid in; the order's own currency where that is not known.
    pub fn currency(&self, order: &Order) -> Currency {
        self.settlement.map_or(order.quote.price.currency, |settled| settled.currency)
    }

    /// Whether it could stand in for the order's own payment: all of it is with us, in the same sum and currency.
    pub fn equals_the_own(&self, order: &Order) -> bool {
        let sum = |settled: Settlement| (settled.currency, settled.total_minor);
        let same = self.settlement.is_some() && self.settlement.map(sum) == order.settlement.map(sum);
        same && self.payment_intent.is_some() && self.refunded_minor == 0 && self.is_owed()
    }
}

impl Order {
    /// The currency that was paid in; the quoted one until the payment is known.
    pub fn currency(&self) -> Currency {
        self.settlement.map_or(self.quote.price.currency, |settled| settled.currency)
    }

    /// A further payment of it, by the provider's name.
    pub fn extra_payment(&self, payment_intent: &str) -> Option<&ExtraPayment> {
        self.extra_payments.iter().find(|extra| extra.payment_intent.as_deref() == Some(payment_intent))
    }

    /// Whether one of its payments is called so by the provider.
    pub fn has_payment(&self, payment_intent: &str) -> bool {
        self.payment_intent.as_deref() == Some(payment_intent) || self.extra_payment(payment_intent).is_some()
    }

    /// Whether somebody must give back money that was paid once too often.
    pub fn owes_a_payment(&self) -> bool {
        self.extra_payments.iter().any(ExtraPayment::is_owed)
    }

    /// What went back of one of its payments; nothing where it is none of them.
    pub fn went_back(&self, payment_intent: &str) -> Option<Money> {
        if self.payment_intent.as_deref() == Some(payment_intent) {
            return Some(Money { minor: self.refunded_minor, currency: self.currency() });
        }
        let extra = self.extra_payment(payment_intent)?;
        Some(Money { minor: extra.refunded_minor, currency: extra.currency(self) })
    }

    /// The order with one of its further payments in place of its own, of which so much went back. The order as it was
    /// where either of them is not known.
    #[must_use]
    pub fn with_payment_in_place(mut self, payment_intent: &str, went_back_minor: u64, now: Timestamp) -> Self {
        let found = |extra: &ExtraPayment| extra.payment_intent.as_deref() == Some(payment_intent);
        let (Some(at), Some(checkout_session), Some(settlement)) =
            (self.extra_payments.iter().position(found), self.checkout_session.clone(), self.settlement)
        else {
            return self;
        };
        let standing = self.extra_payments.remove(at);
        self.extra_payments.push(ExtraPayment {
            checkout_session,
            payment_intent: self.payment_intent.take(),
            total_minor: settlement.total_minor,
            refunded_minor: went_back_minor,
            settlement: Some(settlement),
            invoice: self.invoice.take(),
        });
        self.checkout_session = Some(standing.checkout_session);
        self.payment_intent = standing.payment_intent;
        self.settlement = standing.settlement;
        self.invoice = standing.invoice;
        self.refunded_minor = standing.refunded_minor;
        self.touched(now)
    }
}
