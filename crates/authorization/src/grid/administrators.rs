//! Those who run a platform.

use super::Cell;
use crate::action::Action::*;
use crate::object::Reach;

/// Everything that an internal administrator brings and nothing more; what sets the owner apart is protection.
pub(super) const OWNER: &[Cell] = INTERNAL;

pub(super) const INTERNAL: &[Cell] = &[
    Cell::always(
        Reach::Anywhere,
        &[
            CreateAccount,
            ListAccounts,
            ViewAccount,
            EditAccount,
            SetAccountStatus,
            EndLogins,
            DeleteAccount,
            InviteAccount,
            CreatePartner,
            ListPartners,
            ViewPartner,
            EditPartner,
        ],
        &["S000-10", "S000-11"],
    ),
    Cell::always(
        Reach::Anywhere,
        &[
            CreateCourse,
            ListCourses,
            ViewCourse,
            EditCourse,
            PublishCourse,
            ImportCourses,
            AccessCourse,
            ReadLesson,
            ListEnrollments,
            EnrollAccount,
            ChangeEnrollment,
            RemoveEnrollment,
        ],
        &["S000-10", "S000-11", "S000-36"],
    ),
    Cell::always(
        Reach::Anywhere,
        &[ListOrders, ViewOrder, RefundOrder, ResolveOrder, ViewAudit, ExplainPermissions],
        &["S000-10"],
    ),
];

pub(super) const PARTNER: &[Cell] = &[
    Cell::always(
        Reach::OwnPartner,
        &[
            CreateAccount,
            ListAccounts,
            ViewAccount,
            EditAccount,
            SetAccountStatus,
            EndLogins,
            DeleteAccount,
            InviteAccount,
            ViewPartner,
        ],
        &["S000-16"],
    ),
    Cell::always(
        Reach::OwnPartner,
        &[
            CreateCourse,
            ListCourses,
            ViewCourse,
            EditCourse,
            PublishCourse,
            ImportCourses,
            AccessCourse,
            ReadLesson,
            ListEnrollments,
            EnrollAccount,
            ChangeEnrollment,
            RemoveEnrollment,
        ],
        &["S000-16"],
    ),
];
