//! `DELETE /api/login/devices/{login}`: signs another browser, or this one, out.

use authorization::act;
use axum::http::StatusCode;
use domain::LoginId;
use web::{Cx, Failure, Path, SetCookies};

/// Sign one browser out.
#[utoipa::path(
    delete,
    path = "/api/login/devices/{login}",
    tag = "login",
    summary = "Sign one browser out",
    params(("login" = String, Path, description = "The login's id")),
    responses(
        (status = 204, description = "Signed out, or was so already"),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "Not sent by a page of this platform", body = web::Problem),
    )
)]
pub(crate) async fn end_device(
    cx: Cx,
    Path(login): Path<LoginId>,
) -> Result<(Option<SetCookies>, StatusCode), Failure> {
    let grant = cx.authorize::<act::ManageOwnLogins>(()).await?;
    cx.store().end_own_login(grant, login).await?;
    let own = cx.login().is_some_and(|current| current.id == login);
    Ok((own.then_some(SetCookies::SignedOut), StatusCode::NO_CONTENT))
}
