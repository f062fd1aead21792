//! Languages by their BCP 47 tags, and the direction their scripts run in.

use std::collections::BTreeSet;
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

    /// Checks that the tag is well-formed (RFC 5646, section 2.1; no grandfathered ones) and sets the usual case.
    pub fn new(text: &str) -> Result<Self, LanguageError> {
        let tag = Self::shaped(text)?;
        if well_formed(tag.as_str()) { Ok(tag) } else { Err(LanguageError) }
    }

    /// Checks the shape alone (two or three letters, then subtags): what was kept before more was asked still reads.
    fn shaped(text: &str) -> Result<Self, LanguageError> {
        let text = text.trim();
        let mut parts = text.split('-');
        let primary = parts.next().unwrap_or_default();
        let letters = |part: &str| part.bytes().all(|b| b.is_ascii_alphabetic());
        if text.len() > Self::BYTES_MAX || !(2..=3).contains(&primary.len()) || !letters(primary) {
            return Err(LanguageError);
        }
        let mut tag = primary.to_ascii_lowercase();
        let mut extended = false;
        for part in parts {
            let fits = (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
            if !fits {
                return Err(LanguageError);
            }
            tag.push('-');
            extended |= part.len() == 1;
            match (part.len(), letters(part)) {
                // What follows a single letter is written small.
                _ if extended => tag.push_str(&part.to_ascii_lowercase()),
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

/// Whether the subtags stand in the order of the standard: further languages, script, region, variants, extensions, private
/// ones.
fn well_formed(tag: &str) -> bool {
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let variant =
        |part: &str| part.len() >= 5 || (part.len() == 4 && part.starts_with(|first: char| first.is_ascii_digit()));
    let mut rest = tag.split('-').skip(1).peekable();
    let mut further = 0;
    while further < 3 && rest.next_if(|part| part.len() == 3 && letters(part)).is_some() {
        further += 1;
    }
    rest.next_if(|part| part.len() == 4 && letters(part));
    rest.next_if(|part| (part.len() == 2 && letters(part)) || (part.len() == 3 && digits(part)));
    let mut seen = Vec::new();
    while let Some(part) = rest.next_if(|part| variant(part)) {
        seen.push(part);
    }
    while let Some(single) = rest.next_if(|part| part.len() == 1) {
        seen.push(single);
        let least = if single == "x" { 1 } else { 2 };
        if rest.next_if(|part| part.len() >= least).is_none() {
            return false;
        }
        while rest.next_if(|part| part.len() >= least).is_some() {}
    }
    let unique: BTreeSet<_> = seen.iter().collect();
    rest.next().is_none() && unique.len() == seen.len()
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for LanguageTag {
    type Error = LanguageError;
    fn try_from(text: String) -> Result<Self, LanguageError> {
        Self::shaped(&text)
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
            ("zh-cmn-hans-cn", "zh-cmn-Hans-CN", Direction::Ltr),
            ("es-419", "es-419", Direction::Ltr),
            ("sl-rozaj-biske-1994", "sl-rozaj-biske-1994", Direction::Ltr),
            ("de-DE-u-co-phonebk-x-ab", "de-DE-u-co-phonebk-x-ab", Direction::Ltr),
        ] {
            let parsed = LanguageTag::new(text).unwrap();
            assert_eq!((parsed.as_str(), parsed.direction()), (tag, direction));
        }
        for bad in [
            "",
            "e",
            "english",
            "en_US",
            "en-",
            "en--US",
            "../x",
            "e1",
            "en-x",
            "en-u",
            "en-u-x-a",
            "en-US-Latn",
            "en-ab1",
            "en-12",
            "en-US-GB",
            "de-1996-1996",
            "en-a-bbb-a-ccc",
            "en-abcd-efgh",
            "x-private",
        ] {
            assert_eq!(LanguageTag::new(bad), Err(LanguageError), "{bad}");
        }
    }

    #[test]
    fn what_was_kept_before_still_reads() {
        let kept: LanguageTag = serde_json::from_str("\"en-ab1\"").unwrap();
        assert_eq!(kept.as_str(), "en-ab1");
    }
}
