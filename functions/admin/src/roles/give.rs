//! `POST /api/admin/accounts/{account}/roles`

use authorization::{Action, ActionSet, GrantObject, RoleGrant, Seat, comes_with_enrollment};
use axum::Json;
use axum::http::StatusCode;
use domain::{AccountId, PermissionSetId};
use serde::Deserialize;
use store::{RoleWish, SetKind};
use utoipa::ToSchema;
use web::{Body, Cx, Failure, FieldErrors, Path, Problem};

use super::{Named, RoleView};

/// A role that is to be given.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoleForm {
    /// The role's id; or `power_profile:ID` or `custom_role:ID` of the account's own platform.
    #[serde(default)]
    #[schema(required = true, example = "instructor")]
    role: String,
    /// What it is held on: `platform`, `organization:ID`, `course:ID`, `courses:main` or `courses:ID`,
    /// `path:ID`, `group:ID`, `team:ID`, `channel:ID` or `person:ID`; the whole platform where nothing is said.
    object: Option<String>,
    /// Ids of the actions that are given: chosen one by one for a power user, or a part of what another role brings. All that
    /// the role brings where nothing is said.
    actions: Option<Vec<String>>,
}

impl RoleForm {
    /// Reads every field and names all that are wrong. The account is the one that is to hold the role, if it is there
    /// already.
    pub(super) fn read(self, account: Option<AccountId>) -> Result<Wanted, Failure> {
        let mut errors = FieldErrors::default();
        let role = super::named(&self.role).and_then(|named| match named {
            Named::Role(role) if comes_with_enrollment(role) => {
                Err("comes with being enrolled: enroll the account instead")
            }
            named => Ok(named),
        });
        let role = errors.take("role", role);
        let object = super::object(self.object.as_deref().unwrap_or("platform")).and_then(|object| match object {
            GrantObject::Person(person) if Some(person) == account => Err("nobody looks after themselves"),
            object if object != GrantObject::Platform && matches!(role, Some(Named::Set(SetKind::PowerProfile, _))) => {
                Err("is left out: a profile says itself what it reaches")
            }
            object => Ok(object),
        });
        let object = errors.take("object", object);
        let chosen = self.actions.map(|ids| actions(&ids)).transpose();
        let chosen = chosen.and_then(|chosen| match role {
            Some(Named::Role(role)) if role.seat() == Seat::Chosen && chosen.is_none() => {
                Err("is required: a power user has what is chosen".to_owned())
            }
            Some(Named::Set(..)) if chosen.is_some() => {
                Err("is left out: a profile or custom role says itself what it brings".to_owned())
            }
            _ => Ok(chosen),
        });
        let chosen = errors.take("actions", chosen);
        match (role, object, chosen) {
            (Some(Named::Role(role)), Some(object), Some(None)) => Ok(Wanted::Role(RoleGrant::new(role, object))),
            (Some(Named::Role(role)), Some(object), Some(Some(chosen))) => {
                Ok(Wanted::Role(RoleGrant::chosen(role, object, chosen)))
            }
            (Some(Named::Set(kind, id)), Some(object), Some(_)) => Ok(Wanted::Set(kind, id, object)),
            _ => Err(errors.into_failure()),
        }
    }
}

/// What is to be given.
pub(super) enum Wanted {
    /// A role of the grid.
    Role(RoleGrant),
    /// A profile or custom role, on an object.
    Set(SetKind, PermissionSetId, GrantObject),
}

impl RoleForm {
    /// Reads a role of the grid that many are to hold, or somebody who is not there yet.
    pub(crate) fn plain(self) -> Result<RoleGrant, Failure> {
        match self.read(None)? {
            Wanted::Role(grant) => Ok(grant),
            Wanted::Set(..) => Err(Failure::field("role", "is given to one account at a time, once it is there")),
        }
    }

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
/// names the types. The role counts with the account's next request. A person holds at most ten profiles of power users, and
/// has the union of what they bring; a custom role is held where and by whom its parent is held.
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
    let wish = match form.read(Some(account))? {
        Wanted::Role(grant) => RoleWish { account, grant, set: None },
        Wanted::Set(kind, id, object) => super::wish_of_set(&cx, account, (kind, id), object).await?,
    };
    let given = super::give(&cx, wish).await?;
    Ok((StatusCode::CREATED, Json(RoleView::of(&given))))
}
