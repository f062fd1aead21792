//! Passwords: which are accepted, and how they are kept. NIST SP 800-63B-4: at least 15 characters where the password
//! is the only factor, no rules of composition, any character, only NFC is changed.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::{EmailAddress, Entropy, random_bytes};
use thiserror::Error;

use crate::secrets::Pepper;

/// NIST SP 800-63B-4, 3.1.1.2.
pub const PASSWORD_CHARS_MIN: usize = 15;
/// Longer ones only cost time; no passphrase needs more.
pub const PASSWORD_BYTES_MAX: usize = 1_024;
const PASSWORD_CHARS_MAX: usize = 256;

const LANES: u32 = 1;

/// What a hash costs whoever computes it. No setting reaches it: a weaker one is given by tests, to [`App::with_hash_cost`].
///
/// [`App::with_hash_cost`]: crate::App::with_hash_cost
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HashCost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

impl HashCost {
    /// OWASP's minimum for argon2id: 19 MiB, two passes, one lane.
    pub const DEFAULT: Self = Self { memory_kib: 19_456, passes: 2 };
}

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
    #[error("is too easy to guess: it repeats itself or is made of very common words")]
    Common,
    /// Made of the owner's own address.
    #[error("must not be made of your e-mail address")]
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
    /// Checks a new password for an owner.
    pub fn check(typed: &str, owner: &EmailAddress) -> Result<Password, PasswordRefused> {
        let chars = typed.chars().count();
        if chars < PASSWORD_CHARS_MIN {
            return Err(PasswordRefused::Short);
        }
        if chars > PASSWORD_CHARS_MAX || typed.len() > PASSWORD_BYTES_MAX {
            return Err(PasswordRefused::Long);
        }
        let lower = typed.to_lowercase();
        let local = owner.normal().split('@').next().unwrap_or_default();
        let without = |text: &str, word: &str| if word.len() < 3 { text.to_owned() } else { text.replace(word, "") };
        if without(&without(&lower, owner.normal()), local).chars().count() < PASSWORD_CHARS_MIN / 3 {
            return Err(PasswordRefused::OwnAddress);
        }
        let rest = SERVICE_WORDS.iter().fold(lower.clone(), |rest, word| without(&rest, word));
        let mut distinct: Vec<char> = lower.chars().collect();
        distinct.sort_unstable();
        distinct.dedup();
        if rest.chars().count() < 5 || distinct.len() < 5 || is_run(&lower) {
            return Err(PasswordRefused::Common);
        }
        Ok(Password::typed(typed))
    }
}

/// Whether nearly every character follows from the one before: `abcdefg…`, `0123456…`.
fn is_run(text: &str) -> bool {
    let codes: Vec<i64> = text.chars().map(|c| i64::from(u32::from(c))).collect();
    let steps = codes.windows(2).filter(|pair| matches!(pair, [a, b] if (a - b).abs() <= 1)).count();
    steps * 10 > codes.len() * 8
}

impl Password {
    /// A password to compare; only brought to NFC, since keyboards differ in how they compose.
    pub fn typed(typed: &str) -> Self {
        use unicode_normalization::UnicodeNormalization;
        Self(typed.nfc().collect())
    }

    /// The hash to store, in the PHC string format.
    pub fn hash(&self, pepper: &Pepper, entropy: &dyn Entropy, cost: HashCost) -> Option<String> {
        let hash =
            hasher(pepper, cost)?.hash_password_with_salt(self.0.as_bytes(), &random_bytes::<16>(entropy)).ok()?;
        Some(hash.to_string())
    }

    /// Whether this is the password behind the hash. Without a hash the same work is done, and the answer is no.
    pub fn matches(&self, hash: Option<&str>, pepper: &Pepper, cost: HashCost) -> bool {
        let Some(hasher) = hasher(pepper, cost) else { return false };
        let Some(hash) = hash.and_then(|hash| PasswordHash::new(hash).ok()) else {
            // The result is of no use, the time it takes is: an unknown address costs what a known one does.
            let _ = hasher.hash_password_with_salt(self.0.as_bytes(), &[0; 16]);
            return false;
        };
        hasher.verify_password(self.0.as_bytes(), &hash).is_ok()
    }

    /// Whether a hash was made with lesser parameters than today's.
    pub fn is_outdated(hash: &str, cost: HashCost) -> bool {
        let HashCost { memory_kib, passes } = cost;
        !hash.starts_with(&format!("$argon2id$v=19$m={memory_kib},t={passes},p={LANES}"))
    }
}

fn hasher(pepper: &Pepper, cost: HashCost) -> Option<Argon2<'_>> {
    let params = Params::new(cost.memory_kib, cost.passes, LANES, None).ok()?;
    Argon2::new_with_secret(&pepper.0, Algorithm::Argon2id, Version::V0x13, params).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const COST: HashCost = HashCost::DEFAULT;

    fn check(typed: &str) -> Result<(), PasswordRefused> {
        PasswordRules::check(typed, &EmailAddress::new("grace.hopper@example.org").unwrap()).map(|_| ())
    }

    #[test]
    fn length_counts_and_composition_does_not() {
        assert_eq!(check("fourteen chars"), Err(PasswordRefused::Short));
        assert_eq!(check("correct horse battery"), Ok(()));
        assert_eq!(check("🐎🔋🧷🍎🌧️🐟🎈🎲🍞🐢🌵🎻🧊🛶🧶"), Ok(()));
        assert_eq!(check(&"long words ".repeat(30)), Err(PasswordRefused::Long));
        assert_eq!(check("aaaaaaaaaaaaaaaaaaaa"), Err(PasswordRefused::Common));
        assert_eq!(check("abcdefghijklmnopqrst"), Err(PasswordRefused::Common));
        assert_eq!(check("portico password portico"), Err(PasswordRefused::Common));
        assert_eq!(check("grace.hopper@example.org1"), Err(PasswordRefused::OwnAddress));
    }

    #[test]
    fn a_hash_needs_the_password_the_pepper_and_nothing_but_nfc() {
        let pepper = Pepper::from_bytes([4; 32]);
        let hash = Password::typed("caf\u{e9} au lait, deux").hash(&pepper, &crate::OsEntropy, COST).unwrap();
        assert!(Password::typed("cafe\u{301} au lait, deux").matches(Some(&hash), &pepper, COST));
        assert!(!Password::typed("Café au lait, deux").matches(Some(&hash), &pepper, COST));
        assert!(!Password::typed("caf\u{e9} au lait, deux ").matches(Some(&hash), &pepper, COST));
        assert!(!Password::typed("caf\u{e9} au lait, deux").matches(Some(&hash), &Pepper::from_bytes([5; 32]), COST));
        assert!(!Password::typed("anything").matches(None, &pepper, COST));
        assert!(!Password::is_outdated(&hash, COST));
    }
}
