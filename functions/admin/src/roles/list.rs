//! `GET /api/admin/accounts/{account}/roles`

use authorization::act;
use axum::Json;
use domain::AccountId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Failure, Path, Problem};

use super::RoleView;

/// The roles of an account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RolesView {
    /// What it holds beside the role of its kind.
    roles: Vec<RoleView>,
}

/// See which roles an account was given.
#[utoipa::path(
    get, path = "/api/admin/accounts/{account}/roles", tag = "roles",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 200, description = "Its roles", body = RolesView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_roles(cx: Cx, Path(account): Path<AccountId>) -> Result<Json<RolesView>, Failure> {
    let grant = cx.authorize::<act::ViewAccount>(account).await?;
    Ok(Json(RolesView { roles: grant.target().grants.iter().map(RoleView::of).collect() }))
}
