//! The part of an address that names a page: `[a-z0-9-]`, so it can never leave its folder.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

/// Why a slug was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SlugError {
    /// A character outside the alphabet, or a hyphen at an end or doubled.
    #[error("must be made of `a-z`, `0-9` and single hyphens between them")]
    Alphabet,
    /// Longer than [`Slug::BYTES_MAX`].
    #[error("must have at most {} characters", Slug::BYTES_MAX)]
    TooLong,
    /// A name that a file system or the site keeps for itself.
    #[error("`{0}` is a reserved name")]
    Reserved(String),
}

/// Names that some file system or the site itself keeps.
const RESERVED: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "page", "index", "api", "assets",
];

/// A page's name in its address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

impl Slug {
    /// The most bytes: with its folder and `index.html` it still fits every file system.
    pub const BYTES_MAX: usize = 120;

    /// Takes a slug as it stands or refuses it.
    pub fn new(text: &str) -> Result<Self, SlugError> {
        if text.len() > Self::BYTES_MAX {
            return Err(SlugError::TooLong);
        }
        let alphabet = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if text.is_empty() || !alphabet || text.starts_with('-') || text.ends_with('-') || text.contains("--") {
            return Err(SlugError::Alphabet);
        }
        if RESERVED.contains(&text) {
            return Err(SlugError::Reserved(text.to_owned()));
        }
        Ok(Self(text.to_owned()))
    }

    /// Makes a slug out of any text: accents fall off, other characters become hyphens. `None` where nothing of the
    /// text can be written in the alphabet (a title in Arabic, say).
    pub fn from_text(text: &str) -> Option<Self> {
        let mut slug = String::with_capacity(text.len().min(Self::BYTES_MAX));
        for c in text.nfkd().flat_map(char::to_lowercase) {
            if slug.len() >= Self::BYTES_MAX {
                break;
            }
            if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if !matches!(c, '\u{300}'..='\u{36f}' | '\'' | '\u{2019}')
                && !slug.is_empty()
                && !slug.ends_with('-')
            {
                slug.push('-');
            }
        }
        Self::new(slug.trim_end_matches('-')).ok()
    }

    /// This slug with a suffix that tells it from its equals, cut to fit.
    pub fn with_suffix(&self, suffix: &str) -> Result<Self, SlugError> {
        let keep = Self::BYTES_MAX.saturating_sub(suffix.len() + 1).min(self.0.len());
        let stem = self.0.get(..keep).unwrap_or_default().trim_end_matches('-');
        Self::new(&format!("{stem}-{suffix}"))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;
    fn try_from(text: String) -> Result<Self, SlugError> {
        Self::new(&text)
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> String {
        slug.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_never_leaves_its_folder() {
        for bad in ["", "..", "../x", "a/b", "a%2e", "-a", "a-", "a--b", "A", "é", "a\0", "a b"] {
            assert_eq!(Slug::new(bad), Err(SlugError::Alphabet), "{bad}");
        }
        assert_eq!(Slug::new("con"), Err(SlugError::Reserved("con".into())));
        assert_eq!(Slug::new(&"a".repeat(121)), Err(SlugError::TooLong));
    }

    #[test]
    fn any_text_gives_a_slug_or_none() {
        assert_eq!(Slug::from_text("Ça va? C’est l'été!").unwrap().as_str(), "ca-va-cest-lete");
        assert_eq!(Slug::from_text("القسم"), None);
        assert_eq!(Slug::from_text(&"long ".repeat(100)).unwrap().as_str().len(), 119);
        assert_eq!(Slug::from_text("rust").unwrap().with_suffix("2f").unwrap().as_str(), "rust-2f");
    }
}
