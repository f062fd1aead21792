//! `GET /api/login/second-factors`

use authorization::act;
use axum::Json;
use jiff::Timestamp;
use serde::Serialize;
use store::SecondFactors;
use utoipa::ToSchema;
use web::{Cx, Failure};

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
}

impl SecondFactorsView {
    pub(crate) fn of(factors: &SecondFactors) -> Self {
        Self {
            asked_for: factors.are_asked_for(),
            app_since: factors.app.as_ref().map(|app| app.since),
            recovery_codes_left: factors.recovery.len(),
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
pub(crate) async fn show_second_factors(cx: Cx) -> Result<Json<SecondFactorsView>, Failure> {
    let grant = cx.authorize::<act::ManageOwnLogins>(()).await?;
    Ok(Json(SecondFactorsView::of(&cx.store().own_second_factors(&grant).await?)))
}
