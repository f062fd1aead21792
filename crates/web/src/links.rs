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
    /// The secret of the link in a mail.
    pub fn of_mail(secrets: &Secrets, mail: OutboxId, account: AccountId) -> Option<Self> {
        Secrets::derive(secrets.newest()?, "link", &[&mail.to_string(), &account.to_string()]).map(Self)
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
