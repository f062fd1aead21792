//! How a course looks in answers: whole, and as an entry of a list.

use domain::{
    Course, CourseId, CourseMode, Lesson, LessonId, Level, PartnerId, Publication, SeatLimit, SelfEnrollment,
};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use web::Amount;

use super::lesson_version::lesson_version;
use super::parts::{PublisherPart, TermPart};
use crate::audience::{AudienceName, partner_of};
use crate::words;

/// A course as an entry of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CourseEntry {
    /// Its id.
    #[schema(value_type = String)]
    id: CourseId,
    /// Names its page.
    slug: String,
    /// Its title.
    title: String,
    /// Whom it is made for.
    audience: AudienceName,
    /// The partner, for courses of the audience `partner`.
    #[schema(value_type = Option<String>)]
    partner: Option<PartnerId>,
    /// Whether it stands in its catalog.
    #[schema(schema_with = words::publication)]
    publication: Publication,
    /// What it costs; `null` is free.
    price: Option<Amount>,
    /// When what visitors see of it last changed.
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
}

impl CourseEntry {
    /// The course as an entry of a list.
    pub(crate) fn of(course: &Course) -> Self {
        Self {
            id: course.id,
            slug: course.slug.to_string(),
            title: course.title.to_string(),
            audience: AudienceName::of(course.audience),
            partner: partner_of(course.audience),
            publication: course.publication,
            price: course.price.money().map(Amount::of),
            updated_at: course.updated_at,
        }
    }
}

/// A course.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CourseView {
    #[serde(flatten)]
    entry: CourseEntry,
    /// Raised by every change; send it along with a change to be told of others' changes.
    version: u64,
    /// What it is for, in one sentence.
    summary: Option<String>,
    /// Its description as HTML that has been made safe.
    description_html: String,
    /// The languages it is held in.
    languages: Vec<String>,
    /// Its subjects, the most telling first.
    subjects: Vec<String>,
    /// How hard it is.
    #[schema(schema_with = words::level)]
    level: Option<Level>,
    /// How it is held.
    #[schema(schema_with = words::mode)]
    mode: CourseMode,
    /// How its learners get in by themselves.
    #[schema(schema_with = words::self_enrollment)]
    self_enrollment: SelfEnrollment,
    /// How many may be in at once, of a course with dates in each run that has no number of its own; `null` is without a
    /// limit.
    seats: Option<u32>,
    /// Who offers it.
    publisher: PublisherPart,
    /// Its own page elsewhere.
    source_url: Option<String>,
    /// Licence of the content.
    licence: Option<String>,
    /// How long it takes, in minutes, where the outline does not tell.
    workload_minutes: Option<u32>,
    /// Its dated runs.
    terms: Vec<TermPart>,
    /// Sections and lessons in order, without the lessons' texts.
    outline: Vec<SectionView>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

/// A section of the outline.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SectionView {
    /// Its title.
    title: String,
    /// Its lessons in order.
    lessons: Vec<LessonEntry>,
}

/// A lesson with its text.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LessonView {
    #[serde(flatten)]
    entry: LessonEntry,
    /// Another one after every change of title, length or text; goes with the next change.
    version: String,
    /// Its text as its author wrote it.
    markdown: String,
}

impl LessonView {
    /// The whole lesson.
    pub(crate) fn of(lesson: Lesson) -> Self {
        let version = lesson_version(&lesson);
        let Lesson { id, title, minutes, .. } = &lesson;
        let entry = LessonEntry { id: *id, title: title.to_string(), minutes: *minutes, file: None };
        Self { entry, version, markdown: lesson.markdown }
    }
}

/// A lesson as the outline lists it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LessonEntry {
    /// Its id.
    #[schema(value_type = String)]
    id: LessonId,
    /// Its title.
    title: String,
    /// How long it takes.
    minutes: u32,
    /// The name by which other lessons of the course link to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
}

impl CourseView {
    /// The whole course.
    pub(crate) fn of(course: &Course) -> Self {
        Self {
            entry: CourseEntry::of(course),
            version: course.version,
            summary: course.summary.as_ref().map(ToString::to_string),
            description_html: course.description_html.clone(),
            languages: course.languages.iter().map(ToString::to_string).collect(),
            subjects: course.subjects.iter().map(ToString::to_string).collect(),
            level: course.level,
            mode: course.mode,
            self_enrollment: course.self_enrollment,
            seats: seats(course.seats),
            publisher: PublisherPart::of(&course.publisher),
            source_url: course.source_url.as_ref().map(|url| url.as_str().to_owned()),
            licence: course.licence.as_ref().map(ToString::to_string),
            workload_minutes: course.workload_minutes,
            terms: course.terms.iter().map(TermPart::of).collect(),
            outline: course.outline.iter().map(SectionView::of).collect(),
            created_at: course.created_at,
        }
    }
}

impl SectionView {
    fn of(section: &domain::Section) -> Self {
        let entry = |lesson: &domain::LessonOutline| LessonEntry {
            id: lesson.id,
            title: lesson.title.to_string(),
            minutes: lesson.minutes,
            file: lesson.file.as_ref().map(ToString::to_string),
        };
        Self { title: section.title.to_string(), lessons: section.lessons.iter().map(entry).collect() }
    }
}

fn seats(limit: SeatLimit) -> Option<u32> {
    match limit {
        SeatLimit::Unlimited => None,
        SeatLimit::Seats(seats) => Some(seats),
    }
}
