//! How values read on a page: prices, dates, lengths, languages, and the cover a subject gets.

use domain::{CourseMode, Currency, LanguageTag, Level, Price};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Serialize, Serializer};

/// `Free`, `$1,249.99`, `PLN 39.99`.
pub fn price_label(price: Price) -> String {
    let Price::Paid(money) = price else { return "Free".to_owned() };
    let sign = match money.currency {
        Currency::AUD => "A$",
        Currency::BRL => "R$",
        Currency::CAD => "CA$",
        Currency::EUR => "€",
        Currency::GBP => "£",
        Currency::ILS => "₪",
        Currency::INR => "₹",
        Currency::JPY => "¥",
        Currency::KRW => "₩",
        Currency::MXN => "MX$",
        Currency::NZD => "NZ$",
        Currency::SGD => "S$",
        Currency::USD => "$",
        other => return format!("{} {}", other.code(), grouped(&money.major())),
    };
    format!("{sign}{}", grouped(&money.major()))
}

/// Puts a comma between thousands.
pub(crate) fn grouped(amount: &str) -> String {
    let whole = amount.split('.').next().map_or(0, str::len);
    let mut out = String::with_capacity(amount.len() + 4);
    for (at, c) in amount.chars().enumerate() {
        if at > 0 && at < whole && (whole - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// The day in UTC, for people and for the `datetime` attribute: `("5 February 2026", "2026-02-05")`.
pub fn date_label(at: Timestamp) -> (String, String) {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let date = at.to_zoned(TimeZone::UTC).date();
    let month = usize::try_from(date.month()).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    let long = format!("{} {} {}", date.day(), month.unwrap_or(&""), date.year());
    (long, format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()))
}

/// `45 min`, `3 h`, `3 h 20 min`; from a day on only hours.
pub fn minutes_label(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, _) if hours >= 24 => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// How hard a course is, for people.
pub fn level_label(level: Level) -> &'static str {
    match level {
        Level::Beginner => "Beginner",
        Level::Intermediate => "Intermediate",
        Level::Advanced => "Advanced",
    }
}

/// How a course is held, for people.
pub fn mode_label(mode: CourseMode) -> &'static str {
    match mode {
        CourseMode::SelfPaced => "Online, at your own pace",
        CourseMode::Live => "Online, on fixed dates",
        CourseMode::OnSite => "On site",
        CourseMode::Blended => "Online and on site",
    }
}

/// The language's English name, with what else the tag says in parentheses: `Portuguese (BR)`.
pub fn language_label(tag: &LanguageTag) -> String {
    let primary = tag.primary();
    let name = LANGUAGES.iter().find(|(code, _)| *code == primary).map(|(_, name)| *name);
    match (name, tag.as_str().split_once('-')) {
        (Some(name), None) => name.to_owned(),
        (Some(name), Some((_, rest))) => format!("{name} ({rest})"),
        (None, _) => tag.as_str().to_owned(),
    }
}

/// English names of languages that catalogs are held in; the tag itself stands for any other.
#[rustfmt::skip]
const LANGUAGES: &[(&str, &str)] = &[
    ("af", "Afrikaans"), ("am", "Amharic"), ("ar", "Arabic"), ("az", "Azerbaijani"), ("be", "Belarusian"),
    ("bg", "Bulgarian"), ("bn", "Bengali"), ("bs", "Bosnian"), ("ca", "Catalan"), ("cs", "Czech"), ("cy", "Welsh"),
    ("da", "Danish"), ("de", "German"), ("el", "Greek"), ("en", "English"), ("eo", "Esperanto"), ("es", "Spanish"),
    ("et", "Estonian"), ("eu", "Basque"), ("fa", "Persian"), ("fi", "Finnish"), ("fil", "Filipino"), ("fr", "French"),
    ("ga", "Irish"), ("gl", "Galician"), ("grc", "Ancient Greek"), ("gu", "Gujarati"), ("he", "Hebrew"),
    ("hi", "Hindi"), ("hr", "Croatian"), ("hu", "Hungarian"), ("hy", "Armenian"), ("id", "Indonesian"),
    ("is", "Icelandic"), ("it", "Italian"), ("ja", "Japanese"), ("ka", "Georgian"), ("kk", "Kazakh"), ("km", "Khmer"),
    ("kn", "Kannada"), ("ko", "Korean"), ("la", "Latin"), ("lo", "Lao"), ("lt", "Lithuanian"), ("lv", "Latvian"),
    ("mk", "Macedonian"), ("ml", "Malayalam"), ("mn", "Mongolian"), ("mr", "Marathi"), ("ms", "Malay"),
    ("my", "Burmese"), ("nb", "Norwegian Bokmål"), ("ne", "Nepali"), ("nl", "Dutch"), ("nn", "Norwegian Nynorsk"),
    ("no", "Norwegian"), ("pa", "Punjabi"), ("pl", "Polish"), ("ps", "Pashto"), ("pt", "Portuguese"),
    ("ro", "Romanian"), ("ru", "Russian"), ("si", "Sinhala"), ("sk", "Slovak"), ("sl", "Slovenian"),
    ("sq", "Albanian"), ("sr", "Serbian"), ("sv", "Swedish"), ("sw", "Swahili"), ("ta", "Tamil"), ("te", "Telugu"),
    ("th", "Thai"), ("tl", "Tagalog"), ("tr", "Turkish"), ("uk", "Ukrainian"), ("ur", "Urdu"), ("uz", "Uzbek"),
    ("vi", "Vietnamese"), ("yi", "Yiddish"), ("zh", "Chinese"),
];

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
    use domain::Money;

    use super::*;

    #[test]
    fn values_read_as_people_write_them() {
        let paid = |minor, currency| price_label(Price::Paid(Money { minor, currency }));
        assert_eq!(paid(124_999, Currency::USD), "$1,249.99");
        assert_eq!(paid(12_800, Currency::JPY), "¥12,800");
        assert_eq!(paid(3_999, Currency::PLN), "PLN 39.99");
        assert_eq!(paid(99_999_999, Currency::EUR), "€999,999.99");
        assert_eq!(price_label(Price::Free), "Free");
        assert_eq!([5, 60, 200, 2_999].map(minutes_label), ["5 min", "1 h", "3 h 20 min", "49 h"]);
        let day = date_label("2026-02-05T14:00:00Z".parse().unwrap());
        assert_eq!(day, ("5 February 2026".into(), "2026-02-05".into()));
        let language = |tag| language_label(&LanguageTag::new(tag).unwrap());
        assert_eq!(
            ["pt-BR", "ar", "zh-Hant-TW", "xx"].map(language),
            ["Portuguese (BR)", "Arabic", "Chinese (Hant-TW)", "xx"]
        );
    }
}
