//! `DELETE /api/admin/courses/{course}/lessons/{lesson}`

use authorization::act;
use axum::http::StatusCode;
use domain::{Course, CourseId, LessonId};
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Cx, Failure, Path, Problem, Query};

use super::lesson_version::unchanged_since;

/// Which wording of the lesson was looked at.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct LessonDeletionQuery {
    /// The `version` of the lesson that goes; another one is refused.
    version: String,
}

/// The course without the lesson; nothing where the outline does not list it.
fn without(course: &Course, lesson: LessonId) -> Option<Course> {
    let mut course = course.clone();
    let before = course.lessons().count();
    for section in &mut course.outline {
        section.lessons.retain(|listed| listed.id != lesson);
    }
    (course.lessons().count() < before).then_some(course)
}

/// Take a lesson out of a course.
///
/// What learners have done of it is kept, and no longer counts.
#[utoipa::path(
    delete, path = "/api/admin/courses/{course}/lessons/{lesson}", tag = "courses",
    params(
        ("course" = String, Path, description = "The course's id"),
        ("lesson" = String, Path, description = "The lesson's id"),
        LessonDeletionQuery,
    ),
    responses(
        (status = 204, description = "Gone"),
        (status = 409, description = "Somebody else was first", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn delete_lesson(
    cx: Cx,
    Path((course, lesson)): Path<(CourseId, LessonId)>,
    Query(LessonDeletionQuery { version }): Query<LessonDeletionQuery>,
) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::EditCourse>(course).await?;
    let before = cx.store().lesson_to_edit(&grant, lesson).await?.ok_or(Failure::NotFound)?;
    unchanged_since(&version, &before)?;
    let after = without(&grant.target().course, lesson).ok_or(Failure::NotFound)?;
    cx.store().edit_course(grant, after, Vec::new()).await?;
    Ok(StatusCode::NO_CONTENT)
}
