//! `POST /api/login/second-factors/app`: a secret for an authenticator app. It counts for nothing until the app has shown
//! a code of it.

use authorization::act;
use axum::Json;
use serde::Serialize;
use store::SecondFactors;
use utoipa::ToSchema;
use web::{Cx, Failure};

use super::drawing::Drawing;
use super::{app, keep};

/// What the app has to know. Shown this once.
#[derive(Serialize, ToSchema)]
pub(crate) struct OfferedApp {
    /// To be typed into the app, in base32.
    secret: String,
    /// The same as an address that apps open.
    #[schema(example = "otpauth://totp/Portico:ada@example.org?secret=…&issuer=Portico")]
    address: String,
    /// The address as a picture for the app's camera.
    drawing: Drawing,
}

/// Set up an authenticator app.
///
/// Follow with a code of it; until then everything stays as it is. The secret is good for an hour. Asking again makes the former secret void.
#[utoipa::path(
    post,
    path = "/api/login/second-factors/app",
    tag = "login",
    summary = "Set up an authenticator app",
    responses(
        (status = 200, description = "The secret that the app has to know", body = OfferedApp),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "The password has to be confirmed first", body = web::Problem),
    )
)]
pub(crate) async fn add_app(cx: Cx) -> Result<Json<OfferedApp>, Failure> {
    let grant = cx.authorize::<act::ManageSecondFactors>(()).await?;
    let factors = cx.store().second_factors_to_change(&grant).await?;
    let fresh = app::fresh(cx.app(), &grant.target().account)?;
    let after = SecondFactors { offered: Some(fresh.kept), ..factors };
    keep(&cx, grant, after, None).await?;
    Ok(Json(OfferedApp { secret: fresh.secret, drawing: Drawing::of(&fresh.address)?, address: fresh.address }))
}
