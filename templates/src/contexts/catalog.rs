//! Pages that list: home, course lists, the indexes of subjects, partners and languages; and the card of one course.

use serde::Serialize;

use super::head::{Head, Link};
use crate::escape::Markup;
use crate::labels::Cover;

/// A course as lists show it. Rendered once a course and embedded wherever it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CourseCard<'a> {
    /// Its page.
    pub href: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The language of title and promise.
    pub lang: &'a str,
    /// What it is for, in a sentence.
    pub promise: Option<&'a str>,
    /// Who offers it.
    pub publisher: &'a str,
    /// `Free` or the amount.
    pub price: &'a str,
    /// Whether nothing is to be paid.
    pub free: bool,
    /// How hard it is.
    pub level: Option<&'a str>,
    /// How long it takes.
    pub length: Option<&'a str>,
    /// The languages it is held in.
    pub language: &'a str,
    /// When it begins: `Any time`, `Starts 5 February 2026`, `No date announced`.
    pub start: &'a str,
    /// Its colours.
    pub cover: Cover,
}

/// The first page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HomePage<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// How many courses there are.
    pub courses: usize,
    /// How many subjects there are.
    pub subjects_total: usize,
    /// The largest subjects.
    pub subjects: Vec<IndexEntry>,
    /// The newest courses.
    pub newest: Vec<Markup>,
    /// The courses that begin soonest; may be empty.
    pub soonest: Vec<Markup>,
    /// The partners with the most courses.
    pub partners: Vec<IndexEntry>,
    /// How many partners there are.
    pub partners_total: usize,
    /// The largest languages.
    pub languages: Vec<IndexEntry>,
}

/// One page of a list of courses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListPage<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// What the list holds.
    pub heading: &'a str,
    /// The index above it.
    pub above: Option<Link>,
    /// The owner's own site, on a partner's page.
    pub website: Option<&'a str>,
    /// How many courses the whole list holds.
    pub count: usize,
    /// The cards of this page.
    pub cards: Vec<Markup>,
    /// The facets beside the list.
    pub facets: &'a Markup,
    /// The way to its other pages.
    pub paging: Paging,
    /// The search page with this list's filter set.
    pub search_href: &'a str,
    /// The colours of a subject.
    pub cover: Option<Cover>,
}

/// Where a page stands among its neighbours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paging {
    /// This page, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// First, last and those around this one. `None` stands for a gap.
    pub links: Vec<Option<Link>>,
}

/// One subject, partner or language with its number of courses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndexEntry {
    /// Its list.
    pub href: String,
    /// Its name.
    pub text: String,
    /// How many courses it holds.
    pub count: usize,
    /// Its colours.
    pub cover: Cover,
}

/// All subjects, partners, languages, levels or formats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndexPage<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// What is listed.
    pub heading: &'a str,
    /// What stands under the heading.
    pub lead: &'a str,
    /// Its entries, grouped by their first letter.
    pub groups: Vec<(String, Vec<IndexEntry>)>,
}

/// The page for an address that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotFoundPage<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// The largest subjects, to go on from.
    pub subjects: Vec<IndexEntry>,
}

#[cfg(test)]
mod samples {
    use super::*;
    use crate::contexts::Sample;

    fn entry() -> IndexEntry {
        IndexEntry {
            href: "/subjects/rust/".into(),
            text: "Rust <script>".into(),
            count: 1_234,
            cover: Cover::of("Rust"),
        }
    }

    impl Sample for CourseCard<'static> {
        fn sample() -> Self {
            Self {
                href: "/courses/rust/",
                title: "Rust & \"you\" <script>",
                lang: "en",
                promise: Some("Own your memory."),
                publisher: "Ferris & Sons",
                price: "$19.99",
                free: false,
                level: Some("Beginner"),
                length: Some("4 h"),
                language: "English",
                start: "Any time",
                cover: Cover::of("Rust"),
            }
        }
    }

    impl Sample for HomePage<'static> {
        fn sample() -> Self {
            Self {
                head: Head::sample(),
                courses: 2,
                subjects_total: 1,
                subjects: vec![entry()],
                newest: vec![Markup::new("<li>card</li>")],
                soonest: Vec::new(),
                partners: vec![entry()],
                partners_total: 1,
                languages: vec![entry()],
            }
        }
    }

    impl Sample for ListPage<'static> {
        fn sample() -> Self {
            static FACETS: std::sync::LazyLock<Markup> = std::sync::LazyLock::new(|| Markup::new("<p>facets</p>"));
            let link = |text: &str| Some(Link { href: format!("/courses/page/{text}/"), text: text.into() });
            Self {
                head: Head::sample(),
                heading: "All courses",
                above: Some(Link { href: "/subjects/".into(), text: "Subjects".into() }),
                website: Some("https://partner.example/"),
                count: 1,
                cards: vec![Markup::new("<li>card</li>")],
                facets: &FACETS,
                paging: Paging {
                    page: 2,
                    pages: 9,
                    previous: Some("/courses/".into()),
                    next: Some("/courses/page/3/".into()),
                    links: vec![link("1"), link("2"), None, link("9")],
                },
                search_href: "/search/?subject=rust",
                cover: Some(Cover::of("Rust")),
            }
        }
    }

    impl Sample for IndexPage<'static> {
        fn sample() -> Self {
            let groups = vec![("R".to_owned(), vec![entry()])];
            Self { head: Head::sample(), heading: "Subjects", lead: "One subject", groups }
        }
    }

    impl Sample for NotFoundPage<'static> {
        fn sample() -> Self {
            Self { head: Head::sample(), subjects: vec![entry()] }
        }
    }
}
