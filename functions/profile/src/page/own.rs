//! `GET /api/me/profile`: one's own page.

use authorization::act;
use axum::Json;
use web::{Cx, Failure, Problem};

use super::of_others::FRIENDS_SHOWN;
use super::view::ProfilePage;

/// See your own profile page. Everybody has one, also before anything was written.
#[utoipa::path(
    get, path = "/api/me/profile", tag = "profiles",
    responses(
        (status = 200, description = "The page", body = ProfilePage),
        (status = 401, description = "Nobody is signed in", body = Problem),
    )
)]
pub(crate) async fn show_own_profile(cx: Cx) -> Result<Json<ProfilePage>, Failure> {
    let page = cx.authorize::<act::EditProfile>(()).await?;
    let own = cx.authorize::<act::ManageFriends>(()).await?;
    let (profile, friends) =
        tokio::try_join!(cx.store().own_profile(&page), cx.store().own_friends(&own, None, FRIENDS_SHOWN))?;
    Ok(Json(ProfilePage::of(&page.target().account, &profile, friends, Some(cx.now()))))
}
