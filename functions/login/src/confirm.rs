//! `POST /api/login/confirm`: the password once more, before a write that gives power or takes something away for good.

use authorization::act;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure};

use crate::prove_again::prove_again;

/// The password once more. No `Debug`: it holds one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirm {
    /// The present password.
    password: String,
}

/// Confirm with the password.
///
/// For ten minutes this login may do what is refused with `confirm_first` otherwise.
#[utoipa::path(
    post,
    path = "/api/login/confirm",
    tag = "login",
    summary = "Prove the password once more",
    request_body = Confirm,
    responses(
        (status = 204, description = "Confirmed, for ten minutes"),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "The password is not right", body = web::Problem),
        (status = 429, description = "Too many attempts", body = web::Problem),
    )
)]
pub(crate) async fn confirm(cx: Cx, Body(form): Body<Confirm>) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::ManageOwnLogins>(()).await?;
    let credential = cx.store().credential_to_confirm(&grant).await?;
    prove_again(&cx, &form.password, credential.as_ref()).await?;
    let login = cx.login().ok_or(Failure::SignedOut)?;
    cx.store().confirm_login(login).await?;
    Ok(StatusCode::NO_CONTENT)
}
