//! Passwords: which are accepted, and how they are kept. NIST SP 800-63B-4: at least 15 characters where the password
//! is the only factor, no rules of composition, any character, only NFC is changed.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::{EmailAddress, Entropy, PersonName, random_bytes};
use thiserror::Error;

use crate::common::is_common;
use crate::secrets::Pepper;

/// NIST SP 800-63B-4, 3.1.1.2.
pub const PASSWORD_CHARS_MIN: usize = 15;
/// Longer ones only cost time; no passphrase needs more.
pub const PASSWORD_BYTES_MAX: usize = 1_024;
/// Nobody types so many.
pub(crate) const PASSWORD_CHARS_MAX: usize = 256;

/// What one hash costs. OWASP's minimum for argon2id: 19 MiB, two passes, one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HashCost {
    /// Memory.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

impl HashCost {
    /// Today's. A hash that cost less is made anew at the next sign-in. No setting reaches it; tests give a lesser one to
    /// [`App::with_hash_cost`](crate::App::with_hash_cost).
    pub const TODAY: HashCost = HashCost { memory_kib: 19_456, passes: 2 };

    fn written(self) -> String {
        format!("$argon2id$v=19$m={},t={},p={LANES}$", self.memory_kib, self.passes)
    }
}

const LANES: u32 = 1;

/// Words of this service; a password made of little else is the first that is guessed.
const SERVICE_WORDS: &[&str] = &["portico", "password", "passwort", "learning", "course"];

/// Why a password was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PasswordRefused {
    /// Too short.
    #[error("must have at least {PASSWORD_CHARS_MIN} characters: a few words in a row are easy to remember")]
    Short,
    /// Too long.
    #[error("must have at most {PASSWORD_CHARS_MAX} characters")]
    Long,
    /// Known to everybody who guesses.
    #[error("is too easy to guess: it is a common password, repeats itself or is made of very common words")]
    Common,
    /// Made of the owner's own address or name.
    #[error("must not be made of your e-mail address or your name")]
    OwnAddress,
}

/// A password as typed, in NFC. Never printed.
pub struct Password(String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password")
    }
}

/// What a new password must be.
#[derive(Debug, Clone, Copy)]
pub struct PasswordRules;

impl PasswordRules {
    /// Checks a new password for an owner. What counts is what is kept: the password in NFC.
    pub fn check(typed: &str, owner: &EmailAddress, name: &PersonName) -> Result<Password, PasswordRefused> {
        // Far too much of anything is not worth a closer look.
        if typed.len() > PASSWORD_BYTES_MAX {
            return Err(PasswordRefused::Long);
        }
        let password = Password::typed(typed);
        let chars = password.0.chars().count();
        if chars < PASSWORD_CHARS_MIN {
            return Err(PasswordRefused::Short);
        }
        if chars > PASSWORD_CHARS_MAX {
            return Err(PasswordRefused::Long);
        }
        let lower = password.0.to_lowercase();
        if rest_without(&lower, &own_words(owner, name)) < REST_CHARS_MIN {
            return Err(PasswordRefused::OwnAddress);
        }
        let of_service: Vec<String> = SERVICE_WORDS.iter().map(|word| (*word).to_owned()).collect();
        if rest_without(&lower, &of_service) < REST_CHARS_MIN || is_common(&lower) {
            return Err(PasswordRefused::Common);
        }
        Ok(password)
    }
}

/// What is left beside well-known words must be something of its own.
const REST_CHARS_MIN: usize = 5;
/// Shorter words of an address or a name stand in many others by chance.
const OWN_WORD_CHARS_MIN: usize = 3;

/// The letters and digits that are left of a text once these words are taken out.
fn rest_without(text: &str, words: &[String]) -> usize {
    let rest = words.iter().fold(text.to_owned(), |rest, word| rest.replace(word.as_str(), ""));
    let signs = rest.chars().filter(|c| c.is_ascii_punctuation() || c.is_whitespace()).count();
    rest.chars().count() - signs
}

/// The address, its parts and the name, the longest first.
fn own_words(owner: &EmailAddress, name: &PersonName) -> Vec<String> {
    let name = name.as_str().to_lowercase();
    let (local, domain) = owner.normal().split_once('@').unwrap_or((owner.normal(), ""));
    let parts = [&*name, local, domain].into_iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let mut words: Vec<String> =
        [owner.normal(), local, domain, &*name].into_iter().chain(parts).map(str::to_owned).collect();
    words.retain(|word| word.chars().count() >= OWN_WORD_CHARS_MIN);
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

impl Password {
    /// A password to compare; only brought to NFC, since keyboards differ in how they compose.
    pub fn typed(typed: &str) -> Self {
        use unicode_normalization::UnicodeNormalization;
        Self(typed.nfc().collect())
    }

    /// The hash to store: the name of the newest pepper if it has one, then the PHC string format.
    pub fn hash(&self, peppers: &[Pepper], entropy: &dyn Entropy, cost: HashCost) -> Option<String> {
        self.hash_at(cost, peppers.first()?, entropy)
    }

    /// The same with a pepper and at a cost of one's own.
    pub fn hash_at(&self, cost: HashCost, pepper: &Pepper, entropy: &dyn Entropy) -> Option<String> {
        let salt = random_bytes::<16>(entropy);
        let hash = hasher(cost, pepper)?.hash_password_with_salt(self.0.as_bytes(), &salt).ok()?;
        Some(if pepper.name.is_empty() { hash.to_string() } else { format!("{}:{hash}", pepper.name) })
    }

    /// Whether this is the password behind the hash. Without a hash the same work is done, and the answer is no.
    pub fn matches(&self, stored: Option<&str>, peppers: &[Pepper], cost: HashCost) -> bool {
        let named = stored.map(taken_apart);
        let pepper = named.and_then(|(name, _)| peppers.iter().find(|pepper| pepper.name == name));
        let hash = named.and_then(|(_, hash)| PasswordHash::new(hash).ok());
        let Some((pepper, hash)) = pepper.zip(hash) else {
            // The result is of no use, the time it takes is: an unknown address costs what a known one does.
            let hasher = peppers.first().and_then(|pepper| hasher(cost, pepper));
            let _ = hasher.map(|hasher| hasher.hash_password_with_salt(self.0.as_bytes(), &[0; 16]));
            return false;
        };
        let hasher = hasher(cost, pepper);
        hasher.is_some_and(|hasher| hasher.verify_password(self.0.as_bytes(), &hash).is_ok())
    }

    /// Whether a hash was made with another pepper than the newest, or at another cost than today's.
    pub fn is_outdated(stored: &str, peppers: &[Pepper], cost: HashCost) -> bool {
        let (name, hash) = taken_apart(stored);
        peppers.first().is_some_and(|newest| newest.name != name) || !hash.starts_with(&cost.written())
    }
}

/// The pepper's name and the hash. No PHC string has a colon.
fn taken_apart(stored: &str) -> (&str, &str) {
    stored.split_once(':').unwrap_or(("", stored))
}

fn hasher(cost: HashCost, pepper: &Pepper) -> Option<Argon2<'_>> {
    let params = Params::new(cost.memory_kib, cost.passes, LANES, None).ok()?;
    Argon2::new_with_secret(&pepper.bytes, Algorithm::Argon2id, Version::V0x13, params).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str) -> Result<(), PasswordRefused> {
        let email = EmailAddress::new("grace.hopper@example.org").unwrap();
        PasswordRules::check(typed, &email, &PersonName::new("Grace Brewster Hopper").unwrap()).map(|_| ())
    }

    /// Proves: A01, A02, A03
    #[test]
    fn length_counts_and_composition_does_not() {
        assert_eq!(check("fourteen chars"), Err(PasswordRefused::Short));
        assert_eq!(check("correct horse battery"), Ok(()));
        assert_eq!(check("only lower case and spaces"), Ok(()));
        assert_eq!(
            check(
                "\u{1f40e}\u{1f50b}\u{1f9f7}\u{1f34e}\u{1f327}\u{1f41f}\u{1f388}\u{1f3b2}\u{1f35e}\u{1f422}\u{1f335}\u{1f3bb}\u{1f9ca}\u{1f6f6}\u{1f9f6}"
            ),
            Ok(())
        );
        assert_eq!(check(&"long words ".repeat(30)), Err(PasswordRefused::Long));
        assert_eq!(
            check("e\u{301}a\u{301}i\u{301}o\u{301}u\u{301}n\u{303}c\u{327}z"),
            Err(PasswordRefused::Short),
            "counted in NFC"
        );
    }

    /// Proves: A05
    #[test]
    fn common_ones_and_what_is_known_of_the_owner_are_refused() {
        for common in ["aaaaaaaaaaaaaaaaaaaa", "abcdefghijklmnopqrst", "portico password portico", "iloveyouiloveyou"] {
            assert_eq!(check(common), Err(PasswordRefused::Common), "{common}");
        }
        for own in
            ["grace.hopper@example.org1", "gracehoppergracehopper", "Grace Brewster Hopper", "hopper-grace-example"]
        {
            assert_eq!(check(own), Err(PasswordRefused::OwnAddress), "{own}");
        }
    }

    /// Proves: A04, A06, A07
    #[test]
    fn a_hash_needs_the_password_the_pepper_and_nothing_but_nfc() {
        let pepper = [Pepper::from_bytes("", [4; 32])];
        let hash =
            Password::typed("caf\u{e9} au lait, deux").hash(&pepper, &crate::OsEntropy, HashCost::TODAY).unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(Password::typed("cafe\u{301} au lait, deux").matches(Some(&hash), &pepper, HashCost::TODAY));
        assert!(!Password::typed("Caf\u{e9} au lait, deux").matches(Some(&hash), &pepper, HashCost::TODAY));
        assert!(!Password::typed("caf\u{e9} au lait, deux ").matches(Some(&hash), &pepper, HashCost::TODAY));
        let other = [Pepper::from_bytes("", [5; 32])];
        assert!(!Password::typed("caf\u{e9} au lait, deux").matches(Some(&hash), &other, HashCost::TODAY));
        assert!(!Password::typed("anything").matches(None, &pepper, HashCost::TODAY));
        assert!(!Password::is_outdated(&hash, &pepper, HashCost::TODAY));
    }

    /// Proves: A42
    #[test]
    fn peppers_change_with_an_overlap() {
        let first = Pepper::from_bytes("", [4; 32]);
        let second = Pepper::from_bytes("2027", [5; 32]);
        let password = Password::typed("caf\u{e9} au lait, deux");
        let old = password.hash(std::slice::from_ref(&first), &crate::OsEntropy, HashCost::TODAY).unwrap();
        let both = [second.clone(), first.clone()];
        assert!(
            password.matches(Some(&old), &both, HashCost::TODAY) && Password::is_outdated(&old, &both, HashCost::TODAY)
        );
        let new = password.hash(&both, &crate::OsEntropy, HashCost::TODAY).unwrap();
        assert!(
            password.matches(Some(&new), &both, HashCost::TODAY)
                && !Password::is_outdated(&new, &both, HashCost::TODAY)
        );
        assert!(password.matches(Some(&new), std::slice::from_ref(&second), HashCost::TODAY), "the first one may go");
        assert!(
            !password.matches(Some(&old), &[second], HashCost::TODAY)
                && !password.matches(Some(&new), &[first], HashCost::TODAY)
        );
    }
}
