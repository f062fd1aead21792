//! `GET /api/admin/overrides/{tenant}`

use authorization::act;
use axum::Json;
use web::{Cx, Failure, Path, Problem};

use super::OverridesView;

/// See what is decided otherwise than the grid.
#[utoipa::path(
    get, path = "/api/admin/overrides/{tenant}", tag = "permissions",
    params(("tenant" = String, Path,
        description = "`everywhere`, `main`, or the id of a partner platform or organization")),
    responses(
        (status = 200, description = "The overrides of that place alone", body = OverridesView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_overrides(cx: Cx, Path(name): Path<String>) -> Result<Json<OverridesView>, Failure> {
    let grant = cx.authorize::<act::ViewPermissionGrid>(super::tenant(&name)?).await?;
    Ok(Json(OverridesView::of(&cx.store().overrides(&grant).await?)))
}
