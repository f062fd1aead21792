//! How values read on a page in each language: prices, dates, lengths, languages, and the cover a subject gets.

use domain::{CourseMode, Currency, LanguageTag, Level, Locale, Money, Price};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Serialize, Serializer};

use crate::messages::{message, say};

/// `Free`, `$1,249.99`, `PLN 39.99`; in French `1 249,99 $US`, in Polish `39,99 zł`.
pub fn price_label(price: Price, locale: Locale) -> String {
    match price {
        Price::Free => say(locale, "price-free", &[]),
        Price::Paid(money) => money_label(money, locale),
    }
}

/// An amount with its currency, each where the language puts it.
pub fn money_label(money: Money, locale: Locale) -> String {
    let amount = grouped(locale, &money.major());
    let sign = sign(money.currency, locale);
    match (locale, sign) {
        (Locale::English, Some(sign)) => format!("{sign}{amount}"),
        (Locale::English, None) => format!("{} {amount}", money.currency.code()),
        (_, sign) => format!("{amount}\u{a0}{}", sign.unwrap_or(money.currency.code())),
    }
}

/// How readers of the language write a currency; `None` where its code is clearer.
fn sign(currency: Currency, locale: Locale) -> Option<&'static str> {
    Some(match (currency, locale) {
        (Currency::PLN, Locale::Polish) => "zł",
        (Currency::USD, Locale::English) => "$",
        (Currency::USD, Locale::French) => "$US",
        // Set apart from what runs the other way, or the sign comes before its letters.
        (Currency::USD, Locale::Arabic) => "\u{2066}US$\u{2069}",
        (Currency::AUD, Locale::English) => "A$",
        (Currency::BRL, Locale::English) => "R$",
        (Currency::CAD, Locale::English) => "CA$",
        (Currency::MXN, Locale::English) => "MX$",
        (Currency::NZD, Locale::English) => "NZ$",
        (Currency::SGD, Locale::English) => "S$",
        (Currency::EUR, _) => "€",
        (Currency::GBP, Locale::English | Locale::French) => "£",
        (Currency::ILS, Locale::English) => "₪",
        (Currency::INR, Locale::English) => "₹",
        (Currency::JPY, Locale::English) => "¥",
        (Currency::KRW, Locale::English) => "₩",
        _ => return None,
    })
}

/// Puts the language's mark between thousands and before the fraction (Unicode CLDR): Polish leaves four digits together.
pub(crate) fn grouped(locale: Locale, amount: &str) -> String {
    let (mark, point, from) = match locale {
        Locale::English | Locale::Arabic => (',', '.', 4),
        Locale::Polish => ('\u{a0}', ',', 5),
        Locale::French => ('\u{202f}', ',', 4),
    };
    let whole = amount.split('.').next().map_or(0, str::len);
    let mut out = String::with_capacity(amount.len() + 4);
    for (at, c) in amount.chars().enumerate() {
        if at > 0 && whole >= from && at < whole && (whole - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(if c == '.' { point } else { c });
    }
    out
}

/// The day in UTC, for people and for the `datetime` attribute: `("5 February 2026", "2026-02-05")`.
pub fn date_label(at: Timestamp, locale: Locale) -> (String, String) {
    let date = at.to_zoned(TimeZone::UTC).date();
    let machine = format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
    let month = usize::try_from(date.month()).ok().and_then(|month| months(locale).get(month.wrapping_sub(1)));
    // French counts its first day, and only that.
    let first = if locale == Locale::French && date.day() == 1 { "er" } else { "" };
    (format!("{}{first} {} {}", date.day(), month.unwrap_or(&""), date.year()), machine)
}

/// The months as they stand in a date. Polish names are in the genitive there.
#[rustfmt::skip]
const fn months(locale: Locale) -> &'static [&'static str; 12] {
    match locale {
        Locale::English => &[
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        Locale::Polish => &[
            "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
            "października", "listopada", "grudnia",
        ],
        Locale::French => &[
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
        Locale::Arabic => &[
            "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
            "ديسمبر",
        ],
    }
}

/// `45 min`, `3 h`, `3 h 20 min`; from a day on only hours.
pub fn minutes_label(minutes: u32, locale: Locale) -> String {
    let (hours, left) = (u64::from(minutes / 60), u64::from(minutes % 60));
    match (hours, left) {
        (0, minutes) => say(locale, "length-minutes", &[("minutes", minutes.into())]),
        (hours, 0) => say(locale, "length-hours", &[("hours", hours.into())]),
        (hours, _) if hours >= 24 => say(locale, "length-hours", &[("hours", hours.into())]),
        (hours, minutes) => say(locale, "length-both", &[("hours", hours.into()), ("minutes", minutes.into())]),
    }
}

/// How hard a course is, for people.
pub fn level_label(level: Level, locale: Locale) -> String {
    let id = match level {
        Level::Beginner => "level-beginner",
        Level::Intermediate => "level-intermediate",
        Level::Advanced => "level-advanced",
    };
    say(locale, id, &[])
}

/// How a course is held, for people.
pub fn mode_label(mode: CourseMode, locale: Locale) -> String {
    let id = match mode {
        CourseMode::SelfPaced => "format-self-paced",
        CourseMode::Live => "format-live",
        CourseMode::OnSite => "format-on-site",
        CourseMode::Blended => "format-blended",
    };
    say(locale, id, &[])
}

/// The language's name, with what else its tag says in parentheses: `Portuguese (BR)`. A language without a name is said
/// by its tag.
pub fn language_label(tag: &LanguageTag, locale: Locale) -> String {
    let Ok(name) = message(locale, &format!("language-{}", tag.primary()), &[]) else { return tag.as_str().to_owned() };
    match tag.as_str().split_once('-') {
        None => name.into_owned(),
        Some((_, rest)) => format!("{name} ({rest})"),
    }
}

/// The colour and pattern of a subject, always the same for the same name. Written as class names of the style sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cover {
    tint: u32,
    weave: u32,
}

impl Cover {
    const TINTS: u32 = 10;
    const WEAVES: u32 = 4;

    /// The cover of a subject by its name.
    pub fn of(subject: &str) -> Self {
        // FNV-1a: spreads short names well and never changes, so a subject keeps its colour for good.
        let hash = subject.bytes().fold(0x811c_9dc5_u32, |hash, b| (hash ^ u32::from(b)).wrapping_mul(0x0100_0193));
        Self { tint: (hash >> 4) % Self::TINTS, weave: (hash >> 16) % Self::WEAVES }
    }
}

impl Serialize for Cover {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("tint-{} weave-{}", self.tint, self.weave))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_as_people_write_them() {
        let paid = |minor, currency| price_label(Price::Paid(Money { minor, currency }), Locale::English);
        assert_eq!(paid(124_999, Currency::USD), "$1,249.99");
        assert_eq!(paid(12_800, Currency::JPY), "¥12,800");
        assert_eq!(paid(3_999, Currency::PLN), "PLN 39.99");
        assert_eq!(paid(99_999_999, Currency::EUR), "€999,999.99");
        assert_eq!(price_label(Price::Free, Locale::English), "Free");
        assert_eq!(
            [5, 60, 200, 2_999].map(|minutes| minutes_label(minutes, Locale::English)),
            ["5 min", "1 h", "3 h 20 min", "49 h"]
        );
        let day = date_label("2026-02-05T14:00:00Z".parse().unwrap(), Locale::English);
        assert_eq!(day, ("5 February 2026".into(), "2026-02-05".into()));
        let language = |tag| language_label(&LanguageTag::new(tag).unwrap(), Locale::English);
        assert_eq!(
            ["pt-BR", "ar", "zh-Hant-TW", "xx"].map(language),
            ["Portuguese (BR)", "Arabic", "Chinese (Hant-TW)", "xx"]
        );
    }

    #[test]
    fn values_read_as_people_of_each_language_write_them() {
        let paid = |minor, currency, locale| price_label(Price::Paid(Money { minor, currency }), locale);
        assert_eq!(paid(124_999, Currency::USD, Locale::Polish), "1249,99\u{a0}USD");
        assert_eq!(paid(1_249_999, Currency::PLN, Locale::Polish), "12\u{a0}499,99\u{a0}zł");
        assert_eq!(paid(124_999, Currency::EUR, Locale::French), "1\u{202f}249,99\u{a0}€");
        assert_eq!(paid(12_800, Currency::JPY, Locale::French), "12\u{202f}800\u{a0}JPY");
        assert_eq!(paid(124_999, Currency::USD, Locale::Arabic), "1,249.99\u{a0}\u{2066}US$\u{2069}");
        assert_eq!(
            Locale::ALL.map(|locale| price_label(Price::Free, locale)),
            ["Free", "Bezpłatnie", "Gratuit", "مجاني"]
        );
        let day = |at: &str, locale| date_label(at.parse().unwrap(), locale).0;
        assert_eq!(day("2026-02-05T14:00:00Z", Locale::Polish), "5 lutego 2026");
        assert_eq!(day("2026-08-01T14:00:00Z", Locale::French), "1er août 2026");
        assert_eq!(day("2026-02-05T14:00:00Z", Locale::Arabic), "5 فبراير 2026");
        let brazilian = LanguageTag::new("pt-BR").unwrap();
        assert_eq!(language_label(&brazilian, Locale::French), "Portugais (BR)");
        assert_eq!(language_label(&LanguageTag::new("xx").unwrap(), Locale::Arabic), "xx");
    }
}
