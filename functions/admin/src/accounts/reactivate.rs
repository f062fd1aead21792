//! `POST /api/admin/accounts/{account}/reactivate`

use authorization::act;
use axum::Json;
use domain::{AccountId, StatusEvent};
use web::{Cx, Failure, Path, Problem};

use super::AccountView;

/// Switch an account on again.
///
/// An account that has expired needs a later end instead.
#[utoipa::path(
    post, path = "/api/admin/accounts/{account}/reactivate", tag = "accounts",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 200, description = "The account as it is now", body = AccountView),
        (status = 409, description = "Its status does not allow that", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn reactivate_account(cx: Cx, Path(account): Path<AccountId>) -> Result<Json<AccountView>, Failure> {
    let grant = cx.authorize::<act::SetAccountStatus>(account).await?;
    let after = grant.target().account.clone().after(StatusEvent::Reactivate, cx.now()).map_err(Failure::conflict)?;
    let after = cx.store().set_account_status(grant, after).await?;
    Ok(Json(AccountView::of(&after, cx.now())))
}
