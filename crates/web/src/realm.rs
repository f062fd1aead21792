//! How people and forms name a realm, and the address of its sign-in page.

use std::fmt;

use domain::{Locale, PartnerId, Realm, Slug};
use serde::Deserialize;
use templates::say;
use thiserror::Error;

use crate::address::with_query;
use crate::context::App;
use crate::failure::Failure;
use crate::secrets::sha256;

/// The text names no realm.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("must be `public`, `main`, or the id or short name of a partner platform")]
pub struct RealmNameError;

/// A realm as it is named outside: `public` where nothing is said, `main`, or a partner platform by slug or id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum RealmName {
    /// Public learners.
    #[default]
    Public,
    /// Internal accounts.
    Main,
    /// A partner platform by its id.
    Partner(PartnerId),
    /// A partner platform by its slug, which may name none.
    Slug(Slug),
}

impl TryFrom<String> for RealmName {
    type Error = RealmNameError;

    fn try_from(text: String) -> Result<Self, RealmNameError> {
        match text.as_str() {
            "public" => Ok(Self::Public),
            "main" => Ok(Self::Main),
            // Ids are written in upper case and slugs in lower, so nothing is both.
            other => match other.parse() {
                Ok(id) => Ok(Self::Partner(id)),
                Err(_) => Slug::new(other).map(Self::Slug).map_err(|_| RealmNameError),
            },
        }
    }
}

impl From<Realm> for RealmName {
    fn from(realm: Realm) -> Self {
        match realm {
            Realm::Public => Self::Public,
            Realm::Main => Self::Main,
            Realm::Partner(id) => Self::Partner(id),
        }
    }
}

impl fmt::Display for RealmName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public => f.write_str("public"),
            Self::Main => f.write_str("main"),
            Self::Partner(id) => id.fmt(f),
            Self::Slug(slug) => slug.fmt(f),
        }
    }
}

impl RealmName {
    /// The realm's sign-in page. The public one is a file of the site; the others are made on request, so that they
    /// work without JavaScript.
    pub fn sign_in_path(&self, locale: Locale) -> String {
        self.path("/sign-in/", SIGN_IN_PAGE, locale)
    }

    /// The page that asks for a link to another password.
    pub fn forgot_password_path(&self, locale: Locale) -> String {
        self.path("/forgot-password/", FORGOT_PASSWORD_PAGE, locale)
    }

    /// The sign-in page after an attempt that failed, which still knows where its reader wanted to go.
    pub fn sign_in_failed_path(&self, next: Option<&str>) -> String {
        let realm = self.to_string();
        let mut fields = vec![("realm", &*realm), ("failed", "true")];
        fields.extend(next.map(|next| ("next", next)));
        with_query(SIGN_IN_PAGE, &fields)
    }

    /// The realm as a page names it. A partner is named as its address names it: whether there is such a one is
    /// nobody's business who has not signed in.
    pub fn words(&self, locale: Locale) -> String {
        match self {
            Self::Public => say(locale, "realm-public", &[]),
            Self::Main => say(locale, "realm-main", &[]),
            Self::Partner(_) => say(locale, "realm-some-partner", &[]),
            Self::Slug(slug) => say(locale, "realm-partner", &[("partner", slug.as_str().into())]),
        }
    }

    fn path(&self, file: &str, page: &str, locale: Locale) -> String {
        match (self, locale) {
            (Self::Public, locale) => format!("{}{file}", locale.root()),
            (other, Locale::English) => format!("{page}?realm={other}"),
            (other, locale) => format!("{page}?realm={other}&language={}", locale.code()),
        }
    }
}

/// Where the sign-in page of a realm is made.
const SIGN_IN_PAGE: &str = "/api/login/page";
/// Where the page is made that asks for a link.
const FORGOT_PASSWORD_PAGE: &str = "/api/login/forgot";

impl App {
    /// The realm behind a name. A slug that names no partner leads to a realm of its own that nobody has, so that
    /// whatever follows takes the same path and the same time as for a partner without such an account, and no two
    /// such slugs share a throttle.
    pub async fn realm(&self, name: &RealmName) -> Result<Realm, Failure> {
        Ok(match name {
            RealmName::Public => Realm::Public,
            RealmName::Main => Realm::Main,
            RealmName::Partner(id) => Realm::Partner(*id),
            RealmName::Slug(slug) => {
                let partner = self.store.partner_of_slug(slug).await?;
                Realm::Partner(partner.unwrap_or_else(|| nobodys(slug)))
            }
        })
    }
}

/// The id that a slug without a partner stands for.
fn nobodys(slug: &Slug) -> PartnerId {
    let mut id = [0; 16];
    for (byte, hashed) in id.iter_mut().zip(sha256(slug.as_str().as_bytes())) {
        *byte = hashed;
    }
    PartnerId::from_bytes(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_without_a_partner_share_nothing() {
        let [one, other] = ["acme", "north"].map(|text| nobodys(&Slug::new(text).unwrap()));
        assert_ne!(one, other);
        assert_eq!(one, nobodys(&Slug::new("acme").unwrap()));
    }

    fn read(text: &str) -> Result<RealmName, RealmNameError> {
        RealmName::try_from(text.to_owned())
    }

    #[test]
    fn a_realm_has_one_name_and_one_page() {
        let id = PartnerId::from_bytes([7; 16]);
        for (text, name, page) in [
            ("public", RealmName::Public, "/sign-in/".to_owned()),
            ("main", RealmName::Main, "/api/login/page?realm=main".to_owned()),
            ("acme", RealmName::Slug(Slug::new("acme").unwrap()), "/api/login/page?realm=acme".to_owned()),
            (&id.to_string(), RealmName::Partner(id), format!("/api/login/page?realm={id}")),
        ] {
            assert_eq!(read(text), Ok(name.clone()));
            assert_eq!(name.to_string(), text);
            let polish = name.sign_in_path(Locale::Polish);
            assert_eq!(
                polish,
                if text == "public" { "/pl/sign-in/".to_owned() } else { format!("{page}&language=pl") }
            );
            assert_eq!(name.sign_in_path(Locale::English), page);
        }
    }

    #[test]
    fn nothing_that_could_break_an_address_is_a_realm() {
        for bad in ["", "Main", "a b", "x&next=//evil", "../x", "a\r\nb"] {
            assert_eq!(read(bad), Err(RealmNameError), "{bad:?}");
        }
    }
}
