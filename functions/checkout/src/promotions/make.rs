//! `POST /api/admin/promotions`

use authorization::act;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use commerce::Shop;
use payments::{PaymentError, PromotionMade, PromotionRequest};
use store::PromotionOutcome;
use web::{Body, Cx, Failure, Problem};

use super::form::PromotionForm;
use super::{PromotionView, refusal, unmade};

/// Make a promotion code.
///
/// Buyers type it on the payment page. The audit is told before the provider is asked, and again what came of it. A call
/// whose answer was lost is sent again with its key: it makes no second code.
#[utoipa::path(
    post, path = "/api/admin/promotions", tag = "promotions", request_body = PromotionForm,
    responses(
        (status = 201, description = "Made, now or by an earlier call with this key", body = PromotionView),
        (status = 409, description = "The key has made a code of other terms, or the payment provider refuses", body = Problem),
        (status = 422, description = "Some fields need another value, or an active code is called so", body = Problem),
        (status = 503, description = "The payment provider is down: send it again with the same key", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn make_promotion(
    cx: Cx,
    State(shop): State<Shop>,
    Body(form): Body<PromotionForm>,
) -> Result<(StatusCode, Json<PromotionView>), Failure> {
    let now = shop.clock.now();
    let terms = form.terms(now)?;
    let grant = cx.authorize::<act::EditPromotion>(()).await?;
    shop.store.record_promotion(&grant, &terms).await?;
    let request = PromotionRequest { key: form.key, terms, asked_at: now };
    let made = shop.promotions.make_promotion(&request).await;
    let code = request.terms.code.as_str();
    if let Err(error) = shop.store.record_promotion_outcome(&grant, code, &outcome(&made)).await {
        tracing::error!(code, %error, "the audit does not know what became of a promotion code");
    }
    match made.map_err(refusal)? {
        PromotionMade::Made(made) => Ok((StatusCode::CREATED, Json(PromotionView::of(made, now)))),
        PromotionMade::Taken => Err(Failure::field("code", "is the name of an active promotion code")),
        PromotionMade::KeyUsed => Err(Failure::conflict("this key has made another promotion code: take a new one")),
    }
}

fn outcome(made: &Result<PromotionMade, PaymentError>) -> PromotionOutcome {
    let (status, promotion) = match made {
        Ok(PromotionMade::Made(made)) => ("made", Some(made.id.clone())),
        Ok(PromotionMade::Taken) => ("taken", None),
        Ok(PromotionMade::KeyUsed) => ("key_used", None),
        Err(error) => (unmade(error), None),
    };
    PromotionOutcome { status, promotion }
}
