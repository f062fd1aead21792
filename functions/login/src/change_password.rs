//! `POST /api/login/password`: another password, for whoever knows the present one.

use authorization::act;
use axum::Json;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{App, Body, Cx, Failure, PASSWORD_BYTES_MAX, Password, PasswordRules, PasswordVerdict};

use crate::limits;
use crate::signed_in::{SignedIn, SignedInBody};

/// A change of password. No `Debug`: it holds two.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangePassword {
    /// The present password. Leaving it out is as good as a wrong one.
    #[serde(default)]
    current: String,
    /// The password from now on.
    new: String,
    /// Whether every other browser is signed out. This one goes on with a fresh login.
    #[serde(default)]
    end_other_logins: bool,
}

/// Change the password.
#[utoipa::path(
    post,
    path = "/api/login/password",
    tag = "login",
    summary = "Change the password",
    request_body = ChangePassword,
    responses(
        (status = 200, description = "Changed; with `end_other_logins`, both cookies are set anew", body = SignedInBody),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "The current password is not right", body = web::Problem),
        (status = 422, description = "The new password cannot be taken", body = web::Problem),
        (status = 429, description = "Too many attempts", body = web::Problem),
    )
)]
pub(crate) async fn change_password(
    cx: Cx,
    headers: HeaderMap,
    Body(form): Body<ChangePassword>,
) -> Result<Response, Failure> {
    let grant = cx.authorize::<act::ChangePassword>(()).await?;
    let account = grant.target().account.clone();
    limits::before_password(cx.app(), account.kind.realm(), &account.email).await?;
    let hash = cx.store().own_credential(&grant).await?.map(|credential| credential.hash);
    refuse_wrong(cx.app(), &form.current, hash).await?;
    let new = PasswordRules::check(&form.new, &account.email).map_err(|refused| Failure::field("new", refused))?;
    let hash = cx.app().hash_password(new).await?;
    cx.store().change_password(grant, hash, form.end_other_logins).await?;
    match cx.login() {
        Some(login) if !form.end_other_logins => Ok(Json(SignedInBody::of(cx.app(), &account, login)?).into_response()),
        _ => Ok(SignedIn::begin(cx.app(), &account, &headers).await?.into_response()),
    }
}

/// Whoever walks up to a browser that was left open does not know the password.
async fn refuse_wrong(app: &App, typed: &str, hash: Option<String>) -> Result<(), Failure> {
    let wrong = Failure::Forbidden("wrong_password", "the current password is not right");
    if typed.len() > PASSWORD_BYTES_MAX {
        return Err(wrong);
    }
    match app.check_password(Password::typed(typed), hash).await? {
        PasswordVerdict::Right { .. } => Ok(()),
        PasswordVerdict::Wrong => Err(wrong),
    }
}
