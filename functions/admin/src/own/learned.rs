//! What somebody learned, as their own file tells it.

use domain::{CertificateId, Course, CourseId, Enrollment, EnrollmentState, Ground, LessonId, PathEnrollment, PathId};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use web::TermLine;

/// A course that one is or was enrolled in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LearnedCourse {
    #[schema(value_type = String)]
    course: CourseId,
    /// Its title; `null` where the course is gone.
    title: Option<String>,
    /// The dated run.
    term: Option<TermLine>,
    #[schema(value_type = String, example = "in_progress")]
    state: EnrollmentState,
    /// By what right: `order`, `staff` or `own`.
    #[schema(example = json!(["order"]))]
    by: Vec<&'static str>,
    /// The lessons that are done.
    #[schema(value_type = Vec<String>)]
    lessons_done: Vec<LessonId>,
    #[schema(value_type = String, format = DateTime)]
    enrolled_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    completed_at: Option<Timestamp>,
    /// The id of the certificate, whether it counts or not.
    #[schema(value_type = Option<String>)]
    certificate: Option<CertificateId>,
}

impl LearnedCourse {
    pub(super) fn of((enrollment, course): &(Enrollment, Option<Course>)) -> Self {
        let word = |ground: &Ground| match ground {
            Ground::Order(_) => "order",
            Ground::Staff(_) => "staff",
            Ground::Own => "own",
        };
        Self {
            course: enrollment.course,
            title: course.as_ref().map(|course| course.title.to_string()),
            term: course.as_ref().zip(enrollment.term).map(|(course, term)| TermLine::in_course(course, term)),
            state: enrollment.state,
            by: enrollment.grounds.iter().map(word).collect(),
            lessons_done: enrollment.progress.lessons_done.iter().copied().collect(),
            enrolled_at: enrollment.created_at,
            completed_at: enrollment.completed_at,
            certificate: enrollment.certificate.as_ref().map(|certificate| certificate.id),
        }
    }
}

/// A path or program that one is or was enrolled in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LearnedPath {
    #[schema(value_type = String)]
    path: PathId,
    #[schema(value_type = String, example = "in_progress")]
    state: EnrollmentState,
    #[schema(value_type = String, format = DateTime)]
    enrolled_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    completed_at: Option<Timestamp>,
}

impl LearnedPath {
    pub(super) fn of(enrollment: &PathEnrollment) -> Self {
        Self {
            path: enrollment.path,
            state: enrollment.state,
            enrolled_at: enrollment.created_at,
            completed_at: enrollment.completed_at,
        }
    }
}
