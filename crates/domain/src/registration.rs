//! An application for a public course. It is a record, not an account (S000-41): only registration and payment
//! together make one (S000-43).

use serde::{Deserialize, Serialize};

use crate::email::EmailAddress;
use crate::locale::Locale;
use crate::text::PersonName;

/// How far an application has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegistrationState {
    /// Waits for an administrator, where the platform's policy asks for one.
    Requested,
    /// May pay.
    Confirmed,
    /// Has become an account, or a further course of one.
    Completed,
}

/// An application for one public course, kept beside its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// What the applicant is called.
    pub name: PersonName,
    /// Where the applicant is reached.
    pub email: EmailAddress,
    /// How far it has come.
    pub state: RegistrationState,
    /// The language of the page that it was made on; the account's, once there is one.
    #[serde(default, skip_serializing_if = "Locale::goes_without_saying")]
    pub locale: Locale,
}

impl Registration {
    /// Applies. Public registrations are confirmed at once unless the platform asks for an administrator's word.
    pub fn apply(name: PersonName, email: EmailAddress, locale: Locale, confirm_by_hand: bool) -> Self {
        let state = if confirm_by_hand { RegistrationState::Requested } else { RegistrationState::Confirmed };
        Self { name, email, state, locale }
    }
}
