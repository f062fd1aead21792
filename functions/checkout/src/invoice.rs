//! The invoice of a payment, as the payment provider shows it.

use authorization::act;
use axum::Json;
use axum::extract::State;
use commerce::Shop;
use domain::{Order, OrderId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Failure, Path, Problem};

use crate::failure::failure;

/// Where an invoice can be seen.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InvoiceView {
    /// The provider's page; whoever has the address sees the invoice.
    url: String,
}

/// The link to an order's invoice.
#[utoipa::path(
    get, path = "/api/admin/orders/{order}/invoice", tag = "orders", params(("order" = String, Path)),
    responses(
        (status = 200, description = "The link", body = InvoiceView),
        (status = 401, body = Problem, description = "Not signed in"),
        (status = 403, body = Problem, description = "Not permitted"),
        (status = 404, body = Problem, description = "No such order, or no invoice of it"),
    )
)]
pub(crate) async fn show_invoice(
    cx: Cx,
    State(shop): State<Shop>,
    Path(order): Path<OrderId>,
) -> Result<Json<InvoiceView>, Failure> {
    let grant = cx.authorize::<act::ViewOrder>(order).await?;
    invoice_of(&shop, &grant.target().order).await
}

/// The link, where the order has an invoice.
pub(crate) async fn invoice_of(shop: &Shop, order: &Order) -> Result<Json<InvoiceView>, Failure> {
    let invoice = order.invoice.as_deref().ok_or(Failure::NotFound)?;
    let url = shop.payments.invoice_url(invoice).await.map_err(|error| failure(error.into()))?;
    Ok(Json(InvoiceView { url: url.ok_or(Failure::NotFound)? }))
}
