//! `POST /api/admin/promotions/{promotion}/switch-off`

use authorization::act;
use axum::Json;
use axum::extract::State;
use commerce::Shop;
use store::PromotionOutcome;
use web::{Cx, Failure, Path, Problem};

use super::{PromotionView, refusal, unmade};

/// Switch a promotion code off.
///
/// Whoever types it from now on is told that it is none; what was bought with it stays bought. Nothing switches it on again,
/// but its name is free for another one.
#[utoipa::path(
    post, path = "/api/admin/promotions/{promotion}/switch-off", tag = "promotions",
    params(("promotion" = String, Path, description = "The payment provider's id of the code")),
    responses(
        (status = 200, description = "It is off, now or since before", body = PromotionView),
        (status = 404, description = "No such code", body = Problem),
        (status = 503, description = "The payment provider is down", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn switch_promotion_off(
    cx: Cx,
    State(shop): State<Shop>,
    Path(promotion): Path<String>,
) -> Result<Json<PromotionView>, Failure> {
    let now = shop.clock.now();
    let grant = cx.authorize::<act::EditPromotion>(()).await?;
    let before = shop.promotions.promotion(&promotion).await.map_err(refusal)?;
    shop.store.record_promotion_off(&grant, &before.code, before.state(now)).await?;
    let off = shop.promotions.switch_promotion_off(&promotion, now).await;
    let status = off.as_ref().map_or_else(unmade, |_| "off");
    let outcome = PromotionOutcome { status, promotion: Some(promotion) };
    if let Err(error) = shop.store.record_promotion_outcome(&grant, &before.code, &outcome).await {
        tracing::error!(code = before.code, %error, "the audit does not know what became of a promotion code");
    }
    Ok(Json(PromotionView::of(off.map_err(refusal)?, now)))
}
