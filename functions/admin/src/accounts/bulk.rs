//! `POST /api/admin/accounts/bulk`

use authorization::{Action, GrantObject, RoleGrant, act, giving, taking};
use axum::Json;
use domain::{AccountId, StatusEvent, StatusRefused};
use serde::Deserialize;
use store::RoleWish;
use utoipa::ToSchema;
use web::fields::required;
use web::{Body, Cx, Deed, Failure, FieldErrors, ManyAccounts, Outcomes, Problem, one_by_one};

use crate::roles::{self, give::RoleForm};

/// What is done to each account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum AccountDeed {
    /// Switch it off; every login of it ends.
    Deactivate,
    /// Switch it on again.
    Reactivate,
    /// Sign it out everywhere.
    EndLogins,
    /// Give it a role.
    GiveRole,
    /// Take a role away from it.
    TakeRole,
}

/// The same for many accounts.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountsForm {
    /// The accounts' ids, at most 100; one that is named twice is one.
    #[serde(default)]
    #[schema(required = true, max_items = 100)]
    accounts: Vec<String>,
    /// What is done to each.
    action: Option<AccountDeed>,
    /// The role that is given or taken away; for these two alone.
    role: Option<RoleForm>,
}

/// What is wished for each account.
#[derive(Debug, Clone, Copy)]
enum Wish {
    Status(StatusEvent),
    EndLogins,
    Give(RoleGrant),
    Take(RoleGrant),
}

impl AccountsForm {
    /// Reads every field and names all that are wrong.
    fn read(self) -> Result<(ManyAccounts, Wish), Failure> {
        let mut errors = FieldErrors::default();
        let accounts = ManyAccounts::read(&self.accounts, &mut errors);
        let action = errors.take("action", required(self.action));
        let with_role = matches!(action, Some(AccountDeed::GiveRole | AccountDeed::TakeRole));
        let role = match (self.role, with_role) {
            (Some(form), true) if action == Some(AccountDeed::TakeRole) => errors.take_part("role", form.named()),
            (Some(form), true) => errors.take_part("role", form.plain()),
            (None, true) => errors.take("role", required(None)),
            (Some(_), false) if action.is_some() => {
                errors.take("role", Err("belongs only to `give_role` and `take_role`"))
            }
            _ => None,
        };
        let wish = match (action, role) {
            (Some(AccountDeed::Deactivate), _) => Some(Wish::Status(StatusEvent::Deactivate)),
            (Some(AccountDeed::Reactivate), _) => Some(Wish::Status(StatusEvent::Reactivate)),
            (Some(AccountDeed::EndLogins), _) => Some(Wish::EndLogins),
            (Some(AccountDeed::GiveRole), Some(grant)) => Some(Wish::Give(grant)),
            (Some(AccountDeed::TakeRole), Some(grant)) => Some(Wish::Take(grant)),
            _ => None,
        };
        match (accounts, wish, errors.list().is_empty()) {
            (Some(accounts), Some(wish), true) => Ok((accounts, wish)),
            _ => Err(errors.into_failure()),
        }
    }
}

impl Wish {
    fn action(self) -> Action {
        match self {
            Wish::Status(_) => Action::SetAccountStatus,
            Wish::EndLogins => Action::EndLogins,
            Wish::Give(grant) => giving(grant.role),
            Wish::Take(grant) => taking(grant.role),
        }
    }

    async fn done(self, cx: &Cx, account: AccountId) -> Result<Deed, Failure> {
        match self {
            Wish::Status(event) => set_status(cx, account, event).await,
            Wish::EndLogins => {
                let grant = cx.authorize::<act::EndLogins>(account).await?;
                Ok(cx.store().end_logins_of(grant).await.map(|()| Deed::DONE)?)
            }
            Wish::Give(grant) => give(cx, account, grant).await,
            Wish::Take(grant) => take(cx, account, grant).await,
        }
    }
}

async fn set_status(cx: &Cx, account: AccountId, event: StatusEvent) -> Result<Deed, Failure> {
    let grant = cx.authorize::<act::SetAccountStatus>(account).await?;
    let after = match grant.target().account.clone().after(event, cx.now()) {
        Ok(after) => after,
        Err(StatusRefused::AlreadySo(_)) => return Ok(Deed::UNCHANGED),
        Err(refused) => return Err(Failure::conflict(refused)),
    };
    Ok(cx.store().set_account_status(grant, after).await.map(|_| Deed::DONE)?)
}

/// Whoever holds the very role already is left alone. One that is held with other actions is another role.
async fn give(cx: &Cx, account: AccountId, grant: RoleGrant) -> Result<Deed, Failure> {
    if grant.object == GrantObject::Person(account) {
        return Err(Failure::field("role.object", "nobody looks after themselves"));
    }
    match roles::give(cx, RoleWish { account, grant, set: None }).await {
        Ok(_) => Ok(Deed::DONE),
        Err(Failure::Conflict(_)) if roles::holds(cx, account, grant).await => Ok(Deed::UNCHANGED),
        Err(failure) => Err(failure),
    }
}

/// Whoever does not hold the role is left alone, as far as the asker may know of the account at all.
async fn take(cx: &Cx, account: AccountId, grant: RoleGrant) -> Result<Deed, Failure> {
    match roles::take(cx, RoleWish { account, grant, set: None }).await {
        Ok(()) => Ok(Deed::DONE),
        Err(Failure::NotFound) => cx.authorize::<act::ViewAccount>(account).await.map(|_| Deed::UNCHANGED),
        Err(failure) => Err(failure),
    }
}

/// Do the same to many accounts: switch them off or on, sign them out, give or take a role.
///
/// Each account is judged by itself and has an outcome of its own; one that is refused keeps no other back. What is so
/// already stays as it is, so that the same request can be sent again.
#[utoipa::path(
    post, path = "/api/admin/accounts/bulk", tag = "accounts", request_body = AccountsForm,
    responses(
        (status = 200, description = "What became of each account", body = Outcomes),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn change_accounts(cx: Cx, Body(form): Body<AccountsForm>) -> Result<Json<Outcomes>, Failure> {
    let (accounts, wish) = form.read()?;
    cx.refuse_inconceivable(wish.action())?;
    let outcomes = one_by_one(&cx, accounts, |account| wish.done(&cx, account)).await?;
    Ok(Json(outcomes))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn named(json: Value) -> Vec<String> {
        match serde_json::from_value::<AccountsForm>(json).unwrap().read() {
            Ok(_) => Vec::new(),
            Err(failure) => failure.problem().fields.into_iter().map(|field| field.field).collect(),
        }
    }

    #[test]
    fn every_wrong_field_is_named_at_once() {
        let all = json!([AccountId::from_bytes([1; 16]).to_string()]);
        let instructor = json!({ "role": "instructor" });
        for (form, fields) in [
            (json!({ "accounts": all, "action": "deactivate" }), vec![]),
            (json!({ "accounts": all, "action": "give_role", "role": instructor }), vec![]),
            (json!({}), vec!["accounts", "action"]),
            (json!({ "accounts": ["x"], "action": "take_role" }), vec!["accounts[0]", "role"]),
            (json!({ "accounts": all, "action": "give_role", "role": { "role": "king" } }), vec!["role.role"]),
            (json!({ "accounts": all, "action": "take_role", "role": { "role": "power_user" } }), vec![]),
            (json!({ "accounts": all, "action": "give_role", "role": { "role": "power_user" } }), vec!["role.actions"]),
            (json!({ "accounts": all, "action": "end_logins", "role": instructor }), vec!["role"]),
        ] {
            assert_eq!(named(form.clone()), fields, "{form}");
        }
    }
}
