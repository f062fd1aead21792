//! `GET /api/admin/places/{kind}/{place}`

use authorization::act;
use axum::Json;
use domain::PlaceKind;
use store::{PlaceKey, ShowsPlaces};
use web::{Cx, Failure, Path, Problem};

use super::PlaceView;

/// See a group, team, channel, path or program.
#[utoipa::path(
    get, path = "/api/admin/places/{kind}/{place}", tag = "places",
    params(
        ("kind" = String, Path, description = "`group`, `team`, `channel`, `path` or `program`"),
        ("place" = String, Path, description = "The place's id"),
    ),
    responses(
        (status = 200, description = "The place", body = PlaceView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_place(
    cx: Cx,
    Path((kind, place)): Path<(String, String)>,
) -> Result<Json<PlaceView>, Failure> {
    let (kind, id) = super::named(&kind, &place)?;
    let key = PlaceKey::One(kind, id);
    Ok(Json(match kind {
        PlaceKind::Group => shown::<act::ListGroupMember>(&cx, key).await?,
        PlaceKind::Team => shown::<act::ListTeamMember>(&cx, key).await?,
        PlaceKind::Channel => shown::<act::ReviewChannelContent>(&cx, key).await?,
        PlaceKind::Path => shown::<act::AccessPath>(&cx, key).await?,
        PlaceKind::Program => shown::<act::AccessProgram>(&cx, key).await?,
    }))
}

async fn shown<A: ShowsPlaces>(cx: &Cx, key: PlaceKey) -> Result<PlaceView, Failure> {
    let grant = cx.authorize::<A>(key).await?;
    Ok(PlaceView::of(cx.store().place(&grant)?))
}
