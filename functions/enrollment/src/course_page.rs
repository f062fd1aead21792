//! A course as its learner sees it: what it is, where the learner stands, and the outline with what is done. It must
//! not carry what only those who run the course may see.

use domain::{
    CertificateId, Course, CourseId, Direction, Enrollment, EnrollmentState, LanguageTag, LessonId, Slug, Subject,
    Title,
};
use serde::Serialize;
use utoipa::ToSchema;
use web::TermLine;

/// What names a course.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CourseName {
    #[schema(value_type = String)]
    id: CourseId,
    #[schema(value_type = String)]
    slug: Slug,
    #[schema(value_type = String)]
    title: Title,
    /// The first of its subjects.
    #[schema(value_type = Option<String>)]
    subject: Option<Subject>,
    /// Who offers it.
    #[schema(value_type = String)]
    publisher: Title,
    #[serde(flatten)]
    language: CourseLanguage,
}

impl CourseName {
    pub(crate) fn of(course: &Course) -> Self {
        Self {
            id: course.id,
            slug: course.slug.clone(),
            title: course.title.clone(),
            subject: course.subjects.first().cloned(),
            publisher: course.publisher.name.clone(),
            language: CourseLanguage::of(course),
        }
    }
}

/// What a page needs to know to set a course's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct CourseLanguage {
    /// A BCP 47 tag.
    #[schema(example = "pt-BR")]
    language: String,
    /// `ltr` or `rtl`.
    #[schema(value_type = String, example = "ltr")]
    direction: Direction,
}

/// BCP 47's own word for a language that is not known.
const UNDETERMINED: &str = "und";

impl CourseLanguage {
    /// The first of the course's languages is the one its lessons are written in.
    pub(crate) fn of(course: &Course) -> Self {
        let first = course.languages.first();
        Self {
            language: first.map_or(UNDETERMINED, LanguageTag::as_str).to_owned(),
            direction: first.map_or(Direction::Ltr, LanguageTag::direction),
        }
    }
}

/// A lesson in the outline.
#[derive(Debug, Serialize, ToSchema)]
struct LessonLine {
    #[schema(value_type = String)]
    id: LessonId,
    #[schema(value_type = String)]
    title: Title,
    minutes: u32,
    done: bool,
}

/// A section of the outline.
#[derive(Debug, Serialize, ToSchema)]
struct SectionLines {
    #[schema(value_type = String)]
    title: Title,
    lessons: Vec<LessonLine>,
}

/// A course as its learner sees it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CoursePage {
    course: CourseName,
    /// Where the learner's enrollment stands; `null` without one.
    #[schema(value_type = Option<String>, example = "in_progress")]
    state: Option<EnrollmentState>,
    /// The dated run that the enrollment is for.
    term: Option<TermLine>,
    /// Who shut its learner out where it is suspended: `staff`, or `payment` where no payment stands for it any more.
    #[schema(example = "payment")]
    suspended_by: Option<&'static str>,
    /// Whether its lessons are open to whoever asks.
    readable: bool,
    /// Where whoever is not in it gets in without anybody's help.
    way_in: Option<WayIn>,
    /// The id of one's own certificate, as long as that counts.
    #[schema(value_type = Option<String>)]
    certificate: Option<CertificateId>,
    sections: Vec<SectionLines>,
}

/// Where one gets into a course by oneself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WayIn {
    /// On its page in the public catalog.
    PublicPage,
    /// In the catalog of one's own platform.
    OwnCatalog,
}

/// Who shut the learner of an enrollment out.
pub(crate) fn suspended_by(enrollment: &Enrollment) -> Option<&'static str> {
    let suspended = enrollment.state == EnrollmentState::Suspended;
    suspended.then_some(if enrollment.suspended_by_staff { "staff" } else { "payment" })
}

impl CoursePage {
    pub(crate) fn of(course: &Course, enrollment: Option<&Enrollment>) -> Self {
        let done = |lesson| enrollment.is_some_and(|e| e.progress.lessons_done.contains(&lesson));
        let sections = course.outline.iter().map(|section| SectionLines {
            title: section.title.clone(),
            lessons: section
                .lessons
                .iter()
                .map(|lesson| LessonLine {
                    id: lesson.id,
                    title: lesson.title.clone(),
                    minutes: lesson.minutes,
                    done: done(lesson.id),
                })
                .collect(),
        });
        Self {
            course: CourseName::of(course),
            state: enrollment.map(|e| e.state),
            term: enrollment.and_then(|e| e.term).map(|term| TermLine::in_course(course, term)),
            suspended_by: enrollment.and_then(suspended_by),
            readable: enrollment.is_some_and(Enrollment::opens_lessons),
            way_in: None,
            certificate: enrollment.and_then(Enrollment::valid_certificate).map(|certificate| certificate.id),
            sections: sections.collect(),
        }
    }

    /// The same for somebody to whom its lessons may be open otherwise, or who may get in.
    pub(crate) fn seen_by(self, readable: bool, way_in: Option<WayIn>) -> Self {
        Self { readable, way_in, ..self }
    }
}
