//! `DELETE /api/admin/accounts/{account}`

use authorization::act;
use axum::http::StatusCode;
use domain::AccountId;
use web::{Cx, Failure, Path, Problem};

/// Delete an account.
///
/// Its address becomes free and every login ends. Orders, enrollments and the audit stay.
#[utoipa::path(
    delete, path = "/api/admin/accounts/{account}", tag = "accounts",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 204, description = "Gone"),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn delete_account(cx: Cx, Path(account): Path<AccountId>) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::DeleteAccount>(account).await?;
    cx.store().delete_account(grant).await?;
    Ok(StatusCode::NO_CONTENT)
}
