//! `POST /api/login/second-factor`: a code of the app, or a recovery code, makes a login of one that owed it.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use store::{FactorChange, SecondFactors, Session};
use utoipa::ToSchema;
use web::{App, BodyOrForm, Failure, HalfSignedIn, Reader, Sent, with_query};

use super::{PAGE, app, recovery};
use crate::browser::Browser;
use crate::limits::{self, CODES_MAX, Lane};
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
    let lane = Lane::of(&half.login);
    let counted = limits::of_factor(app, half.account.id, lane).await?;
    let (factors, refused) = app.store.codes_to_prove(half).await?;
    let Some((after, told)) = after_code(app, half, factors, refused < CODES_MAX, typed)? else {
        let in_a_row = app.store.count_refused_code(half).await?;
        tracing::info!(account = %half.account.id, in_a_row, "a second factor was refused");
        if let Some(change) = limits::worth_telling(in_a_row) {
            app.store.warn_of_refused_factor(half, change).await?;
        }
        return Err(Failure::WrongCode);
    };
    let signed_in = SignedIn::whole(app, half, browser, after, told).await.map_err(used_meanwhile)?;
    tracing::info!(account = %half.account.id, "signed in with a second factor");
    limits::factor_proved(app, half.account.id, lane, &counted).await;
    if refused > 0
        && let Err(error) = app.store.forget_refused_codes(half).await
    {
        tracing::warn!(%error, "refused codes still count");
    }
    Ok(signed_in)
}

/// What is left of the factors once this code was used, and what the owner is told.
fn after_code(
    app: &App,
    half: &Session,
    factors: SecondFactors,
    codes_count: bool,
    typed: &str,
) -> Result<Option<(SecondFactors, Option<FactorChange>)>, Failure> {
    if recovery::is_one(typed) {
        let left = recovery::without(app, half.account.id, &factors.recovery, typed);
        return Ok(left.map(|left| (SecondFactors { recovery: left, ..factors }, Some(FactorChange::CodeUsed))));
    }
    let Some(kept) = factors.app.as_ref().filter(|_| codes_count) else { return Ok(None) };
    let used = app::after_code(app, &half.account, kept, typed)?;
    Ok(used.map(|used| (SecondFactors { app: Some(used), ..factors }, None)))
}

/// Of two proofs by one code at once, the second finds the record changed: the code is used up.
pub(crate) fn used_meanwhile(failure: Failure) -> Failure {
    match failure {
        Failure::Conflict(_) => Failure::WrongCode,
        failure => failure,
    }
}
