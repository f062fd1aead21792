//! `DELETE /api/me/photos/{photo}`

use authorization::act;
use axum::http::StatusCode;
use domain::PhotoId;
use web::{Cx, Failure, Path, Problem};

/// Take a photo off your own profile page.
#[utoipa::path(
    delete, path = "/api/me/photos/{photo}", tag = "profiles",
    params(("photo" = String, Path, description = "The photo's id")),
    responses(
        (status = 204, description = "Gone"),
        (status = 401, description = "Nobody is signed in", body = Problem),
        (status = 404, description = "Your page has no such photo", body = Problem),
    )
)]
pub(crate) async fn remove_photo(cx: Cx, Path(photo): Path<PhotoId>) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::EditProfile>(()).await?;
    let before = cx.store().own_profile(&grant).await?;
    if !before.photos.iter().any(|one| one.id == photo) {
        return Err(Failure::NotFound);
    }
    cx.store().remove_photo(grant, &before, photo).await?;
    Ok(StatusCode::NO_CONTENT)
}
