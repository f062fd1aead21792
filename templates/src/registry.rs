//! The registry: one line for every page and mail, naming its method, its context and its file.

use crate::contexts::*;
use crate::engine::{Mail, Templates};
use crate::error::TemplateError;

macro_rules! registry {
    (
        shared { $($shared:literal;)* }
        pages { $($(#[$page_doc:meta])* $page:ident($page_context:ty) => $page_file:literal;)* }
        mails { $($(#[$mail_doc:meta])* $mail:ident($mail_context:ty);)* }
    ) => {
        /// What pages are put together from, with its source.
        pub(crate) const SHARED: &[(&str, &str)] = &[
            $(($shared, include_str!(concat!("../", $shared))),)*
        ];

        /// Every file with its source.
        pub(crate) const FILES: &[(&str, &str)] = &[
            $(($shared, include_str!(concat!("../", $shared))),)*
            $(($page_file, include_str!(concat!("../", $page_file))),)*
            $(
                mail_file!($mail, "subject.txt"),
                mail_file!($mail, "body.txt"),
                mail_file!($mail, "body.html"),
            )*
        ];

        impl Templates {
            $($(#[$page_doc])* pub fn $page(&self, context: &$page_context) -> Result<String, TemplateError> {
                self.render(($page_file, include_str!(concat!("../", $page_file))), context)
            })*
            $($(#[$mail_doc])* pub fn $mail(&self, context: &$mail_context) -> Result<Mail, TemplateError> {
                self.mail(
                    [mail_file!($mail, "subject.txt"), mail_file!($mail, "body.txt"), mail_file!($mail, "body.html")],
                    context,
                )
            })*
        }

        /// Every page rendered from its sample.
        #[cfg(test)]
        pub(crate) fn sample_pages(templates: &Templates) -> Vec<(&'static str, Result<String, TemplateError>)> {
            vec![$((stringify!($page), templates.$page(&<$page_context as Sample>::sample()))),*]
        }

        /// Every mail rendered from its sample.
        #[cfg(test)]
        pub(crate) fn sample_mails(templates: &Templates) -> Vec<(&'static str, Result<Mail, TemplateError>)> {
            vec![$((stringify!($mail), templates.$mail(&<$mail_context as Sample>::sample()))),*]
        }
    };
}

macro_rules! mail_name {
    ($mail:ident, $file:literal) => {
        concat!("emails/", stringify!($mail), "/", $file)
    };
}

macro_rules! mail_file {
    ($mail:ident, $file:literal) => {
        (mail_name!($mail, $file), include_str!(concat!("../emails/", stringify!($mail), "/", $file)))
    };
}

registry! {
    shared {
        "parts/base.html";
        "parts/buyer_form.html";
        "parts/console.html";
        "parts/console_list.html";
        "parts/entries.html";
        "parts/factor_code.html";
        "parts/mail.html";
        "parts/own_pages.html";
        "parts/own_passkeys.html";
        "parts/passkey_proof.html";
        "parts/sign_in_form.html";
    }
    pages {
        /// The card of one course, to be embedded in lists.
        course_card(CourseCard<'_>) => "parts/course_card.html";
        /// The facets of a list, to be embedded in its pages.
        facets(Facets) => "parts/facets.html";
        /// The first page.
        home(HomePage<'_>) => "pages/home.html";
        /// A page of a list of courses.
        course_list(ListPage<'_>) => "pages/course_list.html";
        /// All subjects, partners, languages, levels or formats.
        index(IndexPage<'_>) => "pages/index.html";
        /// The page of one course.
        course_page(CoursePage<'_>) => "pages/course.html";
        /// The search page.
        search(SearchPage<'_>) => "pages/search.html";
        /// The page for addresses that lead nowhere.
        not_found(NotFoundPage<'_>) => "pages/not_found.html";
        /// Sign in.
        sign_in(SignIn<'_>) => "pages/sign_in.html";
        /// Prove the second factor.
        second_factor_page(SecondFactorPage<'_>) => "pages/second_factor.html";
        /// Ask for a link to a new password.
        forgot_password(ForgotPassword<'_>) => "pages/forgot_password.html";
        /// The learner's courses.
        my_learning(SignedInPage<'_>) => "pages/my_learning.html";
        /// The catalog of the learner's own platform.
        own_catalog(SignedInPage<'_>) => "pages/own_catalog.html";
        /// Outline and progress of one course.
        learn_course(SignedInPage<'_>) => "pages/learn_course.html";
        /// One's own second factors.
        own_second_factors(SignedInPage<'_>) => "pages/own_second_factors.html";
        /// One lesson.
        learn_lesson(SignedInPage<'_>) => "pages/learn_lesson.html";
        /// One's own account.
        account(SignedInPage<'_>) => "pages/account.html";
        /// One's own orders.
        orders(SignedInPage<'_>) => "pages/orders.html";
        /// A certificate, for whoever was told its address.
        certificate(SignedInPage<'_>) => "pages/certificate.html";
        /// The console's first page: numbers that lead to the lists behind them.
        console_home(SignedInPage<'_>) => "pages/console/home.html";
        /// People of a platform.
        console_people(SignedInPage<'_>) => "pages/console/people.html";
        /// One account.
        console_person(SignedInPage<'_>) => "pages/console/person.html";
        /// People brought in from a table.
        console_people_import(SignedInPage<'_>) => "pages/console/people_import.html";
        /// The directory, for those who may see who is there and no more.
        console_directory(SignedInPage<'_>) => "pages/console/directory.html";
        /// Those who wait for an account.
        console_requests(SignedInPage<'_>) => "pages/console/requests.html";
        /// Courses of a platform.
        console_courses(SignedInPage<'_>) => "pages/console/courses.html";
        /// One course, to be edited.
        console_course(SignedInPage<'_>) => "pages/console/course.html";
        /// One lesson, to be written.
        console_lesson(SignedInPage<'_>) => "pages/console/lesson.html";
        /// Who is in a course.
        console_learners(SignedInPage<'_>) => "pages/console/learners.html";
        /// Orders.
        console_orders(SignedInPage<'_>) => "pages/console/orders.html";
        /// One order.
        console_order(SignedInPage<'_>) => "pages/console/order.html";
        /// Promotion codes.
        console_promotions(SignedInPage<'_>) => "pages/console/promotions.html";
        /// The audit log.
        console_audit(SignedInPage<'_>) => "pages/console/audit.html";
        /// Partner platforms.
        console_partners(SignedInPage<'_>) => "pages/console/partners.html";
        /// The grid of permissions.
        console_permissions(SignedInPage<'_>) => "pages/console/permissions.html";
        /// Profiles of power users, and custom roles.
        console_profiles(SignedInPage<'_>) => "pages/console/profiles.html";
        /// One profile of power users or custom role.
        console_profile(SignedInPage<'_>) => "pages/console/profile.html";
        /// What is decided otherwise than the grid.
        console_overrides(SignedInPage<'_>) => "pages/console/overrides.html";
        /// Reports.
        console_reports(SignedInPage<'_>) => "pages/console/reports.html";
        /// Settings of the platform.
        console_settings(SignedInPage<'_>) => "pages/console/settings.html";
        /// Policies.
        console_policies(SignedInPage<'_>) => "pages/console/policies.html";
        /// The buyer's form again, with what was wrong. Status 422.
        checkout_form(CheckoutForm<'_>) => "pages/checkout_form.html";
        /// The page after the payment.
        checkout_return(CheckoutReturn<'_>) => "pages/checkout_return.html";
        /// Choose a password.
        set_password(SetPassword<'_>) => "pages/set_password.html";
        /// The neutral answer to asking for a link.
        link_sent(LinkSent<'_>) => "pages/link_sent.html";
        /// A link that no longer works.
        link_expired(LinkExpired<'_>) => "pages/link_expired.html";
        /// Make the first administrator.
        first_administrator(FirstAdministrator<'_>) => "pages/first_administrator.html";
        /// Take over another address.
        confirm_email(ConfirmEmail<'_>) => "pages/confirm_email.html";
        /// A password was saved.
        password_saved(PasswordSaved<'_>) => "pages/password_saved.html";
        /// One message, mostly an error.
        message(Message<'_>) => "pages/message.html";
    }
    mails {
        /// A purchase made an account: set its password.
        access_ready(AccessMail<'_>);
        /// A course was added to an account that exists.
        course_added(CourseMail<'_>);
        /// A seat became free for whoever waited for it.
        seat_free(CourseMail<'_>);
        /// Somebody applied for a course that the account has already.
        already_owned(CourseMail<'_>);
        /// A link to a new password was asked for.
        password_reset(LinkMail<'_>);
        /// The password was changed.
        password_changed(PasswordChangedMail<'_>);
        /// A link that proves another address.
        email_link(LinkMail<'_>);
        /// Somebody asked for another address.
        email_asked(EmailMail<'_>);
        /// The address was changed.
        email_changed(EmailMail<'_>);
        /// The account was deleted by its owner.
        account_deleted(AccountDeletedMail<'_>);
        /// A new browser signed in.
        new_device(NewDeviceMail<'_>);
        /// Somebody keeps guessing the password.
        many_failures(ManyFailuresMail<'_>);
        /// Something happened with the second factors.
        second_factor(SecondFactorMail<'_>);
        /// An administrator made an account: set its password.
        account_invited(LinkMail<'_>);
        /// Money was paid back.
        refund_done(CourseMail<'_>);
        /// Money that takes days did not come.
        payment_failed(CourseMail<'_>);
    }
}
