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
}
