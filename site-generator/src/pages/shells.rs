//! Pages that are the same for every catalog: signing in, and the shells of the signed-in part.

use templates::{ForgotPassword, Head, LearningShell, NavEntry, SignIn};

use super::Frame;
use crate::error::SiteError;

/// One such page.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shell {
    SignIn,
    SignInFailed,
    ForgotPassword,
    MyLearning,
    Course,
    Lesson,
}

impl Shell {
    /// All of them.
    pub(super) const ALL: [Shell; 6] =
        [Shell::SignIn, Shell::SignInFailed, Shell::ForgotPassword, Shell::MyLearning, Shell::Course, Shell::Lesson];
}

impl Frame<'_> {
    pub(super) fn shell(&self, shell: Shell) -> Result<(String, String), SiteError> {
        let outside = |title| Head::private(self.platform(), title);
        let learning =
            |title| LearningShell { head: Head { nav: NavEntry::Learning, ..Head::private(self.platform(), title) } };
        let (address, html) = match shell {
            Shell::SignIn => ("/sign-in/", self.templates.sign_in(&SignIn { head: outside("Sign in"), failed: false })),
            Shell::SignInFailed => {
                ("/sign-in/failed/", self.templates.sign_in(&SignIn { head: outside("Sign in"), failed: true }))
            }
            Shell::ForgotPassword => {
                let page = ForgotPassword { head: outside("Forgot your password?") };
                ("/forgot-password/", self.templates.forgot_password(&page))
            }
            Shell::MyLearning => ("/learn/", self.templates.my_learning(&learning("My learning"))),
            Shell::Course => ("/learn/course/", self.templates.learn_course(&learning("Course"))),
            Shell::Lesson => ("/learn/lesson/", self.templates.learn_lesson(&learning("Lesson"))),
        };
        Ok((address.to_owned(), html?))
    }
}
