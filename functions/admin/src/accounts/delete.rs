//! `DELETE /api/admin/accounts/{account}`

use authorization::act;
use axum::http::StatusCode;
use domain::{AccountId, SeatPlace};
use web::{Cx, Failure, Path, Problem};

/// Delete an account.
///
/// Its address becomes free, its logins and enrollments end, and its seats go to the next in line. Orders and the
/// audit stay.
#[utoipa::path(
    delete, path = "/api/admin/accounts/{account}", tag = "accounts",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 204, description = "Gone"),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn delete_account(cx: Cx, Path(account): Path<AccountId>) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::DeleteAccount>(account).await?;
    let freed = cx.store().delete_account(grant).await?;
    pass_seats_on(&cx, freed).await;
    Ok(StatusCode::NO_CONTENT)
}

/// Passes on the seats of an account that is gone: where this fails, one stays free until its line is moved on again.
pub(crate) async fn pass_seats_on(cx: &Cx, freed: Vec<SeatPlace>) {
    for place in freed {
        if let Err(error) = cx.store().fill_free_seat(place).await {
            tracing::warn!(course = %place.course, %error, "a free seat was not passed on");
        }
    }
}
