//! What a row means for the accounts that are there, and whether whoever imports may bring such people in.

use std::collections::HashMap;

use authorization::{RoleGrant, act};
use domain::{Account, AccountId, AccountKind, EmailAddress, PersonName, Realm};
use feeds::{FieldError, PersonDraft};
use jiff::Timestamp;
use store::{NewAccount, Newcomer};
use web::{Cx, Failure};

use super::plan::Permits;
use crate::roles;

/// Refuses the whole import: whoever sends it proves their password and sends it again.
const CONFIRM_FIRST: &str = "confirm_first";
/// The same words for a platform that exists and for one that does not.
const NOT_YOURS: &str = "names a platform that is not yours to administer";

/// What is stored and permitted, as far as an import needs to know.
#[derive(Default)]
pub(super) struct Known {
    pub(super) permits: Permits,
    refused: HashMap<AccountKind, FieldError>,
    accounts: HashMap<(Realm, String), Account>,
}

/// What becomes of a row that reads.
pub(super) enum Judged {
    /// A new account.
    New(Newcomer),
    /// The account that has the address, and how it differs from the row.
    There(AccountId, Vec<FieldError>),
}

impl Known {
    /// Asks for the permission to bring in people of a kind, and only then which of them are there already.
    pub(super) async fn look_up(
        &mut self,
        cx: &Cx,
        kind: AccountKind,
        addresses: &[EmailAddress],
    ) -> Result<(), Failure> {
        match cx.authorize::<act::ImportUser>(kind).await {
            Ok(grant) => {
                let found = cx.store().accounts_to_import(&grant, addresses).await?;
                self.accounts.extend(found.into_iter().map(|(address, account)| ((kind.realm(), address), account)));
                self.permits.insert(kind, grant);
            }
            Err(failure @ (Failure::Forbidden(CONFIRM_FIRST, _) | Failure::Unavailable | Failure::Internal(_))) => {
                return Err(failure);
            }
            Err(failure) => {
                self.refused.insert(kind, refused(kind, &failure));
            }
        }
        Ok(())
    }
}

fn refused(kind: AccountKind, failure: &Failure) -> FieldError {
    let column = if kind.partner().is_some() { "partner" } else { "type" };
    match failure {
        Failure::NotFound => FieldError::new(column, "", NOT_YOURS),
        other => FieldError::new("role", "", other.problem().message),
    }
}

/// What becomes of a draft; every reason against it where nothing does.
pub(super) async fn judge(
    cx: &Cx,
    known: &Known,
    draft: PersonDraft,
) -> Result<Result<Judged, Vec<FieldError>>, Failure> {
    if let Some(reason) = known.refused.get(&draft.kind) {
        return Ok(Err(vec![reason.clone()]));
    }
    let address = (draft.kind.realm(), draft.email.normal().to_owned());
    if let Some(account) = known.accounts.get(&address) {
        return Ok(Ok(Judged::There(account.id, differences(account, &draft.name, draft.kind, draft.expires_at))));
    }
    let PersonDraft { kind, role, name, email, expires_at } = draft;
    let newcomer = cx.store().newcomer(kind, NewAccount { name, email, expires_at });
    let Some(grant) = RoleGrant::of_code(role) else { return Ok(Ok(Judged::New(newcomer))) };
    match roles::first(cx, &newcomer, grant).await {
        Ok(role) => Ok(Ok(Judged::New(newcomer.with(role)))),
        Err(failure @ (Failure::Unavailable | Failure::Internal(_))) => Err(failure),
        Err(failure) => {
            let problem = failure.problem();
            let reason = problem.fields.into_iter().next().map_or(problem.message, |field| field.message);
            Ok(Err(vec![FieldError::new("role", "1", reason)]))
        }
    }
}

/// An import makes accounts and changes none; what it would have to change is told.
pub(super) fn differences(
    account: &Account,
    name: &PersonName,
    kind: AccountKind,
    expires_at: Option<Timestamp>,
) -> Vec<FieldError> {
    let mut differ = Vec::new();
    let mut told = |column: &str, value: &str, differs: bool| {
        if differs {
            differ.push(FieldError::new(column, value, "is another one there: an import changes no account"));
        }
    };
    told("name", name.as_str(), account.name != *name);
    told("role", "", account.kind.tier() != kind.tier());
    let end = expires_at.map(|end| end.to_string()).unwrap_or_default();
    told("expires_at", &end, expires_at.is_some() && account.expires_at != expires_at);
    differ
}
