//! Amounts in the smallest unit of their currency. Never a floating-point number.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why an amount was refused. The sentence can be shown to whoever typed it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MoneyError {
    /// A currency outside the list.
    #[error("`{0}` is not a supported currency; use one of {list}", list = Currency::LIST)]
    Currency(String),
    /// Not a decimal number with as many digits as the currency has.
    #[error("`{amount}` is not an amount of {currency}: use digits with at most {digits} after the point")]
    Amount {
        /// What was given.
        amount: String,
        /// The currency's code.
        currency: &'static str,
        /// How many digits it has after the point.
        digits: u32,
    },
    /// Less than can be charged.
    #[error("must be at least {0}, or nothing at all: the payment provider charges no less")]
    TooLittle(String),
    /// More than a price may be.
    #[error("must be at most {0}")]
    TooMuch(Money),
}

macro_rules! currencies {
    ($($code:ident $digits:literal $name:literal),* $(,)?) => {
        /// A currency that Portico sells in (ISO 4217), with the number of digits after the point.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Currency { $(#[doc = $name] $code),* }

        impl Currency {
            /// Every supported currency.
            pub const ALL: &[Currency] = &[$(Currency::$code),*];
            const LIST: &str = concat!($(stringify!($code), " "),*);

            /// The three-letter code in capitals.
            pub const fn code(self) -> &'static str {
                match self { $(Currency::$code => stringify!($code)),* }
            }

            /// Digits after the point: 2 for most, 0 for the yen.
            pub const fn digits(self) -> u32 {
                match self { $(Currency::$code => $digits),* }
            }
        }
    };
}

currencies! {
    AUD 2 "Australian dollar", BRL 2 "Brazilian real", CAD 2 "Canadian dollar", CHF 2 "Swiss franc",
    CZK 2 "Czech koruna", DKK 2 "Danish krone", EUR 2 "Euro", GBP 2 "Pound sterling", ILS 2 "Israeli shekel",
    INR 2 "Indian rupee", JPY 0 "Japanese yen", KRW 0 "South Korean won", MXN 2 "Mexican peso",
    NOK 2 "Norwegian krone", NZD 2 "New Zealand dollar", PLN 2 "Polish zloty", SEK 2 "Swedish krona",
    SGD 2 "Singapore dollar", USD 2 "United States dollar",
}

impl Currency {
    /// Reads a code in either case.
    pub fn new(code: &str) -> Result<Self, MoneyError> {
        let found = Self::ALL.iter().find(|currency| currency.code().eq_ignore_ascii_case(code));
        found.copied().ok_or_else(|| MoneyError::Currency(code.chars().take(12).collect()))
    }

    /// The least that can be charged, in the smallest unit: Stripe's table of minimum amounts (docs.stripe.com,
    /// "Supported currencies"). Currencies that are not in it have 50 of their smallest unit, or 500 won: about half
    /// a dollar, which is what the table is made from.
    pub const fn charge_minor_min(self) -> u64 {
        match self {
            Currency::CZK => 1_500,
            Currency::DKK => 250,
            Currency::GBP => 30,
            Currency::KRW => 500,
            Currency::MXN => 1_000,
            Currency::NOK | Currency::SEK => 300,
            Currency::PLN => 200,
            _ => 50,
        }
    }

    /// The code in lower case, as Stripe writes it.
    pub fn lower_code(self) -> String {
        self.code().to_ascii_lowercase()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount that is not negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// In the smallest unit: 1999 is 19.99 EUR or 1999 JPY.
    pub minor: u64,
    /// Which unit.
    pub currency: Currency,
}

/// Thousands are set apart in groups of so many digits.
const GROUP_DIGITS: usize = 3;

impl Money {
    /// Stripe's own limit for one charge in most currencies.
    pub const MINOR_MAX: u64 = 99_999_999;

    const fn too_much(currency: Currency) -> MoneyError {
        MoneyError::TooMuch(Self { minor: Self::MINOR_MAX, currency })
    }

    /// An amount in the smallest unit.
    pub fn from_minor(minor: u64, currency: Currency) -> Result<Self, MoneyError> {
        if minor > Self::MINOR_MAX { Err(Self::too_much(currency)) } else { Ok(Self { minor, currency }) }
    }

    /// Reads a decimal number such as `19.99`, exactly: no floating point is involved. `1.000` is a thousand to some and
    /// one to others, and refused.
    pub fn from_major(amount: &str, currency: Currency) -> Result<Self, MoneyError> {
        let refuse = || MoneyError::Amount {
            amount: amount.chars().take(24).collect(),
            currency: currency.code(),
            digits: currency.digits(),
        };
        let (whole, part) = amount.split_once('.').unwrap_or((amount, ""));
        let digits = usize::try_from(currency.digits()).unwrap_or(0);
        if !whole.starts_with('0') && whole.len() <= GROUP_DIGITS && part.len() == GROUP_DIGITS {
            return Err(refuse());
        }
        let part = part.trim_end_matches('0');
        let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(part) || part.len() > digits || amount.ends_with('.') {
            return Err(refuse());
        }
        let minor = format!("{whole}{part:0<digits$}").parse().map_err(|_| Self::too_much(currency))?;
        Self::from_minor(minor, currency)
    }

    /// The decimal number without the currency: `19.99`, `1980`.
    pub fn major(self) -> String {
        let digits = self.currency.digits();
        let unit = 10_u64.pow(digits);
        if digits == 0 {
            return self.minor.to_string();
        }
        let width = usize::try_from(digits).unwrap_or(0);
        format!("{}.{:0width$}", self.minor / unit, self.minor % unit)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.major(), self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_text_becomes_exact_minor_units() {
        for (text, currency, minor) in [
            ("19.99", Currency::USD, 1999),
            ("19.9", Currency::EUR, 1990),
            ("0", Currency::EUR, 0),
            ("1980", Currency::JPY, 1980),
            ("1980.0", Currency::JPY, 1980),
            ("0.070", Currency::GBP, 7),
            ("19.9000", Currency::EUR, 1990),
        ] {
            assert_eq!(Money::from_major(text, currency).unwrap().minor, minor, "{text}");
        }
        for (text, currency) in [
            ("", Currency::USD),
            ("-5", Currency::USD),
            ("abc", Currency::USD),
            ("1.999", Currency::USD),
            ("1.000", Currency::EUR),
            ("120.000", Currency::JPY),
            ("19.5", Currency::JPY),
            ("1e3", Currency::USD),
            ("5.", Currency::USD),
            (".5", Currency::USD),
            ("+1", Currency::USD),
        ] {
            assert!(matches!(Money::from_major(text, currency), Err(MoneyError::Amount { .. })), "{text}");
        }
        assert_eq!(Money::from_major("1000000", Currency::USD), Err(Money::too_much(Currency::USD)));
        assert_eq!(Money::from_major(&"9".repeat(40), Currency::USD), Err(Money::too_much(Currency::USD)));
    }

    #[test]
    fn amounts_print_as_they_are_read() {
        assert_eq!(Money { minor: 1205, currency: Currency::EUR }.to_string(), "12.05 EUR");
        assert_eq!(Money { minor: 980, currency: Currency::JPY }.to_string(), "980 JPY");
        assert!(Currency::new("xxx").unwrap_err().to_string().contains("EUR"));
    }
}
