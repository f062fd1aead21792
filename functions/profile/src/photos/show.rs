//! `GET /api/people/{account}/photos/{photo}`: the picture itself, for whoever may see the page it is on.

use authorization::act;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use domain::{AccountId, PhotoId};
use web::{Cx, Failure, Path, Problem};

use crate::page::sees_account;

/// Opened for itself a picture loads nothing, runs nothing and belongs to no site.
const PICTURE_ALONE: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// See a photo of somebody's profile page.
#[utoipa::path(
    get, path = "/api/people/{account}/photos/{photo}", tag = "profiles",
    params(
        ("account" = String, Path, description = "The account's id"),
        ("photo" = String, Path, description = "The photo's id"),
    ),
    responses(
        (status = 200, description = "The picture", content(
            (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"), (Vec<u8> = "image/webp"),
        )),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_photo(
    cx: Cx,
    Path((account, photo)): Path<(AccountId, PhotoId)>,
) -> Result<Response, Failure> {
    let grant = cx.authorize::<act::ViewProfile>(account).await?;
    sees_account(&cx, &grant)?;
    let (photo, picture) = cx.store().photo(&grant, photo).await?.ok_or(Failure::NotFound)?;
    let headers = [(CONTENT_TYPE, photo.format.media_type()), (CONTENT_SECURITY_POLICY, PICTURE_ALONE)];
    Ok((headers, picture).into_response())
}
