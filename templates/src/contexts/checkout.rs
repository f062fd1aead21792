//! Applying for a course: the buyer's form, and the page that people come back to.

use domain::{Locale, Term};
use jiff::tz::TimeZone;
use serde::Serialize;

use super::head::Head;
use crate::labels::date_label;
use crate::messages::say;

/// A dated run that a buyer may choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermChoice {
    /// Its id.
    pub id: String,
    /// When and where it is held, for people.
    pub label: String,
    /// Whether it was chosen already.
    pub chosen: bool,
}

/// The runs that a buyer may choose from. Of several on the same day, each says when it begins.
pub fn term_choices<'t>(
    terms: impl Iterator<Item = &'t Term>,
    locale: Locale,
    chosen: Option<&str>,
) -> Vec<TermChoice> {
    let labelled: Vec<(&Term, String)> = terms.map(|term| (term, term_label(term, locale))).collect();
    let choice = |(term, label): &(&Term, String)| {
        let alike = labelled.iter().filter(|(_, other)| other == label).count();
        let time = term.starts_at.to_zoned(TimeZone::UTC).strftime("%H:%M UTC").to_string();
        let id = term.id.to_string();
        let chosen = chosen == Some(id.as_str());
        TermChoice { id, label: if alike > 1 { format!("{label}, {time}") } else { label.clone() }, chosen }
    };
    labelled.iter().map(choice).collect()
}

fn term_label(term: &Term, locale: Locale) -> String {
    let (day, _) = date_label(term.starts_at, locale);
    let last = term.ends_at.map(|end| date_label(end, locale).0).filter(|last| *last != day);
    let when = match last {
        Some(last) => say(locale, "buyer-term-span", &[("day", day.as_str().into()), ("last", last.as_str().into())]),
        None => day,
    };
    match &term.place {
        Some(place) => {
            say(locale, "buyer-term-place", &[("when", when.as_str().into()), ("place", place.as_str().into())])
        }
        None => when,
    }
}

/// The form that asks who applies. It is on the course page, and again on a page of its own when a field was wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BuyerForm<'a> {
    /// The course's id.
    pub course: &'a str,
    /// Whether nothing is to be paid.
    pub free: bool,
    /// The typed name.
    pub name: &'a str,
    /// What is wrong with the name, for people.
    pub name_error: Option<&'a str>,
    /// The typed address.
    pub email: &'a str,
    /// What is wrong with the address, for people.
    pub email_error: Option<&'a str>,
    /// The runs to choose from; one alone is no choice.
    pub terms: Vec<TermChoice>,
    /// What is wrong with the chosen run, for people.
    pub term_error: Option<&'a str>,
}

impl<'a> BuyerForm<'a> {
    /// The form as it stands on the course page.
    pub fn empty(course: &'a str, free: bool, terms: Vec<TermChoice>) -> Self {
        Self { course, free, name: "", name_error: None, email: "", email_error: None, terms, term_error: None }
    }
}

/// The form again, with what was wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckoutForm<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// The course's page.
    pub course_href: &'a str,
    /// The course's title.
    pub course_title: &'a str,
    /// `Free` or the amount.
    pub price: &'a str,
    /// What was typed.
    pub form: BuyerForm<'a>,
}

/// What became of the purchase, as far as the person in front of the screen may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckoutOutcome {
    /// The account is made; the link to it went out by mail.
    Done,
    /// The course was added to an account that exists.
    AlreadyKnown,
    /// The payment is on its way.
    Pending,
    /// Nothing was due. Whether the address had an account, and this course, is said by the mail alone.
    Mailed,
    /// Nothing can be said to whoever holds this address.
    Unknown,
}

/// The page after the payment. It never shows an address or a name: its own address may be passed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckoutReturn<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// What became of it.
    pub outcome: CheckoutOutcome,
    /// The course's title; shown when the purchase is done.
    pub course_title: Option<&'a str>,
}

#[cfg(test)]
mod samples {
    use super::*;
    use crate::contexts::Sample;

    impl Sample for BuyerForm<'static> {
        fn sample() -> Self {
            let choice = |id: &str, label: &str, chosen| TermChoice { id: id.into(), label: label.into(), chosen };
            let day = "5 February 2026";
            let terms = vec![
                choice("01J00000000000000000000001", day, false),
                choice("01J00000000000000000000002", &format!("{day}, Room <1>"), true),
            ];
            Self {
                name: "Ada \"Byron\"",
                name_error: Some("must not be empty"),
                email: "ada@",
                email_error: Some("must have a host after the @"),
                term_error: Some("Choose a date"),
                ..Self::empty("01J00000000000000000000000", false, terms)
            }
        }
    }

    impl Sample for CheckoutForm<'static> {
        fn sample() -> Self {
            Self {
                head: Head::sample(),
                course_href: "/courses/rust/",
                course_title: "Rust & you",
                price: "$19.99",
                form: BuyerForm::sample(),
            }
        }
    }

    impl Sample for CheckoutReturn<'static> {
        fn sample() -> Self {
            Self { head: Head::sample(), outcome: CheckoutOutcome::Done, course_title: Some("Rust & you") }
        }
    }
}
