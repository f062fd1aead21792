//! Realms as this API writes them.

use domain::Realm;

/// A realm in one word: `main`, `public` or a partner's id.
pub(crate) fn realm_word(word: &str) -> Result<Realm, &'static str> {
    match word {
        "main" => Ok(Realm::Main),
        "public" => Ok(Realm::Public),
        partner => partner.parse().map(Realm::Partner).map_err(|_| "must be `main`, `public` or the id of a partner"),
    }
}

#[cfg(test)]
mod tests {
    use domain::PartnerId;

    use super::*;

    #[test]
    fn words_name_realms() {
        let partner = PartnerId::from_bytes([1; 16]);
        assert_eq!(realm_word(&partner.to_string()), Ok(Realm::Partner(partner)));
        assert_eq!(realm_word("main"), Ok(Realm::Main));
        assert!(realm_word("internal").is_err());
    }
}
