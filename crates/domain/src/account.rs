//! Accounts: the five kinds of S000, and the statuses an account moves through.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::email::EmailAddress;
use crate::id::{AccountId, PartnerId};
use crate::locale::Locale;
use crate::tenant::{Realm, Tenant};
use crate::text::PersonName;

/// What an account is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Runs a platform.
    Administrator,
    /// Takes courses.
    Learner,
}

/// The word that says which platform an account belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TypeName {
    /// The main platform.
    Internal,
    /// One partner platform.
    Partner,
    /// The public catalog.
    Public,
}

/// Why tier, type and partner do not make an account.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum KindError {
    /// S000-01, S000-02.
    #[error("`type` is required: an account is invalid until it has one")]
    TypeMissing,
    /// S000-05.
    #[error("an administrator is `internal` or `partner`, never `public`")]
    PublicAdministrator,
    /// S000-14, S000-25.
    #[error("`partner` is required for an account of type `partner`")]
    PartnerMissing,
    /// S000-15.
    #[error("`partner` belongs only to accounts of type `partner`")]
    PartnerUnexpected,
}

/// Tier, type and partner in one value: what it cannot say cannot exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountKind {
    /// Administers the main platform and every partner platform. The bare word "administrator" means this one.
    InternalAdministrator,
    /// Administers exactly one partner platform.
    PartnerAdministrator(PartnerId),
    /// Takes the main platform's own courses. The bare word "learner" means this one.
    InternalLearner,
    /// Takes the courses of exactly one partner platform.
    PartnerLearner(PartnerId),
    /// Takes courses of the public catalog; made by paying for one.
    PublicLearner,
}

impl AccountKind {
    /// Puts the three attributes together, or says which one is wrong.
    pub fn new(tier: Tier, type_name: Option<TypeName>, partner: Option<PartnerId>) -> Result<Self, KindError> {
        match (tier, type_name, partner) {
            (_, None, _) => Err(KindError::TypeMissing),
            (Tier::Administrator, Some(TypeName::Public), _) => Err(KindError::PublicAdministrator),
            (_, Some(TypeName::Partner), None) => Err(KindError::PartnerMissing),
            (_, Some(TypeName::Internal | TypeName::Public), Some(_)) => Err(KindError::PartnerUnexpected),
            (Tier::Administrator, Some(TypeName::Internal), None) => Ok(Self::InternalAdministrator),
            (Tier::Administrator, Some(TypeName::Partner), Some(partner)) => Ok(Self::PartnerAdministrator(partner)),
            (Tier::Learner, Some(TypeName::Internal), None) => Ok(Self::InternalLearner),
            (Tier::Learner, Some(TypeName::Partner), Some(partner)) => Ok(Self::PartnerLearner(partner)),
            (Tier::Learner, Some(TypeName::Public), None) => Ok(Self::PublicLearner),
        }
    }

    /// Administrator or learner.
    pub fn tier(self) -> Tier {
        match self {
            Self::InternalAdministrator | Self::PartnerAdministrator(_) => Tier::Administrator,
            Self::InternalLearner | Self::PartnerLearner(_) | Self::PublicLearner => Tier::Learner,
        }
    }

    /// Internal, partner or public.
    pub fn type_name(self) -> TypeName {
        match self {
            Self::InternalAdministrator | Self::InternalLearner => TypeName::Internal,
            Self::PartnerAdministrator(_) | Self::PartnerLearner(_) => TypeName::Partner,
            Self::PublicLearner => TypeName::Public,
        }
    }

    /// The one partner platform it is attached to.
    pub fn partner(self) -> Option<PartnerId> {
        match self {
            Self::PartnerAdministrator(partner) | Self::PartnerLearner(partner) => Some(partner),
            Self::InternalAdministrator | Self::InternalLearner | Self::PublicLearner => None,
        }
    }

    /// Where its e-mail address is unique.
    pub fn realm(self) -> Realm {
        match self {
            Self::InternalAdministrator | Self::InternalLearner => Realm::Main,
            Self::PartnerAdministrator(partner) | Self::PartnerLearner(partner) => Realm::Partner(partner),
            Self::PublicLearner => Realm::Public,
        }
    }

    /// Who administers it. Public learners are the main platform's customers.
    pub fn tenant(self) -> Tenant {
        self.partner().map_or(Tenant::Main, Tenant::Partner)
    }
}

/// What an account's status is at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountStatus {
    /// May sign in.
    Activated,
    /// Switched off by an administrator.
    Deactivated,
    /// Its last day has passed.
    Expired,
}

/// What may happen to an account's status. Expiry is not among them: it is a date, compared when read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusEvent {
    /// An administrator switches it off.
    Deactivate,
    /// An administrator switches it on again.
    Reactivate,
}

/// A status change that is not possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum StatusRefused {
    /// It is already so.
    #[error("the account is already {}", if *.0 == AccountStatus::Activated { "activated" } else { "deactivated" })]
    AlreadySo(AccountStatus),
    /// An expired account's status cannot be toggled; its date can be moved.
    #[error("the account is expired: set a later expiry date instead")]
    Expired,
}

/// A person's account in one realm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Raised by every change.
    pub version: u64,
    /// Tier, type and partner.
    pub kind: AccountKind,
    /// What the person is called.
    pub name: PersonName,
    /// Unique in the realm of its kind.
    pub email: EmailAddress,
    /// Whether a link sent to the address was used.
    pub email_verified: bool,
    /// Whether an administrator has switched it off.
    pub deactivated: bool,
    /// From this moment on it is expired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Raised to end every login at once: one that was begun under a lower number opens nothing.
    #[serde(default)]
    pub login_epoch: u64,
    /// The language of the mails to it.
    #[serde(default, skip_serializing_if = "Locale::goes_without_saying")]
    pub locale: Locale,
}

impl Account {
    /// The status at `now`. Deactivation outlasts expiry.
    pub fn status(&self, now: Timestamp) -> AccountStatus {
        match (self.deactivated, self.expires_at) {
            (true, _) => AccountStatus::Deactivated,
            (false, Some(expires_at)) if expires_at <= now => AccountStatus::Expired,
            (false, _) => AccountStatus::Activated,
        }
    }

    /// Switches the account off or on.
    pub fn after(mut self, event: StatusEvent, now: Timestamp) -> Result<Self, StatusRefused> {
        self.deactivated = match (self.status(now), event) {
            (AccountStatus::Activated, StatusEvent::Deactivate) => true,
            (AccountStatus::Deactivated, StatusEvent::Reactivate) => false,
            (AccountStatus::Expired, _) => return Err(StatusRefused::Expired),
            (status, _) => return Err(StatusRefused::AlreadySo(status)),
        };
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account() -> Account {
        Account {
            id: AccountId::from_bytes([1; 16]),
            version: 1,
            kind: AccountKind::PublicLearner,
            name: PersonName::new("Ada").unwrap(),
            email: EmailAddress::new("ada@example.org").unwrap(),
            email_verified: false,
            deactivated: false,
            expires_at: None,
            created_at: Timestamp::UNIX_EPOCH,
            login_epoch: 0,
            locale: Locale::English,
        }
    }

    #[test]
    fn expiry_is_a_date_and_not_a_toggle() {
        let at = |s| Timestamp::from_second(s).unwrap();
        let expiring = Account { expires_at: Some(at(10)), ..account() };
        assert_eq!(expiring.status(at(9)), AccountStatus::Activated);
        assert_eq!(expiring.status(at(10)), AccountStatus::Expired);
        assert_eq!(expiring.after(StatusEvent::Deactivate, at(10)), Err(StatusRefused::Expired));
        let off = account().after(StatusEvent::Deactivate, at(1)).unwrap();
        assert_eq!(off.status(at(1)), AccountStatus::Deactivated);
        assert_eq!(off.after(StatusEvent::Reactivate, at(2)).unwrap().status(at(2)), AccountStatus::Activated);
        let again = account().after(StatusEvent::Reactivate, at(1));
        assert_eq!(again, Err(StatusRefused::AlreadySo(AccountStatus::Activated)));
    }
}
