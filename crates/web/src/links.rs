//! One-use links as they travel in mails: an account and a secret. The secret is derived from the mail that carries
//! it, so that a mail sent twice carries the same link; the table holds its hash.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::{AccountId, Entropy, OutboxId, random_bytes};

use crate::secrets::{Secrets, equal, sha256_hex};

/// A secret of 256 bits.
#[derive(Clone, PartialEq, Eq)]
pub struct LinkSecret([u8; 32]);

impl std::fmt::Debug for LinkSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkSecret")
    }
}

impl LinkSecret {
    /// The secret of the link in a mail, with the name of the key it is derived with: the one named, while it is still
    /// there, so that a mail sent again carries the same link; the newest otherwise.
    pub fn of_mail<'s>(
        secrets: &'s Secrets,
        key: Option<&str>,
        mail: OutboxId,
        account: AccountId,
    ) -> Option<(&'s str, Self)> {
        let key = key.and_then(|name| secrets.key(name)).or(secrets.newest())?;
        let secret = Secrets::derive(key, "link", &[&mail.to_string(), &account.to_string()])?;
        Some((&key.name, Self(secret)))
    }

    /// A fresh secret.
    pub fn random(entropy: &dyn Entropy) -> Self {
        Self(random_bytes(entropy))
    }

    /// Reads what [`LinkSecret::text`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        BASE64_URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// As it travels.
    pub fn text(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.0)
    }

    /// As it is stored.
    pub fn hash(&self) -> String {
        sha256_hex(&self.0)
    }

    /// Whether this is the secret behind a stored hash.
    pub fn opens(&self, stored_hash: &str) -> bool {
        equal(self.hash().as_bytes(), stored_hash.as_bytes())
    }
}

/// A secret with the account it belongs to; the `token` of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkToken {
    /// Whose link it is.
    pub account: AccountId,
    /// Its secret.
    pub secret: LinkSecret,
}

impl LinkToken {
    /// Reads what [`LinkToken::text`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (account, secret) = text.split_once('.')?;
        Some(Self { account: account.parse().ok()?, secret: LinkSecret::parse(secret)? })
    }

    /// As it travels.
    pub fn text(&self) -> String {
        format!("{}.{}", self.account, self.secret.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrets::{Pepper, SigningKey};

    fn secrets(names: &[(&str, u8)]) -> Secrets {
        let signing = names.iter().map(|(name, byte)| SigningKey::from_bytes(name, [*byte; 32])).collect();
        Secrets { signing, peppers: vec![Pepper::from_bytes("", [9; 32])] }
    }

    /// Proves: A22, A42
    #[test]
    fn a_mail_that_is_sent_again_after_a_change_of_keys_carries_the_same_link() {
        let (mail, account) = (OutboxId::from_bytes([1; 16]), AccountId::from_bytes([2; 16]));
        let before = secrets(&[("a", 1)]);
        let (key, issued) = LinkSecret::of_mail(&before, None, mail, account).unwrap();
        assert_eq!(key, "a");
        let overlapping = secrets(&[("b", 2), ("a", 1)]);
        assert_eq!(LinkSecret::of_mail(&overlapping, Some("a"), mail, account), Some(("a", issued.clone())));
        let later = secrets(&[("b", 2)]);
        let (key, renewed) = LinkSecret::of_mail(&later, Some("a"), mail, account).unwrap();
        assert!(key == "b" && renewed != issued, "a key that is gone makes nothing any more");
        let other = LinkSecret::of_mail(&before, None, mail, AccountId::from_bytes([3; 16])).unwrap().1;
        assert_ne!(other, issued, "the account is part of it");
    }
}
