//! `GET /api/me/friends/requests`

use authorization::act;
use axum::Json;
use web::{Cx, Failure, PageQuery, Problem, Query};

use super::Friends;

/// List those who ask to be your friends. A question lapses after 30 days.
#[utoipa::path(
    get, path = "/api/me/friends/requests", tag = "profiles", params(PageQuery),
    responses(
        (status = 200, description = "Those who ask", body = Friends),
        (status = 401, description = "Nobody is signed in", body = Problem),
    )
)]
pub(crate) async fn list_friend_requests(cx: Cx, Query(page): Query<PageQuery>) -> Result<Json<Friends>, Failure> {
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ManageFriends>(()).await?;
    Ok(Json(Friends::of(cx.store().friend_requests(&grant, cursor.as_ref(), limit).await?)))
}
