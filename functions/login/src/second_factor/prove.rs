//! `POST /api/login/second-factor`: a code of the app, or a recovery code, makes a login of one that owed it.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use store::Session;
use utoipa::ToSchema;
use web::{App, BodyOrForm, Failure, HalfSignedIn, Reader, Sent, with_query};

use super::{PAGE, code};
use crate::browser::Browser;
use crate::next_path::{asked_path, next_path};
use crate::signed_in::{SignedIn, SignedInBody};

/// The second factor.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Proof {
    /// What the app shows, or a recovery code as it was written down.
    #[schema(example = "123456")]
    code: String,
    /// Where a form leads afterwards: a path of this site. JSON takes no notice of it.
    next: Option<String>,
}

/// Prove the second factor.
///
/// Asks for no `x-csrf`: it opens nothing to whoever does not know the code, and pages of other sites are refused before
/// they get here.
#[utoipa::path(
    post,
    path = "/api/login/second-factor",
    tag = "login",
    summary = "Prove the second factor with a code",
    request_body(content((Proof = "application/json"), (Proof = "application/x-www-form-urlencoded"))),
    responses(
        (status = 200, description = "Signed in; both cookies are set", body = SignedInBody),
        (status = 303, description = "The answer to a form: on to `next`, or to the page that asks again"),
        (status = 401, description = "The code is not right or used up, or no password was proved", body = web::Problem),
        (status = 429, description = "Too many attempts; `Retry-After` says how long to wait", body = web::Problem),
    )
)]
pub(crate) async fn prove_second_factor(
    State(app): State<App>,
    half: Result<HalfSignedIn, Failure>,
    browser: Browser,
    reader: Reader,
    BodyOrForm(form, sent): BodyOrForm<Proof>,
) -> Result<Response, Failure> {
    let HalfSignedIn(half) = half?;
    let signed_in = match attempt(&app, &half, &browser, &form.code).await {
        Err(Failure::WrongCode) if sent == Sent::Form => {
            let next = asked_path(form.next.as_deref()).map(|next| ("next", next));
            let fields: Vec<(&str, &str)> = [("failed", "true")].into_iter().chain(next).collect();
            return Ok(Redirect::to(&with_query(PAGE, &fields)).into_response());
        }
        attempted => attempted?,
    };
    match sent {
        Sent::Json => Ok(signed_in.into_response()),
        Sent::Form => {
            let next = next_path(form.next.as_deref(), &reader, &half.account, &app.settings.locales);
            Ok((signed_in.cookies, Redirect::to(&next)).into_response())
        }
    }
}

async fn attempt(app: &App, half: &Session, browser: &Browser, typed: &str) -> Result<SignedIn, Failure> {
    let login = code::prove(app, half, None, typed).await?;
    tracing::info!(account = %half.account.id, "signed in with a second factor");
    SignedIn::whole(app, &half.account, browser, &login)
}
