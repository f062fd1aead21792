//! Requests for accounts: somebody asks, and somebody who may decides. A request is no account and has no status; the
//! account comes into being with the approval (S001-230 to S001-233).

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::account::AccountKind;
use crate::email::EmailAddress;
use crate::id::AccountId;
use crate::text::PersonName;

/// How accounts come into being, beside those that administrators make and those that come with a purchase.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegistrationMode {
    /// Administrators make accounts, and nobody asks for one.
    #[default]
    AdministratorOnly,
    /// Whoever asks waits for an approval.
    Moderated,
    /// Whoever asks has an account at once.
    Open,
}

/// The most domains that a list of allowed ones holds.
pub const DOMAINS_MAX: usize = 100;
/// Requests wait two weeks where nothing is said.
const LAPSE_DAYS: u16 = 14;
/// Nobody remembers longer what they asked for.
pub const LAPSE_DAYS_MAX: u16 = 90;

/// The rules by which accounts are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationRules {
    /// Raised by every change; 0 while nothing was decided.
    pub version: u64,
    /// How accounts come into being.
    pub mode: RegistrationMode,
    /// Domains whose addresses may ask; all of them where the list is empty.
    pub domains: Vec<String>,
    /// Days after which a request lapses that nobody decided.
    pub lapse_days: u16,
}

impl Default for RegistrationRules {
    fn default() -> Self {
        Self { version: 0, mode: RegistrationMode::default(), domains: Vec::new(), lapse_days: LAPSE_DAYS }
    }
}

/// Why nobody may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RequestRefused {
    /// Accounts are made by administrators.
    #[error("accounts are made by administrators here: ask one of them")]
    Closed,
    /// The address lies in a domain that is not on the list.
    #[error("must be an address of a domain that is allowed here")]
    Domain,
}

/// The text is no domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("must be a domain such as `example.org`")]
pub struct DomainError;

impl RegistrationRules {
    /// A domain in the form in which it is compared.
    pub fn domain(text: &str) -> Result<String, DomainError> {
        let address = EmailAddress::new(&format!("somebody@{}", text.trim())).map_err(|_| DomainError)?;
        Ok(domain_of(&address).to_owned())
    }

    /// Whether somebody with this address may ask.
    pub fn admit(&self, email: &EmailAddress) -> Result<(), RequestRefused> {
        if self.mode == RegistrationMode::AdministratorOnly {
            return Err(RequestRefused::Closed);
        }
        let allowed = self.domains.is_empty() || self.domains.iter().any(|domain| domain == domain_of(email));
        if allowed { Ok(()) } else { Err(RequestRefused::Domain) }
    }

    /// When a request lapses that is made now.
    pub fn lapses_at(&self, now: Timestamp) -> Timestamp {
        now.saturating_add(SignedDuration::from_hours(24 * i64::from(self.lapse_days))).unwrap_or(now)
    }
}

fn domain_of(email: &EmailAddress) -> &str {
    email.normal().rsplit_once('@').map_or("", |(_, domain)| domain)
}

/// Somebody who waits for an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRequest {
    /// Its id; the account's, once there is one.
    pub id: AccountId,
    /// What the account is to be.
    pub kind: AccountKind,
    /// What the person is called.
    pub name: PersonName,
    /// Where the person is reached.
    pub email: EmailAddress,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// From this moment on there is no such request.
    pub lapses_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_on_the_list_is_matched_as_a_whole_and_whatever_its_case() {
        let email = |text: &str| EmailAddress::new(text).unwrap();
        let domains = vec![RegistrationRules::domain(" Example.ORG ").unwrap()];
        let rules = RegistrationRules { mode: RegistrationMode::Moderated, domains, ..RegistrationRules::default() };
        assert_eq!(rules.admit(&email("ada@EXAMPLE.org")), Ok(()));
        for other in ["ada@sub.example.org", "ada@notexample.org", "example.org@example.net"] {
            assert_eq!(rules.admit(&email(other)), Err(RequestRefused::Domain), "{other}");
        }
        for wrong in ["", "example", "a@b.org", "exam ple.org"] {
            assert_eq!(RegistrationRules::domain(wrong), Err(DomainError), "{wrong}");
        }
    }

    #[test]
    fn nobody_asks_where_nothing_was_decided() {
        let email = EmailAddress::new("ada@example.org").unwrap();
        assert_eq!(RegistrationRules::default().admit(&email), Err(RequestRefused::Closed));
    }
}
