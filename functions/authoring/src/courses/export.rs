//! `GET /api/admin/courses/{course}/export`

use std::collections::HashMap;

use authorization::act;
use axum::Json;
use axum::http::header::CONTENT_DISPOSITION;
use axum::response::{IntoResponse, Response};
use domain::{CourseId, Lesson, LessonId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Failure, Path, Problem};

use super::view::{CourseView, LessonView};

/// A function's answer has 6 MB at most; JSON writes some characters as several.
const TEXT_BYTES_MAX: usize = 4_000_000;

/// A course with everything that its authors wrote.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ExportedCourse {
    #[serde(flatten)]
    course: CourseView,
    /// The lessons in the order of the outline, with their texts.
    lessons: Vec<LessonView>,
}

/// Download a course as JSON.
#[utoipa::path(
    get, path = "/api/admin/courses/{course}/export", tag = "courses",
    params(("course" = String, Path, description = "The course's id")),
    responses(
        (status = 200, description = "The course with its lessons, as a file named after it", body = ExportedCourse),
        (status = 409, description = "Longer than one answer: read its lessons one by one", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn export_course(cx: Cx, Path(course): Path<CourseId>) -> Result<Response, Failure> {
    let grant = cx.authorize::<act::ExportJsonCourse>(course).await?;
    let texts = cx.store().lessons_to_export(&grant).await?;
    if texts.iter().map(|lesson| lesson.markdown.len()).sum::<usize>() > TEXT_BYTES_MAX {
        return Err(Failure::conflict("the course is longer than one answer: read its lessons one by one"));
    }
    let course = &grant.target().course;
    let mut texts: HashMap<LessonId, Lesson> = texts.into_iter().map(|lesson| (lesson.id, lesson)).collect();
    let lessons = course.lessons().filter_map(|listed| texts.remove(&listed.id)).map(LessonView::of).collect();
    let file = format!("attachment; filename=\"{}.json\"", course.slug);
    let exported = ExportedCourse { course: CourseView::of(course), lessons };
    Ok(([(CONTENT_DISPOSITION, file)], Json(exported)).into_response())
}
