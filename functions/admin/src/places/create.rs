//! `POST /api/admin/places/{kind}`

use authorization::act;
use axum::Json;
use axum::http::StatusCode;
use domain::{PartnerId, Place, PlaceKind, Title};
use serde::Deserialize;
use store::{MakesPlaces, PlaceKey};
use utoipa::ToSchema;
use web::{Body, Cx, Failure, Path, Problem};

use super::PlaceView;

/// A place to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlaceForm {
    /// Its name.
    #[serde(default)]
    #[schema(required = true)]
    name: String,
    /// The partner platform it belongs to; the main platform where nothing is said.
    #[schema(value_type = Option<String>)]
    partner: Option<PartnerId>,
}

/// Make a group, team, channel, path or program.
///
/// Whoever makes it becomes its owner, or its administrator where owners are of other types of accounts.
#[utoipa::path(
    post, path = "/api/admin/places/{kind}", tag = "places", request_body = PlaceForm,
    params(("kind" = String, Path, description = "`group`, `team`, `channel`, `path` or `program`")),
    responses(
        (status = 201, description = "Made", body = PlaceView),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn create_place(
    cx: Cx,
    Path(kind): Path<String>,
    Body(form): Body<PlaceForm>,
) -> Result<(StatusCode, Json<PlaceView>), Failure> {
    let kind = super::kind(&kind)?;
    let name = Title::new(&form.name).map_err(|error| Failure::field("name", error))?;
    let key = PlaceKey::Of(kind, super::tenant(form.partner));
    let place = match kind {
        PlaceKind::Group => made::<act::CreateGroup>(&cx, key, kind, name).await?,
        PlaceKind::Team => made::<act::CreateTeam>(&cx, key, kind, name).await?,
        PlaceKind::Channel => made::<act::PublishChannelContent>(&cx, key, kind, name).await?,
        PlaceKind::Path => made::<act::CreatePath>(&cx, key, kind, name).await?,
        PlaceKind::Program => made::<act::CreateProgram>(&cx, key, kind, name).await?,
    };
    Ok((StatusCode::CREATED, Json(PlaceView::of(&place))))
}

async fn made<A: MakesPlaces>(cx: &Cx, key: PlaceKey, kind: PlaceKind, name: Title) -> Result<Place, Failure> {
    let grant = cx.authorize::<A>(key).await?;
    Ok(cx.store().create_place(grant, name, cx.maker(kind)).await?)
}
