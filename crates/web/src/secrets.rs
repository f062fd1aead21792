//! The keys that live outside the table, so that a copy of the table opens nothing.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use thiserror::Error;

/// RFC 8725, section 3.5: a key at least as long as the hash it feeds.
const KEY_BYTES_MIN: usize = 32;
/// Sample keys begin so, and are refused by anything that is not on a laptop.
const SAMPLE_MARK: &str = "sample";

/// A key that cannot be used. The message never holds the key.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SecretError {
    /// Too short to resist guessing.
    #[error("must be at least {KEY_BYTES_MIN} bytes, written in URL-safe base64 without padding")]
    Short,
    /// One byte repeated, or the like.
    #[error("must be random: it repeats itself")]
    Repeats,
    /// A key from a document.
    #[error("is a sample key; make a fresh one")]
    Sample,
    /// The name before the colon is missing or odd.
    #[error("must be written as `name:key`, the name of 1 to 16 letters, digits or hyphens")]
    Name,
}

/// A named key that signs. The name travels with what was signed, so that keys can be changed with an overlap.
#[derive(Clone, PartialEq, Eq)]
pub struct SigningKey {
    /// Its name.
    pub name: String,
    pub(crate) bytes: Vec<u8>,
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.name)
    }
}

fn parse_key(text: &str) -> Result<Vec<u8>, SecretError> {
    if text.to_ascii_lowercase().starts_with(SAMPLE_MARK) {
        return Err(SecretError::Sample);
    }
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(text.trim()).map_err(|_| SecretError::Short)?;
    if bytes.len() < KEY_BYTES_MIN {
        return Err(SecretError::Short);
    }
    let mut distinct = bytes.clone();
    distinct.sort_unstable();
    distinct.dedup();
    // Thirty-two random bytes hold 30 distinct ones on average; fewer than twelve do not happen.
    if distinct.len() < 12 { Err(SecretError::Repeats) } else { Ok(bytes) }
}

impl SigningKey {
    /// Reads `name:key`.
    pub fn parse(text: &str) -> Result<Self, SecretError> {
        let (name, key) = text.split_once(':').ok_or(SecretError::Name)?;
        let odd = |c: char| !c.is_ascii_alphanumeric() && c != '-';
        if name.is_empty() || name.len() > 16 || name.contains(odd) {
            return Err(SecretError::Name);
        }
        Ok(Self { name: name.to_owned(), bytes: parse_key(key)? })
    }

    /// A key of these random bytes.
    pub fn from_bytes(name: &str, bytes: [u8; 32]) -> Self {
        Self { name: name.to_owned(), bytes: bytes.to_vec() }
    }
}

/// A key that is mixed into password hashes. Its name stands beside each hash, so that peppers can be changed with an
/// overlap: a password gets the newest one at its owner's next sign-in.
#[derive(Clone, PartialEq, Eq)]
pub struct Pepper {
    /// Its name; empty for the first one, which needs none.
    pub name: String,
    pub(crate) bytes: Vec<u8>,
}

impl fmt::Debug for Pepper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pepper({})", self.name)
    }
}

impl Pepper {
    /// Reads `name:key`, or a key alone.
    pub fn parse(text: &str) -> Result<Self, SecretError> {
        if !text.contains(':') {
            return Ok(Self { name: String::new(), bytes: parse_key(text)? });
        }
        SigningKey::parse(text).map(|key| Self { name: key.name, bytes: key.bytes })
    }

    /// A pepper of these random bytes.
    pub fn from_bytes(name: &str, bytes: [u8; 32]) -> Self {
        Self { name: name.to_owned(), bytes: bytes.to_vec() }
    }
}

/// Every secret of a running platform, the payment provider's aside.
#[derive(Debug, Clone)]
pub struct Secrets {
    /// Keys that sign; the first one signs, all of them verify.
    pub signing: Vec<SigningKey>,
    /// Mixed into password hashes; the first one makes new hashes, all of them verify.
    pub peppers: Vec<Pepper>,
}

impl Secrets {
    /// A value derived from the key named `key` for one purpose: nothing derived for another purpose equals it.
    pub(crate) fn derive(key: &SigningKey, purpose: &str, parts: &[&str]) -> Option<[u8; 32]> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&key.bytes).ok()?;
        mac.update(purpose.as_bytes());
        for part in parts {
            // Lengths keep ("ab", "c") and ("a", "bc") apart.
            mac.update(&part.len().to_be_bytes());
            mac.update(part.as_bytes());
        }
        Some(mac.finalize().into_bytes().into())
    }

    /// The name under which logs speak of an address: the same address has the same one, and nobody without the key
    /// gets from it to the address.
    pub fn log_name(&self, of: &str) -> String {
        let name = self.newest().and_then(|key| Self::derive(key, "log", &[of]));
        name.into_iter().flatten().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The key with this name.
    pub(crate) fn key(&self, name: &str) -> Option<&SigningKey> {
        self.signing.iter().find(|key| key.name == name)
    }

    /// The key that signs.
    pub(crate) fn newest(&self) -> Option<&SigningKey> {
        self.signing.first()
    }
}

/// SHA-256 in hexadecimal; how secrets are stored.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    sha256(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// SHA-256.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Whether two secrets are equal, in a time that does not tell how far they agree.
pub(crate) fn equal(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && left.iter().zip(right).fold(0, |different, (a, b)| different | (a ^ b)) == 0
}
