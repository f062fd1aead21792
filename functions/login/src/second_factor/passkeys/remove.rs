//! `DELETE /api/login/second-factors/passkeys/{passkey}`

use authorization::act;
use axum::http::StatusCode;
use store::{FactorChange, SecondFactors};
use web::{Cx, Failure, Path, SetCookies};

use crate::second_factor::{keep, refuse_without_any};

/// Take a passkey away.
///
/// With the last factor go the recovery codes: the password alone signs in then.
#[utoipa::path(
    delete,
    path = "/api/login/second-factors/passkeys/{passkey}",
    tag = "login",
    summary = "Take a passkey away",
    params(("passkey" = String, Path, description = "The passkey's id")),
    responses(
        (status = 204, description = "It signs in no more"),
        (status = 401, description = "Nobody is signed in", body = web::Problem),
        (status = 403, description = "The password has to be confirmed first", body = web::Problem),
        (status = 404, description = "There is no such passkey", body = web::Problem),
        (status = 409, description = "It is the last second factor, and one is needed", body = web::Problem),
    )
)]
pub(crate) async fn remove_passkey(
    cx: Cx,
    Path(passkey): Path<String>,
) -> Result<(Option<SetCookies>, StatusCode), Failure> {
    let grant = cx.authorize::<act::ManageSecondFactors>(()).await?;
    let factors = cx.store().second_factors_to_change(&grant).await?;
    let mut passkeys = factors.passkeys.clone();
    passkeys.retain(|kept| kept.id != passkey);
    if passkeys.len() == factors.passkeys.len() {
        return Err(Failure::NotFound);
    }
    let after = SecondFactors { passkeys, ..factors }.without_codes_of_nothing();
    refuse_without_any(&cx, &after)?;
    let cookies = keep(&cx, grant, after, Some(FactorChange::PasskeyRemoved)).await?;
    Ok((cookies, StatusCode::NO_CONTENT))
}
