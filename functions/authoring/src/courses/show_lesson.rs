//! `GET /api/admin/courses/{course}/lessons/{lesson}`

use authorization::act;
use axum::Json;
use domain::{CourseId, LessonId};
use web::{Cx, Failure, Path, Problem};

use super::view::LessonView;

/// See a lesson's text as its author wrote it.
#[utoipa::path(
    get, path = "/api/admin/courses/{course}/lessons/{lesson}", tag = "courses",
    params(
        ("course" = String, Path, description = "The course's id"),
        ("lesson" = String, Path, description = "The lesson's id"),
    ),
    responses(
        (status = 200, description = "The lesson", body = LessonView),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn show_lesson(
    cx: Cx,
    Path((course, lesson)): Path<(CourseId, LessonId)>,
) -> Result<Json<LessonView>, Failure> {
    let grant = cx.authorize::<act::EditCourse>(course).await?;
    let found = cx.store().lesson_to_edit(&grant, lesson).await?;
    found.map(|lesson| Json(LessonView::of(lesson))).ok_or(Failure::NotFound)
}
