//! `GET /api/my/orders`: one's own orders, the newest first.

use authorization::act;
use axum::Json;
use domain::{CourseId, Order, OrderId, OrderState};
use jiff::Timestamp;
use serde::Serialize;
use store::Cursor;
use utoipa::ToSchema;
use web::{Cx, Failure, PageQuery, Problem, Query, TermLine};

use crate::amount::AmountView;

/// One of one's own orders.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnOrder {
    #[schema(value_type = String)]
    id: OrderId,
    /// `open`, `paid` (the money is on its way), `fulfilled`, `in_review`, `partially_refunded`, `refunded` or
    /// `disputed`. Orders that nobody paid are not listed.
    #[schema(value_type = String, example = "fulfilled")]
    state: OrderState,
    #[schema(value_type = String)]
    course: CourseId,
    /// Its title as the buyer saw it.
    course_title: String,
    /// The path of its page in the catalog.
    #[schema(example = "/courses/calm-version-control/")]
    course_page: String,
    /// The dated run that was bought, as it was then.
    term: Option<TermLine>,
    /// What was paid, discounts and taxes included; until then, the price.
    total: AmountView,
    /// What went back.
    refunded: AmountView,
    /// Where it is paid, while it is open: the payment provider's page.
    pay_at: Option<String>,
    /// Whether there is an invoice; its link is asked for under `/api/my/orders/{order}/invoice`.
    has_invoice: bool,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

impl OwnOrder {
    fn of(order: &Order) -> Self {
        let quote = &order.quote;
        let currency = order.currency();
        let is_open = order.state == OrderState::Open;
        Self {
            id: order.id,
            state: order.state,
            course: quote.course,
            course_title: quote.course_title.to_string(),
            course_page: format!("/courses/{}/", quote.course_slug),
            term: quote.term.as_ref().map(TermLine::of),
            total: AmountView::of(order.paid_minor(), currency),
            refunded: AmountView::of(order.refunded_minor, currency),
            pay_at: order.checkout_url.clone().filter(|_| is_open),
            has_invoice: order.invoice.is_some(),
            created_at: order.created_at,
        }
    }
}

/// A page of one's own orders.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnOrders {
    orders: Vec<OwnOrder>,
    /// Where the next page starts; `null` at the end.
    next: Option<String>,
}

/// List your own orders.
#[utoipa::path(
    get, path = "/api/my/orders", tag = "orders", params(PageQuery),
    responses(
        (status = 200, body = OwnOrders, description = "The newest first; a page may be shorter than was asked for"),
        (status = 400, body = Problem, description = "The cursor is not one of this list"),
        (status = 401, body = Problem, description = "Nobody is signed in"),
    )
)]
pub(crate) async fn list_own_orders(cx: Cx, Query(page): Query<PageQuery>) -> Result<Json<OwnOrders>, Failure> {
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ListOwnOrders>(()).await?;
    let found = cx.store().own_orders(&grant, cursor.as_ref(), limit).await?;
    let orders = found.items.iter().map(OwnOrder::of).collect();
    Ok(Json(OwnOrders { orders, next: found.next.as_ref().map(Cursor::text) }))
}
