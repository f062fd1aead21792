//! Promotion codes: a word that buyers type, and what it takes off.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use thiserror::Error;

use crate::Money;

/// Why a promotion code cannot be as it was asked for. The sentence can be shown to whoever typed it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PromotionError {
    /// Too short, too long, or with other characters than buyers can type anywhere.
    #[error("must have 3 to 40 letters (A to Z), digits and hyphens")]
    Code,
    /// Nothing, more than all, or a part of a percent.
    #[error("must be a whole number from 1 to 100")]
    Percent,
    /// An amount that takes nothing off.
    #[error("must be more than nothing")]
    Nothing,
    /// Nobody could use it, or the number is beyond any use.
    #[error("must be a whole number from 1 to {max}", max = RedemptionsMax::MAX)]
    Redemptions,
    /// It would have ended before it begins.
    #[error("must lie in the future")]
    Ended,
    /// Further away than the payment provider keeps discounts for.
    #[error("must lie within the next five years")]
    TooFar,
}

/// The word itself, in capitals: `SPRING-25`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PromotionCode(String);

impl PromotionCode {
    /// Reads a word in either case.
    pub fn new(text: &str) -> Result<Self, PromotionError> {
        let code = text.trim().to_ascii_uppercase();
        let typed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if (3..=40).contains(&code.len()) && code.bytes().all(typed) {
            Ok(Self(code))
        } else {
            Err(PromotionError::Code)
        }
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PromotionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a code takes off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Discount {
    /// So many in a hundred, 1 to 100.
    Percent(u8),
    /// An amount of one currency; in others the code does nothing.
    Amount(Money),
}

impl Discount {
    /// So many in a hundred.
    pub fn percent(percent: u64) -> Result<Self, PromotionError> {
        let whole = u8::try_from(percent).ok().filter(|percent| (1..=100).contains(percent));
        whole.map(Self::Percent).ok_or(PromotionError::Percent)
    }

    /// An amount.
    pub fn amount(money: Money) -> Result<Self, PromotionError> {
        if money.minor == 0 { Err(PromotionError::Nothing) } else { Ok(Self::Amount(money)) }
    }
}

/// How often a code can be used, by all buyers together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RedemptionsMax(u32);

impl RedemptionsMax {
    /// More than this is no limit.
    pub const MAX: u32 = 1_000_000;

    /// At least once.
    pub fn new(count: u64) -> Result<Self, PromotionError> {
        let count = u32::try_from(count).ok().filter(|count| (1..=Self::MAX).contains(count));
        count.map(Self).ok_or(PromotionError::Redemptions)
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// A code as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PromotionTerms {
    /// The word.
    pub code: PromotionCode,
    /// What it takes off.
    pub discount: Discount,
    /// How often it can be used; without limit where it is not said.
    pub redemptions_max: Option<RedemptionsMax>,
    /// When it ends; never where it is not said.
    pub expires_at: Option<Timestamp>,
}

impl PromotionTerms {
    /// The payment provider takes ends within five years, of which it counts no leap days.
    const END_MAX: SignedDuration = SignedDuration::from_hours(5 * 365 * 24 - 24);

    /// An end that a code can be given now, in whole seconds.
    pub fn end(at: Timestamp, now: Timestamp) -> Result<Timestamp, PromotionError> {
        let at = Timestamp::from_second(at.as_second()).unwrap_or(at);
        match at.duration_since(now) {
            left if left <= SignedDuration::ZERO => Err(PromotionError::Ended),
            left if left > Self::END_MAX => Err(PromotionError::TooFar),
            _ => Ok(at),
        }
    }
}

/// A code as the payment provider keeps it. It may have been made there, and say what no [`PromotionTerms`] can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promotion {
    /// The provider's id.
    pub id: String,
    /// The word, as it was written.
    pub code: String,
    /// What it takes off; `None` where that is none of our discounts, such as a half percent.
    pub discount: Option<Discount>,
    /// How often it was used.
    pub redeemed: u64,
    /// How often it can be used, if there is a limit.
    pub redemptions_max: Option<u64>,
    /// When it ends, if ever.
    pub expires_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Whether buyers can use it, by the provider's word.
    pub active: bool,
}

/// Whether a code can be used, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromotionState {
    /// It can.
    Active,
    /// As often as it may be.
    UsedUp,
    /// Its time is over.
    Ended,
    /// It was switched off.
    Off,
}

impl PromotionState {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::UsedUp => "used_up",
            Self::Ended => "ended",
            Self::Off => "off",
        }
    }
}

impl Promotion {
    /// Where it stands now.
    pub fn state(&self, now: Timestamp) -> PromotionState {
        if self.expires_at.is_some_and(|end| end <= now) {
            PromotionState::Ended
        } else if self.redemptions_max.is_some_and(|max| self.redeemed >= max) {
            PromotionState::UsedUp
        } else if self.active {
            PromotionState::Active
        } else {
            PromotionState::Off
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Currency;

    #[test]
    fn a_code_is_short_capitals_digits_and_hyphens() {
        assert_eq!(PromotionCode::new(" spring-25 ").unwrap().as_str(), "SPRING-25");
        assert!(PromotionCode::new(&"A".repeat(40)).is_ok());
        for wrong in ["", "AB", "A B C", "ÄÖÜ", "ABC!", "A/../B", "SPRING\n25", &"A".repeat(41)] {
            assert_eq!(PromotionCode::new(wrong), Err(PromotionError::Code), "{wrong}");
        }
    }

    #[test]
    fn discounts_limits_and_ends_have_bounds() {
        assert_eq!(Discount::percent(100), Ok(Discount::Percent(100)));
        for wrong in [0, 101, 257] {
            assert_eq!(Discount::percent(wrong), Err(PromotionError::Percent), "{wrong}");
        }
        let money = |minor| Money { minor, currency: Currency::EUR };
        assert_eq!(Discount::amount(money(0)), Err(PromotionError::Nothing));
        assert!(Discount::amount(money(1)).is_ok());
        assert_eq!(RedemptionsMax::new(1).map(RedemptionsMax::get), Ok(1));
        for wrong in [0, 1_000_001, u64::MAX] {
            assert_eq!(RedemptionsMax::new(wrong), Err(PromotionError::Redemptions), "{wrong}");
        }
        let at = |second| Timestamp::from_second(second).unwrap();
        let years = 365 * 24 * 3_600;
        assert_eq!(PromotionTerms::end(at(101), at(100)), Ok(at(101)));
        assert_eq!(PromotionTerms::end(at(100), at(100)), Err(PromotionError::Ended));
        assert_eq!(PromotionTerms::end(at(5 * years), at(0)), Err(PromotionError::TooFar));
    }

    #[test]
    fn a_code_says_why_it_does_nothing() {
        let now = Timestamp::from_second(100).unwrap();
        let code = Promotion {
            id: "promo_1".to_owned(),
            code: "SPRING".to_owned(),
            discount: None,
            redeemed: 2,
            redemptions_max: Some(3),
            expires_at: Timestamp::from_second(101).ok(),
            created_at: now,
            active: true,
        };
        assert_eq!(code.state(now), PromotionState::Active);
        let off = Promotion { active: false, ..code.clone() };
        assert_eq!(off.state(now), PromotionState::Off);
        let used = Promotion { redeemed: 3, ..off.clone() };
        assert_eq!(used.state(now), PromotionState::UsedUp);
        assert_eq!(used.state(Timestamp::from_second(101).unwrap()), PromotionState::Ended);
    }
}
