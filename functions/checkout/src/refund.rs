//! Giving money back. It stands here and not with the other work of administrators, because it needs the key of the
//! payment provider.

use authorization::act;
use axum::Json;
use axum::extract::State;
use commerce::{RefundWish, Shop, refund};
use domain::{CourseId, OrderId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Path, Problem};

use crate::failure::failure;

/// What is to go back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RefundForm {
    /// The `version` of the order that was looked at. Where the order has changed since, nothing is refunded.
    version: u64,
    /// The line, by its course; an order has one.
    #[schema(value_type = Option<String>)]
    course: Option<CourseId>,
    /// Which payment, by the provider's name: the order's `payment_intent`, or that of one of its `extra_payments`. It may
    /// be left out where the order was paid once.
    payment: Option<String>,
    /// How much, in the smallest unit of the payment's currency; all that is left of it where it is not said.
    amount_minor: Option<u64>,
    /// Why; kept in the audit log.
    reason: String,
}

/// What went back.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Refunded {
    /// The provider's id of the refund.
    refund: String,
    /// How much, in the smallest unit.
    amount_minor: u64,
    /// `pending`, `succeeded` or `failed`.
    status: &'static str,
}

/// Longer reasons belong into a letter.
const REASON_CHARS_MAX: usize = 500;

/// Refund an order, in part or whole.
///
/// A full refund suspends the enrollment and keeps its progress; a partial one keeps access. Where the order was paid
/// more than once, the buyer keeps the course for the payment that stays.
#[utoipa::path(
    post, path = "/api/admin/orders/{order}/refund", tag = "orders", params(("order" = String, Path)),
    request_body = RefundForm,
    responses(
        (status = 200, description = "The provider took it", body = Refunded),
        (status = 401, body = Problem, description = "Not signed in"),
        (status = 403, body = Problem, description = "Not permitted, or the password has to be confirmed first"),
        (status = 404, body = Problem, description = "No such order"),
        (status = 409, body = Problem, description = "There is not so much left, nothing was paid, the order was paid more than once and no payment is named, or it has changed since it was looked at"),
        (status = 422, body = Problem, description = "No reason given"),
    )
)]
pub(crate) async fn refund_order(
    cx: Cx,
    State(shop): State<Shop>,
    Path(order): Path<OrderId>,
    Body(form): Body<RefundForm>,
) -> Result<Json<Refunded>, Failure> {
    let grant = cx.authorize::<act::RefundOrder>(order).await?;
    let reason = form.reason.trim().to_owned();
    if reason.is_empty() || reason.chars().count() > REASON_CHARS_MAX {
        return Err(Failure::field("reason", format!("must have 1 to {REASON_CHARS_MAX} characters")));
    }
    let foreign = |course: CourseId| course != grant.target().order.quote.course;
    if form.course.is_some_and(foreign) {
        return Err(Failure::field("course", "is no line of this order"));
    }
    if form.payment.as_deref().is_some_and(|payment| !grant.target().order.has_payment(payment)) {
        return Err(Failure::field("payment", "is no payment of this order"));
    }
    let RefundForm { version, payment, amount_minor, .. } = form;
    let wish = RefundWish { version, payment, amount_minor, reason };
    let made = refund(&shop, grant, wish).await.map_err(failure)?;
    Ok(Json(Refunded { refund: made.id, amount_minor: made.amount_minor, status: made.status.word() }))
}
