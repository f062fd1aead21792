//! `POST /api/login/second-factors/app/confirm`: the app shows that it knows the secret, and counts from now on.

use authorization::act;
use axum::Json;
use jiff::SignedDuration;
use serde::Deserialize;
use store::{FactorChange, OneTimeCodes, SecondFactors};
use utoipa::ToSchema;
use web::{Body, Cx, Failure, SetCookies};

use super::added::{FactorAdded, keep_added};
use super::app;
use crate::browser::Browser;
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

/// Confirm an authenticator app.
///
/// From now on signing in asks for its codes, and a fresh login goes on in the place of this one, as one with a second factor;
/// every other one ends. A former app counts no more.
#[utoipa::path(
    post,
    path = "/api/login/second-factors/app/confirm",
    tag = "login",
    summary = "Confirm an authenticator app with a code of it",
    request_body = ConfirmApp,
    responses(
        (status = 200, description = "The app counts; codes to write down; both cookies are set anew", body = FactorAdded),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "The password has to be confirmed first", body = web::Problem),
        (status = 409, description = "No app was offered, or something changed meanwhile", body = web::Problem),
        (status = 422, description = "The code is not right, or was used already", body = web::Problem),
        (status = 429, description = "Too many attempts", body = web::Problem),
    )
)]
pub(crate) async fn confirm_app(
    cx: Cx,
    browser: Browser,
    Body(form): Body<ConfirmApp>,
) -> Result<(SetCookies, Json<FactorAdded>), Failure> {
    let grant = cx.authorize::<act::ManageSecondFactors>(()).await?;
    let account = &grant.target().account;
    let factors = cx.store().second_factors_to_change(&grant).await?;
    let fresh = |app: &&OneTimeCodes| cx.now().duration_since(app.since) <= OFFER_LASTS;
    let Some(offered) = factors.offered.as_ref().filter(fresh) else {
        return Err(Failure::conflict("no app was offered lately: ask for a secret first"));
    };
    let counted = limits::of_factor(cx.app(), account.id, &Lane::SignedIn).await?;
    let app = app::after_code(cx.app(), account, offered, &form.code)?;
    let app = app.ok_or_else(|| Failure::field("code", "must be what the app shows now, and not used yet"))?;
    limits::factor_added(cx.app(), account.id, &Lane::SignedIn, &counted).await;
    let app = OneTimeCodes { since: cx.now(), ..app };
    let after = SecondFactors { app: Some(app), offered: None, ..factors };
    keep_added(&cx, &browser, grant, after, FactorChange::AppAdded).await
}
