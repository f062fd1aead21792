//! `POST /api/login/second-factors/passkeys`: what a browser makes a passkey with.

use authorization::act;
use axum::Json;
use serde::Serialize;
use store::{PASSKEYS_MAX, SecondFactors};
use utoipa::ToSchema;
use web::{Cx, Failure};
use webauthn_rs::prelude::CreationChallengeResponse;

use super::site::Site;
use super::{kept, question, user_handle};

/// What a passkey is made with.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NewPasskey {
    /// To be given to `navigator.credentials.create`; counts for five minutes, and once.
    #[schema(value_type = Object)]
    options: CreationChallengeResponse,
}

/// Begin to add a passkey.
///
/// Follow with what the browser made of the answer; until then everything stays as it is.
#[utoipa::path(
    post,
    path = "/api/login/second-factors/passkeys",
    tag = "login",
    summary = "Begin to add a passkey",
    responses(
        (status = 200, description = "What the browser makes a passkey with", body = NewPasskey),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "The password has to be confirmed first", body = web::Problem),
        (status = 409, description = "There are as many as there may be, or this site has no domain name", body = web::Problem),
    )
)]
pub(crate) async fn add_passkey(cx: Cx, site: Site) -> Result<Json<NewPasskey>, Failure> {
    let grant = cx.authorize::<act::ManageSecondFactors>(()).await?;
    let factors = cx.store().second_factors_to_change(&grant).await?;
    refuse_too_many(&factors)?;
    let account = &grant.target().account;
    let known = factors.passkeys.iter().map(|passkey| Ok(kept::credential(passkey)?.cred_id().clone()));
    let known = known.collect::<Result<Vec<_>, Failure>>()?;
    let asked = site.webauthn(cx.app())?.start_passkey_registration(
        user_handle(account.id),
        account.email.typed(),
        account.name.as_str(),
        Some(known),
    );
    let (options, state) = asked.map_err(|error| Failure::Internal(error.to_string()))?;
    let login = cx.login().ok_or(Failure::SignedOut)?;
    cx.store().ask_for_passkey(login, question::asked(cx.app(), &state)?).await?;
    Ok(Json(NewPasskey { options }))
}

/// Refuses one more passkey than there may be.
pub(super) fn refuse_too_many(factors: &SecondFactors) -> Result<(), Failure> {
    if factors.passkeys.len() < PASSKEYS_MAX {
        return Ok(());
    }
    Err(Failure::conflict(format!("there are {PASSKEYS_MAX} passkeys, which is the most: take one away first")))
}
