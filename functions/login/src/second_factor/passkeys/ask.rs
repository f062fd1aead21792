//! `POST /api/login/second-factor/passkey/question`: what a half signed-in browser is asked for its passkey.

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use store::SecondFactors;
use utoipa::ToSchema;
use web::{App, Failure, HalfSignedIn};
use webauthn_rs::prelude::RequestChallengeResponse;

use super::site::Site;
use super::{kept, question};

/// What a passkey signs.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AskedPasskey {
    /// To be given to `navigator.credentials.get`; counts for five minutes, and once.
    #[schema(value_type = Object)]
    options: RequestChallengeResponse,
}

/// Ask for a passkey.
///
/// Asks for no `x-csrf`: a page of another site is refused before it gets here, and could not read the answer.
#[utoipa::path(
    post,
    path = "/api/login/second-factor/passkey/question",
    tag = "login",
    summary = "Ask for a passkey, after the password",
    responses(
        (status = 200, description = "What the browser signs", body = AskedPasskey),
        (status = 401, description = "No password was proved", body = web::Problem),
        (status = 409, description = "The account has no passkey, or this site has no domain name", body = web::Problem),
    )
)]
pub(crate) async fn ask_for_passkey(
    State(app): State<App>,
    half: Result<HalfSignedIn, Failure>,
    site: Site,
) -> Result<Json<AskedPasskey>, Failure> {
    let HalfSignedIn(half) = half?;
    let factors = app.store.second_factors_to_prove(&half).await?;
    if factors.passkeys.is_empty() {
        return Err(Failure::conflict("the account has no passkey: prove the second factor another way"));
    }
    let known = factors.passkeys.iter().map(kept::credential).collect::<Result<Vec<_>, _>>()?;
    let asked = site.webauthn(&app)?.start_passkey_authentication(&known);
    let (options, state) = asked.map_err(|error| Failure::Internal(error.to_string()))?;
    let asked = question::asked(&app, &half.login, &state)?;
    app.store.ask_for_passkey(&half, SecondFactors { question: Some(asked), ..factors }).await?;
    Ok(Json(AskedPasskey { options }))
}
