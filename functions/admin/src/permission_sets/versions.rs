//! `GET /api/admin/permission-sets/{tenant}/{set}/versions`

use authorization::act;
use axum::Json;
use domain::PermissionSetId;
use web::{Cx, Failure, PageOf, PageQuery, Path, Problem, Query};

use super::PermissionSetView;

/// List how a profile or custom role was before.
#[utoipa::path(
    get, path = "/api/admin/permission-sets/{tenant}/{set}/versions", tag = "permissions",
    params(
        ("tenant" = String, Path, description = "`main`, or the id of a partner platform or organization"),
        ("set" = String, Path, description = "The id of the profile or custom role"),
        PageQuery,
    ),
    responses(
        (status = 200, description = "A page of former versions, the newest first", body = PageOf<PermissionSetView>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_set_versions(
    cx: Cx,
    Path((name, id)): Path<(String, PermissionSetId)>,
    Query(page): Query<PageQuery>,
) -> Result<Json<PageOf<PermissionSetView>>, Failure> {
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ViewPermissionGrid>(Some(super::tenant(&name)?)).await?;
    let found = cx.store().former_sets(&grant, id, cursor.as_ref(), limit).await?;
    Ok(Json(PageOf::of(found, |former| PermissionSetView::of(&former))))
}
