//! `POST /api/admin/accounts/{account}/roles`

use authorization::{Action, ActionSet, GrantObject, RoleGrant, Seat, comes_with_enrollment};
use axum::Json;
use axum::http::StatusCode;
use domain::AccountId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, FieldErrors, Path, Problem};

use super::RoleView;

/// A role that is to be given.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoleForm {
    /// The role's id.
    #[serde(default)]
    #[schema(required = true, example = "instructor")]
    role: String,
    /// What it is held on: `platform`, `organization:ID`, `course:ID`, `path:ID`, `group:ID`, `team:ID`, `channel:ID` or
    /// `person:ID`; the whole platform where nothing is said.
    object: Option<String>,
    /// Ids of the actions that are given: chosen one by one for a power user, or those that a custom role keeps of its
    /// parent. All that the role brings where nothing is said.
    actions: Option<Vec<String>>,
}

impl RoleForm {
    /// Reads every field and names all that are wrong. The account is the one that is to hold the role, if it is there
    /// already.
    pub(crate) fn read(self, account: Option<AccountId>) -> Result<RoleGrant, Failure> {
        let mut errors = FieldErrors::default();
        let role = super::role(&self.role).and_then(|role| match comes_with_enrollment(role) {
            true => Err("comes with being enrolled: enroll the account instead"),
            false => Ok(role),
        });
        let role = errors.take("role", role);
        let object = super::object(self.object.as_deref().unwrap_or("platform")).and_then(|object| match object {
            GrantObject::Person(person) if Some(person) == account => Err("nobody looks after themselves"),
            object => Ok(object),
        });
        let object = errors.take("object", object);
        let chosen = self.actions.map(|ids| actions(&ids)).transpose();
        let chosen = chosen.and_then(|chosen| match role {
            Some(role) if role.seat() == Seat::Chosen && chosen.is_none() => {
                Err("is required: a power user has what is chosen".to_owned())
            }
            _ => Ok(chosen),
        });
        let chosen = errors.take("actions", chosen);
        match (role, object, chosen) {
            (Some(role), Some(object), Some(None)) => Ok(RoleGrant::new(role, object)),
            (Some(role), Some(object), Some(Some(chosen))) => Ok(RoleGrant::chosen(role, object, chosen)),
            _ => Err(errors.into_failure()),
        }
    }
}

impl RoleForm {
    /// Reads which role is meant, whatever actions it is held with.
    pub(crate) fn named(self) -> Result<RoleGrant, Failure> {
        let mut errors = FieldErrors::default();
        let role = errors.take("role", super::role(&self.role));
        let object = errors.take("object", super::object(self.object.as_deref().unwrap_or("platform")));
        let silent = self.actions.map_or(Ok(()), |_| Err("are not chosen here: the role goes as a whole"));
        match (role, object, errors.take("actions", silent)) {
            (Some(role), Some(object), Some(())) => Ok(RoleGrant::new(role, object)),
            _ => Err(errors.into_failure()),
        }
    }
}

/// The actions of these ids; a list that names none gives nothing, and is a mistake.
fn actions(ids: &[String]) -> Result<ActionSet, String> {
    if ids.is_empty() {
        return Err("must name at least one action".to_owned());
    }
    let action = |id: &String| Action::from_id(id).ok_or_else(|| format!("`{id}` is not the id of an action"));
    ids.iter().map(action).collect()
}

/// Give a role.
///
/// Nobody gives more than they have, and each role has a closed list of the types of accounts that hold it: the refusal
/// names the types. The role counts with the account's next request.
#[utoipa::path(
    post, path = "/api/admin/accounts/{account}/roles", tag = "roles", request_body = RoleForm,
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 201, description = "Given", body = RoleView),
        (status = 409, description = "Held already, or held by one and handed over instead", body = Problem),
        (status = 422, description = "Some fields need another value, or the account does not hold such roles",
            body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn give_role(
    cx: Cx,
    Path(account): Path<AccountId>,
    Body(form): Body<RoleForm>,
) -> Result<(StatusCode, Json<RoleView>), Failure> {
    let given = super::give(&cx, account, form.read(Some(account))?).await?;
    Ok((StatusCode::CREATED, Json(RoleView::of(&given))))
}
