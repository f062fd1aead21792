//! Languages by their BCP 47 tags, and the direction their scripts run in.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The text is no language tag.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("must be a language tag such as `en`, `pt-BR` or `zh-Hant`")]
pub struct LanguageError;

/// Which way a script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// A BCP 47 tag in its usual case: `en`, `pt-BR`, `zh-Hant`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LanguageTag(String);

impl LanguageTag {
    /// Registered tags in use are far shorter; this bounds private ones.
    const BYTES_MAX: usize = 35;

    /// Checks the shape (two or three letters, then subtags) and sets the usual case.
    pub fn new(text: &str) -> Result<Self, LanguageError> {
        let text = text.trim();
        let mut parts = text.split('-');
        let primary = parts.next().unwrap_or_default();
        let letters = |part: &str| part.bytes().all(|b| b.is_ascii_alphabetic());
        if text.len() > Self::BYTES_MAX || !(2..=3).contains(&primary.len()) || !letters(primary) {
            return Err(LanguageError);
        }
        let mut tag = primary.to_ascii_lowercase();
        for part in parts {
            let fits = (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
            if !fits {
                return Err(LanguageError);
            }
            tag.push('-');
            match (part.len(), letters(part)) {
                (2, true) => tag.push_str(&part.to_ascii_uppercase()),
                (4, true) => {
                    let (head, tail) = part.split_at(1);
                    tag.push_str(&head.to_ascii_uppercase());
                    tag.push_str(&tail.to_ascii_lowercase());
                }
                _ => tag.push_str(&part.to_ascii_lowercase()),
            }
        }
        Ok(Self(tag))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without script and region.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The direction of the script: that of the script subtag where there is one, else that of the language.
    pub fn direction(&self) -> Direction {
        let script = self.0.split('-').find(|part| part.len() == 4);
        let rtl = match script {
            Some(script) => matches!(script, "Arab" | "Hebr" | "Syrc" | "Thaa" | "Nkoo" | "Adlm" | "Rohg"),
            None => matches!(
                self.primary(),
                "ar" | "arc"
                    | "ckb"
                    | "dv"
                    | "fa"
                    | "he"
                    | "iw"
                    | "ks"
                    | "nqo"
                    | "ps"
                    | "sd"
                    | "syr"
                    | "ug"
                    | "ur"
                    | "yi"
            ),
        };
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for LanguageTag {
    type Error = LanguageError;
    fn try_from(text: String) -> Result<Self, LanguageError> {
        Self::new(&text)
    }
}

impl From<LanguageTag> for String {
    fn from(tag: LanguageTag) -> String {
        tag.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_take_their_usual_case_and_know_their_direction() {
        for (text, tag, direction) in [
            ("EN", "en", Direction::Ltr),
            ("pt-br", "pt-BR", Direction::Ltr),
            ("zh-hANT-tw", "zh-Hant-TW", Direction::Ltr),
            ("fa-IR", "fa-IR", Direction::Rtl),
            ("az-Arab", "az-Arab", Direction::Rtl),
            ("ar-Latn", "ar-Latn", Direction::Ltr),
        ] {
            let parsed = LanguageTag::new(text).unwrap();
            assert_eq!((parsed.as_str(), parsed.direction()), (tag, direction));
        }
        for bad in ["", "e", "english", "en_US", "en-", "en--US", "../x", "e1"] {
            assert_eq!(LanguageTag::new(bad), Err(LanguageError), "{bad}");
        }
    }
}
