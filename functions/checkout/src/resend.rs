//! `POST /api/admin/orders/{order}/resend`: the mail that followed a purchase, once more.

use authorization::act;
use axum::http::StatusCode;
use domain::{OrderId, OrderState};
use store::StoreError;
use web::{Cx, Failure, Path, Problem};

/// Mail whoever bought a course the way to it once more.
///
/// It goes to the address of the account that the purchase made or found, with a fresh link to set the password. Those that
/// were mailed before stop working.
#[utoipa::path(
    post, path = "/api/admin/orders/{order}/resend", tag = "orders", params(("order" = String, Path)),
    responses(
        (status = 202, description = "The mail is on its way"),
        (status = 401, body = Problem, description = "Not signed in"),
        (status = 403, body = Problem, description = "Not permitted"),
        (status = 404, body = Problem, description = "No such order"),
        (status = 409, body = Problem, description = "The order opens no course, or its account may not sign in"),
    )
)]
pub(crate) async fn resend_access(cx: Cx, Path(order): Path<OrderId>) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::ResolveOrder>(order).await?;
    let order = &grant.target().order;
    if !matches!(order.state, OrderState::Fulfilled | OrderState::PartiallyRefunded) {
        return Err(Failure::conflict("the order opens no course: it is not paid, or its money went back"));
    }
    match cx.store().resend_access(grant).await {
        Ok(()) => Ok(StatusCode::ACCEPTED),
        Err(StoreError::Missing(_)) => {
            Err(Failure::conflict("the account is gone or switched off: switch it on first"))
        }
        Err(error) => Err(error.into()),
    }
}
