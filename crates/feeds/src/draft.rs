//! A course as a feed describes it, and what becomes of it: a new course, or a change of one that is there.

use std::collections::BTreeSet;

use domain::{
    Audience, Course, CourseId, CourseMode, HttpUrl, LanguageTag, Lesson, Level, Price, Publication, Publisher,
    SeatLimit, Section, SelfEnrollment, Slug, Subject, Summary, Term, Title, matched_terms,
};
use jiff::Timestamp;

/// A course as a feed describes it. What the feed is `silent` about an existing course keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseDraft {
    /// Derived from the feed and the course's id there.
    pub id: CourseId,
    /// The course's code, or its title and some digits. Names the page of a new course; an existing one keeps its
    /// address.
    pub slug: Slug,
    /// Its title.
    pub title: Title,
    /// What it is for.
    pub summary: Option<Summary>,
    /// Its description, made safe.
    pub description_html: String,
    /// Its languages; never empty.
    pub languages: Vec<LanguageTag>,
    /// Its subjects.
    pub subjects: Vec<Subject>,
    /// How hard it is.
    pub level: Option<Level>,
    /// How it is held.
    pub mode: CourseMode,
    /// Whom it is made for.
    pub audience: Audience,
    /// What it costs.
    pub price: Price,
    /// How many may be in.
    pub seats: Option<SeatLimit>,
    /// Who offers it.
    pub publisher: Publisher,
    /// Its page elsewhere. `None` where its lessons came with the feed: then the course is here.
    pub source_url: Option<HttpUrl>,
    /// The content's licence.
    pub licence: Option<Title>,
    /// How long it takes.
    pub workload_minutes: Option<u32>,
    /// Its runs, the earliest first, under ids of no meaning.
    pub terms: Vec<Term>,
    /// Sections and lessons, where the feed brings lessons.
    pub outline: Vec<Section>,
    /// The texts of the lessons in `outline`, in the same order.
    pub lessons: Vec<Lesson>,
    /// The fields of [`Course`] that the feed says nothing of; `publisher_url` is the publisher's address.
    pub silent: BTreeSet<&'static str>,
}

impl CourseDraft {
    /// The new course and its lessons. It is a draft of version 1 that nobody can enroll in by themselves, with
    /// unlimited seats unless the feed limits them: publishing it is the next step, and somebody's decision.
    pub fn into_course(self, now: Timestamp) -> (Course, Vec<Lesson>) {
        let terms = self.terms_over(&[]);
        let course = Course {
            id: self.id,
            version: 1,
            slug: self.slug,
            title: self.title,
            summary: self.summary,
            description_html: self.description_html,
            languages: self.languages,
            subjects: self.subjects,
            level: self.level,
            mode: self.mode,
            audience: self.audience,
            publication: Publication::Draft,
            price: self.price,
            self_enrollment: SelfEnrollment::Closed,
            seats: self.seats.unwrap_or(SeatLimit::Unlimited),
            publisher: self.publisher,
            source_url: self.source_url,
            licence: self.licence,
            workload_minutes: self.workload_minutes,
            terms,
            outline: self.outline,
            created_at: now,
            updated_at: now,
        };
        (course, self.lessons)
    }

    /// The existing course with what the feed says, and the lessons that came with it. Id, version, slug,
    /// publication, self-enrollment and `created_at` stay; raising the version is the caller's. Where nothing
    /// differs, `updated_at` stays too, so the result equals `existing`.
    pub fn apply_to(self, existing: Course, now: Timestamp) -> (Course, Vec<Lesson>) {
        let updated_at = if self.differs_from(&existing).is_empty() { existing.updated_at } else { now };
        let publisher = self.publisher_over(&existing);
        let terms = self.terms_over(&existing.terms);
        let silent = self.silent;
        let said = Said(&silent);
        let course = Course {
            title: said.or("title", self.title, existing.title),
            summary: said.or("summary", self.summary, existing.summary),
            description_html: said.or("description_html", self.description_html, existing.description_html),
            languages: said.or("languages", self.languages, existing.languages),
            subjects: said.or("subjects", self.subjects, existing.subjects),
            level: said.or("level", self.level, existing.level),
            mode: said.or("mode", self.mode, existing.mode),
            audience: self.audience,
            price: said.or("price", self.price, existing.price),
            seats: said.or("seats", self.seats.unwrap_or(existing.seats), existing.seats),
            publisher,
            source_url: said.or("source_url", self.source_url, existing.source_url),
            licence: said.or("licence", self.licence, existing.licence),
            workload_minutes: said.or("workload_minutes", self.workload_minutes, existing.workload_minutes),
            terms: said.or("terms", terms, existing.terms),
            outline: said.or("outline", self.outline, existing.outline),
            updated_at,
            ..existing
        };
        (course, self.lessons)
    }

    /// The publisher as the feed names it, over the one that is there.
    pub(crate) fn publisher_over(&self, existing: &Course) -> Publisher {
        let keeps_url = self.silent.contains("publisher_url") && self.publisher.name == existing.publisher.name;
        let url = if keeps_url { existing.publisher.url.clone() } else { self.publisher.url.clone() };
        Publisher { name: self.publisher.name.clone(), url }
    }

    /// The runs as the feed dates them, over those that are there: a feed names no ids and no seats of runs.
    pub(crate) fn terms_over(&self, existing: &[Term]) -> Vec<Term> {
        matched_terms(self.id, self.terms.iter().map(|term| (None, term.clone())).collect(), existing)
    }

    /// The lessons whose text, title or length is not among `existing` as it stands.
    pub fn changed_lessons<'a>(&'a self, existing: &[Lesson]) -> Vec<&'a Lesson> {
        self.lessons.iter().filter(|lesson| !existing.contains(lesson)).collect()
    }
}

/// Chooses between what a feed says and what is there.
struct Said<'a>(&'a BTreeSet<&'static str>);

impl Said<'_> {
    fn or<T>(&self, field: &str, said: T, existing: T) -> T {
        if self.0.contains(field) { existing } else { said }
    }
}
