//! `GET /api/admin/orders`

use authorization::act;
use axum::Json;
use web::{Cx, Failure, PageQuery, Problem, Query};

use super::OrderView;
use crate::page::PageOf;

/// List orders, the newest first.
#[utoipa::path(
    get, path = "/api/admin/orders", tag = "orders", params(PageQuery),
    responses(
        (status = 200, description = "A page of orders", body = PageOf<OrderView>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_orders(cx: Cx, Query(page): Query<PageQuery>) -> Result<Json<PageOf<OrderView>>, Failure> {
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ListOrders>(()).await?;
    let found = cx.store().orders(&grant, cursor.as_ref(), limit).await?;
    Ok(Json(PageOf::of(found, |order| OrderView::of(&order))))
}
