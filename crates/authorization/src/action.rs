//! Every action of the product, in one list: its name in code, the target it is done to, and its id in words.

use crate::target::{
    AccountTarget, CatalogTarget, CourseTarget, EnrollmentTarget, LessonTarget, NewAccountTarget, NewCourseTarget,
    OrderTarget, OwnTarget, PartnerTarget, PlatformTarget, Target, TenantTarget,
};

/// An action as a type. Implemented by the markers in [`act`] and by nothing else.
pub trait Act: sealed::Sealed {
    /// What it is done to.
    type Target: Target;
    /// Its value in the list.
    const ACTION: Action;
}

mod sealed {
    /// Keeps `Act` closed: an action outside the grid cannot exist.
    pub trait Sealed {}
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident($target:ty) $id:literal;)*) => {
        /// An action, as a value. Its number is dense, so that a set of actions is a few machine words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $($(#[$doc])* $name),* }

        impl Action {
            /// Every action.
            pub const ALL: &[Action] = &[$(Action::$name),*];

            /// The stable id, as logs, the audit and explanations show it.
            pub const fn id(self) -> &'static str {
                match self { $(Action::$name => $id),* }
            }
        }

        /// Every action as a type, to ask for with [`authorize`](crate::authorize).
        pub mod act {
            use super::*;
            $(
                $(#[$doc])*
                #[derive(Debug)]
                pub enum $name {}
                impl super::sealed::Sealed for $name {}
                impl super::Act for $name {
                    type Target = $target;
                    const ACTION: Action = Action::$name;
                }
            )*
        }
    };
}

actions! {
    // The public catalog and buying.
    /// Browse the public catalog.
    ViewPublicCatalog(CatalogTarget) "public_catalog.view";
    /// Apply for a course of the public catalog.
    ApplyForCourse(CourseTarget) "public_registration.request";
    /// Attach the provider's checkout to an order, or close an order that nobody paid.
    AdvanceOrder(OrderTarget) "order.advance";
    /// Turn a paid order into an account and an enrollment.
    FulfillOrder(OrderTarget) "order.fulfill";
    /// Record money that went back, and take or give access with it.
    SettleOrder(OrderTarget) "order.settle";
    /// Ask for the link that sets the password after a purchase, or resets it.
    RequestPasswordLink(AccountTarget) "password.request_link";

    // One's own account.
    /// See one's own account.
    ViewSelf(OwnTarget) "self.view";
    /// Set the password with a one-use link.
    SetPassword(AccountTarget) "password.set";
    /// Change the password knowing the present one.
    ChangePassword(OwnTarget) "password.change";
    /// Ask for another address of one's own account.
    ChangeOwnEmail(OwnTarget) "self.change_email";
    /// Take over the address that a mailed link proves.
    ConfirmEmail(AccountTarget) "self.confirm_email";
    /// See where one is signed in, and end any of these logins.
    ManageOwnLogins(OwnTarget) "self.logins";

    // Accounts.
    /// Make an account.
    CreateAccount(NewAccountTarget) "user.create";
    /// List and search the accounts of a tenant.
    ListAccounts(TenantTarget) "user.list";
    /// See an account.
    ViewAccount(AccountTarget) "user.view";
    /// Change an account's name or expiry.
    EditAccount(AccountTarget) "user.edit";
    /// Switch an account off or on.
    SetAccountStatus(AccountTarget) "account_status.assign";
    /// Sign an account out everywhere.
    EndLogins(AccountTarget) "user.end_logins";
    /// Delete an account.
    DeleteAccount(AccountTarget) "user.delete";
    /// Mail an account's owner a link to set the password.
    InviteAccount(AccountTarget) "user.invite";
    /// Make the first administrator of a fresh platform.
    FoundPlatform(PlatformTarget) "platform.found";

    // Partners.
    /// Make a partner platform.
    CreatePartner(PlatformTarget) "partner_platform.create";
    /// List partner platforms.
    ListPartners(PlatformTarget) "partner_platform.list";
    /// See a partner platform.
    ViewPartner(PartnerTarget) "partner_platform.view";
    /// Change a partner platform.
    EditPartner(PartnerTarget) "partner_platform.edit";

    // Courses.
    /// Make a course.
    CreateCourse(NewCourseTarget) "course.create";
    /// List a tenant's courses, drafts included.
    ListCourses(TenantTarget) "course.list";
    /// See a course as those who run it do.
    ViewCourse(CourseTarget) "course.view";
    /// Change a course, its price and its lessons.
    EditCourse(CourseTarget) "course.edit";
    /// Publish, unpublish or archive a course.
    PublishCourse(CourseTarget) "course.publish";
    /// Import courses from a feed.
    ImportCourses(NewCourseTarget) "course.import";

    // Learning.
    /// List one's own courses.
    ListOwnCourses(OwnTarget) "enrollment.list_own";
    /// Open a course and see its outline.
    AccessCourse(CourseTarget) "course.access";
    /// Read a lesson.
    ReadLesson(LessonTarget) "lesson.read";
    /// Keep one's own progress in a course.
    KeepProgress(CourseTarget) "progress.keep";
    /// Enroll oneself where the course is open to its audience.
    EnrollSelf(CourseTarget) "enrollment.create_own";

    // Other people's enrollments.
    /// See who is in a course.
    ListEnrollments(CourseTarget) "enrollment.list";
    /// Put an account into a course.
    EnrollAccount(EnrollmentTarget) "enrollment.create";
    /// Confirm, queue, promote, suspend, reinstate, complete or reopen an enrollment.
    ChangeEnrollment(EnrollmentTarget) "enrollment.edit";
    /// Take an account out of a course.
    RemoveEnrollment(EnrollmentTarget) "enrollment.delete";

    // Orders and records.
    /// List orders.
    ListOrders(PlatformTarget) "order.list";
    /// See an order.
    ViewOrder(OrderTarget) "order.view";
    /// Give money back.
    RefundOrder(OrderTarget) "order.refund";
    /// Decide about an order that a person must look at, or have any order compared with the payment provider again.
    ResolveOrder(OrderTarget) "order.resolve";
    /// Read the audit log.
    ViewAudit(PlatformTarget) "audit.view";
    /// Ask why somebody may or may not do something.
    ExplainPermissions(PlatformTarget) "permission.explain";
}
