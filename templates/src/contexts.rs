//! What each page and mail is told, as types. A context holds values ready to be read by people; its template only
//! places them.

mod account;
mod catalog;
mod checkout;
mod course;
mod facets;
mod head;
mod mail;
mod search;
mod signed_in;

pub use account::{
    ConfirmEmail, FirstAdministrator, ForgotPassword, FormRealm, LinkExpired, LinkSent, Message, PasswordSaved,
    SecondFactorPage, SetPassword, SignIn,
};
pub use catalog::{CourseCard, HomePage, IndexEntry, IndexPage, ListPage, NotFoundPage, Paging};
pub use checkout::{BuyerForm, CheckoutForm, CheckoutOutcome, CheckoutReturn, TermChoice, term_choices};
pub use course::{CoursePage, LessonLine, Moment, Offering, SectionView, TermLine};
pub use facets::{Facet, FacetLink, Facets};
pub use head::{Edition, Head, Link, NavEntry, Platform};
pub use mail::{
    AccessMail, AccountDeletedMail, CourseMail, EmailMail, LinkMail, ManyFailuresMail, NewDeviceMail,
    PasswordChangedMail, SecondFactorMail,
};
pub use search::SearchPage;
pub use signed_in::SignedInPage;

/// A context as tests render it.
#[cfg(test)]
pub(crate) trait Sample {
    fn sample() -> Self;
}
