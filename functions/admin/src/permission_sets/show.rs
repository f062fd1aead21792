//! `GET /api/admin/permission-sets/{tenant}/{set}`

use authorization::act;
use axum::Json;
use domain::PermissionSetId;
use serde::Serialize;
use store::NamedObject;
use utoipa::ToSchema;
use web::{Cx, Failure, Path, Problem};

use super::PermissionSetView;

/// A profile or custom role, with what it reaches by name.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PermissionSetInFull {
    /// What it is.
    #[serde(flatten)]
    set: PermissionSetView,
    /// What a profile reaches, without what has gone since.
    reaches: Vec<ReachedView>,
}

/// Something that a profile reaches.
#[derive(Debug, Serialize, ToSchema)]
struct ReachedView {
    /// The object: `platform`, or `kind:ID`.
    object: String,
    /// What it is called; `null` for the platform and for all courses together.
    name: Option<String>,
}

/// See a profile or custom role.
#[utoipa::path(
    get, path = "/api/admin/permission-sets/{tenant}/{set}", tag = "permissions",
    params(
        ("tenant" = String, Path, description = "`main`, or the id of a partner platform or organization"),
        ("set" = String, Path, description = "The id of the profile or custom role"),
    ),
    responses(
        (status = 200, description = "The profile or custom role", body = PermissionSetInFull),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_set(
    cx: Cx,
    Path((name, id)): Path<(String, PermissionSetId)>,
) -> Result<Json<PermissionSetInFull>, Failure> {
    let grant = cx.authorize::<act::ViewPermissionGrid>(Some(super::tenant(&name)?)).await?;
    let set = cx.store().permission_set(&grant, id).await?;
    let reached = cx.store().objects_of_set(&grant, &set).await?;
    let view = |NamedObject { object, name }| ReachedView { object: object.to_string(), name };
    let reaches = reached.into_iter().map(view).collect();
    Ok(Json(PermissionSetInFull { set: PermissionSetView::of(&set), reaches }))
}
