//! Sums: lines, discounts, and the least that Stripe charges.

use domain::{Currency, Money};

use crate::options::Off;
use crate::refusal::Refusal;
use crate::rows::Line;

/// The least Stripe charges, in the smallest unit, where it is not 50.
const MINIMUMS: [(&str, u64); 9] = [
    ("czk", 1_500),
    ("dkk", 250),
    ("gbp", 30),
    ("mxn", 1_000),
    ("nok", 300),
    ("pln", 200),
    ("sek", 300),
    ("jpy", 50),
    ("krw", 500),
];
const MINIMUM: u64 = 50;

/// Before anything is taken off.
pub(crate) fn subtotal(lines: &[Line]) -> u64 {
    lines.iter().fold(0, |sum, line| sum + line.unit_amount.saturating_mul(line.quantity))
}

/// What a coupon takes off. Half a cent goes to the buyer's side of zero, as with Stripe.
pub(crate) fn discount(off: &Off, subtotal: u64, currency: &str) -> Result<u64, Refusal> {
    match off {
        Off::Percent(percent) => Ok(((subtotal * u64::from(*percent) + 50) / 100).min(subtotal)),
        Off::Amount { minor, currency: theirs } if theirs == currency => Ok((*minor).min(subtotal)),
        Off::Amount { .. } => Err(Refusal::invalid("This coupon is for another currency.").param("discounts")),
    }
}

/// One rate for everybody, wherever they live.
const TAX_PERCENT: u64 = 20;

/// The tax on top of lines whose price does not hold it, after the discount.
pub(crate) fn tax(lines: &[Line], discount: u64) -> u64 {
    let exclusive = lines.iter().filter(|line| line.tax_behavior == "exclusive");
    let taxable = exclusive.fold(0, |sum: u64, line| sum + line.unit_amount.saturating_mul(line.quantity));
    (taxable.saturating_sub(discount) * TAX_PERCENT + 50) / 100
}

/// Nothing is fine, a little is not.
pub(crate) fn check_total(total: u64, currency: &str) -> Result<(), Refusal> {
    let minimum = MINIMUMS.iter().find(|(code, _)| *code == currency).map_or(MINIMUM, |(_, minimum)| *minimum);
    if total > Money::MINOR_MAX {
        return Err(Refusal::invalid("Amount must be no more than 999,999.99").code("amount_too_large"));
    }
    if total > 0 && total < minimum {
        let least = shown(minimum, currency);
        return Err(Refusal::invalid(format!(
            "The Checkout Session's total amount due must add up to at least {least}"
        ))
        .code("amount_too_small"));
    }
    Ok(())
}

/// The amount for people.
pub(crate) fn shown(minor: u64, currency: &str) -> String {
    match Currency::new(currency) {
        Ok(currency) => Money { minor, currency }.to_string(),
        Err(_) => format!("{minor} {currency}"),
    }
}
