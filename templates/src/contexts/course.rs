//! The page of one course, in the order in which people read it.

use serde::Serialize;

use super::checkout::BuyerForm;
use super::head::{Head, Link};
use crate::escape::Markup;
use crate::labels::Cover;

/// A day, for people and for machines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// `5 February 2026`.
    pub text: String,
    /// `2026-02-05`.
    pub datetime: String,
}

/// One coming run of the course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermLine {
    /// Its first day.
    pub starts: Moment,
    /// Its last day.
    pub ends: Option<Moment>,
    /// Where it is held.
    pub place: Option<String>,
}

/// When the course can be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Offering {
    /// At any time.
    AnyTime,
    /// On these days.
    Dated {
        /// The soonest first.
        terms: Vec<TermLine>,
    },
    /// It is held on fixed dates, and none lies ahead.
    Unannounced {
        /// The last day it began on, where there was one.
        last: Option<Moment>,
    },
}

/// A lesson in the syllabus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LessonLine<'a> {
    /// Its title.
    pub title: &'a str,
    /// How long it takes.
    pub length: String,
}

/// A section of the syllabus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectionView<'a> {
    /// Its title.
    pub title: &'a str,
    /// How long it takes.
    pub length: String,
    /// Its lessons.
    pub lessons: Vec<LessonLine<'a>>,
}

/// A course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoursePage<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// Its title.
    pub title: &'a str,
    /// The language of title and text.
    pub lang: &'a str,
    /// What it is for, in a sentence.
    pub promise: Option<&'a str>,
    /// Who offers it, leading to the partner's page.
    pub publisher: Link,
    /// The partner's own site.
    pub publisher_url: Option<&'a str>,
    /// Its subjects.
    pub subjects: Vec<Link>,
    /// The colours of its first subject.
    pub cover: Cover,
    /// `Free` or the amount.
    pub price: &'a str,
    /// The currency's code, where something is to be paid.
    pub currency: Option<&'a str>,
    /// The form that leads to the payment; nothing where every date is over.
    pub form: Option<BuyerForm<'a>>,
    /// The languages it is held in.
    pub languages: Vec<Link>,
    /// How hard it is.
    pub level: Option<Link>,
    /// How long it takes.
    pub length: Option<String>,
    /// How it is held.
    pub mode: String,
    /// When it is held.
    pub offering: Offering,
    /// Its description, made safe by the `prose` crate.
    pub description: Option<&'a str>,
    /// Its sections.
    pub sections: Vec<SectionView<'a>>,
    /// How many lessons they hold.
    pub lessons: usize,
    /// The licence of its content.
    pub licence: Option<&'a str>,
    /// Its own page elsewhere.
    pub source: Option<&'a str>,
    /// When what visitors see last changed.
    pub updated: Moment,
    /// Courses of the same subject.
    pub related: Vec<Markup>,
}

#[cfg(test)]
impl super::Sample for CoursePage<'static> {
    fn sample() -> Self {
        let link = |text: &str| Link { href: "/subjects/rust/".into(), text: text.into() };
        let day = || Moment { text: "5 February 2026".into(), datetime: "2026-02-05".into() };
        let lesson = LessonLine { title: "Why <own>", length: "5 min".into() };
        Self {
            head: Head::sample(),
            title: "Rust & \"you\" </script>",
            lang: "ar",
            promise: Some("Own your memory."),
            publisher: link("Ferris & Sons"),
            publisher_url: Some("https://ferris.example/?a=1&b=2"),
            subjects: vec![link("Rust"), link("Systems")],
            cover: Cover::of("Rust"),
            price: "$19.99",
            currency: Some("USD"),
            form: Some(BuyerForm::sample()),
            languages: vec![link("Arabic")],
            level: Some(link("Beginner")),
            length: Some("4 h".into()),
            mode: "Online, on fixed dates".into(),
            offering: Offering::Dated {
                terms: vec![TermLine { starts: day(), ends: Some(day()), place: Some("Room <1>".into()) }],
            },
            description: Some("<p>Safe <em>text</em></p>"),
            sections: vec![SectionView { title: "Start", length: "5 min".into(), lessons: vec![lesson] }],
            lessons: 1,
            licence: Some("CC-BY-4.0"),
            source: Some("https://ferris.example/rust"),
            updated: day(),
            related: vec![Markup::new("<li>card</li>")],
        }
    }
}
