//! `GET` and `PUT /api/admin/account-types`: the types of accounts that a platform has only when it wants them.

use std::collections::BTreeMap;

use authorization::{Choices, Grid, Role, act, offered, optional_types};
use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Problem, Query};

use super::change::{SavingQuery, SettingsChangeView, change};

/// The optional types of accounts.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccountTypesView {
    /// The version of the settings.
    version: u64,
    /// Every optional type.
    types: Vec<AccountTypeView>,
}

/// An optional type of account.
#[derive(Debug, Serialize, ToSchema)]
struct AccountTypeView {
    /// The role's id.
    role: String,
    /// What it is, in words.
    words: String,
    /// Whether accounts can be given it now.
    enabled: bool,
    /// The switch or module that it hangs on.
    with: String,
}

fn optional_type(id: &str) -> Option<Role> {
    optional_types().find(|role| role.id() == id)
}

/// List the optional types of accounts.
#[utoipa::path(
    get, path = "/api/admin/account-types", tag = "settings",
    responses(
        (status = 200, description = "Every optional type, and whether it is enabled", body = AccountTypesView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_account_types(cx: Cx) -> Result<Json<AccountTypesView>, Failure> {
    // Seeing them needs no password proved lately.
    let grant = cx.authorize_change::<act::EnableAccountType>((), true).await?;
    let choices = cx.store().choices(&grant).await?;
    let grid = Grid::set_to(choices.settings());
    let view = |role: Role| AccountTypeView {
        role: role.id().to_owned(),
        words: role.words().to_owned(),
        enabled: grid.offers(role),
        with: offered(role).words().trim_start_matches("while ").trim_start_matches("with ").to_owned(),
    };
    Ok(Json(AccountTypesView { version: choices.version, types: optional_types().map(view).collect() }))
}

/// Optional types that are to be enabled or not.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountTypesForm {
    /// The version of the settings that was looked at.
    version: u64,
    /// Types by id; those that are not named stay as they are.
    types: BTreeMap<String, bool>,
}

/// Enable optional types of accounts, or disable them.
///
/// Who holds a type that is disabled keeps it, and it brings nothing until it is enabled again.
#[utoipa::path(
    put, path = "/api/admin/account-types", tag = "settings", request_body = AccountTypesForm, params(SavingQuery),
    responses(
        (status = 200, description = "The settings as they are now, or would be", body = SettingsChangeView),
        (status = 409, description = "The settings have changed meanwhile", body = Problem),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn enable_account_types(
    cx: Cx,
    Query(saving): Query<SavingQuery>,
    Body(form): Body<AccountTypesForm>,
) -> Result<Json<SettingsChangeView>, Failure> {
    let not_optional =
        |id: &String| Failure::field("types", format!("`{id}` is not the id of an optional type of account"));
    let set = |choices: Choices| {
        form.types.iter().try_fold(choices, |choices, (id, there)| {
            let role = optional_type(id).ok_or_else(|| not_optional(id))?;
            choices.offering(role, *there).ok_or_else(|| not_optional(id))
        })
    };
    Ok(Json(change::<act::EnableAccountType>(&cx, form.version, saving, set).await?))
}
