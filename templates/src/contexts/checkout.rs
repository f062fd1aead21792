//! Applying for a course: the buyer's form, and the page that people come back to.

use serde::Serialize;

use super::head::Head;

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
}

impl<'a> BuyerForm<'a> {
    /// The form as it stands on the course page.
    pub fn empty(course: &'a str, free: bool) -> Self {
        Self { course, free, name: "", name_error: None, email: "", email_error: None }
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
            Self {
                name: "Ada \"Byron\"",
                name_error: Some("must not be empty"),
                email: "ada@",
                email_error: Some("must have a host after the @"),
                ..Self::empty("01J00000000000000000000000", false)
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
