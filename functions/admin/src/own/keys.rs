//! What opens somebody's account, as their own file tells it: without anything that would open it.

use domain::Account;
use jiff::Timestamp;
use serde::Serialize;
use store::{Login, Passkey, SecondFactors};
use utoipa::ToSchema;

/// Whether a login opens anything: one that has ended, or owes a second factor, does not.
pub(super) fn is_open(login: &Login, account: &Account, now: Timestamp) -> bool {
    login.epoch == account.login_epoch && login.expires_at > now && !login.second_factor.is_owed()
}

/// A login, without its secrets.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LoginView {
    /// What the browser calls itself.
    device: String,
    #[schema(value_type = String, format = DateTime)]
    signed_in_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    last_heard_of: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    ends_at: Timestamp,
    /// Why an administrator is logged in as the account; `null` where it is its owner.
    administrator_because: Option<String>,
}

impl LoginView {
    pub(super) fn of(login: &Login) -> Self {
        Self {
            device: login.device.clone(),
            signed_in_at: login.created_at,
            last_heard_of: login.refreshed_at,
            ends_at: login.expires_at,
            administrator_because: login.acting.as_ref().map(|acting| acting.reason.to_string()),
        }
    }
}

/// What is proved beside the password.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FactorsView {
    /// When the authenticator app was set up.
    #[schema(value_type = Option<String>, format = DateTime)]
    app_since: Option<Timestamp>,
    passkeys: Vec<PasskeyView>,
    recovery_codes_left: usize,
}

/// A passkey.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KeptPasskey)]
pub(crate) struct PasskeyView {
    /// What its owner calls it.
    name: String,
    #[schema(value_type = String, format = DateTime)]
    added_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    used_at: Option<Timestamp>,
}

impl FactorsView {
    pub(super) fn of(factors: &SecondFactors) -> Self {
        let passkey =
            |key: &Passkey| PasskeyView { name: key.name.to_string(), added_at: key.created_at, used_at: key.used_at };
        Self {
            app_since: factors.app.as_ref().map(|app| app.since),
            passkeys: factors.passkeys.iter().map(passkey).collect(),
            recovery_codes_left: factors.recovery.len(),
        }
    }
}
