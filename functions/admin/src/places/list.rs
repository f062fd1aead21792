//! `GET /api/admin/places/{kind}`

use authorization::act;
use axum::Json;
use domain::{PartnerId, Place, PlaceKind};
use serde::Deserialize;
use store::{Cursor, Page, PlaceKey, RunsPlaces};
use utoipa::IntoParams;
use web::{Cx, Failure, PageOf, PageQuery, Path, Problem, Query, search};

use super::PlaceView;

/// Which places.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PlacesQuery {
    /// The id of a partner platform; the main platform where nothing is said.
    partner: Option<String>,
    /// How the name begins.
    q: Option<String>,
    /// The `next` of the page before.
    cursor: Option<String>,
    /// Entries on a page, 1 to 100; 50 where nothing is said.
    limit: Option<usize>,
}

struct Wanted {
    key: PlaceKey,
    starting_with: Option<String>,
    cursor: Option<Cursor>,
    limit: usize,
}

/// List the groups, teams, channels, paths or programs of a platform, for those who run it.
#[utoipa::path(
    get, path = "/api/admin/places/{kind}", tag = "places",
    params(("kind" = String, Path, description = "`group`, `team`, `channel`, `path` or `program`"), PlacesQuery),
    responses(
        (status = 200, description = "A page of places by name", body = PageOf<PlaceView>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_places(
    cx: Cx,
    Path(kind): Path<String>,
    Query(query): Query<PlacesQuery>,
) -> Result<Json<PageOf<PlaceView>>, Failure> {
    let kind = super::kind(&kind)?;
    let partner = query.partner.as_deref().map(str::parse::<PartnerId>).transpose();
    let partner = partner.map_err(|_| Failure::field("partner", "must be the id of a partner"))?;
    let starting_with = search(query.q)?;
    let page = PageQuery { cursor: query.cursor, limit: query.limit };
    let key = PlaceKey::Of(kind, super::tenant(partner));
    let wanted = Wanted { key, starting_with, cursor: page.cursor()?, limit: page.limit()? };
    let found = match kind {
        PlaceKind::Group => listed::<act::ConfigureGroup>(&cx, wanted).await?,
        PlaceKind::Team => listed::<act::ConfigureTeam>(&cx, wanted).await?,
        PlaceKind::Channel => listed::<act::PublishChannelContent>(&cx, wanted).await?,
        PlaceKind::Path => listed::<act::ConfigurePath>(&cx, wanted).await?,
        PlaceKind::Program => listed::<act::LeadProgram>(&cx, wanted).await?,
    };
    Ok(Json(PageOf::of(found, |place| PlaceView::of(&place))))
}

async fn listed<A: RunsPlaces>(cx: &Cx, wanted: Wanted) -> Result<Page<Place>, Failure> {
    let Wanted { key, starting_with, cursor, limit } = wanted;
    let grant = cx.authorize::<A>(key).await?;
    Ok(cx.store().places(&grant, starting_with.as_deref(), cursor.as_ref(), limit).await?)
}
