//! Amounts as staff read and write them: a decimal number as text, so that no floating point comes near a price.

use domain::{Currency, Money, MoneyError, Price};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An amount of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// A decimal number in the currency's usual unit.
    #[schema(example = "19.99")]
    amount: String,
    /// The three letters of ISO 4217.
    #[schema(example = "EUR")]
    currency: String,
}

impl Amount {
    /// Shows an amount.
    pub fn of(money: Money) -> Self {
        Self { amount: money.major(), currency: money.currency.code().to_owned() }
    }

    /// Shows an amount in the smallest unit of a currency.
    pub fn of_minor(minor: u64, currency: Currency) -> Self {
        Self::of(Money { minor, currency })
    }

    /// Reads a price, or names the part of it that is wrong. Zero is free.
    pub fn price(&self) -> Result<Price, (&'static str, MoneyError)> {
        let currency = Currency::new(self.currency.trim()).map_err(|error| ("price.currency", error))?;
        let money = Money::from_major(self.amount.trim(), currency).map_err(|error| ("price.amount", error))?;
        Price::of(money).map_err(|error| ("price.amount", error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn price(amount: &str, currency: &str) -> Result<Price, &'static str> {
        let amount = Amount { amount: amount.to_owned(), currency: currency.to_owned() };
        amount.price().map_err(|(field, _)| field)
    }

    #[test]
    fn a_price_is_exact_and_names_what_is_wrong_with_it() {
        assert_eq!(price("19.99", "eur"), Ok(Price::Paid(Money { minor: 1999, currency: Currency::EUR })));
        assert_eq!(price("0.00", "USD"), Ok(Price::Free));
        assert_eq!(price("19.999", "EUR"), Err("price.amount"));
        assert_eq!(price("-1", "EUR"), Err("price.amount"));
        assert_eq!(price("99999999999", "EUR"), Err("price.amount"));
        assert_eq!(price("1", "XXX"), Err("price.currency"));
        assert_eq!(price("0.49", "EUR"), Err("price.amount"));
        assert_eq!(price("14.99", "CZK"), Err("price.amount"));
        assert_eq!(price("50", "JPY"), Ok(Price::Paid(Money { minor: 50, currency: Currency::JPY })));
    }
}
