//! `POST /api/login/second-factors/passkeys/confirm`: the passkey that a browser made counts from now on.

use authorization::act;
use axum::Json;
use domain::PasskeyName;
use serde::Deserialize;
use store::{FactorChange, Passkey, SecondFactors};
use utoipa::ToSchema;
use web::{Body, Cx, Failure, SetCookies};
use webauthn_rs::prelude::{PasskeyRegistration, RegisterPublicKeyCredential};

use super::add::refuse_too_many;
use super::site::Site;
use super::{kept, question};
use crate::browser::Browser;
use crate::second_factor::added::{FactorAdded, keep_added};

/// A passkey that a browser has made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfirmPasskey {
    /// What to call it.
    #[schema(value_type = String, example = "My telephone")]
    name: PasskeyName,
    /// What `navigator.credentials.create` gave, as JSON.
    #[schema(value_type = Object)]
    credential: RegisterPublicKeyCredential,
}

const NOT_OURS: &str = "the browser's answer is not what was asked for: begin to add the passkey once more";

/// Add a passkey.
///
/// From now on signing in asks for it, and a fresh login goes on in the place of this one, as one with a second factor;
/// every other one ends. Whatever is answered, the question is used up.
#[utoipa::path(
    post,
    path = "/api/login/second-factors/passkeys/confirm",
    tag = "login",
    summary = "Add the passkey that a browser made",
    request_body = ConfirmPasskey,
    responses(
        (status = 200, description = "The passkey counts; codes to write down; both cookies are set anew", body = FactorAdded),
        (status = 400, description = "Not an answer to what this login was asked, or too late", body = web::Problem),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "The password has to be confirmed first", body = web::Problem),
        (status = 409, description = "It is there already, or something changed meanwhile", body = web::Problem),
        (status = 422, description = "It cannot be called so, or is no passkey", body = web::Problem),
    )
)]
pub(crate) async fn confirm_passkey(
    cx: Cx,
    site: Site,
    browser: Browser,
    Body(form): Body<ConfirmPasskey>,
) -> Result<(SetCookies, Json<FactorAdded>), Failure> {
    let grant = cx.authorize::<act::ManageSecondFactors>(()).await?;
    let factors = cx.store().second_factors_to_change(&grant).await?;
    let login = cx.login().ok_or(Failure::SignedOut)?;
    let state = question::open(cx.app(), login)?;
    let passkey = match made(&cx, &site, &state, &factors, form) {
        Ok(passkey) => passkey,
        Err(refused) => {
            cx.store().use_question_up(login).await?;
            return Err(refused);
        }
    };
    let passkeys = factors.passkeys.iter().cloned().chain([passkey]).collect();
    let after = SecondFactors { passkeys, ..factors };
    keep_added(&cx, &browser, grant, after, FactorChange::PasskeyAdded).await
}

/// The passkey, where it answers the question, is not there yet and has room.
fn made(
    cx: &Cx,
    site: &Site,
    state: &PasskeyRegistration,
    factors: &SecondFactors,
    form: ConfirmPasskey,
) -> Result<Passkey, Failure> {
    let checked = site.webauthn(cx.app())?.finish_passkey_registration(&form.credential, state);
    let checked = checked.map_err(|error| {
        tracing::info!(%error, "a new passkey was refused");
        // The library refuses what it was told to exclude under a name that means something else, too.
        let id = kept::id(&form.credential.raw_id);
        match factors.passkeys.iter().any(|known| known.id == id) {
            true => Failure::conflict("this passkey is one of yours already"),
            false => Failure::WrongPasskey(NOT_OURS),
        }
    })?;
    refuse_too_many(factors)?;
    kept::fresh(&checked, form.name, cx.now())
}
