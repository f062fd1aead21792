//! `PUT /api/admin/permission-sets/{tenant}/{set}`

use axum::Json;
use domain::PermissionSetId;
use web::{Body, Cx, Failure, Path, Problem, Query};

use super::change::{Change, PermissionSetChangeView, same_version};
use super::form::PermissionSetForm;
use crate::settings::change::SavingQuery;

/// Change a profile or custom role.
///
/// What is sent takes the place of what was there, which is kept as a former version. It counts for all holders with their
/// next request.
#[utoipa::path(
    put, path = "/api/admin/permission-sets/{tenant}/{set}", tag = "permissions", request_body = PermissionSetForm,
    params(
        ("tenant" = String, Path, description = "`main`, or the id of a partner platform or organization"),
        ("set" = String, Path, description = "The id of the profile or custom role"),
        SavingQuery,
    ),
    responses(
        (status = 200, description = "As it is now, or would be", body = PermissionSetChangeView),
        (status = 409, description = "It has changed meanwhile", body = Problem),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn edit_set(
    cx: Cx,
    Path((name, id)): Path<(String, PermissionSetId)>,
    Query(SavingQuery { dry_run }): Query<SavingQuery>,
    Body(form): Body<PermissionSetForm>,
) -> Result<Json<PermissionSetChangeView>, Failure> {
    let tenant = super::tenant(&name)?;
    let change = Change::judged(&cx, tenant, Some(id), async |before| {
        let before = before.ok_or(Failure::NotFound)?;
        same_version(before, form.version)?;
        form.applied(&cx, before).map(Some)
    });
    Ok(Json(change.await?.saved_unless(&cx, dry_run).await?))
}
