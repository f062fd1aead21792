//! Audiences as this API writes them: a flat word, and a partner's id where the word is `partner`.

use domain::{Audience, PartnerId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whom a course is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AudienceName {
    /// The main platform's own learners.
    Internal,
    /// One partner platform's learners.
    Partner,
    /// Everybody, through the public catalog.
    Public,
}

impl AudienceName {
    /// The word for an audience.
    pub(crate) fn of(audience: Audience) -> Self {
        match audience {
            Audience::Internal => Self::Internal,
            Audience::Partner(_) => Self::Partner,
            Audience::Public => Self::Public,
        }
    }

    /// The audience that the word and a partner make together.
    pub(crate) fn with(self, partner: Option<PartnerId>) -> Result<Audience, &'static str> {
        match (self, partner) {
            (Self::Internal, None) => Ok(Audience::Internal),
            (Self::Public, None) => Ok(Audience::Public),
            (Self::Partner, Some(partner)) => Ok(Audience::Partner(partner)),
            (Self::Partner, None) => Err("is required for a course of the audience `partner`"),
            (_, Some(_)) => Err("belongs only to courses of the audience `partner`"),
        }
    }
}

/// The partner of an audience.
pub(crate) fn partner_of(audience: Audience) -> Option<PartnerId> {
    match audience {
        Audience::Partner(partner) => Some(partner),
        Audience::Internal | Audience::Public => None,
    }
}

/// An audience in one word: `internal`, `public` or a partner's id.
pub(crate) fn audience_word(word: &str) -> Result<Audience, &'static str> {
    match word {
        "internal" => Ok(Audience::Internal),
        "public" => Ok(Audience::Public),
        partner => {
            partner.parse().map(Audience::Partner).map_err(|_| "must be `internal`, `public` or the id of a partner")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partner_goes_with_the_word_partner_and_with_no_other() {
        let partner = PartnerId::from_bytes([1; 16]);
        assert_eq!(AudienceName::Partner.with(Some(partner)), Ok(Audience::Partner(partner)));
        assert!(AudienceName::Partner.with(None).is_err());
        assert!(AudienceName::Public.with(Some(partner)).is_err());
        assert_eq!(AudienceName::Internal.with(None), Ok(Audience::Internal));
    }

    #[test]
    fn words_name_audiences() {
        let partner = PartnerId::from_bytes([1; 16]);
        assert_eq!(audience_word(&partner.to_string()), Ok(Audience::Partner(partner)));
        for bad in ["", "main", "partner", "../x"] {
            assert!(audience_word(bad).is_err(), "{bad}");
        }
    }
}
