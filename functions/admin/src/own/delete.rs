//! `DELETE /api/me`: the end of one's own account.

use authorization::act;
use axum::http::StatusCode;
use domain::{Order, OrderState};
use web::{Cx, Failure, Problem, SetCookies};

use crate::accounts::delete::pass_seats_on;

/// Why an account stays for now: its money would lose its owner.
fn still_under_way(order: &Order) -> Failure {
    let title = &order.quote.course_title;
    Failure::conflict(match order.state {
        OrderState::Paid => format!("your payment for `{title}` is still on its way: try again once it has arrived"),
        OrderState::Disputed => format!("your payment for `{title}` is disputed: try again once that is decided"),
        _ => format!("somebody must look at your order of `{title}` first: ask those who run the platform"),
    })
}

/// Delete your own account.
///
/// Your profile, friends, enrollments with their progress and certificates, roles and logins go for good; orders and the
/// audit stay. The owner of the platform hands it over first.
#[utoipa::path(
    delete, path = "/api/me", tag = "accounts",
    responses(
        (status = 204, description = "Gone; both cookies are removed, and a mail says so"),
        (status = 403, description = "Prove your password first (`confirm_first`), or not permitted", body = Problem),
        (status = 409, description = "An order of yours is still under way", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn delete_oneself(cx: Cx) -> Result<(SetCookies, StatusCode), Failure> {
    let grant = cx.authorize::<act::DeleteSelf>(()).await?;
    if let Some(order) = cx.store().unsettled_order(&grant).await? {
        return Err(still_under_way(&order));
    }
    let freed = cx.store().delete_own_account(grant).await?;
    pass_seats_on(&cx, freed).await;
    Ok((SetCookies::SignedOut, StatusCode::NO_CONTENT))
}
