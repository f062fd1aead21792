//! `GET /api/courses/{course}/enrollments`: who is in a course.

use authorization::act;
use axum::Json;
use domain::{CourseId, Enrollment};
use serde::Serialize;
use store::Cursor;
use utoipa::ToSchema;
use web::{Cx, Failure, PageQuery, Path, Problem, Query, TermLine};

use crate::staff::teachers::{TeacherLine, teachers};
use crate::staff::view::EnrollmentLine;

/// An enrollment with the name of its learner.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NamedEnrollment {
    #[serde(flatten)]
    line: EnrollmentLine,
    /// What the learner is called; `null` where the account is gone.
    name: Option<String>,
}

/// A page of a course's enrollments.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Enrollments {
    enrollments: Vec<NamedEnrollment>,
    /// Its tutors and instructors, on the first page.
    teachers: Vec<TeacherLine>,
    /// The dated runs of the course.
    terms: Vec<TermLine>,
    /// Where the next page starts; `null` at the end.
    next: Option<String>,
}

/// Lists who is in a course: its learners by account, and on the first page those who teach it.
#[utoipa::path(
    get, path = "/api/courses/{course}/enrollments", tag = "enrollments",
    params(("course" = String, Path), PageQuery),
    responses(
        (status = 200, body = Enrollments),
        (status = 400, body = Problem, description = "the cursor is not one of this list"),
        (status = 401, body = Problem),
        (status = 403, body = Problem),
        (status = 404, body = Problem),
    )
)]
pub(crate) async fn list_enrollments(
    cx: Cx,
    Path(course): Path<CourseId>,
    Query(page): Query<PageQuery>,
) -> Result<Json<Enrollments>, Failure> {
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ListEnrollments>(course).await?;
    let teachers = if cursor.is_none() { teachers(&cx, &grant).await? } else { Vec::new() };
    let found = cx.store().enrollments(&grant, cursor.as_ref(), limit).await?;
    let names = cx.store().names_of_enrolled(&grant, &found.items).await?;
    let course = &grant.target().course;
    let named = |enrollment: &Enrollment| NamedEnrollment {
        line: EnrollmentLine::of(course, enrollment),
        name: names.get(&enrollment.account).map(ToString::to_string),
    };
    let enrollments = found.items.iter().map(named).collect();
    let terms = course.terms.iter().map(TermLine::of).collect();
    Ok(Json(Enrollments { enrollments, teachers, terms, next: found.next.as_ref().map(Cursor::text) }))
}
