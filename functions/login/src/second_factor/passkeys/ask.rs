//! `POST /api/login/second-factor/passkey/question`: what a browser is asked for its passkey, half signed in or once more.

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{App, Failure};
use webauthn_rs::prelude::RequestChallengeResponse;

use super::site::Site;
use super::{kept, question};
use crate::limits::QUESTIONS;
use crate::second_factor::prover::Prover;

/// What a passkey signs.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AskedPasskey {
    /// To be given to `navigator.credentials.get`; counts for five minutes, and once.
    #[schema(value_type = Object)]
    options: RequestChallengeResponse,
}

/// Ask for a passkey.
///
/// After the password, or of whoever is signed in and confirms. A login that owes its factor sends no `x-csrf`: a page of
/// another site is refused before it gets here, and could not read the answer.
#[utoipa::path(
    post,
    path = "/api/login/second-factor/passkey/question",
    tag = "login",
    summary = "Ask for a passkey",
    responses(
        (status = 200, description = "What the browser signs", body = AskedPasskey),
        (status = 401, description = "Nobody is signed in, and no password was proved", body = web::Problem),
        (status = 409, description = "The account has no passkey, or this site has no domain name", body = web::Problem),
        (status = 429, description = "Too many questions; `Retry-After` says how long to wait", body = web::Problem),
    )
)]
pub(crate) async fn ask_for_passkey(
    State(app): State<App>,
    Prover(session): Prover,
    site: Site,
) -> Result<Json<AskedPasskey>, Failure> {
    let login = &session.login;
    app.throttle(&QUESTIONS, &login.id.to_string()).await?;
    let factors = app.store.second_factors_to_prove(login).await?;
    if factors.passkeys.is_empty() {
        return Err(Failure::conflict("the account has no passkey: prove the second factor another way"));
    }
    let known = factors.passkeys.iter().map(kept::credential).collect::<Result<Vec<_>, _>>()?;
    let asked = site.webauthn(&app)?.start_passkey_authentication(&known);
    let (options, state) = asked.map_err(|error| Failure::Internal(error.to_string()))?;
    app.store.ask_for_passkey(login, question::asked(&app, &state)?).await?;
    Ok(Json(AskedPasskey { options }))
}
