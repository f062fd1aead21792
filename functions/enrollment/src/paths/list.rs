//! `GET /api/admin/places/{kind}/{place}/enrollments`

use authorization::act;
use axum::Json;
use store::{ListsPathEnrollments, PlaceKey};
use web::{Cx, Failure, PageOf, PageQuery, Path, Problem, Query};

use super::{Learnt, PathEnrollmentLine, learnt};
use domain::PlaceKind;

/// List who is enrolled in a path or program, by account.
#[utoipa::path(
    get, path = "/api/admin/places/{kind}/{place}/enrollments", tag = "places",
    params(
        ("kind" = String, Path, description = "`path` or `program`"),
        ("place" = String, Path, description = "The place's id"),
        PageQuery,
    ),
    responses(
        (status = 200, description = "A page of enrollments", body = PageOf<PathEnrollmentLine>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_path_enrollments(
    cx: Cx,
    Path((kind, place)): Path<(String, String)>,
    Query(page): Query<PageQuery>,
) -> Result<Json<PageOf<PathEnrollmentLine>>, Failure> {
    Ok(Json(match learnt(&kind, &place)? {
        Learnt::Path(id) => listed::<act::AssistPath>(&cx, PlaceKey::One(PlaceKind::Path, id), &page).await?,
        Learnt::Program(id) => listed::<act::LeadProgram>(&cx, PlaceKey::One(PlaceKind::Program, id), &page).await?,
    }))
}

async fn listed<A: ListsPathEnrollments>(
    cx: &Cx,
    key: PlaceKey,
    page: &PageQuery,
) -> Result<PageOf<PathEnrollmentLine>, Failure> {
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<A>(key).await?;
    let found = cx.store().path_enrollments(&grant, cursor.as_ref(), limit).await?;
    Ok(PageOf::of(found, |(enrollment, name)| PathEnrollmentLine::of(&enrollment, name)))
}
