//! `GET /api/admin/overrides/{tenant}/versions`

use authorization::act;
use axum::Json;
use web::{Cx, Failure, PageOf, PageQuery, Path, Problem, Query};

use super::OverridesView;

/// List what was decided before.
#[utoipa::path(
    get, path = "/api/admin/overrides/{tenant}/versions", tag = "permissions",
    params(("tenant" = String, Path,
        description = "`everywhere`, `main`, or the id of a partner platform or organization"), PageQuery),
    responses(
        (status = 200, description = "A page of former versions, the newest first", body = PageOf<OverridesView>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_versions(
    cx: Cx,
    Path(name): Path<String>,
    Query(page): Query<PageQuery>,
) -> Result<Json<PageOf<OverridesView>>, Failure> {
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ViewPermissionGrid>(super::tenant(&name)?).await?;
    let found = cx.store().former_overrides(&grant, cursor.as_ref(), limit).await?;
    Ok(Json(PageOf::of(found, |former| OverridesView::of(&former))))
}
