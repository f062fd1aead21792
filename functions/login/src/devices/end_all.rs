//! `POST /api/login/devices/end-all`: signs out everywhere, here too.

use authorization::act;
use axum::http::StatusCode;
use web::{Cx, Failure, SetCookies};

/// Sign out everywhere.
#[utoipa::path(
    post,
    path = "/api/login/devices/end-all",
    tag = "login",
    summary = "Sign out everywhere",
    responses(
        (status = 204, description = "Every login of the account has ended; both cookies are removed"),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "Not sent by a page of this platform", body = web::Problem),
    )
)]
pub(crate) async fn end_all_devices(cx: Cx) -> Result<(SetCookies, StatusCode), Failure> {
    let grant = cx.authorize::<act::ManageOwnLogins>(()).await?;
    cx.store().end_own_logins(grant).await?;
    Ok((SetCookies::SignedOut, StatusCode::NO_CONTENT))
}
