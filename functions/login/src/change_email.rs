//! `POST /api/login/email`: asks for another address, for whoever knows the password. It changes with the link that is
//! mailed there; until then everything stays.

use authorization::act;
use axum::http::StatusCode;
use domain::EmailAddress;
use jiff::SignedDuration;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Limit};

use crate::prove_again::prove_again;

/// Strangers' mailboxes must not be flooded through us.
const BY_HOUR: Limit = Limit { kind: "email-change", attempts_max: 5, window: SignedDuration::from_hours(1) };

/// A wish for another address. No `Debug`: it holds a password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeEmail {
    /// The present password. Leaving it out is as good as a wrong one.
    #[serde(default)]
    password: String,
    /// The address from now on.
    #[schema(example = "ada@example.org")]
    email: String,
}

/// Ask for another address.
///
/// A link goes to it, and a warning to the present one. The answer is the same whether the address is taken.
#[utoipa::path(
    post,
    path = "/api/login/email",
    tag = "login",
    summary = "Ask for another address",
    request_body = ChangeEmail,
    responses(
        (status = 202, description = "Both mails are on their way"),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "The password is not right, or a second factor is to be proved first (`confirm_first`)", body = web::Problem),
        (status = 409, description = "A first second factor was set up within the last three days", body = web::Problem),
        (status = 422, description = "Not an e-mail address", body = web::Problem),
        (status = 429, description = "Too many attempts", body = web::Problem),
    )
)]
pub(crate) async fn change_email(cx: Cx, Body(form): Body<ChangeEmail>) -> Result<StatusCode, Failure> {
    let own = cx.authorize::<act::ManageOwnLogins>(()).await?;
    let account = own.target().account.id;
    cx.refuse_old_factor()?;
    let credential = cx.store().credential_to_confirm(&own).await?;
    prove_again(&cx, &form.password, credential.as_ref()).await?;
    let proved = credential.ok_or(Failure::SignedOut)?;
    let email = EmailAddress::new(&form.email).map_err(|error| Failure::field("email", error))?;
    cx.app().throttle(&BY_HOUR, &account.to_string()).await?;
    let grant = cx.authorize::<act::ChangeOwnEmail>(()).await?;
    cx.store().ask_for_email(grant, email, &proved).await?;
    Ok(StatusCode::ACCEPTED)
}
