//! Who a thing belongs to: the main platform or one partner platform; and the realms in which e-mail addresses are
//! unique.

use serde::{Deserialize, Serialize};

use crate::account::AccountKind;
use crate::id::PartnerId;

/// The main platform or one partner platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tenant {
    /// The main platform.
    Main,
    /// One partner platform.
    Partner(PartnerId),
}

/// A space in which an e-mail address names at most one account. One person may have an account in several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Realm {
    /// Internal accounts.
    Main,
    /// Public learners: people who bought.
    Public,
    /// The accounts of one partner platform.
    Partner(PartnerId),
}

/// Whom a course is made for. Exactly one: the account types are exclusive (S000-20 to S000-32).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Internal learners of the main platform.
    Internal,
    /// The learners of one partner platform.
    Partner(PartnerId),
    /// Everybody: the course stands in the public catalog and can be bought.
    Public,
}

impl Audience {
    /// The learners whom a course of this audience is made for.
    pub fn learners(self) -> AccountKind {
        match self {
            Audience::Internal => AccountKind::InternalLearner,
            Audience::Partner(partner) => AccountKind::PartnerLearner(partner),
            Audience::Public => AccountKind::PublicLearner,
        }
    }

    /// Who administers a course of this audience. Public courses are the main platform's.
    pub fn tenant(self) -> Tenant {
        match self {
            Audience::Internal | Audience::Public => Tenant::Main,
            Audience::Partner(partner) => Tenant::Partner(partner),
        }
    }

    /// The realm whose learners the course is made for.
    pub fn realm(self) -> Realm {
        match self {
            Audience::Internal => Realm::Main,
            Audience::Public => Realm::Public,
            Audience::Partner(partner) => Realm::Partner(partner),
        }
    }
}
