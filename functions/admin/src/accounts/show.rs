//! `GET /api/admin/accounts/{account}`

use authorization::act;
use axum::Json;
use domain::AccountId;
use web::{Cx, Failure, Path, Problem};

use super::AccountView;

/// See an account.
#[utoipa::path(
    get, path = "/api/admin/accounts/{account}", tag = "accounts",
    params(("account" = String, Path, description = "The account's id")),
    responses(
        (status = 200, description = "The account", body = AccountView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_account(cx: Cx, Path(account): Path<AccountId>) -> Result<Json<AccountView>, Failure> {
    let grant = cx.authorize::<act::ViewAccount>(account).await?;
    Ok(Json(AccountView::of(&grant.target().account, cx.now())))
}
