//! `DELETE /api/admin/permission-sets/{tenant}/{set}`

use axum::Json;
use domain::PermissionSetId;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Cx, Failure, Path, Problem, Query};

use super::change::{Change, PermissionSetChangeView};

/// What is known of those who hold it.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DeletionQuery {
    /// How many people lose it with its end. It is needed where anybody holds it, and must be their number.
    holders: Option<usize>,
    /// With `true` nothing is deleted: the answer tells what would change.
    #[serde(default)]
    #[param(required = false)]
    dry_run: bool,
}

/// Delete a profile or custom role, with its former versions.
///
/// One that is held is deleted only by whoever says how many people hold it; it is taken from all of them.
#[utoipa::path(
    delete, path = "/api/admin/permission-sets/{tenant}/{set}", tag = "permissions",
    params(
        ("tenant" = String, Path, description = "`main`, or the id of a partner platform or organization"),
        ("set" = String, Path, description = "The id of the profile or custom role"),
        DeletionQuery,
    ),
    responses(
        (status = 200, description = "What is gone, or would be", body = PermissionSetChangeView),
        (status = 409, description = "It is held: the message says by how many people", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn delete_set(
    cx: Cx,
    Path((name, id)): Path<(String, PermissionSetId)>,
    Query(DeletionQuery { holders, dry_run }): Query<DeletionQuery>,
) -> Result<Json<PermissionSetChangeView>, Failure> {
    let tenant = super::tenant(&name)?;
    let change = Change::judged(&cx, tenant, Some(id), async |_| Ok(None)).await?;
    let held = change.holders().people.len();
    if !dry_run && held != holders.unwrap_or(0) {
        return Err(Failure::conflict(format!(
            "{held} people hold it: take it from them first, or say `holders={held}` to take it from all of them"
        )));
    }
    Ok(Json(change.saved_unless(&cx, dry_run).await?))
}
