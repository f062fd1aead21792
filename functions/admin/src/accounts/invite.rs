//! `POST /api/admin/accounts/{account}/invite`

use authorization::act;
use axum::http::StatusCode;
use domain::{AccountId, AccountStatus};
use web::{Cx, Failure, Path, Problem};

/// Mail an account's owner a fresh link to set the password.
///
/// The link goes to the owner and to nobody else; the answer is empty.
#[utoipa::path(
    post, path = "/api/admin/accounts/{account}/invite", tag = "accounts",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 202, description = "The mail is on its way"),
        (status = 409, description = "The account may not sign in", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn invite_account(cx: Cx, Path(account): Path<AccountId>) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::InviteAccount>(account).await?;
    // A link that sets a password nobody can sign in with would only confuse its owner.
    if grant.target().account.status(cx.now()) != AccountStatus::Activated {
        return Err(Failure::conflict("the account may not sign in: reactivate it or move its end first"));
    }
    cx.store().invite_account(grant).await?;
    Ok(StatusCode::ACCEPTED)
}
