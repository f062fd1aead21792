//! What the payment provider says was paid, and whether it is what was quoted.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::money::Currency;
use crate::order::Quote;

/// The amounts of a completed checkout, in the smallest unit of its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    /// The currency we asked for; what the buyer saw may differ and does not matter.
    pub currency: Currency,
    /// Before discount and tax.
    pub subtotal_minor: u64,
    /// Taken off by promotion codes.
    pub discount_minor: u64,
    /// Added on top.
    pub exclusive_tax_minor: u64,
    /// What the buyer paid.
    pub total_minor: u64,
}

/// Why the money does not fit the quote. An order with such a payment goes to review, never to a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SettlementError {
    /// Another currency.
    #[error("paid in {paid} instead of {quoted}")]
    Currency {
        /// The payment's.
        paid: Currency,
        /// The order's.
        quoted: Currency,
    },
    /// Another amount before discount and tax.
    #[error("the subtotal is {paid_minor} instead of {quoted_minor}")]
    Subtotal {
        /// The payment's.
        paid_minor: u64,
        /// The order's.
        quoted_minor: u64,
    },
    /// The parts do not add up to the total.
    #[error("the total {total_minor} is not subtotal less discount plus tax")]
    Total {
        /// The payment's.
        total_minor: u64,
    },
}

impl Settlement {
    /// Checks currency and subtotal against the frozen quote, then that the total follows from its parts. The total
    /// is never compared with the list price: discounts and taxes are legitimate.
    pub fn check(&self, quote: &Quote) -> Result<(), SettlementError> {
        if self.currency != quote.price.currency {
            return Err(SettlementError::Currency { paid: self.currency, quoted: quote.price.currency });
        }
        if self.subtotal_minor != quote.price.minor {
            return Err(SettlementError::Subtotal { paid_minor: self.subtotal_minor, quoted_minor: quote.price.minor });
        }
        let discounted = self.subtotal_minor.checked_sub(self.discount_minor);
        let total = discounted.and_then(|minor| minor.checked_add(self.exclusive_tax_minor));
        if total == Some(self.total_minor) {
            Ok(())
        } else {
            Err(SettlementError::Total { total_minor: self.total_minor })
        }
    }
}
