//! `GET /api/admin/partners`

use authorization::act;
use axum::Json;
use web::{Cx, Failure, PageOf, PageQuery, Problem, Query};

use super::PartnerView;

/// List partner platforms.
#[utoipa::path(
    get, path = "/api/admin/partners", tag = "partners", params(PageQuery),
    responses(
        (status = 200, description = "A page of partner platforms by name", body = PageOf<PartnerView>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_partners(cx: Cx, Query(page): Query<PageQuery>) -> Result<Json<PageOf<PartnerView>>, Failure> {
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ListPartners>(()).await?;
    let found = cx.store().partners(&grant, cursor.as_ref(), limit).await?;
    Ok(Json(PageOf::of(found, |partner| PartnerView::of(&partner))))
}
