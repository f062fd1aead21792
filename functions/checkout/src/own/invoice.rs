//! `GET /api/my/orders/{order}/invoice`: the invoice of one's own payment, as the payment provider shows it.

use authorization::act;
use axum::Json;
use axum::extract::State;
use commerce::Shop;
use domain::OrderId;
use web::{Cx, Failure, Path, Problem};

use crate::invoice::{InvoiceView, invoice_of};

/// The link to the invoice of your own order.
#[utoipa::path(
    get, path = "/api/my/orders/{order}/invoice", tag = "orders", params(("order" = String, Path)),
    responses(
        (status = 200, description = "The link", body = InvoiceView),
        (status = 401, body = Problem, description = "Nobody is signed in"),
        (status = 404, body = Problem, description = "No such order of yours, or no invoice of it"),
    )
)]
pub(crate) async fn show_own_invoice(
    cx: Cx,
    State(shop): State<Shop>,
    Path(order): Path<OrderId>,
) -> Result<Json<InvoiceView>, Failure> {
    let grant = cx.authorize::<act::ListOwnOrders>(()).await?;
    let order = cx.store().own_order(&grant, order).await?.ok_or(Failure::NotFound)?;
    invoice_of(&shop, &order).await
}
