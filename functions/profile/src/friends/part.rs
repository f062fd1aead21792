//! `DELETE /api/me/friends/{account}`

use authorization::act;
use axum::http::StatusCode;
use domain::AccountId;
use web::{Cx, Failure, Path, Problem};

/// End a friendship, or decline somebody who asks. Either of two friends may, and nobody is told.
///
/// Whoever was declined is not heard again before their question would have lapsed.
#[utoipa::path(
    delete, path = "/api/me/friends/{account}", tag = "profiles",
    params(("account" = String, Path, description = "The other account")),
    responses(
        (status = 204, description = "You are no friends, or were none"),
        (status = 401, description = "Nobody is signed in", body = Problem),
    )
)]
pub(crate) async fn part_from(cx: Cx, Path(account): Path<AccountId>) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::ManageFriends>(()).await?;
    cx.store().part_from(grant, account).await?;
    Ok(StatusCode::NO_CONTENT)
}
