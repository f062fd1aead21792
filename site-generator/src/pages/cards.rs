//! What a course says of itself in one line each: on its card and in its buy box.

use domain::{Course, CourseMode, Price};
use jiff::Timestamp;
use templates::{
    CourseCard, Cover, Markup, Moment, Offering, Templates, TermLine, date_label, language_label, level_label,
    minutes_label, price_label,
};

use crate::catalog::coming_terms;
use crate::error::SiteError;

/// More coming dates than this only repeat themselves.
const TERMS_SHOWN_MAX: usize = 12;

pub(super) fn moment(at: Timestamp) -> Moment {
    let (text, datetime) = date_label(at);
    Moment { text, datetime }
}

/// When the course can be taken, said as it is: dates that passed are no dates.
pub(super) fn offering(course: &Course, today: Timestamp) -> Offering {
    let coming = coming_terms(course, today);
    if coming.is_empty() {
        if course.mode == CourseMode::SelfPaced && course.terms.is_empty() {
            return Offering::AnyTime;
        }
        return Offering::Unannounced { last: course.terms.iter().map(|term| term.starts_at).max().map(moment) };
    }
    let line = |term: &&domain::Term| TermLine {
        starts: moment(term.starts_at),
        ends: term.ends_at.map(moment),
        place: term.place.as_ref().map(ToString::to_string),
    };
    Offering::Dated { terms: coming.iter().take(TERMS_SHOWN_MAX).map(line).collect() }
}

pub(super) fn card(course: &Course, templates: &Templates, today: Timestamp) -> Result<Markup, SiteError> {
    let start = match offering(course, today) {
        Offering::AnyTime => "Any time".to_owned(),
        Offering::Dated { terms } => {
            format!("Starts {}", terms.first().map_or("", |term| term.starts.text.as_str()))
        }
        Offering::Unannounced { .. } => "No date announced".to_owned(),
    };
    let languages: Vec<String> = course.languages.iter().map(language_label).collect();
    let subject = course.subjects.first().map(|subject| subject.as_str());
    let html = templates.course_card(&CourseCard {
        href: &format!("/courses/{}/", course.slug),
        title: course.title.as_str(),
        lang: course.languages.first().map_or("en", |tag| tag.as_str()),
        promise: course.summary.as_ref().map(|summary| summary.as_str()),
        publisher: course.publisher.name.as_str(),
        price: &price_label(course.price),
        free: course.price == Price::Free,
        level: course.level.map(level_label),
        length: course.minutes().map(minutes_label).as_deref(),
        language: &languages.join(", "),
        start: &start,
        cover: Cover::of(subject.unwrap_or_else(|| course.publisher.name.as_str())),
    })?;
    Ok(Markup::new(&html))
}
