//! `DELETE /api/admin/requests/{request}`

use authorization::act;
use axum::http::StatusCode;
use domain::AccountId;
use web::{Cx, Failure, Path, Problem};

/// Refuse a request. It is gone, and nobody is written to: the address was never proved.
#[utoipa::path(
    delete, path = "/api/admin/requests/{request}", tag = "requests",
    params(("request" = String, Path, description = "The request's id")),
    responses(
        (status = 204, description = "Gone"),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn refuse_request(cx: Cx, Path(request): Path<AccountId>) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::ApprovePendingUser>(request).await?;
    cx.store().refuse_account(grant).await?;
    Ok(StatusCode::NO_CONTENT)
}
