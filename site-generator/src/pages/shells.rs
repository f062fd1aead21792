//! Pages that are the same for every catalog: signing in, and the shells of the learner's part.

use templates::{ForgotPassword, Head, NavEntry, SignIn, SignedInPage};

use super::Frame;
use crate::error::SiteError;

/// The rooms whose pages are filled with what belongs to whoever is signed in.
const OWN_ROOMS: [&str; 4] = ["account/", "certificate/", "console/", "learn/"];

/// Whether a page, by its path without the first slash, is filled with what belongs to whoever is signed in. Browsers keep
/// no such page: what it showed must not come back once its reader has signed out.
pub fn is_own_page(path: &str) -> bool {
    OWN_ROOMS.iter().any(|room| path.starts_with(room))
}

/// One such page.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shell {
    SignIn,
    ForgotPassword,
    MyLearning,
    OwnCatalog,
    Course,
    Lesson,
    Account,
    Orders,
    Certificate,
    SecondFactors,
}

impl Shell {
    /// Those in front of the door, in every language.
    pub(super) const OUTSIDE: [Shell; 2] = [Shell::SignIn, Shell::ForgotPassword];

    /// Those behind it.
    pub(super) const SIGNED_IN: [Shell; 8] = [
        Shell::MyLearning,
        Shell::OwnCatalog,
        Shell::Course,
        Shell::Lesson,
        Shell::Account,
        Shell::Orders,
        Shell::Certificate,
        Shell::SecondFactors,
    ];
}

impl Frame<'_> {
    pub(super) fn shell(&self, shell: Shell) -> Result<(String, String), SiteError> {
        fn private<'h>(frame: &'h Frame<'_>, title: &'h str) -> Head<'h> {
            Head::private(frame.platform(), title)
        }
        let learning =
            |title| SignedInPage { head: Head { nav: NavEntry::Learning, ..Head::private(self.platform(), title) } };
        let (address, html) = match shell {
            Shell::SignIn => {
                let (title, editions) = (self.say("sign-in-title", &[]), self.editions("/sign-in/"));
                let head = Head { editions: &editions, ..private(self, &title) };
                let forgot_href = &self.at("/forgot-password/");
                let page = SignIn { head, failed: false, realm: None, next: "/learn/", forgot_href };
                ("/sign-in/", self.templates.sign_in(&page))
            }
            Shell::ForgotPassword => {
                let (title, editions) = (self.say("forgot-title", &[]), self.editions("/forgot-password/"));
                let head = Head { editions: &editions, ..private(self, &title) };
                let page = ForgotPassword { head, realm: None, sign_in_href: &self.at("/sign-in/") };
                ("/forgot-password/", self.templates.forgot_password(&page))
            }
            Shell::MyLearning => ("/learn/", self.templates.my_learning(&learning("My learning"))),
            Shell::OwnCatalog => ("/learn/catalog/", self.templates.own_catalog(&learning("Course catalog"))),
            Shell::Course => ("/learn/course/", self.templates.learn_course(&learning("Course"))),
            Shell::Lesson => ("/learn/lesson/", self.templates.learn_lesson(&learning("Lesson"))),
            Shell::Orders => ("/account/orders/", self.templates.orders(&learning("Your orders"))),
            Shell::Certificate => {
                let page = SignedInPage { head: private(self, "Certificate") };
                ("/certificate/", self.templates.certificate(&page))
            }
            Shell::Account => ("/account/", self.templates.account(&learning("Your account"))),
            Shell::SecondFactors => {
                ("/account/second-factor/", self.templates.own_second_factors(&learning("Second factor")))
            }
        };
        Ok((address.to_owned(), html?))
    }
}
