//! `POST /api/me/friends/{account}/accept`

use authorization::act;
use axum::http::StatusCode;
use domain::AccountId;
use web::{Cx, Failure, Path, Problem};

/// Accept somebody who asks to be your friend.
#[utoipa::path(
    post, path = "/api/me/friends/{account}/accept", tag = "profiles",
    params(("account" = String, Path, description = "The account that asks")),
    responses(
        (status = 204, description = "You are friends"),
        (status = 401, description = "Nobody is signed in", body = Problem),
        (status = 404, description = "This account does not ask, or no longer", body = Problem),
    )
)]
pub(crate) async fn accept_friend(cx: Cx, Path(account): Path<AccountId>) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::ManageFriends>(()).await?;
    cx.store().accept_friend(grant, account).await?;
    Ok(StatusCode::NO_CONTENT)
}
