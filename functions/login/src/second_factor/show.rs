//! `GET /api/login/second-factors`

use authorization::act;
use axum::Json;
use jiff::Timestamp;
use serde::Serialize;
use store::{PASSKEYS_MAX, SecondFactors};
use utoipa::ToSchema;
use web::{Cx, Failure};

use super::passkeys::kept::PasskeyView;
use super::passkeys::site::Site;

/// One's own second factors.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SecondFactorsView {
    /// Whether signing in asks for one.
    asked_for: bool,
    /// When the authenticator app was set up; `null` where there is none.
    #[schema(value_type = Option<String>, format = DateTime)]
    app_since: Option<Timestamp>,
    /// How many recovery codes are left.
    recovery_codes_left: usize,
    /// The passkeys, the oldest first.
    passkeys: Vec<PasskeyView>,
    /// How many there may be.
    passkeys_max: usize,
    /// Whether passkeys can be added and used at the address that was asked: browsers keep them for domain names only.
    passkeys_here: bool,
    /// The origin to open for them instead; `null` where they work here, or nowhere.
    #[schema(example = "http://localhost:8080")]
    passkeys_elsewhere: Option<String>,
}

impl SecondFactorsView {
    pub(crate) fn of(factors: &SecondFactors, site: &Site) -> Self {
        Self {
            asked_for: factors.are_asked_for(),
            app_since: factors.app.as_ref().map(|app| app.since),
            recovery_codes_left: factors.recovery.len(),
            passkeys: factors.passkeys.iter().map(PasskeyView::of).collect(),
            passkeys_max: PASSKEYS_MAX,
            passkeys_here: site.is_here(),
            passkeys_elsewhere: site.elsewhere().map(str::to_owned),
        }
    }
}

/// See one's own second factors.
#[utoipa::path(
    get,
    path = "/api/login/second-factors",
    tag = "login",
    summary = "See one's own second factors",
    responses(
        (status = 200, description = "What is set up; no secret", body = SecondFactorsView),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
    )
)]
pub(crate) async fn show_second_factors(cx: Cx, site: Site) -> Result<Json<SecondFactorsView>, Failure> {
    let grant = cx.authorize::<act::ManageOwnLogins>(()).await?;
    Ok(Json(SecondFactorsView::of(&cx.store().own_second_factors(&grant).await?, &site)))
}
