//! `POST /api/login/second-factors/app/confirm`: the app shows that it knows the secret, and counts from now on.

use authorization::act;
use axum::Json;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use store::{FactorChange, OneTimeCodes, SecondFactors};
use utoipa::ToSchema;
use web::{Body, Cx, Failure};

use super::{app, keep, recovery};
use crate::limits::{self, Lane};

/// Whoever was shown a secret has the app in hand.
const OFFER_LASTS: SignedDuration = SignedDuration::from_hours(1);

/// A code of the app.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfirmApp {
    /// What the app shows.
    #[schema(example = "123456")]
    code: String,
}

/// What to write down.
#[derive(Serialize, ToSchema)]
pub(crate) struct RecoveryCodes {
    /// Each signs in once in the place of a second factor. Shown this once; empty where there are some already.
    recovery_codes: Vec<String>,
}

impl RecoveryCodes {
    pub(crate) fn new(recovery_codes: Vec<String>) -> Self {
        Self { recovery_codes }
    }
}

/// Confirm an authenticator app.
///
/// From now on signing in asks for its codes, and this login counts as one with a second factor; every other one ends. A
/// former app counts no more.
#[utoipa::path(
    post,
    path = "/api/login/second-factors/app/confirm",
    tag = "login",
    summary = "Confirm an authenticator app with a code of it",
    request_body = ConfirmApp,
    responses(
        (status = 200, description = "The app counts; codes to write down", body = RecoveryCodes),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "The password has to be confirmed first", body = web::Problem),
        (status = 409, description = "No app was offered, or something changed meanwhile", body = web::Problem),
        (status = 422, description = "The code is not right, or was used already", body = web::Problem),
        (status = 429, description = "Too many attempts", body = web::Problem),
    )
)]
pub(crate) async fn confirm_app(cx: Cx, Body(form): Body<ConfirmApp>) -> Result<Json<RecoveryCodes>, Failure> {
    let grant = cx.authorize::<act::ManageSecondFactors>(()).await?;
    let account = &grant.target().account;
    let factors = cx.store().second_factors_to_change(&grant).await?;
    let fresh = |app: &&OneTimeCodes| cx.now().duration_since(app.since) <= OFFER_LASTS;
    let Some(offered) = factors.offered.as_ref().filter(fresh) else {
        return Err(Failure::conflict("no app was offered lately: ask for a secret first"));
    };
    let counted = limits::of_factor(cx.app(), account.id, Lane::Known).await?;
    let app = app::after_code(cx.app(), account, offered, &form.code)?;
    let app = app.ok_or_else(|| Failure::field("code", "must be what the app shows now, and not used yet"))?;
    let (codes, recovery) = match &*factors.recovery {
        [] => recovery::fresh(cx.app(), account.id)?,
        _ => (Vec::new(), factors.recovery.clone()),
    };
    limits::factor_proved(cx.app(), account.id, Lane::Known, &counted).await;
    let app = OneTimeCodes { since: cx.now(), ..app };
    let after = SecondFactors { app: Some(app), offered: None, recovery, ..factors };
    keep(&cx, grant, after, Some(FactorChange::AppAdded)).await?;
    Ok(Json(RecoveryCodes::new(codes)))
}
