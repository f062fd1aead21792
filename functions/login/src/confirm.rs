//! `POST /api/login/confirm`: the password once more, and the second factor where there is one, before a write that gives
//! power or takes something away for good.

use authorization::act;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure};
use webauthn_rs::prelude::PublicKeyCredential;

use crate::prove_again::prove_again;
use crate::second_factor::code;
use crate::second_factor::passkeys::prove;
use crate::second_factor::passkeys::site::Site;

/// The password once more, and one second factor where the account has any. No `Debug`: it holds a password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirm {
    /// The present password.
    password: String,
    /// What the app shows, or a recovery code.
    #[schema(example = "123456")]
    code: Option<String>,
    /// What `navigator.credentials.get` gave for the question of `/api/login/second-factor/passkey/question`, as JSON; in
    /// the place of a code.
    #[schema(value_type = Option<Object>)]
    credential: Option<PublicKeyCredential>,
}

/// A second factor as it was sent.
enum Factor {
    Code(String),
    Passkey(Box<PublicKeyCredential>),
}

const NEEDED: &str = "is needed beside the password: what your app shows, a recovery code, or a passkey in its place";
const WRONG: &str = "must be what the app shows now, or a recovery code, and not used yet";

/// Confirm with the password, and with a second factor where the account has any.
///
/// For ten minutes this login may do what is refused with `confirm_first` otherwise.
#[utoipa::path(
    post,
    path = "/api/login/confirm",
    tag = "login",
    summary = "Prove the password once more, and the second factor",
    request_body = Confirm,
    responses(
        (status = 204, description = "Confirmed, for ten minutes"),
        (status = 400, description = "The passkey's answer is not one to what this login was asked", body = web::Problem),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "The password is not right", body = web::Problem),
        (status = 422, description = "A second factor is needed too (`code`), or the code is not right", body = web::Problem),
        (status = 429, description = "Too many attempts", body = web::Problem),
    )
)]
pub(crate) async fn confirm(cx: Cx, site: Site, Body(form): Body<Confirm>) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::ManageOwnLogins>(()).await?;
    let session = cx.session().ok_or(Failure::SignedOut)?;
    let factor = factor(&form, session.login.second_factor.is_proved())?;
    let credential = cx.store().credential_to_confirm(&grant).await?;
    prove_again(&cx, &form.password, credential.as_ref()).await?;
    let proved = credential.ok_or(Failure::SignedOut)?;
    match factor {
        None => drop(cx.store().confirm_login(&session.login, &proved).await?),
        Some(Factor::Passkey(answer)) => drop(prove::prove(cx.app(), session, Some(&proved), &site, &answer).await?),
        Some(Factor::Code(typed)) => {
            drop(code::prove(cx.app(), session, Some(&proved), &typed).await.map_err(|failure| match failure {
                Failure::WrongCode => Failure::field("code", WRONG),
                failure => failure,
            })?)
        }
    }
    Ok(StatusCode::NO_CONTENT)
}

/// The one factor that was sent, where one is needed. What is missing is said before the password is looked at: whoever has
/// none learns nothing about it.
fn factor(form: &Confirm, needed: bool) -> Result<Option<Factor>, Failure> {
    match (needed, form.code.clone(), form.credential.clone()) {
        (false, ..) => Ok(None),
        (true, Some(code), None) => Ok(Some(Factor::Code(code))),
        (true, None, Some(answer)) => Ok(Some(Factor::Passkey(Box::new(answer)))),
        (true, ..) => Err(Failure::field("code", NEEDED)),
    }
}
