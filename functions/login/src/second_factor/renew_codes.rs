//! `POST /api/login/second-factors/recovery-codes`

use authorization::act;
use axum::Json;
use serde::Serialize;
use store::{FactorChange, SecondFactors};
use utoipa::ToSchema;
use web::{Cx, Failure};

use super::{keep, recovery};

/// What to write down.
#[derive(Serialize, ToSchema)]
pub(crate) struct RecoveryCodes {
    /// Each signs in once in the place of a second factor. Shown this once.
    recovery_codes: Vec<String>,
}

/// Make fresh recovery codes.
///
/// Those made before are void.
#[utoipa::path(
    post,
    path = "/api/login/second-factors/recovery-codes",
    tag = "login",
    summary = "Make fresh recovery codes",
    responses(
        (status = 200, description = "To write down; shown this once", body = RecoveryCodes),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "The password has to be confirmed first", body = web::Problem),
        (status = 409, description = "There is no second factor that they could stand in for", body = web::Problem),
    )
)]
pub(crate) async fn renew_codes(cx: Cx) -> Result<Json<RecoveryCodes>, Failure> {
    let grant = cx.authorize::<act::ManageSecondFactors>(()).await?;
    let factors = cx.store().second_factors_to_change(&grant).await?;
    if !factors.are_asked_for() {
        return Err(Failure::conflict("set up an app or a passkey first: recovery codes stand in for one"));
    }
    let (recovery_codes, recovery) = recovery::fresh(cx.app(), grant.target().account.id)?;
    let after = SecondFactors { recovery, ..factors };
    keep(&cx, grant, after, Some(FactorChange::CodesRenewed)).await?;
    Ok(Json(RecoveryCodes { recovery_codes }))
}
