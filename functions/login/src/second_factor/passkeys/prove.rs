//! `POST /api/login/second-factor/passkey`: a passkey makes a login of one that owed it.

use axum::extract::State;
use serde::Deserialize;
use store::{Credential, FactorChange, Login, SecondFactors, Session};
use utoipa::ToSchema;
use web::{App, Body, Failure, HalfSignedIn};
use webauthn_rs::prelude::{PasskeyAuthentication, PublicKeyCredential, WebauthnError};

use super::site::Site;
use super::{kept, question, user_handle};
use crate::browser::Browser;
use crate::limits::{self, Lane};
use crate::second_factor::code::LOOKS_MAX;
use crate::second_factor::kept_proof;
use crate::signed_in::{SignedIn, SignedInBody};

/// What a passkey signed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PasskeyProof {
    /// What `navigator.credentials.get` gave, as JSON.
    #[schema(value_type = Object)]
    credential: PublicKeyCredential,
}

const NOT_OURS: &str = "that is no passkey of this account, or not what it was asked: ask for the passkey once more";
const COPIED: &str = "this passkey was used elsewhere meanwhile, so there may be a copy of it: use another way";

/// Prove the second factor with a passkey.
///
/// Asks for no `x-csrf`: it opens nothing to whoever does not have the passkey, and pages of other sites are refused
/// before they get here. Whatever is answered, the question is used up.
#[utoipa::path(
    post,
    path = "/api/login/second-factor/passkey",
    tag = "login",
    summary = "Prove the second factor with a passkey",
    request_body = PasskeyProof,
    responses(
        (status = 200, description = "Signed in; both cookies are set", body = SignedInBody),
        (status = 400, description = "Not an answer to what this login was asked, or too late", body = web::Problem),
        (status = 401, description = "No password was proved", body = web::Problem),
        (status = 409, description = "This site has no domain name", body = web::Problem),
        (status = 422, description = "What was sent is no answer of a passkey", body = web::Problem),
        (status = 429, description = "Too many attempts; `Retry-After` says how long to wait", body = web::Problem),
    )
)]
pub(crate) async fn prove_passkey(
    State(app): State<App>,
    half: Result<HalfSignedIn, Failure>,
    site: Site,
    browser: Browser,
    Body(form): Body<PasskeyProof>,
) -> Result<SignedIn, Failure> {
    let HalfSignedIn(half) = half?;
    let login = prove(&app, &half, None, &site, &form.credential).await?;
    tracing::info!(account = %half.account.id, "signed in with a passkey");
    SignedIn::whole(&app, &half.account, &browser, &login)
}

/// Proves what a passkey signed, for signing in or, together with the `password`, once more. Gives the login as it stands then: the whole one in the place
/// of one that owed its factor, or the same one, confirmed.
pub(crate) async fn prove(
    app: &App,
    session: &Session,
    password: Option<&Credential>,
    site: &Site,
    answer: &PublicKeyCredential,
) -> Result<Login, Failure> {
    let account = session.account.id;
    let counted = limits::of_factor(app, account, &Lane::of(&session.login)).await?;
    let state = question::open(app, &session.login)?;
    for _ in 0..LOOKS_MAX {
        let (factors, refused) = app.store.factors_and_refused(&session.login).await?;
        let after = match checked(app, session, site, &state, &factors, answer)? {
            Ok(after) => after,
            Err(error) => {
                let in_a_row = app.store.count_refused_passkey(&session.login).await?;
                tracing::info!(%account, %error, in_a_row, "a passkey was refused");
                if limits::REFUSED_TOLD.contains(&in_a_row) {
                    app.store.warn_of_refused_factor(account, FactorChange::Refused).await?;
                }
                return Err(refuse(app, session, &factors, answer, &error).await?);
            }
        };
        // Where another factor was used at the same time, or this question was answered, a second look tells.
        if let Some(login) = kept_proof(app, session, password, after, None).await? {
            limits::factor_proved(app, session, &counted, refused).await;
            return Ok(login);
        }
    }
    Err(Failure::WrongPasskey(question::NOT_ASKED))
}

/// What is left of the factors once this answer was given, or why it is none.
fn checked(
    app: &App,
    session: &Session,
    site: &Site,
    state: &PasskeyAuthentication,
    factors: &SecondFactors,
    answer: &PublicKeyCredential,
) -> Result<Result<SecondFactors, WebauthnError>, Failure> {
    let used = match site.webauthn(app)?.finish_passkey_authentication(answer, state) {
        Ok(used) => used,
        Err(refused) => return Ok(Err(refused)),
    };
    // The library leaves it to us to compare whose key the device says it is.
    let handle = answer.response.user_handle.as_deref();
    if handle.is_some_and(|handle| handle != user_handle(session.account.id).as_bytes()) {
        return Ok(Err(WebauthnError::CredentialNotFound));
    }
    let after = kept::after_use(&factors.passkeys, &used, app.clock.now())?;
    let after = after.map(|passkeys| SecondFactors { passkeys, ..factors.clone() });
    Ok(after.ok_or(WebauthnError::CredentialNotFound))
}

/// Uses the question up, and tells the owner where there is a copy of a passkey.
async fn refuse(
    app: &App,
    session: &Session,
    factors: &SecondFactors,
    answer: &PublicKeyCredential,
    refused: &WebauthnError,
) -> Result<Failure, Failure> {
    if matches!(refused, WebauthnError::CredentialPossibleCompromise) {
        app.store.refuse_copied_passkey(session, factors, &kept::id(&answer.raw_id)).await.map_err(Failure::from)?;
        return Ok(Failure::WrongPasskey(COPIED));
    }
    app.store.use_question_up(&session.login).await.map_err(Failure::from).map_err(answered_meanwhile)?;
    Ok(Failure::WrongPasskey(NOT_OURS))
}

/// Of two answers to one question at once, the second finds the record changed.
fn answered_meanwhile(failure: Failure) -> Failure {
    match failure {
        Failure::Conflict(_) => Failure::WrongPasskey(question::NOT_ASKED),
        failure => failure,
    }
}
