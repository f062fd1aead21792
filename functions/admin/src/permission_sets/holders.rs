//! `GET /api/admin/permission-sets/{tenant}/{set}/holders`

use authorization::act;
use axum::Json;
use domain::{AccountId, PermissionSetId};
use serde::Serialize;
use store::SetHolder;
use utoipa::ToSchema;
use web::{Cx, Failure, PageOf, PageQuery, Path, Problem, Query};

/// Somebody who holds a profile or custom role.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SetHolderView {
    /// The account.
    #[schema(value_type = String)]
    account: AccountId,
    /// What the person is called; `null` where the account is gone.
    name: Option<String>,
    /// What it is held on: a profile on `platform`, a custom role on what it was given on.
    object: String,
}

impl SetHolderView {
    fn of(holder: SetHolder) -> Self {
        Self { account: holder.account, name: holder.name, object: holder.object.to_string() }
    }
}

/// List who holds a profile or custom role.
#[utoipa::path(
    get, path = "/api/admin/permission-sets/{tenant}/{set}/holders", tag = "permissions",
    params(
        ("tenant" = String, Path, description = "`main`, or the id of a partner platform or organization"),
        ("set" = String, Path, description = "The id of the profile or custom role"),
        PageQuery,
    ),
    responses(
        (status = 200, description = "A page of people", body = PageOf<SetHolderView>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_set_holders(
    cx: Cx,
    Path((name, id)): Path<(String, PermissionSetId)>,
    Query(page): Query<PageQuery>,
) -> Result<Json<PageOf<SetHolderView>>, Failure> {
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ListAccounts>(Some(super::tenant(&name)?)).await?;
    let found = cx.store().list_set_holders(&grant, id, cursor.as_ref(), limit).await?;
    Ok(Json(PageOf::of(found, SetHolderView::of)))
}
