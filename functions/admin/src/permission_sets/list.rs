//! `GET /api/admin/permission-sets/{tenant}`

use authorization::act;
use axum::Json;
use serde::Deserialize;
use store::SetKind;
use utoipa::IntoParams;
use web::{Cx, Failure, PageOf, PageQuery, Path, Problem, Query};

use super::PermissionSetView;

/// Which of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PermissionSetsQuery {
    /// `power_profile` or `custom_role`.
    kind: String,
    /// The `next` of the page before.
    cursor: Option<String>,
    /// Entries on a page, 1 to 100; 50 where nothing is said.
    limit: Option<usize>,
}

/// List the profiles of power users, or the custom roles, of a platform.
#[utoipa::path(
    get, path = "/api/admin/permission-sets/{tenant}", tag = "permissions",
    params(("tenant" = String, Path, description = "`main`, or the id of a partner platform or organization"),
        PermissionSetsQuery),
    responses(
        (status = 200, description = "A page of them by name", body = PageOf<PermissionSetView>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_sets(
    cx: Cx,
    Path(name): Path<String>,
    Query(query): Query<PermissionSetsQuery>,
) -> Result<Json<PageOf<PermissionSetView>>, Failure> {
    let kind = SetKind::from_word(&query.kind);
    let kind = kind.ok_or_else(|| Failure::field("kind", "must be `power_profile` or `custom_role`"))?;
    let page = PageQuery { cursor: query.cursor, limit: query.limit };
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ViewPermissionGrid>(Some(super::tenant(&name)?)).await?;
    let found = cx.store().permission_sets(&grant, kind, cursor.as_ref(), limit).await?;
    Ok(Json(PageOf::of(found, |set| PermissionSetView::of(&set))))
}
