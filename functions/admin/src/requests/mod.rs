//! Requests for accounts: the page of those who wait, and the decision about each. And the rules by which they are asked.

pub(crate) mod approve;
pub(crate) mod list;
pub(crate) mod refuse;
pub(crate) mod rules;

use domain::{AccountId, AccountRequest, PartnerId};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// Somebody who waits for an account. There is no account yet, and so no status.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccountRequestView {
    /// The request's id; the account's, once there is one.
    #[schema(value_type = String)]
    id: AccountId,
    /// The partner platform that the account is to belong to; `null` for the main platform.
    #[schema(value_type = Option<String>)]
    partner: Option<PartnerId>,
    /// What the person is called.
    name: String,
    /// Where the person is reached; not proved yet.
    email: String,
    /// When it was asked for.
    #[schema(value_type = String, format = DateTime)]
    asked_at: Timestamp,
    /// When it lapses where nobody decides.
    #[schema(value_type = String, format = DateTime)]
    lapses_at: Timestamp,
}

impl AccountRequestView {
    /// How the request looks.
    pub(crate) fn of(request: &AccountRequest) -> Self {
        Self {
            id: request.id,
            partner: request.kind.partner(),
            name: request.name.to_string(),
            email: request.email.to_string(),
            asked_at: request.asked_at,
            lapses_at: request.lapses_at,
        }
    }
}
