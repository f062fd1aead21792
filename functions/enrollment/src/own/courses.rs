//! `GET /api/my/courses`: one's own courses, the newest enrollment first.

use authorization::act;
use axum::Json;
use domain::{CertificateId, Course, Enrollment, EnrollmentState, LessonId, LessonOutline, Title};
use jiff::Timestamp;
use serde::Serialize;
use store::Cursor;
use utoipa::ToSchema;
use web::{Cx, Failure, PageQuery, Problem, Query, TermLine};

use crate::course_page::{CourseName, suspended_by};
use crate::progress::LessonCount;

/// One of one's own courses.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnCourse {
    course: CourseName,
    #[schema(value_type = String, example = "in_progress")]
    state: EnrollmentState,
    /// Who shut its learner out where it is suspended: `staff`, or `payment` where no payment stands for it any more.
    #[schema(example = "payment")]
    suspended_by: Option<&'static str>,
    /// The dated run that the enrollment is for.
    term: Option<TermLine>,
    #[serde(flatten)]
    count: LessonCount,
    /// The first lesson that is not done; `null` where all are, or none may be read.
    next_lesson: Option<NextLesson>,
    /// When the enrollment was made.
    #[schema(value_type = String, format = DateTime)]
    enrolled_at: Timestamp,
    /// When it last changed: a lesson was done, or its state became another one.
    #[schema(value_type = String, format = DateTime)]
    changed_at: Timestamp,
    /// When every lesson was done for the first time.
    #[schema(value_type = Option<String>, format = DateTime)]
    completed_at: Option<Timestamp>,
    /// The id of its certificate, as long as that counts.
    #[schema(value_type = Option<String>)]
    certificate: Option<CertificateId>,
}

/// The lesson to go on with.
#[derive(Debug, Serialize, ToSchema)]
struct NextLesson {
    #[schema(value_type = String)]
    id: LessonId,
    #[schema(value_type = String)]
    title: Title,
}

impl NextLesson {
    fn of(course: &Course, enrollment: &Enrollment) -> Option<Self> {
        let open = |lesson: &&LessonOutline| !enrollment.progress.lessons_done.contains(&lesson.id);
        let lesson = course.lessons().find(open).filter(|_| enrollment.opens_lessons())?;
        Some(Self { id: lesson.id, title: lesson.title.clone() })
    }
}

impl OwnCourse {
    fn of((course, enrollment): &(Course, Enrollment)) -> Self {
        Self {
            course: CourseName::of(course),
            state: enrollment.state,
            suspended_by: suspended_by(enrollment),
            term: enrollment.term.map(|term| TermLine::in_course(course, term)),
            count: LessonCount::of(course, enrollment),
            next_lesson: NextLesson::of(course, enrollment),
            enrolled_at: enrollment.created_at,
            changed_at: enrollment.updated_at,
            completed_at: enrollment.completed_at,
            certificate: enrollment.valid_certificate().map(|certificate| certificate.id),
        }
    }
}

/// A course that one runs, or helps to run.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TaughtCourse {
    course: CourseName,
    /// `owner`, `co_instructor`, `co_author`, `instructor`, `assistant` or `tutor`; of several the first of these.
    #[serde(rename = "as")]
    #[schema(example = "tutor")]
    part: &'static str,
}

/// A page of one's own courses.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnCourses {
    courses: Vec<OwnCourse>,
    /// Those that one runs or helps to run, on the first page.
    teaching: Vec<TaughtCourse>,
    /// Where the next page starts; `null` at the end.
    next: Option<String>,
}

/// Lists one's own courses.
#[utoipa::path(
    get, path = "/api/my/courses", tag = "learning", params(PageQuery),
    responses(
        (status = 200, body = OwnCourses),
        (status = 400, body = Problem, description = "the cursor is not one of this list"),
        (status = 401, body = Problem),
    )
)]
pub(crate) async fn list_own_courses(cx: Cx, Query(page): Query<PageQuery>) -> Result<Json<OwnCourses>, Failure> {
    let (cursor, limit) = (page.cursor()?, page.limit()?);
    let grant = cx.authorize::<act::ListOwnCourses>(()).await?;
    let teaching = if cursor.is_none() { cx.store().courses_in_care(&grant).await? } else { Vec::new() };
    let taught = |(course, part): (Course, _)| TaughtCourse { course: CourseName::of(&course), part };
    let teaching = teaching.into_iter().map(taught).collect();
    let found = cx.store().own_courses(&grant, cursor.as_ref(), limit).await?;
    let courses = found.items.iter().map(OwnCourse::of).collect();
    Ok(Json(OwnCourses { courses, teaching, next: found.next.as_ref().map(Cursor::text) }))
}
