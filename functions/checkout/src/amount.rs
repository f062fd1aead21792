//! Amounts as this function shows them: decimal numbers as text.

use domain::{Currency, Money};
use serde::Serialize;
use utoipa::ToSchema;

/// An amount of money.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AmountView {
    /// A decimal number in the currency's usual unit.
    #[schema(example = "19.99")]
    amount: String,
    /// The three letters of ISO 4217.
    #[schema(example = "EUR")]
    currency: &'static str,
}

impl AmountView {
    pub(crate) fn of(minor: u64, currency: Currency) -> Self {
        Self { amount: Money { minor, currency }.major(), currency: currency.code() }
    }
}
