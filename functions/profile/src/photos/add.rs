//! `POST /api/me/photos`: a picture as it is, without any form around it.

use authorization::act;
use axum::Json;
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::StatusCode;
use bytes::Bytes;
use domain::{PHOTO_BYTES_MAX, PHOTOS_MAX, Photo, PhotoId};
use jiff::SignedDuration;
use utoipa_axum::router::{UtoipaMethodRouter, UtoipaMethodRouterExt};
use web::{App, Cx, Failure, Limit, Problem, body_bytes, routes};

use super::picture::{MEGAPIXELS_MAX, PictureRefused, SIDE_MAX, cleaned};
use crate::page::PhotoView;

const TYPES: &str = "image/jpeg, image/png or image/webp";

/// A page holds six photos; whoever tries which ones they like needs a few times as many a day.
const BY_DAY: Limit = Limit { kind: "photo", attempts_max: 30, window: SignedDuration::from_hours(24) };

/// A picture that was sent. What its type is said to be does not count: its bytes do.
#[derive(Debug)]
pub(crate) struct Picture(Bytes);

impl<S: Send + Sync> FromRequest<S> for Picture {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        body_bytes(request, state).await.map(Self)
    }
}

/// Put a photo on your own profile page.
///
/// JPEG, PNG or WebP, at most 250 kB, 8,192 pixels a side and 40 megapixels; at most six photos. It is kept without the data that cameras write beside a picture,
/// such as the place where it was taken; how it is to be held stays.
#[utoipa::path(
    post, path = "/api/me/photos", tag = "profiles",
    request_body(content(
        (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"), (Vec<u8> = "image/webp"),
    ), description = "The picture, at most 250,000 bytes"),
    responses(
        (status = 201, description = "Put on the page", body = PhotoView),
        (status = 401, description = "Nobody is signed in", body = Problem),
        (status = 409, description = "There are six already: take one off first", body = Problem),
        (status = 413, description = "Larger than 250 kB", body = Problem),
        (status = 415, description = "Neither JPEG, PNG nor WebP", body = Problem),
        (status = 422, description = "Cut off or damaged, or of too many pixels", body = Problem),
        (status = 429, description = "Too many photos today", body = Problem),
    )
)]
pub(crate) async fn add_photo(cx: Cx, Picture(sent): Picture) -> Result<(StatusCode, Json<PhotoView>), Failure> {
    let grant = cx.authorize::<act::EditProfile>(()).await?;
    let account = grant.target().account.id;
    cx.app().throttle(&BY_DAY, &account.to_string()).await?;
    let (format, picture) = cleaned(&sent).map_err(|refused| match refused {
        PictureRefused::UnknownFormat => Failure::UnsupportedType(TYPES),
        PictureRefused::Damaged => Failure::field("body", "is cut off or damaged: send the whole picture"),
        PictureRefused::TooManyPixels => Failure::field(
            "body",
            format!(
                "has more than {SIDE_MAX} pixels on a side, or more than {MEGAPIXELS_MAX} megapixels: make it smaller"
            ),
        ),
    })?;
    let before = cx.store().own_profile(&grant).await?;
    if before.photos.len() >= PHOTOS_MAX {
        return Err(Failure::conflict(format!("your page holds {PHOTOS_MAX} photos already: take one off first")));
    }
    let now = cx.now();
    let photo = Photo { id: PhotoId::new(now, &*cx.app().entropy), format, bytes: picture.len(), added_at: now };
    let view = PhotoView::of(account, &photo);
    cx.store().add_photo(grant, &before, photo, picture).await?;
    Ok((StatusCode::CREATED, Json(view)))
}

/// The route, with its own limit of what may be sent.
pub(crate) fn route() -> UtoipaMethodRouter<App> {
    routes!(add_photo).layer(DefaultBodyLimit::max(PHOTO_BYTES_MAX))
}
