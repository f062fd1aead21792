//! `POST /api/admin/accounts/{account}/end-logins`

use authorization::act;
use axum::http::StatusCode;
use domain::AccountId;
use web::{Cx, Failure, Path, Problem};

/// Sign an account out everywhere.
///
/// Its next request, from whatever browser, finds nobody signed in. It may sign in again with its password.
#[utoipa::path(
    post, path = "/api/admin/accounts/{account}/end-logins", tag = "accounts",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 204, description = "Signed out everywhere"),
        (status = 403, description = "Not permitted, or the password has to be confirmed first", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn end_logins(cx: Cx, Path(account): Path<AccountId>) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::EndLogins>(account).await?;
    cx.store().end_logins_of(grant).await?;
    Ok(StatusCode::NO_CONTENT)
}
