//! `GET /api/admin/promotions`

use authorization::{Granted, act};
use axum::Json;
use axum::extract::State;
use commerce::Shop;
use payments::{PaymentError, PromotionPage};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Failure, PageQuery, Problem, Query};

use super::PromotionView;
use crate::failure::failure;

/// A page of promotion codes.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Promotions {
    /// What is on it.
    items: Vec<PromotionView>,
    /// The `cursor` of the next page; `null` on the last one.
    next: Option<String>,
}

/// List promotion codes, the newest first.
///
/// All that the payment provider keeps, also those that were made there.
#[utoipa::path(
    get, path = "/api/admin/promotions", tag = "promotions", params(PageQuery),
    responses(
        (status = 200, description = "A page of codes", body = Promotions),
        (status = 503, description = "The payment provider is down", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_promotions(
    cx: Cx,
    State(shop): State<Shop>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Promotions>, Failure> {
    let limit = u8::try_from(page.limit()?).unwrap_or(u8::MAX);
    let grant = cx.authorize::<act::ListPromotions>(()).await?;
    let found = kept(&shop, &grant, page.cursor.as_deref(), limit).await?;
    let now = shop.clock.now();
    let items = found.promotions.into_iter().map(|promotion| PromotionView::of(promotion, now)).collect();
    Ok(Json(Promotions { items, next: found.next }))
}

/// What the provider keeps, for whoever may see it.
async fn kept(
    shop: &Shop,
    _: &Granted<act::ListPromotions>,
    cursor: Option<&str>,
    limit: u8,
) -> Result<PromotionPage, Failure> {
    shop.promotions.promotions(cursor, limit).await.map_err(|error| match error {
        PaymentError::NotFound | PaymentError::Refused { .. } if cursor.is_some() => {
            Failure::Malformed("the cursor is not one of this list".to_owned())
        }
        other => failure(other.into()),
    })
}
