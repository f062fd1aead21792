//! A partner platform: a tenant beside the main platform. A platform has zero or more of them (S000-12).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::PartnerId;
use crate::slug::{Slug, SlugError};
use crate::text::Title;

/// A partner platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// Raised by every change.
    pub version: u64,
    /// Its name.
    pub name: Title,
    /// Names its sign-in page; unique.
    pub slug: Slug,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Words that name other realms, and so no partner.
const NAMES_OF_REALMS: &[&str] = &["main", "public"];

impl Partner {
    /// The fewest characters that make a slug long: people type the address of their sign-in page.
    pub const SLUG_LONG_FROM: usize = 10;

    /// What to tell whoever chooses this slug: advice, never a refusal.
    pub fn advice_on(slug: &Slug) -> Option<String> {
        let long = Self::SLUG_LONG_FROM;
        (slug.as_str().len() >= long)
            .then(|| format!("people type this address to sign in: under {long} characters is better"))
    }

    /// A slug as a partner may have it: it stands beside the names of the other realms.
    pub fn slug(slug: Slug) -> Result<Slug, SlugError> {
        if NAMES_OF_REALMS.contains(&slug.as_str()) {
            return Err(SlugError::Reserved(slug.as_str().to_owned()));
        }
        Ok(slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_partner_is_called_like_another_realm() {
        let slug = |text: &str| Partner::slug(Slug::new(text).unwrap());
        assert_eq!(slug("main"), Err(SlugError::Reserved("main".to_owned())));
        assert_eq!(slug("public"), Err(SlugError::Reserved("public".to_owned())));
        assert!(slug("public-library").is_ok());
    }

    #[test]
    fn a_long_slug_is_advised_against_and_taken() {
        let advice = |text: &str| Partner::advice_on(&Slug::new(text).unwrap());
        assert_eq!(advice("ninechars"), None);
        assert!(advice("tenletters").unwrap().contains("under 10 characters"));
    }
}
