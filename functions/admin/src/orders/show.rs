//! `GET /api/admin/orders/{order}`

use authorization::{OrderTarget, act};
use axum::Json;
use domain::{OrderId, RegistrationState};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Failure, Path, Problem};

use super::OrderView;
use crate::words;

/// An order with the registration it belongs to.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrderDetail {
    #[serde(flatten)]
    order: OrderView,
    /// How far the registration has come.
    #[schema(schema_with = words::registration_state)]
    registration: RegistrationState,
}

/// See an order.
#[utoipa::path(
    get, path = "/api/admin/orders/{order}", tag = "orders",
    params(("order" = String, Path, description = "The order's id")),
    responses(
        (status = 200, description = "The order", body = OrderDetail),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_order(cx: Cx, Path(order): Path<OrderId>) -> Result<Json<OrderDetail>, Failure> {
    let grant = cx.authorize::<act::ViewOrder>(order).await?;
    let OrderTarget { order, registration } = grant.target();
    Ok(Json(OrderDetail { order: OrderView::of(order), registration: registration.state }))
}
