//! The device cookie: it says that a browser once proved the password of an account, and outlives the login. It opens
//! nothing. It keeps guesses of others from slowing its owner down, leads to the right sign-in page, and tells a new
//! browser from an old one.
//!
//! It knows the account's login epoch at its time: whoever learned the password once is a stranger again with a reset, a
//! first second factor, or the end of all logins. And it knows its time: what a browser forgets some day, a copy must not
//! keep for ever.
//!
//! Whoever has just set the password by a mailed link has one as well, so that no stranger's guesses stand between them and
//! the sign-in; but a mailbox is no password, and such a browser is new to the account until it has proved that.

use std::convert::Infallible;

use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::{Account, AccountId};
use jiff::{SignedDuration, Timestamp};

use crate::context::App;
use crate::cookies::{DEVICE_COOKIES, DeviceCookie, cookies_called};
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
    /// The account's login epoch at that time.
    pub epoch: u64,
    /// When it was known first.
    pub since: Timestamp,
}

/// The longest that browsers keep any cookie: 400 days.
pub(crate) const DEVICE_MAX_AGE: SignedDuration = SignedDuration::from_hours(400 * 24);

/// Begins the id of a browser that proved the mailbox alone.
const BY_MAIL: char = '~';

impl KnownDevice {
    /// Whether it has proved the password, and not the mailbox alone.
    pub fn has_proved_password(&self) -> bool {
        !self.id.starts_with(BY_MAIL)
    }

    /// Whether it has proved the password of this account, whose logins were not ended since.
    pub fn knows(&self, account: &Account) -> bool {
        self.account == account.id && self.epoch == account.login_epoch && self.has_proved_password()
    }
}

impl Tokens {
    /// A device cookie. `nonce` makes it unique.
    pub fn device(&self, account: &Account, nonce: [u8; 16], now: Timestamp) -> Option<DeviceCookie> {
        self.device_called(account, BASE64_URL_SAFE_NO_PAD.encode(nonce), now)
    }

    /// The same for a browser that proved the account's mailbox.
    pub fn device_by_mail(&self, account: &Account, nonce: [u8; 16], now: Timestamp) -> Option<DeviceCookie> {
        let id = format!("{BY_MAIL}{}", BASE64_URL_SAFE_NO_PAD.encode(nonce));
        self.device_called(account, id, now)
    }

    fn device_called(&self, account: &Account, id: String, now: Timestamp) -> Option<DeviceCookie> {
        let key = self.secrets().newest()?;
        let realm = RealmName::from(account.kind.realm());
        let (epoch, given_out) = (account.login_epoch.to_string(), now.as_second().to_string());
        let claimed = [account.id.to_string(), realm.to_string(), id, epoch, given_out];
        let proof =
            BASE64_URL_SAFE_NO_PAD.encode(Secrets::derive(key, "device", &claimed.each_ref().map(|part| &**part))?);
        let value = format!("{}.{}.{proof}", claimed.join("."), key.name);
        Some(DeviceCookie { name: realm.device_cookie(), value })
    }

    /// Reads a device cookie, if it was given out by us and is not too old.
    pub fn known_device(&self, text: &str, now: Timestamp) -> Option<KnownDevice> {
        let mut parts = text.splitn(7, '.');
        let mut claim = || parts.next();
        let claimed = [claim()?, claim()?, claim()?, claim()?, claim()?];
        let expected = Secrets::derive(self.secrets().key(parts.next()?)?, "device", &claimed)?;
        let proof = BASE64_URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
        let [account, realm, id, epoch, given_out] = claimed;
        let given_out = Timestamp::from_second(given_out.parse().ok()?).ok()?;
        let device = KnownDevice {
            account: account.parse().ok()?,
            realm: realm.to_owned().try_into().ok()?,
            id: id.to_owned(),
            epoch: epoch.parse().ok()?,
            since: given_out,
        };
        (equal(&expected, &proof) && now.duration_since(given_out) <= DEVICE_MAX_AGE).then_some(device)
    }
}

/// What the request's device cookies prove, the newest first.
#[derive(Debug, Clone)]
pub struct Devices(pub Vec<KnownDevice>);

/// More realms than anybody is at home in: what else a browser sends is not looked at.
const REALMS_MAX: usize = 16;

impl<S> FromRequestParts<S> for Devices
where
    App: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let app = App::from_ref(state);
        let now = app.clock.now();
        let texts = cookies_called(&parts.headers, DEVICE_COOKIES).take(REALMS_MAX);
        let mut known: Vec<_> = texts.filter_map(|text| app.tokens.known_device(text, now)).collect();
        known.sort_by_key(|device| std::cmp::Reverse(device.since));
        Ok(Self(known))
    }
}

#[cfg(test)]
mod tests {
    use domain::{AccountKind, EmailAddress, Locale, PersonName};

    use super::*;
    use crate::secrets::{Pepper, SigningKey};

    fn tokens(byte: u8) -> Tokens {
        let secrets = Secrets {
            signing: vec![SigningKey::from_bytes("a", [byte; 32])],
            peppers: vec![Pepper::from_bytes("", [9; 32])],
        };
        Tokens::new(secrets, "https://learn.example.org".to_owned())
    }

    fn account(id: u8) -> Account {
        Account {
            id: AccountId::from_bytes([id; 16]),
            version: 3,
            kind: AccountKind::InternalLearner,
            name: PersonName::new("Grace").unwrap(),
            email: EmailAddress::new("grace@example.org").unwrap(),
            email_verified: true,
            expires_at: None,
            created_at: Timestamp::UNIX_EPOCH,
            login_epoch: 4,
            deactivated: false,
            locale: Locale::English,
        }
    }

    fn day(day: i64) -> Timestamp {
        Timestamp::from_second(day * 24 * 60 * 60).unwrap()
    }

    /// Proves: A18
    #[test]
    fn only_what_we_gave_out_is_a_known_device() {
        let account = account(1);
        let text = tokens(1).device(&account, [2; 16], day(0)).unwrap().value;
        let read = |byte: u8, text: &str| tokens(byte).known_device(text, day(400));
        let device = read(1, &text).unwrap();
        assert_eq!((device.account, &device.realm), (account.id, &RealmName::Main));
        assert!(device.has_proved_password() && device.knows(&account));
        assert!(!device.knows(&Account { login_epoch: 5, ..account.clone() }));
        let by_mail = tokens(1).device_by_mail(&account, [2; 16], day(0)).unwrap().value;
        assert!(!read(1, &by_mail).unwrap().knows(&account));
        assert_eq!(read(1, &by_mail.replacen('~', "", 1)), None);
        assert_eq!(read(2, &text), None);
        let other = text.replacen(&account.id.to_string(), &AccountId::from_bytes([3; 16]).to_string(), 1);
        let younger = text.replacen(".4.0.", ".4.86400.", 1);
        let later = text.replacen(".4.0.", ".5.0.", 1);
        assert!(younger != text && later != text);
        for forged in [
            &*other,
            &younger,
            &later,
            &text[..text.len() - 2],
            &text.replacen(".main.", ".public.", 1),
            "",
            "a.b.c.a.e",
            "a.b.c.1.2.a.e",
        ] {
            assert_eq!(read(1, forged), None, "{forged}");
        }
    }

    /// Proves: A18
    #[test]
    fn a_copy_ends_when_the_browsers_own_does() {
        let text = tokens(1).device(&account(1), [2; 16], day(0)).unwrap().value;
        let second_later = day(400).saturating_add(SignedDuration::from_secs(1)).unwrap();
        assert_eq!(tokens(1).known_device(&text, second_later), None);
    }
}
