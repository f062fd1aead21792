//! `PATCH /api/admin/partners/{partner}`

use authorization::act;
use axum::Json;
use domain::{PartnerId, Title};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Path, Problem};

use super::PartnerView;

/// What to change. The slug stays: people have the sign-in page in their bookmarks.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartnerChangeForm {
    /// Another name.
    #[serde(default)]
    #[schema(required = true)]
    name: String,
}

/// Give a partner platform another name.
#[utoipa::path(
    patch, path = "/api/admin/partners/{partner}", tag = "partners", request_body = PartnerChangeForm,
    params(("partner" = String, Path, description = "The partner's id")),
    responses(
        (status = 200, description = "The partner platform as it is now", body = PartnerView),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn edit_partner(
    cx: Cx,
    Path(partner): Path<PartnerId>,
    Body(form): Body<PartnerChangeForm>,
) -> Result<Json<PartnerView>, Failure> {
    let name = Title::new(&form.name).map_err(|error| Failure::field("name", error))?;
    let grant = cx.authorize::<act::EditPartner>(partner).await?;
    let after = cx.store().rename_partner(grant, name).await?;
    Ok(Json(PartnerView::of(&after)))
}
