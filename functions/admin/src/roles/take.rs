//! `DELETE /api/admin/accounts/{account}/roles/{role}/{object}`

use authorization::RoleGrant;
use axum::http::StatusCode;
use domain::AccountId;
use web::{Cx, Failure, Path, Problem};

/// Take a role away.
///
/// What it brought is gone with the account's next request.
#[utoipa::path(
    delete, path = "/api/admin/accounts/{account}/roles/{role}/{object}", tag = "roles",
    params(
        ("account" = String, Path, description = "The account's id"),
        ("role" = String, Path, description = "The role's id"),
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
    let role = super::role(&role).map_err(|_| Failure::NotFound)?;
    let object = super::object(&object).map_err(|_| Failure::NotFound)?;
    super::take(&cx, account, RoleGrant::new(role, object)).await?;
    Ok(StatusCode::NO_CONTENT)
}
