//! How a form becomes a course: every field through its own type, and every mistake told at once.

use std::fmt::Display;

use domain::{Course, HttpUrl, LanguageTag, LessonId, Price, SUBJECTS_MAX, SeatLimit, Slug, Subject, Summary, Title};
use web::{Amount, Failure, FieldErrors};

use super::description::description;
use super::form::CourseForm;
use super::outline::{OutlineChange, read_outline};
use super::parts::terms;

/// A course held in more languages than this is several courses.
const LANGUAGES_MAX: usize = 20;
/// A hundred thousand minutes are a year of full-time work.
const MINUTES_MAX: u32 = 100_000;

/// A course as the form wants it, and the lessons to be written with it.
#[derive(Debug)]
pub(crate) struct CourseChange {
    /// The course.
    pub(crate) course: Course,
    /// What becomes of its lessons, where the outline was sent.
    pub(crate) outline: OutlineChange,
    /// Whether the number of seats was set, so that they must be counted.
    pub(crate) counts_seats: bool,
}

impl CourseForm {
    /// The course after the change, or every field that stands in the way.
    pub(crate) fn apply(self, before: &Course, fresh: &mut dyn FnMut() -> LessonId) -> Result<CourseChange, Failure> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let mut course = before.clone();
        let counts_seats = matches!(self.seats, Some(Some(_)));
        set(&mut course.title, text(e, "title", self.title, Title::new));
        set(&mut course.slug, text(e, "slug", self.slug, Slug::new));
        set(&mut course.summary, text_or_none(e, "summary", self.summary, Summary::new));
        set(&mut course.description_html, description(e, self.description_markdown, self.description_html));
        let silent = self.languages.as_ref().map_or(before.languages.is_empty(), Vec::is_empty);
        e.take("languages", if silent { Err("must name at least one language") } else { Ok(()) });
        set(&mut course.languages, texts(e, "languages", self.languages, LANGUAGES_MAX, LanguageTag::new));
        set(&mut course.subjects, texts(e, "subjects", self.subjects, SUBJECTS_MAX, Subject::new));
        set(&mut course.level, self.level);
        set(&mut course.mode, self.mode);
        set(&mut course.price, self.price.and_then(|amount| price(e, amount)));
        set(&mut course.self_enrollment, self.self_enrollment);
        set(&mut course.seats, self.seats.map(|seats| seats.map_or(SeatLimit::Unlimited, SeatLimit::Seats)));
        set(&mut course.publisher, self.publisher.and_then(|publisher| publisher.read(e)));
        set(&mut course.source_url, text_or_none(e, "source_url", self.source_url, HttpUrl::new));
        set(&mut course.licence, text_or_none(e, "licence", self.licence, Title::new));
        let minutes = self.workload_minutes.map(|minutes| minutes.map(minutes_within).transpose());
        set(&mut course.workload_minutes, minutes.and_then(|minutes| e.take("workload_minutes", minutes)));
        set(&mut course.terms, self.terms.and_then(|parts| terms(&parts, before, e)));
        let outline = self.outline.and_then(|sections| read_outline(sections, before, fresh, e)).unwrap_or_default();
        set(&mut course.outline, outline.sections.clone());
        if errors.list().is_empty() {
            Ok(CourseChange { course, outline, counts_seats })
        } else {
            Err(errors.into_failure())
        }
    }
}

/// Minutes that a course or a lesson may take.
pub(crate) fn minutes_within(minutes: u32) -> Result<u32, String> {
    if minutes > MINUTES_MAX { Err(format!("must be at most {MINUTES_MAX}")) } else { Ok(minutes) }
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn text<T, E: Display>(
    errors: &mut FieldErrors,
    field: &str,
    sent: Option<String>,
    read: fn(&str) -> Result<T, E>,
) -> Option<T> {
    sent.and_then(|text| errors.take(field, read(&text)))
}

fn text_or_none<T, E: Display>(
    errors: &mut FieldErrors,
    field: &str,
    sent: Option<Option<String>>,
    read: fn(&str) -> Result<T, E>,
) -> Option<Option<T>> {
    sent.and_then(|text| errors.take(field, text.map(|text| read(&text)).transpose()))
}

/// Reads a list; what is said twice counts once.
fn texts<T: PartialEq, E: Display>(
    errors: &mut FieldErrors,
    field: &str,
    sent: Option<Vec<String>>,
    max: usize,
    read: fn(&str) -> Result<T, E>,
) -> Option<Vec<T>> {
    let sent = sent?;
    let few = if sent.len() > max { Err(format!("must be at most {max}")) } else { Ok(()) };
    errors.take(field, few)?;
    let mut found = Vec::with_capacity(sent.len());
    for (at, text) in sent.iter().enumerate() {
        let value = errors.take(&format!("{field}[{at}]"), read(text));
        found.extend(value.filter(|value| !found.contains(value)));
    }
    Some(found)
}

fn price(errors: &mut FieldErrors, amount: Option<Amount>) -> Option<Price> {
    let Some(amount) = amount else { return Some(Price::Free) };
    let (field, read) = match amount.price() {
        Ok(price) => ("price", Ok(price)),
        Err((field, error)) => (field, Err(error)),
    };
    errors.take(field, read)
}

#[cfg(test)]
mod tests;
