//! Secrets that have to be read again, such as the one that an authenticator app shares with us: sealed with a key that
//! lives outside the table, so that a copy of the table shows none of them.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::secrets::{Pepper, Secrets, equal};

/// What a sealed secret is read back with.
#[derive(Clone, PartialEq, Eq)]
pub struct Opened {
    /// The secret.
    pub secret: Vec<u8>,
    /// Whether it was sealed with an older key: seal it anew.
    pub outdated: bool,
}

impl Secrets {
    /// Seals a secret: `name.nonce.text`, readable under the same `purpose` and for the same owner only. `nonce` must be
    /// random. `None` where there is no key.
    pub fn seal(&self, purpose: &str, owner: &str, secret: &[u8], nonce: [u8; NONCE_LEN]) -> Option<String> {
        let pepper = self.peppers.first()?;
        let mut text = secret.to_vec();
        let key = sealing_key(pepper, purpose)?;
        key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(owner.as_bytes()), &mut text)
            .ok()?;
        let [nonce, text] = [&nonce[..], &text].map(|part| BASE64_URL_SAFE_NO_PAD.encode(part));
        Some(format!("{}.{nonce}.{text}", pepper.name))
    }

    /// Reads a sealed secret back. `None` where it was changed, or its key is no longer there.
    pub fn open(&self, purpose: &str, owner: &str, sealed: &str) -> Option<Opened> {
        let mut parts = sealed.splitn(3, '.');
        let name = parts.next()?;
        let nonce = BASE64_URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
        let mut text = BASE64_URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
        let pepper = self.peppers.iter().find(|pepper| pepper.name == name)?;
        let nonce = Nonce::try_assume_unique_for_key(&nonce).ok()?;
        let key = sealing_key(pepper, purpose)?;
        let secret = key.open_in_place(nonce, Aad::from(owner.as_bytes()), &mut text).ok()?.to_vec();
        Some(Opened { secret, outdated: self.peppers.first() != Some(pepper) })
    }

    /// The hash of a code that is random enough to need no slow one: `name.hash`.
    pub fn code_hash(&self, owner: &str, code: &str) -> Option<String> {
        self.peppers.first().and_then(|pepper| code_hash(pepper, owner, code))
    }

    /// Whether a hash is of this code.
    pub fn is_code(&self, owner: &str, code: &str, hash: &str) -> bool {
        let name = hash.split('.').next().unwrap_or_default();
        let pepper = self.peppers.iter().find(|pepper| pepper.name == name);
        let expected = pepper.and_then(|pepper| code_hash(pepper, owner, code));
        expected.is_some_and(|expected| equal(expected.as_bytes(), hash.as_bytes()))
    }
}

fn derived(pepper: &Pepper, parts: [&str; 3]) -> Option<[u8; 32]> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&pepper.bytes).ok()?;
    for part in parts {
        // Lengths keep ("ab", "c") and ("a", "bc") apart.
        mac.update(&part.len().to_be_bytes());
        mac.update(part.as_bytes());
    }
    Some(mac.finalize().into_bytes().into())
}

fn sealing_key(pepper: &Pepper, purpose: &str) -> Option<LessSafeKey> {
    let key = derived(pepper, ["seal", purpose, ""])?;
    UnboundKey::new(&AES_256_GCM, &key).ok().map(LessSafeKey::new)
}

fn code_hash(pepper: &Pepper, owner: &str, code: &str) -> Option<String> {
    let hash = derived(pepper, ["code", owner, code])?;
    Some(format!("{}.{}", pepper.name, BASE64_URL_SAFE_NO_PAD.encode(hash)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(peppers: &[(&str, u8)]) -> Secrets {
        let peppers = peppers.iter().map(|(name, byte)| Pepper::from_bytes(name, [*byte; 32])).collect();
        Secrets { signing: Vec::new(), peppers }
    }

    /// Proves: A34, A35
    #[test]
    fn a_sealed_secret_opens_for_its_owner_under_any_key_that_is_left() {
        let before = secrets(&[("", 1)]);
        let sealed = before.seal("totp", "ada", b"a secret", [7; NONCE_LEN]).unwrap();
        assert!(!sealed.contains("secret"));
        let opened = before.open("totp", "ada", &sealed).unwrap();
        assert!(opened.secret == b"a secret" && !opened.outdated);
        let rotated = secrets(&[("b", 2), ("", 1)]).open("totp", "ada", &sealed).unwrap();
        assert!(rotated.secret == b"a secret" && rotated.outdated);
        assert!(secrets(&[("b", 2)]).open("totp", "ada", &sealed).is_none());
        assert!(before.open("totp", "eve", &sealed).is_none(), "moved to another account");
        assert!(before.open("other", "ada", &sealed).is_none());
        let changed = format!("{}A", sealed.get(..sealed.len() - 1).unwrap());
        assert!(changed == sealed || before.open("totp", "ada", &changed).is_none());
        assert!(before.open("totp", "ada", "").is_none());
    }

    /// Proves: A35
    #[test]
    fn a_code_is_known_by_its_hash_alone() {
        let ours = secrets(&[("", 1)]);
        let hash = ours.code_hash("ada", "abcd").unwrap();
        assert!(!hash.contains("abcd"));
        assert!(ours.is_code("ada", "abcd", &hash));
        assert!(secrets(&[("b", 2), ("", 1)]).is_code("ada", "abcd", &hash));
        for (owner, code) in [("eve", "abcd"), ("ada", "abce"), ("adaa", "bcd")] {
            assert!(!ours.is_code(owner, code, &hash));
        }
        assert!(!secrets(&[("b", 2)]).is_code("ada", "abcd", &hash));
    }
}
