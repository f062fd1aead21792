//! Whom a row is made for, within what the import allows.

use domain::Audience;

/// The audience that a row asks for.
pub(crate) fn audience(word: &str, of_import: Audience) -> Result<Audience, &'static str> {
    let asked = match word.trim().to_ascii_lowercase().as_str() {
        "" => return Ok(of_import),
        "public" => Audience::Public,
        "internal" => Audience::Internal,
        "partner" => match of_import {
            Audience::Partner(_) => return Ok(of_import),
            _ => return Err("this import is not for a partner"),
        },
        _ => return Err("must be `public`, `internal` or `partner`"),
    };
    if asked.tenant() == of_import.tenant() { Ok(asked) } else { Err("this import is for one partner's learners only") }
}

/// The word for it in a feed.
pub(crate) fn audience_word(audience: Audience) -> &'static str {
    match audience {
        Audience::Public => "public",
        Audience::Internal => "internal",
        Audience::Partner(_) => "partner",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::PartnerId;

    #[test]
    fn a_partners_import_stays_with_the_partner() {
        let partner = Audience::Partner(PartnerId::from_bytes([7; 16]));
        assert_eq!(audience("", partner), Ok(partner));
        assert_eq!(audience("partner", partner), Ok(partner));
        assert!(audience("public", partner).is_err());
        assert!(audience("internal", partner).is_err());
        assert!(audience("partner", Audience::Public).is_err());
        assert_eq!(audience("Internal", Audience::Public), Ok(Audience::Internal));
        assert!(audience("everybody", Audience::Public).is_err());
    }
}
