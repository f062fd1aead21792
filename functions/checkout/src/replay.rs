//! Deciding about an order that a person looked at. It stands here and not with the other work of administrators,
//! because it asks the payment provider again.

use authorization::act;
use axum::Json;
use axum::extract::State;
use commerce::{ReplayWish, Shop, replay};
use domain::{OrderId, Reason};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Path, Problem};

use crate::failure::failure;

/// What was decided.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReplayForm {
    /// The `version` of the order that was looked at. Must be said where the buyer is let in; where the order has changed
    /// since, nothing is decided.
    version: Option<u64>,
    /// Let the buyer in although something did not fit. Otherwise the rules decide again, on what is there now.
    #[serde(default)]
    accept: bool,
    /// Why; kept in the audit log.
    reason: String,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Replayed {
    /// `fulfilled`, `pending`, `open`, `closed`, `in_review` or `unknown`.
    outcome: &'static str,
}

/// Compare an order with the payment provider again, or accept one that is in review.
///
/// Accepting lets the buyer in whatever the review says, except into a course that is gone, by an account that is
/// switched off, or past a suspension by staff: those are mended first.
#[utoipa::path(
    post, path = "/api/admin/orders/{order}/replay", tag = "orders", params(("order" = String, Path)),
    request_body = ReplayForm,
    responses(
        (status = 200, description = "What came of it", body = Replayed),
        (status = 401, body = Problem, description = "Not signed in"),
        (status = 403, body = Problem, description = "Not permitted, or the password has to be confirmed before the buyer is let in"),
        (status = 404, body = Problem, description = "No such order"),
        (status = 409, body = Problem, description = "Only an order in review can be accepted, and only as it was looked at"),
        (status = 422, body = Problem, description = "No reason given, or no version where the buyer is let in"),
    )
)]
pub(crate) async fn replay_order(
    cx: Cx,
    State(shop): State<Shop>,
    Path(order): Path<OrderId>,
    Body(form): Body<ReplayForm>,
) -> Result<Json<Replayed>, Failure> {
    let grant = cx.authorize::<act::ResolveOrder>(order).await?;
    let reason = Reason::new(&form.reason).map_err(|error| Failure::field("reason", error.to_string()))?;
    if form.accept && form.version.is_none() {
        return Err(Failure::field("version", "must be the one of the order that was looked at"));
    }
    if form.accept {
        cx.refuse_old_proof()?;
    }
    let wish = ReplayWish { version: form.version, accept: form.accept, reason };
    let outcome = replay(&shop, grant, wish).await.map_err(failure)?;
    Ok(Json(Replayed { outcome: outcome.word() }))
}
