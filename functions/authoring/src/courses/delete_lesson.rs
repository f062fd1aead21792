//! `DELETE /api/admin/courses/{course}/lessons/{lesson}`

use authorization::act;
use axum::http::StatusCode;
use domain::{Course, CourseId, LessonId};
use web::{Cx, Failure, Path, Problem};

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
    ),
    responses(
        (status = 204, description = "Gone"),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn delete_lesson(
    cx: Cx,
    Path((course, lesson)): Path<(CourseId, LessonId)>,
) -> Result<StatusCode, Failure> {
    let grant = cx.authorize::<act::EditCourse>(course).await?;
    let after = without(&grant.target().course, lesson).ok_or(Failure::NotFound)?;
    cx.store().edit_course(grant, after, Vec::new()).await?;
    Ok(StatusCode::NO_CONTENT)
}
