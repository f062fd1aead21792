//! `POST /api/admin/accounts/{account}/reset-second-factors`

use authorization::act;
use axum::http::StatusCode;
use domain::AccountId;
use web::{Cx, Failure, Path, Problem};

/// Take an account's second factors away.
///
/// For somebody who lost the telephone and the recovery codes, once it is sure who asks. They are signed out everywhere,
/// sign in with the password alone, and are told by mail.
#[utoipa::path(
    post, path = "/api/admin/accounts/{account}/reset-second-factors", tag = "accounts",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 204, description = "The password alone signs in"),
        (status = 403, description = "Not permitted, or the password has to be confirmed first", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn reset_second_factors(cx: Cx, Path(account): Path<AccountId>) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::ResetSecondFactors>(account).await?;
    cx.store().reset_second_factors(grant).await?;
    Ok(StatusCode::NO_CONTENT)
}
