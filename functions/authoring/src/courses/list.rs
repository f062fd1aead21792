//! `GET /api/admin/courses`

use authorization::act;
use axum::Json;
use domain::{Audience, Realm};
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Cx, Failure, PageOf, PageQuery, Problem, Query, search};

use super::view::CourseEntry;
use crate::audience::audience_word;

/// Which courses.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CoursesQuery {
    /// `internal`, `public` or the id of a partner; your own platform's where nothing is said.
    audience: Option<String>,
    /// How the title begins.
    q: Option<String>,
    /// The `next` of the page before.
    cursor: Option<String>,
    /// Entries on a page, 1 to 100; 50 where nothing is said.
    limit: Option<usize>,
}

/// List or search courses by title, drafts included.
#[utoipa::path(
    get, path = "/api/admin/courses", tag = "courses", params(CoursesQuery),
    responses(
        (status = 200, description = "A page of courses by title", body = PageOf<CourseEntry>),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn list_courses(
    cx: Cx,
    Query(query): Query<CoursesQuery>,
) -> Result<Json<PageOf<CourseEntry>>, Failure> {
    let audience = match &query.audience {
        Some(word) => audience_word(word).map_err(|sentence| Failure::field("audience", sentence))?,
        None => match cx.own_realm() {
            Realm::Partner(partner) => Audience::Partner(partner),
            Realm::Main | Realm::Public => Audience::Internal,
        },
    };
    let starting_with = search(query.q)?;
    let page = PageQuery { cursor: query.cursor, limit: query.limit };
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ListCourses>(Some(audience.tenant())).await?;
    let found = cx.store().courses(&grant, audience, starting_with.as_deref(), cursor.as_ref(), limit).await?;
    Ok(Json(PageOf::of(found, |course| CourseEntry::of(&course))))
}
