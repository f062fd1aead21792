//! `GET /api/admin/partners/{partner}`

use authorization::act;
use axum::Json;
use domain::PartnerId;
use web::{Cx, Failure, Path, Problem};

use super::PartnerView;

/// See a partner platform.
#[utoipa::path(
    get, path = "/api/admin/partners/{partner}", tag = "partners",
    params(("partner" = String, Path, description = "The partner's id")),
    responses(
        (status = 200, description = "The partner platform", body = PartnerView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_partner(cx: Cx, Path(partner): Path<PartnerId>) -> Result<Json<PartnerView>, Failure> {
    let grant = cx.authorize::<act::ViewPartner>(partner).await?;
    Ok(Json(PartnerView::of(&grant.target().partner)))
}
