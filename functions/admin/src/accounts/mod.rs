//! Accounts as those who run a platform see them. No answer here ever holds a password or a link: those go to the
//! account's owner and to nobody else.

pub(crate) mod bulk;
pub(crate) mod create;
pub(crate) mod deactivate;
pub(crate) mod delete;
pub(crate) mod directory;
pub(crate) mod edit;
pub(crate) mod end_logins;
pub(crate) mod first_roles;
pub(crate) mod invite;
pub(crate) mod list;
pub(crate) mod log_in_as;
pub(crate) mod reactivate;
pub(crate) mod reset_second_factors;
pub(crate) mod show;

use domain::{Account, AccountId, AccountStatus, PartnerId, Tier, TypeName};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::words;

/// An account. Named apart in the description: a signed-in page is told of its own account in another shape.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AdministeredAccount)]
pub(crate) struct AccountView {
    /// Its id.
    #[schema(value_type = String)]
    id: AccountId,
    /// Raised by every change.
    version: u64,
    /// What it is for.
    #[schema(schema_with = words::tier)]
    tier: Tier,
    /// Which platform it belongs to.
    #[serde(rename = "type")]
    #[schema(schema_with = words::type_name)]
    type_name: TypeName,
    /// The partner platform, for accounts of type `partner`.
    #[schema(value_type = Option<String>)]
    partner: Option<PartnerId>,
    /// What the person is called.
    name: String,
    /// Where the person is reached.
    email: String,
    /// Whether a link sent to the address was used.
    email_verified: bool,
    /// What it is right now.
    #[schema(schema_with = words::account_status)]
    status: AccountStatus,
    /// When it ends by itself.
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Timestamp>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

impl AccountView {
    /// How the account looks at `now`.
    pub(crate) fn of(account: &Account, now: Timestamp) -> Self {
        Self {
            id: account.id,
            version: account.version,
            tier: account.kind.tier(),
            type_name: account.kind.type_name(),
            partner: account.kind.partner(),
            name: account.name.to_string(),
            email: account.email.to_string(),
            email_verified: account.email_verified,
            status: account.status(now),
            expires_at: account.expires_at,
            created_at: account.created_at,
        }
    }
}
