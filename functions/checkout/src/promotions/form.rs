//! A promotion code as staff asks for it.

use domain::{Currency, Discount, Money, PromotionCode, PromotionTerms, RedemptionsMax};
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Failure, FieldErrors};

/// An amount to take off.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AmountForm {
    /// A decimal number in the currency's usual unit.
    #[schema(example = "5.00")]
    amount: String,
    /// The three letters of ISO 4217. In other currencies the code takes nothing off.
    #[schema(example = "EUR")]
    currency: String,
}

/// A promotion code to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PromotionForm {
    /// 16 to 64 letters, digits and hyphens that the caller makes up: however often it is sent, the same key makes one code.
    pub(crate) key: String,
    /// What buyers type: 3 to 40 letters (A to Z), digits and hyphens, in either case.
    #[schema(example = "SPRING-25")]
    code: String,
    /// How many percent it takes off, 1 to 100. Either this or `amount_off` must be said.
    percent_off: Option<u64>,
    /// Which amount it takes off.
    amount_off: Option<AmountForm>,
    /// How often it can be used by all buyers together; without limit where it is left out.
    redemptions_max: Option<u64>,
    /// When it ends, within five years; never where it is left out.
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Timestamp>,
}

impl PromotionForm {
    /// The terms, or every field that is at fault.
    pub(crate) fn terms(&self, now: Timestamp) -> Result<PromotionTerms, Failure> {
        let mut errors = FieldErrors::default();
        if !payments::is_promotion_key(&self.key) {
            errors.take::<(), _>("key", Err("must have 16 to 64 letters (A to Z), digits and hyphens"));
        }
        let code = errors.take("code", PromotionCode::new(&self.code));
        let discount = match (self.percent_off, &self.amount_off) {
            (Some(percent), None) => errors.take("percent_off", Discount::percent(percent)),
            (None, Some(amount)) => amount.read(&mut errors),
            _ => errors.take("percent_off", Err("say how many percent it takes off, or which amount: one of the two")),
        };
        let redemptions_max = self.redemptions_max.map(RedemptionsMax::new).transpose();
        let redemptions_max = errors.take("redemptions_max", redemptions_max);
        let expires_at = self.expires_at.map(|at| PromotionTerms::end(at, now)).transpose();
        let expires_at = errors.take("expires_at", expires_at);
        match (code, discount, redemptions_max, expires_at) {
            (Some(code), Some(discount), Some(redemptions_max), Some(expires_at)) if errors.list().is_empty() => {
                Ok(PromotionTerms { code, discount, redemptions_max, expires_at })
            }
            _ => Err(errors.into_failure()),
        }
    }
}

impl AmountForm {
    fn read(&self, errors: &mut FieldErrors) -> Option<Discount> {
        let currency = errors.take("amount_off.currency", Currency::new(self.currency.trim()))?;
        let money = errors.take("amount_off.amount", Money::from_major(self.amount.trim(), currency))?;
        errors.take("amount_off.amount", Discount::amount(money))
    }
}
