//! `DELETE /api/admin/accounts/{account}/roles/{role}/{object}`

use authorization::RoleGrant;
use axum::http::StatusCode;
use domain::AccountId;
use store::RoleWish;
use web::{Cx, Failure, Path, Problem};

use super::Named;

/// Take a role away.
///
/// What it brought is gone with the account's next request, and so is what the account may hold by it alone.
#[utoipa::path(
    delete, path = "/api/admin/accounts/{account}/roles/{role}/{object}", tag = "roles",
    params(
        ("account" = String, Path, description = "The account's id"),
        ("role" = String, Path, description = "The role's id, `power_profile:ID` or `custom_role:ID`"),
        ("object" = String, Path, description = "What it is held on: `platform`, or `kind:ID`"),
    ),
    responses(
        (status = 204, description = "Gone"),
        (status = 409, description = "Held by one, and handed over instead", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn take_role(
    cx: Cx,
    Path((account, role, object)): Path<(AccountId, String, String)>,
) -> Result<StatusCode, Failure> {
    let named = super::named(&role).map_err(|_| Failure::NotFound)?;
    let object = super::object(&object).map_err(|_| Failure::NotFound)?;
    let wish = match named {
        Named::Role(role) => RoleWish { account, grant: RoleGrant::new(role, object), set: None },
        Named::Set(kind, id) => super::wish_of_set(&cx, account, (kind, id), object).await?,
    };
    super::take(&cx, wish).await?;
    Ok(StatusCode::NO_CONTENT)
}
