//! What mails are told. A link is an absolute address; whoever holds it may use it, so it goes to nobody else.

use serde::Serialize;

/// A mail about a course that was bought, with a link to set the first password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccessMail<'a> {
    /// The platform's name.
    pub platform_name: &'a str,
    /// The course that was bought.
    pub course_title: &'a str,
    /// The one-time link.
    pub link: &'a str,
    /// How long the link works.
    pub valid_hours: u32,
    /// Where a new link can be asked for.
    pub again_link: &'a str,
}

/// A mail about a course in an account that has a password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CourseMail<'a> {
    /// The platform's name.
    pub platform_name: &'a str,
    /// The course.
    pub course_title: &'a str,
    /// What is paid back, where that is what the mail is about; empty otherwise.
    pub amount: &'a str,
    /// Where the reader goes on.
    pub link: &'a str,
}

/// A mail about the account itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccountMail<'a> {
    /// The platform's name.
    pub platform_name: &'a str,
    /// Where the reader goes on.
    pub link: &'a str,
    /// How long the link works, where it does not work for good; 0 otherwise.
    pub valid_hours: u32,
}

#[cfg(test)]
mod samples {
    use super::*;
    use crate::contexts::Sample;

    const HOSTILE_TITLE: &str = "Rust & \"you\" <b>now</b>\r\nBcc: all@example.org";

    impl Sample for AccessMail<'static> {
        fn sample() -> Self {
            Self {
                platform_name: "Portico",
                course_title: HOSTILE_TITLE,
                link: "https://portico.example/api/signup/password?token=t0ken&x=1",
                valid_hours: 24,
                again_link: "https://portico.example/forgot-password/",
            }
        }
    }

    impl Sample for CourseMail<'static> {
        fn sample() -> Self {
            Self {
                platform_name: "Portico",
                course_title: HOSTILE_TITLE,
                amount: "$19.99",
                link: "https://portico.example/sign-in/",
            }
        }
    }

    impl Sample for AccountMail<'static> {
        fn sample() -> Self {
            Self {
                platform_name: "Portico",
                link: "https://portico.example/api/signup/password?token=t0ken&x=1",
                valid_hours: 24,
            }
        }
    }
}
