//! `GET /api/permissions/choices`

use authorization::{Action, Role, act, choosable, is_copied, profile_role};
use axum::Json;
use domain::{PartnerId, Tenant};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Cx, Failure, Problem, Query};

/// What is to be made, and where.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ChoicesQuery {
    /// The id of a partner platform or organization; the main platform where nothing is said.
    organization: Option<String>,
    /// The id of the role that a custom role is copied from; a profile of power users where nothing is said.
    role: Option<String>,
}

/// What profiles and custom roles can be made of.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChoicesView {
    /// The roles that custom roles are copied from, as far as the platform has them.
    roles: Vec<CopiedRole>,
    /// The actions that a profile can bring, or that can be kept of the role.
    actions: Vec<ChosenAction>,
}

/// A role that can be copied.
#[derive(Debug, Serialize, ToSchema)]
struct CopiedRole {
    /// The role's id.
    role: String,
    /// What it is, in words.
    words: String,
}

/// An action that can be chosen.
#[derive(Debug, Serialize, ToSchema)]
struct ChosenAction {
    /// The action's id.
    action: String,
    /// What it is, in words.
    words: String,
}

/// See what a profile of power users or a custom role can be made of.
///
/// What hangs on a switch or module can be chosen while that is not met, and counts once it is. Whoever chooses needs each
/// of the actions themselves.
#[utoipa::path(
    get, path = "/api/permissions/choices", tag = "permissions", params(ChoicesQuery),
    responses(
        (status = 200, description = "The roles, and the actions of one", body = ChoicesView),
        (status = 422, description = "Such a role is not copied", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_choices(cx: Cx, Query(query): Query<ChoicesQuery>) -> Result<Json<ChoicesView>, Failure> {
    let organization = query.organization.as_deref().map(str::parse::<PartnerId>).transpose();
    let organization = organization
        .map_err(|_| Failure::field("organization", "must be the id of a partner platform or organization"))?;
    let tenant = organization.map_or(Tenant::Main, Tenant::Partner);
    let role = match query.role.as_deref() {
        None => profile_role(),
        Some(id) => crate::permission_sets::parent(id).map_err(|sentence| Failure::field("role", sentence))?,
    };
    let grant = cx.authorize::<act::ViewPermissionGrid>(Some(tenant)).await?;
    if !cx.store().has_tenant(&grant).await? {
        return Err(Failure::NotFound);
    }
    let copied = Role::ALL.iter().copied().filter(|role| is_copied(*role) && cx.grid().offers(*role));
    let copied = copied.filter(|role| !choosable(cx.grid(), *role, tenant).is_empty());
    let actions = choosable(cx.grid(), role, tenant);
    Ok(Json(ChoicesView {
        roles: copied.map(CopiedRole::of).collect(),
        actions: actions.iter().map(ChosenAction::of).collect(),
    }))
}

impl CopiedRole {
    fn of(role: Role) -> Self {
        Self { role: role.id().to_owned(), words: role.words().to_owned() }
    }
}

impl ChosenAction {
    fn of(action: Action) -> Self {
        Self { action: action.id().to_owned(), words: action.words().to_owned() }
    }
}
