//! `POST /api/login/password`: another password, for whoever knows the present one.

use authorization::act;
use axum::Json;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, PasswordRules};

use crate::browser::Browser;
use crate::prove_again::prove_again;
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
        (status = 403, description = "The current password is not right, or a second factor is to be proved first (`confirm_first`)", body = web::Problem),
        (status = 422, description = "The new password cannot be taken", body = web::Problem),
        (status = 429, description = "Too many attempts", body = web::Problem),
    )
)]
pub(crate) async fn change_password(
    cx: Cx,
    browser: Browser,
    Body(form): Body<ChangePassword>,
) -> Result<Response, Failure> {
    let grant = cx.authorize::<act::ChangePassword>(()).await?;
    let account = grant.target().account.clone();
    cx.refuse_old_factor()?;
    let credential = cx.store().own_credential(&grant).await?;
    prove_again(&cx, &form.current, credential.as_ref()).await?;
    let new = PasswordRules::check(&form.new, &account.email, &account.name);
    let hash = cx.app().hash_password(new.map_err(|refused| Failure::field("new", refused))?).await?;
    let (account, set_at) = cx.store().change_password(grant, hash, form.end_other_logins).await?;
    let login = cx.login().ok_or(Failure::SignedOut)?;
    if form.end_other_logins {
        return Ok(SignedIn::go_on(cx.app(), &account, set_at, &browser, login).await?.into_response());
    }
    Ok(Json(SignedInBody::of(cx.app(), &account, login)?).into_response())
}
