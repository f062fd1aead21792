//! An account as its owner's pages are told of it.

use domain::{Account, AccountKind};
use serde::Serialize;
use utoipa::ToSchema;

/// Who is signed in.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct AccountView {
    /// Its id.
    id: String,
    /// What the person is called.
    #[schema(example = "Ada Lovelace")]
    name: String,
    /// `internal_administrator`, `partner_administrator`, `internal_learner`, `partner_learner` or `public_learner`.
    #[schema(example = "public_learner")]
    kind: &'static str,
}

impl From<&Account> for AccountView {
    fn from(account: &Account) -> Self {
        let kind = match account.kind {
            AccountKind::InternalAdministrator => "internal_administrator",
            AccountKind::PartnerAdministrator(_) => "partner_administrator",
            AccountKind::InternalLearner => "internal_learner",
            AccountKind::PartnerLearner(_) => "partner_learner",
            AccountKind::PublicLearner => "public_learner",
        };
        Self { id: account.id.to_string(), name: account.name.to_string(), kind }
    }
}
