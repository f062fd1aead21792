//! What a course says of itself in one line each: on its card and in its buy box.

use domain::{Course, CourseMode, Locale, Price};
use jiff::Timestamp;
use templates::{
    CourseCard, Cover, Markup, Moment, Offering, Templates, TermLine, date_label, language_label, level_label,
    minutes_label, price_label, say,
};

use crate::catalog::coming_terms;
use crate::error::SiteError;

/// More coming dates than this only repeat themselves.
const TERMS_SHOWN_MAX: usize = 12;

pub(super) fn moment(at: Timestamp, locale: Locale) -> Moment {
    let (text, datetime) = date_label(at, locale);
    Moment { text, datetime }
}

/// When the course can be taken, said as it is: dates that passed are no dates.
pub(super) fn offering(course: &Course, today: Timestamp, locale: Locale) -> Offering {
    let moment = |at| moment(at, locale);
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
    let locale = templates.locale();
    let start = match offering(course, today, locale) {
        Offering::AnyTime => say(locale, "start-any-time", &[]),
        Offering::Dated { terms } => {
            let day = terms.first().map_or("", |term| term.starts.text.as_str());
            say(locale, "start-on", &[("day", day.into())])
        }
        Offering::Unannounced { .. } => say(locale, "start-unannounced", &[]),
    };
    let languages: Vec<String> = course.languages.iter().map(|tag| language_label(tag, locale)).collect();
    let subject = course.subjects.first().map(|subject| subject.as_str());
    let html = templates.course_card(&CourseCard {
        href: &format!("{}/courses/{}/", locale.root(), course.slug),
        title: course.title.as_str(),
        lang: course.languages.first().map_or("en", |tag| tag.as_str()),
        promise: course.summary.as_ref().map(|summary| summary.as_str()),
        publisher: course.publisher.name.as_str(),
        price: &price_label(course.price, locale),
        free: course.price == Price::Free,
        level: course.level.map(|level| level_label(level, locale)).as_deref(),
        length: course.minutes().map(|minutes| minutes_label(minutes, locale)).as_deref(),
        language: &languages.join(", "),
        start: &start,
        cover: Cover::of(subject.unwrap_or_else(|| course.publisher.name.as_str())),
    })?;
    Ok(Markup::new(&html))
}
