//! `POST /api/admin/permission-sets/{tenant}`

use axum::Json;
use axum::http::StatusCode;
use store::{SETS_MAX, SetKind};
use web::{Body, Cx, Failure, Path, Problem, Query};

use super::change::{Change, PermissionSetChangeView};
use super::form::NewPermissionSetForm;
use crate::settings::change::SavingQuery;

/// Make a profile of power users, or a custom role.
///
/// A profile brings the same chosen actions on each of its objects. A custom role is a role without some of its actions,
/// held where and by whom that role can be held. Nobody makes what brings more than they have. What hangs on a switch or
/// module counts while that is met.
#[utoipa::path(
    post, path = "/api/admin/permission-sets/{tenant}", tag = "permissions", request_body = NewPermissionSetForm,
    params(("tenant" = String, Path, description = "`main`, or the id of a partner platform or organization"), SavingQuery),
    responses(
        (status = 201, description = "Made", body = PermissionSetChangeView),
        (status = 200, description = "What would be made", body = PermissionSetChangeView),
        (status = 409, description = "There are as many as can be", body = Problem),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn create_set(
    cx: Cx,
    Path(name): Path<String>,
    Query(SavingQuery { dry_run }): Query<SavingQuery>,
    Body(form): Body<NewPermissionSetForm>,
) -> Result<(StatusCode, Json<PermissionSetChangeView>), Failure> {
    let tenant = super::tenant(&name)?;
    let change = Change::judged(&cx, tenant, None, async |_| form.read(&cx, tenant).map(Some)).await?;
    if change.is_one_too_many(&cx).await? {
        let kinds = SetKind::ALL.map(SetKind::word).join(" or ");
        return Err(Failure::conflict(format!("a platform has at most {SETS_MAX} of each {kinds}: delete one first")));
    }
    let status = if dry_run { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(change.saved_unless(&cx, dry_run).await?)))
}
