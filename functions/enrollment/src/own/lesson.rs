//! `GET /api/my/courses/{course}/lessons/{lesson}`: a lesson to read. Reading never writes; that the lesson is done
//! is said by its own request.

use authorization::{LessonTarget, act};
use axum::Json;
use domain::{Course, CourseId, Enrollment, LessonId, Title};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Cx, Failure, Path, Problem};

use crate::course_page::CourseLanguage;

/// A lesson to read.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LessonPage {
    #[schema(value_type = String)]
    title: Title,
    /// Safe to show as it is.
    html: String,
    minutes: u32,
    /// Whether it is done; `null` for those who read it without learning here, who mark nothing.
    done: Option<bool>,
    /// The lesson before, in the order of the outline.
    #[schema(value_type = Option<String>)]
    previous: Option<LessonId>,
    /// The lesson after.
    #[schema(value_type = Option<String>)]
    next: Option<LessonId>,
    #[schema(value_type = String)]
    course_title: Title,
    #[serde(flatten)]
    language: CourseLanguage,
}

impl LessonPage {
    /// The page, unless the outline does not name the lesson (any more).
    fn of(target: LessonTarget) -> Option<Self> {
        let LessonTarget { course, own_enrollment, lesson } = target;
        let (previous, next) = neighbours(&course, lesson.id)?;
        let page_of = |link: &str| linked_page(&course, lesson.id, link);
        Some(Self {
            html: prose::markdown_to_html_with(&lesson.markdown, &page_of).into_string(),
            minutes: lesson.minutes,
            done: own_enrollment
                .filter(Enrollment::opens_lessons)
                .map(|enrollment| enrollment.progress.lessons_done.contains(&lesson.id)),
            previous,
            next,
            language: CourseLanguage::of(&course),
            course_title: course.title,
            title: lesson.title,
        })
    }
}

/// The page of the lesson that a link in this one means by its file's name.
fn linked_page(course: &Course, from: LessonId, link: &str) -> Option<String> {
    let from = course.lessons().find(|line| line.id == from)?.file.as_ref()?;
    let file = from.linked(link)?;
    let to = course.lessons().find(|line| line.file.as_ref() == Some(&file))?;
    Some(format!("/learn/lesson/?course={}&lesson={}", course.id, to.id))
}

fn neighbours(course: &Course, lesson: LessonId) -> Option<(Option<LessonId>, Option<LessonId>)> {
    let mut previous = None;
    let mut ids = course.lessons().map(|line| line.id);
    while let Some(id) = ids.next() {
        if id == lesson {
            return Some((previous, ids.next()));
        }
        previous = Some(id);
    }
    None
}

/// Shows a lesson.
#[utoipa::path(
    get, path = "/api/my/courses/{course}/lessons/{lesson}", tag = "learning",
    params(("course" = String, Path), ("lesson" = String, Path)),
    responses(
        (status = 200, body = LessonPage),
        (status = 401, body = Problem),
        (status = 403, body = Problem, description = "not enrolled, or the enrollment does not open the lessons"),
        (status = 404, body = Problem),
    )
)]
pub(crate) async fn read_lesson(
    cx: Cx,
    Path((course, lesson)): Path<(CourseId, LessonId)>,
) -> Result<Json<LessonPage>, Failure> {
    let grant = cx.authorize::<act::ReadLesson>((course, lesson)).await?;
    LessonPage::of(grant.into_target()).map(Json).ok_or(Failure::NotFound)
}
