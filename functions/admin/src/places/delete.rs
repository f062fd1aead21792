//! `DELETE /api/admin/places/{kind}/{place}`

use authorization::act;
use axum::http::StatusCode;
use domain::PlaceKind;
use store::{EndsPlaces, PlaceKey};
use web::{Cx, Failure, Path, Problem};

/// Delete a group, team, channel, path or program, with every role that is held on it.
#[utoipa::path(
    delete, path = "/api/admin/places/{kind}/{place}", tag = "places",
    params(
        ("kind" = String, Path, description = "`group`, `team`, `channel`, `path` or `program`"),
        ("place" = String, Path, description = "The place's id"),
    ),
    responses(
        (status = 204, description = "Gone"),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn delete_place(cx: Cx, Path((kind, place)): Path<(String, String)>) -> Result<StatusCode, Failure> {
    let (kind, id) = super::named(&kind, &place)?;
    let key = PlaceKey::One(kind, id);
    match kind {
        PlaceKind::Group => deleted::<act::AdministerGroup>(&cx, key).await?,
        PlaceKind::Team => deleted::<act::AdministerTeam>(&cx, key).await?,
        PlaceKind::Channel => {
            deleted::<act::PublishChannelContent>(&cx, PlaceKey::AsTenants(kind, id)).await?;
        }
        PlaceKind::Path => deleted::<act::AdministerPath>(&cx, key).await?,
        PlaceKind::Program => deleted::<act::CreateProgram>(&cx, PlaceKey::AsTenants(kind, id)).await?,
    }
    Ok(StatusCode::NO_CONTENT)
}

async fn deleted<A: EndsPlaces>(cx: &Cx, key: PlaceKey) -> Result<(), Failure> {
    let grant = cx.authorize::<A>(key).await?;
    Ok(cx.store().delete_place(grant).await?)
}
