//! `POST /api/admin/overrides/{tenant}/restore`

use axum::Json;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Path, Problem, Query};

use super::change::{Change, OverridesChangeView, Wish};
use crate::settings::change::SavingQuery;

/// Which version is to hold again.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RestoreForm {
    /// The present version that was looked at.
    pub(crate) version: u64,
    /// The former version that is to hold again, as a new one.
    pub(crate) restore: u64,
}

/// Let a former version of the overrides hold again.
#[utoipa::path(
    post, path = "/api/admin/overrides/{tenant}/restore", tag = "permissions", request_body = RestoreForm,
    params(("tenant" = String, Path,
        description = "`everywhere`, `main`, or the id of a partner platform or organization"), SavingQuery),
    responses(
        (status = 200, description = "The overrides as they are now, or would be", body = OverridesChangeView),
        (status = 409, description = "The overrides have changed meanwhile", body = Problem),
        (status = 422, description = "There is no such version", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn restore_overrides(
    cx: Cx,
    Path(name): Path<String>,
    Query(saving): Query<SavingQuery>,
    Body(form): Body<RestoreForm>,
) -> Result<Json<OverridesChangeView>, Failure> {
    let tenant = super::tenant(&name)?;
    let wish = Wish::Version(form.restore);
    let change = Change { tenant, version: form.version, wish, dry_run: saving.dry_run };
    Ok(Json(change.by_permission(&cx).await?))
}
