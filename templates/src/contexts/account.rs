//! Pages around the account: signing in, passwords, one-time links.

use serde::Serialize;

use super::head::Head;

/// The realm that a form is for, where that is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FormRealm<'a> {
    /// As the form sends it.
    pub name: &'a str,
    /// As people read it.
    pub words: &'a str,
}

/// The page where people sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignIn<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// Whether the page answers an attempt that failed.
    pub failed: bool,
    /// The realm, where it is settled; a choice otherwise.
    pub realm: Option<FormRealm<'a>>,
    /// Where the form leads.
    pub next: &'a str,
    /// The page for those who forgot their password.
    pub forgot_href: &'a str,
}

/// The page that asks for the second factor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SecondFactorPage<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// Whether the page answers an attempt that failed.
    pub failed: bool,
    /// Whether the account has an authenticator app.
    pub app: bool,
    /// Whether the account has a passkey.
    pub passkey: bool,
    /// Whether passkeys can be used at the address that was asked.
    pub passkey_here: bool,
    /// The origin to open for passkeys instead, where there is one.
    pub passkey_elsewhere: Option<&'a str>,
    /// Where the form leads.
    pub next: &'a str,
    /// The sign-in page.
    pub again_href: &'a str,
}

/// The page that asks for a link to a new password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ForgotPassword<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// The realm, where it is settled; a choice otherwise.
    pub realm: Option<FormRealm<'a>>,
    /// The way back.
    pub sign_in_href: &'a str,
}

/// The page behind a one-time link: a password is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SetPassword<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// Where the form is sent.
    pub action: &'a str,
    /// The token of the link.
    pub token: &'a str,
    /// The realm, for the page that asks for another link.
    pub realm: &'a str,
    /// The account's address, for programs that keep passwords.
    pub email: &'a str,
    /// Whether it is the account's first password.
    pub first: bool,
    /// Whether the second factors go with the former password.
    pub undoes_factor: bool,
    /// What the owner is called, where they are asked.
    pub name: Option<&'a str>,
    /// What is wrong with it.
    pub name_error: Option<&'a str>,
    /// The fewest characters it must have.
    pub length_min: usize,
    /// What was wrong with the last try.
    pub error: Option<&'a str>,
}

/// The neutral answer to asking for a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkSent<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// Where to ask again.
    pub again_href: &'a str,
}

/// The page behind a link that no longer works, with the form that asks for a new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkExpired<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// The realm, where the link said it; a choice otherwise.
    pub realm: Option<FormRealm<'a>>,
    /// For whoever has a password.
    pub sign_in_href: &'a str,
}

/// The page behind a link that proves another address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConfirmEmail<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// Where the form is sent.
    pub action: &'a str,
    /// The token of the link.
    pub token: &'a str,
    /// The address.
    pub email: &'a str,
}

/// The page behind the link that makes the first administrator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FirstAdministrator<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// Where the form is sent.
    pub action: &'a str,
    /// The token of the link.
    pub token: &'a str,
    /// The typed name.
    pub name: &'a str,
    /// The typed address.
    pub email: &'a str,
    /// The fewest characters a password must have.
    pub length_min: usize,
    /// What was wrong with the last try.
    pub error: Option<&'a str>,
}

/// The page after a password was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PasswordSaved<'a> {
    /// Its frame.
    pub head: Head<'a>,
    /// The sign-in page of the account's realm.
    pub sign_in_href: &'a str,
}

/// A page that says one thing, mostly that something went wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message<'a> {
    /// Its frame; the title is the heading.
    pub head: Head<'a>,
    /// What happened and what to do, without internals.
    pub text: &'a str,
    /// The language of the text.
    pub lang: &'a str,
    /// Names the request in the logs.
    pub request_id: Option<&'a str>,
}

#[cfg(test)]
mod samples {
    use super::*;
    use crate::contexts::Sample;

    impl Sample for SignIn<'static> {
        fn sample() -> Self {
            Self {
                head: Head::sample(),
                failed: true,
                realm: Some(FormRealm { name: "acme\"", words: "Partner platform <acme>" }),
                next: "/learn/?a=\"b\"",
                forgot_href: "/forgot-password/",
            }
        }
    }

    impl Sample for SecondFactorPage<'static> {
        fn sample() -> Self {
            Self {
                head: Head::sample(),
                failed: true,
                app: true,
                passkey: true,
                passkey_here: false,
                passkey_elsewhere: Some("http://localhost:8080"),
                next: "/learn/?a=\"b\"",
                again_href: "/sign-in/",
            }
        }
    }

    impl Sample for ForgotPassword<'static> {
        fn sample() -> Self {
            Self { head: Head::sample(), realm: None, sign_in_href: "/sign-in/" }
        }
    }

    impl Sample for SetPassword<'static> {
        fn sample() -> Self {
            Self {
                head: Head::sample(),
                action: "/api/signup/password",
                token: "t0ken\"",
                realm: "main",
                email: "ada@example.org",
                first: true,
                undoes_factor: false,
                name: Some("Ada <Lovelace>"),
                name_error: None,
                length_min: 10,
                error: Some("must have at least 10 characters"),
            }
        }
    }

    impl Sample for LinkSent<'static> {
        fn sample() -> Self {
            Self { head: Head::sample(), again_href: "/forgot-password/" }
        }
    }

    impl Sample for LinkExpired<'static> {
        fn sample() -> Self {
            let realm = Some(FormRealm { name: "main", words: "Main platform" });
            Self { head: Head::sample(), realm, sign_in_href: "/sign-in/" }
        }
    }

    impl Sample for ConfirmEmail<'static> {
        fn sample() -> Self {
            Self { head: Head::sample(), action: "/api/signup/email", token: "t0ken", email: "ada+<b>@example.org" }
        }
    }

    impl Sample for FirstAdministrator<'static> {
        fn sample() -> Self {
            Self {
                head: Head::sample(),
                action: "/api/signup/administrator",
                token: "t0ken",
                name: "Ada",
                email: "ada@example.org",
                length_min: 10,
                error: Some("must have at least 10 characters"),
            }
        }
    }

    impl Sample for PasswordSaved<'static> {
        fn sample() -> Self {
            Self { head: Head::sample(), sign_in_href: "/sign-in/" }
        }
    }

    impl Sample for Message<'static> {
        fn sample() -> Self {
            Self { head: Head::sample(), text: "Try <again> later.", lang: "en", request_id: Some("01J0") }
        }
    }
}
