//! `PATCH /api/admin/places/{kind}/{place}`

use authorization::act;
use axum::Json;
use domain::{PlaceKind, Title};
use serde::Deserialize;
use store::{PlaceKey, RunsPlaces};
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Path, Problem};

use super::PlaceView;

/// What to change.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlaceChangeForm {
    /// Another name.
    #[serde(default)]
    #[schema(required = true)]
    name: String,
}

/// Give a group, team, channel, path or program another name.
#[utoipa::path(
    patch, path = "/api/admin/places/{kind}/{place}", tag = "places", request_body = PlaceChangeForm,
    params(
        ("kind" = String, Path, description = "`group`, `team`, `channel`, `path` or `program`"),
        ("place" = String, Path, description = "The place's id"),
    ),
    responses(
        (status = 200, description = "The place as it is now", body = PlaceView),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn edit_place(
    cx: Cx,
    Path((kind, place)): Path<(String, String)>,
    Body(form): Body<PlaceChangeForm>,
) -> Result<Json<PlaceView>, Failure> {
    let (kind, id) = super::named(&kind, &place)?;
    let name = Title::new(&form.name).map_err(|error| Failure::field("name", error))?;
    let key = PlaceKey::One(kind, id);
    Ok(Json(match kind {
        PlaceKind::Group => renamed::<act::ConfigureGroup>(&cx, key, name).await?,
        PlaceKind::Team => renamed::<act::ConfigureTeam>(&cx, key, name).await?,
        // Experts work in a channel; what it is called is decided by those who run the platform.
        PlaceKind::Channel => renamed::<act::PublishChannelContent>(&cx, PlaceKey::AsTenants(kind, id), name).await?,
        PlaceKind::Path => renamed::<act::ConfigurePath>(&cx, key, name).await?,
        PlaceKind::Program => renamed::<act::LeadProgram>(&cx, key, name).await?,
    }))
}

async fn renamed<A: RunsPlaces>(cx: &Cx, key: PlaceKey, name: Title) -> Result<PlaceView, Failure> {
    let grant = cx.authorize::<A>(key).await?;
    Ok(PlaceView::of(&cx.store().rename_place(grant, name).await?))
}
