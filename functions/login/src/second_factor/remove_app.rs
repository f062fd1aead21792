//! `DELETE /api/login/second-factors/app`

use authorization::act;
use axum::http::StatusCode;
use store::{FactorChange, SecondFactors};
use web::{Cx, Failure, SetCookies};

use super::{keep, refuse_without_any};

/// Take the authenticator app away.
///
/// With the last factor go the recovery codes: the password alone signs in then.
#[utoipa::path(
    delete,
    path = "/api/login/second-factors/app",
    tag = "login",
    summary = "Take the authenticator app away",
    responses(
        (status = 204, description = "Its codes count no more"),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "The password has to be confirmed first", body = web::Problem),
        (status = 404, description = "There is none", body = web::Problem),
        (status = 409, description = "It is the last second factor, and one is needed", body = web::Problem),
    )
)]
pub(crate) async fn remove_app(cx: Cx) -> Result<(Option<SetCookies>, StatusCode), Failure> {
    let grant = cx.authorize::<act::ManageSecondFactors>(()).await?;
    let factors = cx.store().second_factors_to_change(&grant).await?;
    if factors.app.is_none() {
        return Err(Failure::NotFound);
    }
    let after = SecondFactors { app: None, offered: None, ..factors }.without_codes_of_nothing();
    refuse_without_any(&cx, &after)?;
    let cookies = keep(&cx, grant, after, Some(FactorChange::AppRemoved)).await?;
    Ok((cookies, StatusCode::NO_CONTENT))
}
