//! `GET /api/my/catalog`: the courses of one's own platform that one may enroll in by oneself.

use authorization::act;
use axum::Json;
use domain::{EnrollmentState, Level, Realm, SelfEnrollment, Summary, Tenant, Term};
use serde::{Deserialize, Serialize};
use store::{Cursor, Offered};
use utoipa::{IntoParams, ToSchema};
use web::{Cx, Failure, PageQuery, Problem, Query, TermLine, search};

use crate::course_page::CourseName;

/// Which courses.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CatalogQuery {
    /// How the title begins.
    q: Option<String>,
    /// The `next` of the page before.
    cursor: Option<String>,
    /// Entries on a page, 1 to 100; 50 where nothing is said, and no page holds more.
    limit: Option<usize>,
}

/// A course that one may enroll in by oneself.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OfferedCourse {
    course: CourseName,
    /// What it is for, in one sentence.
    #[schema(value_type = Option<String>)]
    summary: Option<Summary>,
    /// `beginner`, `intermediate` or `advanced`; `null` where that is not known.
    #[schema(value_type = Option<String>, example = "beginner")]
    level: Option<Level>,
    /// Minutes of all its lessons; `null` where that is not known.
    minutes: Option<u32>,
    /// `open`: at once. `on_request`: those who run it say yes or no.
    #[schema(value_type = String, example = "open")]
    self_enrollment: SelfEnrollment,
    /// How many more it takes; `0` where whoever enrolls waits for a seat, `null` where it takes as many as come, or where
    /// each of its runs has seats of its own.
    seats_left: Option<u32>,
    /// Its dated runs that are not over. Whoever enrolls names one of several.
    terms: Vec<OfferedTerm>,
    /// Where one's own enrollment in it stands; `null` without one.
    #[schema(value_type = Option<String>, example = "in_progress")]
    state: Option<EnrollmentState>,
}

/// A dated run that one may come into.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OfferedTerm {
    #[serde(flatten)]
    term: TermLine,
    /// How many more it takes; `0` where whoever enrolls waits for a seat, `null` where it takes as many as come.
    seats_left: Option<u32>,
}

impl OfferedTerm {
    fn of((term, seats_left): (Term, Option<u32>)) -> Self {
        Self { term: TermLine::of(&term), seats_left }
    }
}

impl OfferedCourse {
    fn of(Offered { course, seats_left, terms, own_enrollment }: Offered) -> Self {
        Self {
            course: CourseName::of(&course),
            level: course.level,
            minutes: course.minutes(),
            self_enrollment: course.self_enrollment,
            seats_left,
            terms: terms.into_iter().map(OfferedTerm::of).collect(),
            state: own_enrollment.map(|enrollment| enrollment.state),
            summary: course.summary,
        }
    }
}

/// A page of the catalog of one's own platform.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnCatalog {
    courses: Vec<OfferedCourse>,
    /// Where the next page starts; `null` at the end. A page may hold no course, and still name another.
    next: Option<String>,
}

/// The platform whose catalog is one's own. Public learners have the public one, which is the site: the decision refuses
/// them here.
fn own_platform(realm: Realm) -> Tenant {
    match realm {
        Realm::Main | Realm::Public => Tenant::Main,
        Realm::Partner(partner) => Tenant::Partner(partner),
    }
}

/// Lists the courses of one's own platform that one may enroll in by oneself, by title.
#[utoipa::path(
    get, path = "/api/my/catalog", tag = "learning", params(CatalogQuery),
    responses(
        (status = 200, body = OwnCatalog),
        (status = 400, body = Problem, description = "the cursor is not one of this list"),
        (status = 401, body = Problem),
        (status = 403, body = Problem, description = "this platform does not show its catalog to accounts of this type"),
        (status = 422, body = Problem, description = "the search or the length of the page cannot be"),
    )
)]
pub(crate) async fn list_own_catalog(cx: Cx, Query(query): Query<CatalogQuery>) -> Result<Json<OwnCatalog>, Failure> {
    let starting_with = search(query.q)?;
    let page = PageQuery { cursor: query.cursor, limit: query.limit };
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::AccessCatalog>(Some(own_platform(cx.own_realm()))).await?;
    let found = cx.store().own_catalog(&grant, starting_with.as_deref(), cursor.as_ref(), limit).await?;
    let next = found.next.as_ref().map(Cursor::text);
    Ok(Json(OwnCatalog { courses: found.items.into_iter().map(OfferedCourse::of).collect(), next }))
}
