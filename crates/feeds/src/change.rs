//! What an import would change in a course that is there: for the dry run, field by field.

use std::collections::BTreeSet;

use domain::{Course, Price, SeatLimit, Section, Term};

use crate::audience::audience_word;
use crate::draft::CourseDraft;
use crate::error::shortened;
use crate::words::{level_word, mode_word};

/// Enough of both sides to see the difference.
const SHOWN_CHARS_MAX: usize = 160;
/// How much of what both sides share stands before the first difference.
const SHARED_CHARS_MAX: usize = 20;

/// One field that an import would change. The texts are for people, shortened around the first difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The field's name in [`Course`].
    pub field: &'static str,
    /// What the course has; empty for nothing.
    pub before: String,
    /// What the feed says; empty for nothing.
    pub after: String,
}

impl CourseDraft {
    /// What [`CourseDraft::apply_to`] would change in this course. Empty where the feed says what the course has.
    pub fn differs_from(&self, course: &Course) -> Vec<Change> {
        let mut changes = Changes { found: Vec::new(), silent: &self.silent };
        changes.compare("title", &course.title, &self.title, |title| title.to_string());
        changes.compare("summary", &course.summary, &self.summary, |summary| shown(summary.as_ref()));
        changes.compare("description_html", &course.description_html, &self.description_html, Clone::clone);
        changes.compare("languages", &course.languages, &self.languages, |tags| listed(tags));
        changes.compare("subjects", &course.subjects, &self.subjects, |subjects| listed(subjects));
        changes.compare("level", &course.level, &self.level, |level| shown(level.map(level_word)));
        changes.compare("mode", &course.mode, &self.mode, |mode| mode_word(*mode).to_owned());
        changes.compare("audience", &course.audience, &self.audience, |audience| audience_word(*audience).to_owned());
        changes.compare("price", &course.price, &self.price, price);
        changes.compare("seats", &course.seats, &self.seats.unwrap_or(course.seats), seats);
        changes.compare("publisher", &course.publisher, &self.publisher_over(course), |publisher| {
            format!("{} {}", publisher.name, publisher.url.as_ref().map_or("", |url| url.as_str()))
        });
        changes.compare("source_url", &course.source_url, &self.source_url, |url| {
            shown(url.as_ref().map(|url| url.as_str()))
        });
        changes.compare("licence", &course.licence, &self.licence, |licence| shown(licence.as_ref()));
        changes
            .compare("workload_minutes", &course.workload_minutes, &self.workload_minutes, |minutes| shown(*minutes));
        changes.compare("terms", &course.terms, &self.terms_over(&course.terms), |terms| terms_text(terms));
        changes.compare("outline", &course.outline, &self.outline, |sections| outline_text(sections));
        changes.found
    }
}

struct Changes<'a> {
    found: Vec<Change>,
    silent: &'a BTreeSet<&'static str>,
}

impl Changes<'_> {
    /// Silence changes nothing.
    fn compare<T: PartialEq>(&mut self, field: &'static str, before: &T, after: &T, text: impl Fn(&T) -> String) {
        if before != after && !self.silent.contains(field) {
            let (before, after) = around_difference(&text(before), &text(after));
            self.found.push(Change { field, before, after });
        }
    }
}

fn shown<T: ToString>(value: Option<T>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

fn around_difference(before: &str, after: &str) -> (String, String) {
    let shared = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
    let skipped = if shared > SHARED_CHARS_MAX * 2 { shared - SHARED_CHARS_MAX } else { 0 };
    let from_there = |text: &str| {
        let lead = if skipped > 0 { "…" } else { "" };
        let rest: String = text.chars().skip(skipped).collect();
        format!("{lead}{}", shortened(&rest, SHOWN_CHARS_MAX))
    };
    (from_there(before), from_there(after))
}

fn listed<T: ToString>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn price(price: &Price) -> String {
    price.money().map_or_else(|| "free".to_owned(), |money| money.to_string())
}

fn seats(seats: &SeatLimit) -> String {
    match seats {
        SeatLimit::Unlimited => "unlimited".to_owned(),
        SeatLimit::Seats(seats) => seats.to_string(),
    }
}

fn terms_text(terms: &[Term]) -> String {
    let term = |term: &Term| {
        let end = term.ends_at.map_or(String::new(), |end| format!(" to {end}"));
        let place = term.place.as_ref().map_or(String::new(), |place| format!(", {place}"));
        format!("{}{end}{place}", term.starts_at)
    };
    terms.iter().map(term).collect::<Vec<_>>().join("; ")
}

fn outline_text(sections: &[Section]) -> String {
    let section = |section: &Section| {
        let lessons = section.lessons.iter().map(|lesson| format!("{} ({} min)", lesson.title, lesson.minutes));
        format!("{}: {}", section.title, lessons.collect::<Vec<_>>().join(", "))
    };
    sections.iter().map(section).collect::<Vec<_>>().join("; ")
}
