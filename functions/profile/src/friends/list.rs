//! `GET /api/me/friends`

use authorization::act;
use axum::Json;
use web::{Cx, Failure, PageQuery, Problem, Query};

use super::Friends;

/// List your friends.
#[utoipa::path(
    get, path = "/api/me/friends", tag = "profiles", params(PageQuery),
    responses(
        (status = 200, description = "Your friends", body = Friends),
        (status = 401, description = "Nobody is signed in", body = Problem),
    )
)]
pub(crate) async fn list_friends(cx: Cx, Query(page): Query<PageQuery>) -> Result<Json<Friends>, Failure> {
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ManageFriends>(()).await?;
    Ok(Json(Friends::of(cx.store().own_friends(&grant, cursor.as_ref(), limit).await?)))
}
