//! `POST /api/admin/requests/{request}/approve`

use authorization::act;
use axum::Json;
use axum::http::StatusCode;
use domain::AccountId;
use web::{Cx, Failure, Path, Problem};

use crate::accounts::AccountView;

/// Approve a request: the account comes into being.
///
/// Its owner gets a mail with a link to set the password.
#[utoipa::path(
    post, path = "/api/admin/requests/{request}/approve", tag = "requests",
    params(("request" = String, Path, description = "The request's id")),
    responses(
        (status = 201, description = "The account; the invitation is on its way", body = AccountView),
        (status = 409, description = "The address has an account there already", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn approve_request(
    cx: Cx,
    Path(request): Path<AccountId>,
) -> Result<(StatusCode, Json<AccountView>), Failure> {
    let grant = cx.authorize::<act::ApprovePendingUser>(request).await?;
    let account = cx.store().approve_account(grant).await?;
    Ok((StatusCode::CREATED, Json(AccountView::of(&account, cx.now()))))
}
