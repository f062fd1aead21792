//! Pages that are the same for every catalog: signing in, and the shells of the learner's part.

use domain::Locale;
use templates::{ForgotPassword, Head, NavEntry, SignIn, SignedInPage, TemplateError, Templates};

use super::Frame;
use crate::error::SiteError;

/// The rooms whose pages are filled with what belongs to whoever is signed in.
const OWN_ROOMS: [&str; 4] = ["account/", "certificate/", "console/", "learn/"];

/// Whether a page, by its path without the first slash, is filled with what belongs to whoever is signed in. Browsers keep
/// no such page: what it showed must not come back once its reader has signed out.
pub fn is_own_page(path: &str) -> bool {
    let trees = Locale::ALL.iter().filter_map(|locale| locale.root().strip_prefix('/'));
    let within = |tree| path.strip_prefix(tree).and_then(|rest: &str| rest.strip_prefix('/'));
    let path = trees.filter_map(within).next().unwrap_or(path);
    OWN_ROOMS.iter().any(|room| path.starts_with(room))
}

/// How a page of one's own is rendered.
type Render = fn(&Templates, &SignedInPage<'_>) -> Result<String, TemplateError>;

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
    /// All of them: those in front of the door, and those behind it.
    pub(super) const ALL: [Shell; 10] = [
        Shell::SignIn,
        Shell::ForgotPassword,
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
        let (address, html) = match shell {
            Shell::SignIn => {
                let (title, editions) = (self.say("sign-in-title", &[]), self.editions("/sign-in/"));
                let head = Head { editions: &editions, ..Head::private(self.platform(), &title) };
                // Where nothing else was asked for, the platform leads to the first page of one's own.
                let page =
                    SignIn { head, failed: false, realm: None, next: "", forgot_href: &self.at("/forgot-password/") };
                ("/sign-in/", self.templates.sign_in(&page))
            }
            Shell::ForgotPassword => {
                let (title, editions) = (self.say("forgot-title", &[]), self.editions("/forgot-password/"));
                let head = Head { editions: &editions, ..Head::private(self.platform(), &title) };
                let page = ForgotPassword { head, realm: None, sign_in_href: &self.at("/sign-in/") };
                ("/forgot-password/", self.templates.forgot_password(&page))
            }
            Shell::MyLearning => self.own("/learn/", "own-learning", Templates::my_learning),
            Shell::OwnCatalog => self.own("/learn/catalog/", "own-catalog", Templates::own_catalog),
            Shell::Course => self.own("/learn/course/", "own-lesson-course", Templates::learn_course),
            Shell::Lesson => self.own("/learn/lesson/", "own-lesson", Templates::learn_lesson),
            Shell::Orders => self.own("/account/orders/", "own-orders", Templates::orders),
            Shell::Certificate => self.own("/certificate/", "own-proof", Templates::certificate),
            Shell::Account => self.own("/account/", "own-account", Templates::account),
            Shell::SecondFactors => self.own("/account/second-factor/", "own-factor", Templates::own_second_factors),
        };
        Ok((address.to_owned(), html?))
    }
    /// A page of one's own, by its address and the message that is its title. A certificate is anybody's who was told its
    /// address: no entry of the menu leads to it.
    fn own(&self, address: &'static str, title: &str, render: Render) -> (&'static str, Result<String, TemplateError>) {
        let (title, editions) = (self.say(title, &[]), self.editions(address));
        let nav = if address == "/certificate/" { NavEntry::Elsewhere } else { NavEntry::Learning };
        let head = Head { nav, editions: &editions, ..Head::private(self.platform(), &title) };
        (address, render(self.templates, &SignedInPage { head }))
    }
}
