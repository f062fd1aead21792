//! The languages that pages and mails are written in. What a course is held in is another thing: a `LanguageTag`.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::language::Direction;

/// A language that the platform itself speaks, with its ways to write dates, numbers and money.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Locale {
    /// English. Every word exists in it; what another language lacks is said in English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Polish.
    #[serde(rename = "pl")]
    Polish,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// Arabic, with the digits of the web (0-9).
    #[serde(rename = "ar")]
    Arabic,
}

impl Locale {
    /// All of them, in the order in which pages offer them.
    pub const ALL: [Locale; 4] = [Locale::English, Locale::Polish, Locale::French, Locale::Arabic];

    /// The language's code (BCP 47), as pages declare it and addresses begin with it.
    pub const fn code(self) -> &'static str {
        match self {
            Locale::English => "en",
            Locale::Polish => "pl",
            Locale::French => "fr",
            Locale::Arabic => "ar",
        }
    }

    /// The language's name in itself: who looks for it reads no other.
    pub const fn own_name(self) -> &'static str {
        match self {
            Locale::English => "English",
            Locale::Polish => "Polski",
            Locale::French => "Français",
            Locale::Arabic => "العربية",
        }
    }

    /// Which way it is written.
    pub const fn direction(self) -> Direction {
        match self {
            Locale::Arabic => Direction::Rtl,
            Locale::English | Locale::Polish | Locale::French => Direction::Ltr,
        }
    }

    /// Whether nothing need be said: what is kept without a language is in English.
    pub fn goes_without_saying(&self) -> bool {
        *self == Self::English
    }

    /// Where its pages begin: nothing for English, `/pl` for Polish.
    pub const fn root(self) -> &'static str {
        match self {
            Locale::English => "",
            Locale::Polish => "/pl",
            Locale::French => "/fr",
            Locale::Arabic => "/ar",
        }
    }

    /// The language of the tree in which an address stands: Polish for `/pl` and all below it, English for the rest.
    pub fn of_path(path: &str) -> Self {
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.root().strip_prefix('/') == Some(first)).unwrap_or_default()
    }

    /// The locale of a code; `None` for a language that pages are not written in.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.code() == code)
    }

    /// The languages of a site, as a setting writes them: `en,pl,fr,ar`.
    pub fn list(text: &str) -> Result<Vec<Self>, LocaleListError> {
        let mut locales: Vec<Self> = Vec::new();
        for code in text.split(',').map(str::trim) {
            let locale = Self::of_code(code).ok_or_else(|| LocaleListError::Unknown(code.to_owned()))?;
            if !locales.contains(&locale) {
                locales.push(locale);
            }
        }
        if locales.first() == Some(&Self::English) { Ok(locales) } else { Err(LocaleListError::EnglishFirst) }
    }

    /// The locale that a browser asks for (`Accept-Language`, RFC 9110 12.5.4): of those that pages are written in the
    /// one with the highest weight, of equals the first. What is not understood is passed over.
    pub fn of_preferences(header: &str) -> Option<Self> {
        let wished = header.split(',').filter_map(|part| {
            let mut pieces = part.split(';').map(str::trim);
            let primary = pieces.next()?.split('-').next()?.to_ascii_lowercase();
            let weight =
                pieces.find_map(|piece| piece.strip_prefix("q=")).map_or(Some(1.0), |q| q.parse::<f32>().ok())?;
            Some((Self::of_code(&primary)?, weight)).filter(|(_, weight)| *weight > 0.0)
        });
        let best = wished.fold(None, |best: Option<(Self, f32)>, next| match best {
            Some(best) if best.1 >= next.1 => Some(best),
            _ => Some(next),
        });
        best.map(|(locale, _)| locale)
    }
}

/// Languages that a site cannot be written in.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LocaleListError {
    /// No language that pages are written in.
    #[error("`{0}` is no language that pages are written in; there are en, pl, fr and ar")]
    Unknown(String),
    /// The pages at the root are English.
    #[error("must begin with `en`: the pages at the root are English")]
    EnglishFirst,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_has_english_and_others() {
        assert_eq!(Locale::list("en, ar,ar"), Ok(vec![Locale::English, Locale::Arabic]));
        assert_eq!(Locale::list("pl"), Err(LocaleListError::EnglishFirst));
        assert_eq!(Locale::list("en,de"), Err(LocaleListError::Unknown("de".into())));
    }

    #[test]
    fn a_code_names_one_locale() {
        for locale in Locale::ALL {
            assert_eq!(Locale::of_code(locale.code()), Some(locale));
            assert_eq!(serde_json::to_value(locale).unwrap(), locale.code());
        }
        assert_eq!(Locale::of_code("de"), None);
    }

    #[test]
    fn an_address_stands_in_the_tree_of_one_language() {
        for locale in Locale::ALL {
            assert_eq!(Locale::of_path(&format!("{}/courses/", locale.root())), locale);
        }
        assert_eq!(Locale::of_path("/pl"), Locale::Polish);
        for english in ["", "/", "/en/", "/place/", "/courses/pl/", "/de/"] {
            assert_eq!(Locale::of_path(english), Locale::English, "{english}");
        }
    }

    #[test]
    fn of_what_a_browser_asks_for_the_best_is_taken() {
        let of = Locale::of_preferences;
        assert_eq!(of("de-DE,fr-CH;q=0.8, pl;q=0.9"), Some(Locale::Polish));
        assert_eq!(of("ar-EG, fr"), Some(Locale::Arabic));
        assert_eq!(of("fr;q=0, en;q=0.1"), Some(Locale::English));
        for nothing in ["", "de", "*", "pl;q=much", ";;,,"] {
            assert_eq!(of(nothing), None, "{nothing}");
        }
    }
}
