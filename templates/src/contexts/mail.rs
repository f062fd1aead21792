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
    /// How long the link works, in words.
    pub valid: &'a str,
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

/// A mail with a one-time link to set a password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkMail<'a> {
    /// The platform's name.
    pub platform_name: &'a str,
    /// The one-time link.
    pub link: &'a str,
    /// How long the link works, in words.
    pub valid: &'a str,
    /// Where a new link can be asked for.
    pub again_link: &'a str,
}

/// The notice that the password was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PasswordChangedMail<'a> {
    /// The platform's name.
    pub platform_name: &'a str,
    /// Where another password can be asked for.
    pub link: &'a str,
    /// Whether other browsers were signed out by it.
    pub logins_ended: bool,
}

/// The notice that a new browser signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewDeviceMail<'a> {
    /// The platform's name.
    pub platform_name: &'a str,
    /// What the browser calls itself; anybody can write there what they like.
    pub device: &'a str,
    /// When, in UTC.
    pub at: &'a str,
    /// Where another password can be asked for.
    pub link: &'a str,
}

/// The notice that somebody keeps guessing the password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ManyFailuresMail<'a> {
    /// The platform's name.
    pub platform_name: &'a str,
    /// Whether the password was switched off by that.
    pub password_off: bool,
    /// Where another password can be asked for.
    pub link: &'a str,
}

/// The notice that an account was deleted by its owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccountDeletedMail<'a> {
    /// The platform's name.
    pub platform_name: &'a str,
}

/// A mail about what happened with the second factors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SecondFactorMail<'a> {
    /// The platform's name.
    pub platform_name: &'a str,
    /// What happened, as a word: `app_added`, `refused` and the like.
    pub change: &'a str,
    /// Where another password can be asked for.
    pub link: &'a str,
    /// What takes the factor away again, where it is the first one; empty otherwise.
    pub undo: &'a str,
    /// How long that works.
    pub valid: &'a str,
}

/// A mail about another address of the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EmailMail<'a> {
    /// The platform's name.
    pub platform_name: &'a str,
    /// The other address.
    pub email: &'a str,
    /// Where another password can be asked for.
    pub link: &'a str,
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
                valid: "24 hours",
                again_link: "https://portico.example/forgot-password/",
            }
        }
    }

    impl Sample for AccountDeletedMail<'static> {
        fn sample() -> Self {
            Self { platform_name: "Portico" }
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

    impl Sample for LinkMail<'static> {
        fn sample() -> Self {
            Self {
                platform_name: "Portico",
                link: "https://portico.example/api/signup/password?token=t0ken&x=1",
                valid: "10 minutes",
                again_link: "https://portico.example/api/login/forgot?realm=main",
            }
        }
    }

    impl Sample for PasswordChangedMail<'static> {
        fn sample() -> Self {
            Self {
                platform_name: "Portico",
                link: "https://portico.example/api/login/forgot?realm=main",
                logins_ended: true,
            }
        }
    }

    impl Sample for NewDeviceMail<'static> {
        fn sample() -> Self {
            Self {
                platform_name: "Portico",
                device: "Netscape/1.0 <b>now</b>",
                at: "2026-11-28 09:12 UTC",
                link: "https://portico.example/forgot-password/",
            }
        }
    }

    impl Sample for ManyFailuresMail<'static> {
        fn sample() -> Self {
            Self { platform_name: "Portico", password_off: true, link: "https://portico.example/forgot-password/" }
        }
    }

    impl Sample for SecondFactorMail<'static> {
        fn sample() -> Self {
            Self {
                platform_name: "Portico",
                change: "app_added",
                link: "https://portico.example/forgot-password/",
                undo: "https://portico.example/api/signup/password?token=abc",
                valid: "72 hours",
            }
        }
    }

    impl Sample for EmailMail<'static> {
        fn sample() -> Self {
            Self {
                platform_name: "Portico",
                email: "eve+<b>@example.org",
                link: "https://portico.example/forgot-password/",
            }
        }
    }
}
