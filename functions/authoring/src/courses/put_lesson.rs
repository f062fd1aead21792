//! `PUT /api/admin/courses/{course}/lessons/{lesson}`

use authorization::act;
use axum::Json;
use domain::{Course, CourseId, Lesson, LessonId, Title};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, Cx, Failure, FieldErrors, Path, Problem};

use super::apply::minutes_within;
use super::lesson_version::unchanged_since;
use super::outline::text_fits;
use super::view::LessonView;

/// A lesson as it shall be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LessonText {
    /// The `version` of the lesson that the change was made from; another one is refused.
    version: String,
    /// Its title.
    title: String,
    /// How long it takes.
    minutes: u32,
    /// Its text as Markdown.
    markdown: String,
}

impl LessonText {
    /// The lesson, and the version that it takes the place of.
    fn read(self, id: LessonId) -> Result<(Lesson, String), Failure> {
        let mut errors = FieldErrors::default();
        let title = errors.take("title", Title::new(&self.title));
        let minutes = errors.take("minutes", minutes_within(self.minutes));
        let fits = errors.take("markdown", text_fits(&self.markdown));
        match (title, minutes, fits) {
            (Some(title), Some(minutes), Some(())) => {
                Ok((Lesson { id, title, minutes, markdown: self.markdown }, self.version))
            }
            _ => Err(errors.into_failure()),
        }
    }
}

/// The course with the lesson's title and length in its outline; nothing where the outline does not list it.
fn relisted(course: &Course, lesson: &Lesson) -> Option<Course> {
    let mut course = course.clone();
    let listed =
        course.outline.iter_mut().flat_map(|section| &mut section.lessons).find(|listed| listed.id == lesson.id)?;
    listed.title = lesson.title.clone();
    listed.minutes = lesson.minutes;
    Some(course)
}

/// Write a lesson that the outline lists.
#[utoipa::path(
    put, path = "/api/admin/courses/{course}/lessons/{lesson}", tag = "courses", request_body = LessonText,
    params(
        ("course" = String, Path, description = "The course's id"),
        ("lesson" = String, Path, description = "The lesson's id"),
    ),
    responses(
        (status = 200, description = "The lesson as it is now", body = LessonView),
        (status = 409, description = "Somebody else was first", body = Problem),
        (status = 422, description = "Some fields need another value", body = Problem),
        (status = "4XX", description = "Refused", body = Problem),
    )
)]
pub(crate) async fn put_lesson(
    cx: Cx,
    Path((course, lesson)): Path<(CourseId, LessonId)>,
    Body(form): Body<LessonText>,
) -> Result<Json<LessonView>, Failure> {
    let (lesson, version) = form.read(lesson)?;
    let grant = cx.authorize::<act::EditCourse>(course).await?;
    let before = cx.store().lesson_to_edit(&grant, lesson.id).await?.ok_or(Failure::NotFound)?;
    unchanged_since(&version, &before)?;
    if before == lesson {
        // A change that changes nothing leaves no trace.
        return Ok(Json(LessonView::of(lesson)));
    }
    let after = relisted(&grant.target().course, &lesson).ok_or(Failure::NotFound)?;
    cx.store().edit_course(grant, after, vec![lesson.clone()]).await?;
    Ok(Json(LessonView::of(lesson)))
}
