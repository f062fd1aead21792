//! Those without an account: visitors, the payment provider, the platform's own schedules.

use super::Cell;
use crate::action::Action::*;
use crate::object::Reach;

pub(super) const VISITOR: &[Cell] = &[
    Cell::always(Reach::PublicCatalog, &[ViewPublicCatalog], &["S000-34", "S000-39"]),
    Cell::always(Reach::PublicCatalog, &[ApplyForCourse], &["S000-40"]),
    // Whoever forgot a password is by nature not signed in. The answer never tells whether the account exists.
    Cell::always(Reach::Anywhere, &[RequestPasswordLink], &[]),
];

/// The provider's word counts for the one order that it is about.
pub(super) const PAYMENTS: &[Cell] =
    &[Cell::always(Reach::Held, &[AdvanceOrder, FulfillOrder, SettleOrder], &["S000-42", "S000-43"])];

pub(super) const PLATFORM: &[Cell] = &[Cell::always(Reach::Anywhere, &[AdvanceOrder, ImportCourses], &[])];

/// What keeps a platform running and lets people in again. Courses are taught, and people put into them, by accounts.
pub(super) const OPERATOR: &[Cell] = &[
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
        &[],
    ),
    Cell::always(
        Reach::Anywhere,
        &[CreateCourse, ListCourses, ViewCourse, EditCourse, PublishCourse, ImportCourses, ListEnrollments],
        &[],
    ),
    Cell::always(
        Reach::Anywhere,
        &[ListOrders, ViewOrder, RefundOrder, ResolveOrder, ViewAudit, ExplainPermissions],
        &[],
    ),
];
