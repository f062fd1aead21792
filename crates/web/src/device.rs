//! The device cookie: it says that a browser once proved the password of an account, and outlives the login. It opens
//! nothing. It keeps guesses of others from slowing its owner down, leads to the right sign-in page, and tells a new
//! browser from an old one.
//!
//! Whoever has just set the password by a mailed link has one as well, so that no stranger's guesses stand between them and
//! the sign-in; but a mailbox is no password, and such a browser is new to the account until it has proved that.

use std::convert::Infallible;

use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::{AccountId, Realm};

use crate::context::App;
use crate::cookies::{DEVICE_COOKIE, cookie};
use crate::realm::RealmName;
use crate::secrets::{Secrets, equal};
use crate::tokens::Tokens;

/// A browser that once proved an account's password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownDevice {
    /// The account.
    pub account: AccountId,
    /// Its realm, as sign-in pages name it.
    pub realm: RealmName,
    /// Tells the account's browsers apart.
    pub id: String,
}

/// Begins the id of a browser that proved the mailbox alone.
const BY_MAIL: char = '~';

impl KnownDevice {
    /// Whether it has proved the password, and not the mailbox alone.
    pub fn has_proved_password(&self) -> bool {
        !self.id.starts_with(BY_MAIL)
    }
}

impl Tokens {
    /// The value of a device cookie. `nonce` makes it unique.
    pub fn device(&self, account: AccountId, realm: Realm, nonce: [u8; 16]) -> Option<String> {
        self.device_called(account, realm, BASE64_URL_SAFE_NO_PAD.encode(nonce))
    }

    /// The same for a browser that proved the account's mailbox.
    pub fn device_by_mail(&self, account: AccountId, realm: Realm, nonce: [u8; 16]) -> Option<String> {
        self.device_called(account, realm, format!("{BY_MAIL}{}", BASE64_URL_SAFE_NO_PAD.encode(nonce)))
    }

    fn device_called(&self, account: AccountId, realm: Realm, id: String) -> Option<String> {
        let key = self.secrets().newest()?;
        let claimed = [account.to_string(), RealmName::from(realm).to_string(), id];
        let proof =
            BASE64_URL_SAFE_NO_PAD.encode(Secrets::derive(key, "device", &claimed.each_ref().map(|part| &**part))?);
        let [account, realm, id] = claimed;
        Some(format!("{account}.{realm}.{id}.{}.{proof}", key.name))
    }

    /// Reads a device cookie, if it was given out by us.
    pub fn known_device(&self, text: &str) -> Option<KnownDevice> {
        let mut parts = text.splitn(5, '.');
        let claimed = [parts.next()?, parts.next()?, parts.next()?];
        let expected = Secrets::derive(self.secrets().key(parts.next()?)?, "device", &claimed)?;
        let proof = BASE64_URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
        let [account, realm, id] = claimed;
        let device =
            KnownDevice { account: account.parse().ok()?, realm: realm.to_owned().try_into().ok()?, id: id.to_owned() };
        equal(&expected, &proof).then_some(device)
    }
}

/// What the request's device cookie proves.
#[derive(Debug, Clone)]
pub struct Device(pub Option<KnownDevice>);

impl<S> FromRequestParts<S> for Device
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let tokens = &App::from_ref(state).tokens;
        Ok(Self(cookie(&parts.headers, DEVICE_COOKIE).and_then(|text| tokens.known_device(text))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrets::{Pepper, SigningKey};

    fn tokens(byte: u8) -> Tokens {
        let secrets = Secrets {
            signing: vec![SigningKey::from_bytes("a", [byte; 32])],
            peppers: vec![Pepper::from_bytes("", [9; 32])],
        };
        Tokens::new(secrets, "https://learn.example.org".to_owned())
    }

    /// Proves: A18
    #[test]
    fn only_what_we_gave_out_is_a_known_device() {
        let account = AccountId::from_bytes([1; 16]);
        let text = tokens(1).device(account, Realm::Main, [2; 16]).unwrap();
        let device = tokens(1).known_device(&text).unwrap();
        assert_eq!((device.account, &device.realm), (account, &RealmName::Main));
        assert!(device.has_proved_password());
        let by_mail = tokens(1).device_by_mail(account, Realm::Main, [2; 16]).unwrap();
        assert!(!tokens(1).known_device(&by_mail).unwrap().has_proved_password());
        assert_eq!(tokens(1).known_device(&by_mail.replacen('~', "", 1)), None);
        assert_eq!(tokens(2).known_device(&text), None);
        let other = text.replacen(&account.to_string(), &AccountId::from_bytes([3; 16]).to_string(), 1);
        for forged in [&*other, &text[..text.len() - 2], &text.replacen(".main.", ".public.", 1), "", "a.b.c.a.e"] {
            assert_eq!(tokens(1).known_device(forged), None, "{forged}");
        }
    }
}
