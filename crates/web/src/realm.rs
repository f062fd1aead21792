//! How people and forms name a realm, and the address of its sign-in page.

use std::fmt;

use domain::{PartnerId, Realm, Slug};
use serde::Deserialize;
use thiserror::Error;

use crate::context::App;
use crate::failure::Failure;

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
    /// The realm's sign-in page.
    pub fn sign_in_path(&self) -> String {
        self.path("/sign-in/")
    }

    /// The same page after an attempt that failed.
    pub fn sign_in_failed_path(&self) -> String {
        self.path("/sign-in/failed/")
    }

    fn path(&self, page: &str) -> String {
        match self {
            Self::Public => page.to_owned(),
            other => format!("{page}?realm={other}"),
        }
    }
}

impl App {
    /// The realm behind a name. A slug that names no partner leads to a realm that nobody has, so that whatever
    /// follows takes the same path and the same time as for a partner without such an account.
    pub async fn realm(&self, name: &RealmName) -> Result<Realm, Failure> {
        Ok(match name {
            RealmName::Public => Realm::Public,
            RealmName::Main => Realm::Main,
            RealmName::Partner(id) => Realm::Partner(*id),
            RealmName::Slug(slug) => {
                let partner = self.store.partner_of_slug(slug).await?;
                Realm::Partner(partner.unwrap_or(PartnerId::from_bytes([0; 16])))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<RealmName, RealmNameError> {
        RealmName::try_from(text.to_owned())
    }

    #[test]
    fn a_realm_has_one_name_and_one_page() {
        let id = PartnerId::from_bytes([7; 16]);
        for (text, name, page) in [
            ("public", RealmName::Public, "/sign-in/".to_owned()),
            ("main", RealmName::Main, "/sign-in/?realm=main".to_owned()),
            ("acme", RealmName::Slug(Slug::new("acme").unwrap()), "/sign-in/?realm=acme".to_owned()),
            (&id.to_string(), RealmName::Partner(id), format!("/sign-in/?realm={id}")),
        ] {
            assert_eq!(read(text), Ok(name.clone()));
            assert_eq!(name.to_string(), text);
            assert_eq!(name.sign_in_path(), page);
        }
    }

    #[test]
    fn nothing_that_could_break_an_address_is_a_realm() {
        for bad in ["", "Main", "a b", "x&next=//evil", "../x", "a\r\nb"] {
            assert_eq!(read(bad), Err(RealmNameError), "{bad:?}");
        }
    }
}
