//! `POST /api/admin/permission-sets/{tenant}/{set}/restore`

use authorization::PermissionSet;
use axum::Json;
use domain::PermissionSetId;
use web::{Body, Cx, Failure, Path, Problem, Query};

use super::change::{Change, PermissionSetChangeView, same_version};
use crate::permissions::overrides::restore::RestoreForm;
use crate::settings::change::SavingQuery;

/// Let a former version of a profile or custom role hold again.
#[utoipa::path(
    post, path = "/api/admin/permission-sets/{tenant}/{set}/restore", tag = "permissions", request_body = RestoreForm,
    params(
        ("tenant" = String, Path, description = "`main`, or the id of a partner platform or organization"),
        ("set" = String, Path, description = "The id of the profile or custom role"),
        SavingQuery,
    ),
    responses(
        (status = 200, description = "As it is now, or would be", body = PermissionSetChangeView),
        (status = 409, description = "It has changed meanwhile", body = Problem),
        (status = 422, description = "There is no such version, or what it reaches is gone", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn restore_set(
    cx: Cx,
    Path((name, id)): Path<(String, PermissionSetId)>,
    Query(SavingQuery { dry_run }): Query<SavingQuery>,
    Body(form): Body<RestoreForm>,
) -> Result<Json<PermissionSetChangeView>, Failure> {
    let tenant = super::tenant(&name)?;
    let version = form.restore;
    let gone = |stranger| {
        let words = format!("version {version} reaches `{stranger}`, which is gone: change the present one by hand");
        Failure::field("restore", words)
    };
    let former = async |before: Option<&PermissionSet>| {
        let before = before.ok_or(Failure::NotFound)?;
        same_version(before, form.version)?;
        let former = cx.store().former_set_to_judge(id, form.restore).await?;
        let none = || Failure::field("restore", format!("there is no version {} before the present one", form.restore));
        let PermissionSet { name, rights, .. } = former.ok_or_else(none)?;
        let (version, changed_at) = (before.version + 1, cx.now());
        Ok(Some(PermissionSet { version, name, rights, changed_at, ..before.clone() }))
    };
    let change = Change::judged_naming(&cx, tenant, Some(id), former, gone).await?;
    Ok(Json(change.saved_unless(&cx, dry_run).await?))
}
