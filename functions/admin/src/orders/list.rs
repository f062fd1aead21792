//! `GET /api/admin/orders`

use authorization::act;
use axum::Json;
use domain::OrderState;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Cx, Failure, PageOf, PageQuery, Problem, Query};

use super::OrderView;
use crate::words;

/// Which orders.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct OrdersQuery {
    /// Only orders in this state. With `in_review` everything that a person must look at, also orders that were paid
    /// a second time.
    #[param(schema_with = words::order_state)]
    state: Option<OrderState>,
    /// The `next` of the page before.
    cursor: Option<String>,
    /// Entries on a page, 1 to 100; 50 where nothing is said.
    limit: Option<usize>,
}

/// Orders of one state are picked out of all; a page that finds none looks this many pages further, and then hands
/// out the cursor to go on from.
const PAGES_LOOKED_AT: usize = 10;

/// List orders, the newest first.
#[utoipa::path(
    get, path = "/api/admin/orders", tag = "orders", params(OrdersQuery),
    responses(
        (status = 200, description = "A page of orders", body = PageOf<OrderView>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_orders(cx: Cx, Query(query): Query<OrdersQuery>) -> Result<Json<PageOf<OrderView>>, Failure> {
    let page = PageQuery { cursor: query.cursor, limit: query.limit };
    let (mut cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ListOrders>(()).await?;
    if query.state == Some(OrderState::InReview) {
        let found = cx.store().orders_in_review(&grant, cursor.as_ref(), limit).await?;
        return Ok(Json(PageOf::of(found, |order| OrderView::of(&order))));
    }
    let mut found = cx.store().orders(&grant, cursor.as_ref(), limit).await?;
    if let Some(state) = query.state {
        found.items.retain(|order| order.state == state);
        for _ in 0..PAGES_LOOKED_AT {
            cursor = found.next.take_if(|_| found.items.is_empty());
            if cursor.is_none() {
                break;
            }
            found = cx.store().orders(&grant, cursor.as_ref(), limit).await?;
            found.items.retain(|order| order.state == state);
        }
    }
    Ok(Json(PageOf::of(found, |order| OrderView::of(&order))))
}
