//! `POST /api/admin/accounts/{account}/deactivate`

use authorization::act;
use axum::Json;
use domain::{AccountId, StatusEvent};
use web::{Cx, Failure, Path, Problem};

use super::AccountView;

/// Switch an account off.
///
/// Every login of it ends with the same write; its next request finds nobody signed in.
#[utoipa::path(
    post, path = "/api/admin/accounts/{account}/deactivate", tag = "accounts",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 200, description = "The account as it is now", body = AccountView),
        (status = 409, description = "Its status does not allow that", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn deactivate_account(cx: Cx, Path(account): Path<AccountId>) -> Result<Json<AccountView>, Failure> {
    let grant = cx.authorize::<act::SetAccountStatus>(account).await?;
    let after = grant.target().account.clone().after(StatusEvent::Deactivate, cx.now()).map_err(Failure::conflict)?;
    let after = cx.store().set_account_status(grant, after).await?;
    Ok(Json(AccountView::of(&after, cx.now())))
}
