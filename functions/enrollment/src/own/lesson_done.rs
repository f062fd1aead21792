//! `POST /api/my/courses/{course}/lessons/{lesson}/done`: a lesson is done. The first one begins the course, the last
//! one completes it.

use authorization::{CourseTarget, act};
use axum::Json;
use domain::{CourseId, Enrollment, LessonId};
use jiff::Timestamp;
use web::{Body, Cx, Failure, Path, Problem};

use crate::again::again_on_conflict;
use crate::course_page::CoursePage;
use crate::nothing::Nothing;
use crate::own::keep::{keep, own};

/// A lesson that the outline does not name does not exist, whatever the table still holds.
fn with_lesson_done(target: &CourseTarget, lesson: LessonId, now: Timestamp) -> Result<Enrollment, Failure> {
    let lessons: Vec<LessonId> = target.course.lessons().map(|line| line.id).collect();
    if !lessons.contains(&lesson) {
        return Err(Failure::NotFound);
    }
    own(target)?.clone().with_lesson_done(lesson, &lessons, now).map_err(Failure::conflict)
}

/// Marks a lesson as done.
#[utoipa::path(
    post, path = "/api/my/courses/{course}/lessons/{lesson}/done", tag = "learning",
    params(("course" = String, Path), ("lesson" = String, Path)), request_body = Nothing,
    responses(
        (status = 200, body = CoursePage),
        (status = 401, body = Problem),
        (status = 403, body = Problem),
        (status = 404, body = Problem),
        (status = 409, body = Problem, description = "many browsers wrote at the same instant"),
    )
)]
pub(crate) async fn finish_lesson(
    cx: Cx,
    Path((course, lesson)): Path<(CourseId, LessonId)>,
    Body(Nothing {}): Body<Nothing>,
) -> Result<Json<CoursePage>, Failure> {
    let kept = again_on_conflict(|| async {
        let grant = cx.authorize::<act::KeepProgress>(course).await?;
        let after = with_lesson_done(grant.target(), lesson, cx.now())?;
        Ok(keep(&cx, grant, after).await)
    });
    let (course, enrollment) = kept.await?;
    Ok(Json(CoursePage::of(&course, Some(&enrollment))))
}
