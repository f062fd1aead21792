//! What comes without being given: being somebody, a mailed link, a visitor's curiosity, the provider's verified word.

use super::{Cell, cell};
use crate::action::Action::*;
use crate::condition::Condition::Always;
use crate::object::Reach::{Anywhere, Friends, Held, Own, OwnTenant, PublicCatalog};

/// What comes with being somebody.
pub(super) const ONESELF: &[Cell] = &[
    cell(
        Own,
        Always,
        &[
            ViewSelf,
            ChangePassword,
            ChangeOwnEmail,
            ManageOwnLogins,
            ManageSecondFactors,
            ListOwnCourses,
            ListOwnOrders,
            ExportSelf,
            DeleteSelf,
            ViewProfile,
            EditProfile,
            ManageFriends,
        ],
        "",
    ),
    cell(OwnTenant, Always, &[AskFriend], ""),
    cell(Friends, Always, &[ViewProfile], ""),
];

/// A link that was mailed to its owner, or printed for whoever sets the platform up.
pub(super) const LINK_HOLDER: &[Cell] =
    &[cell(Own, Always, &[SetPassword, ConfirmEmail], ""), cell(Held, Always, &[FoundPlatform], "S003-08 S004-04")];

/// Whoever forgot a password is by nature not signed in. The answer never tells whether the account exists.
pub(super) const VISITOR: &[Cell] = &[
    cell(PublicCatalog, Always, &[ViewPublicCatalog], "S000-39"),
    cell(PublicCatalog, Always, &[OfferPublicCourse], "S000-34"),
    cell(PublicCatalog, Always, &[ApplyForCourse], "S000-40"),
    cell(Anywhere, Always, &[RequestPasswordLink], ""),
    // Whoever was told a certificate's id may see that it is genuine; nobody is handed out an id (S002-82). It is asked
    // for as a visitor, whoever is signed in: the walls between tenants know no exception for it.
    cell(Anywhere, Always, &[VerifyCertificate], ""),
];

/// The provider's word counts for the one order that it is about.
pub(super) const PAYMENTS: &[Cell] = &[
    cell(Held, Always, &[AdvanceOrder], "S000-42 S000-43"),
    cell(Held, Always, &[FulfillOrder], "S000-42 S000-43"),
    cell(Held, Always, &[SettleOrder], "S000-42 S000-43"),
];

pub(super) const PLATFORM: &[Cell] = &[
    cell(Anywhere, Always, &[AdvanceOrder, ImportCourses], ""),
    // Where whoever asks has an account at once.
    cell(Anywhere, Always, &[ApprovePendingUser], ""),
];

/// What keeps a platform running and lets people in, with the roles that they begin with. Courses are taught, and people
/// put into them, by accounts.
pub(super) const OPERATOR: &[Cell] = &[
    cell(
        Anywhere,
        Always,
        &[
            CreateAccount,
            ImportUser,
            ListAccounts,
            ViewAccount,
            EditAccount,
            SetAccountStatus,
            EndLogins,
            ResetSecondFactors,
            DeleteAccount,
            InviteAccount,
            AssignRole,
            CreatePartner,
            ListPartners,
            ViewPartner,
            EditPartner,
        ],
        "",
    ),
    cell(
        Anywhere,
        Always,
        &[CreateCourse, ListCourses, ViewCourse, EditCourse, PublishCourse, ImportCourses, ListEnrollments],
        "",
    ),
    cell(Anywhere, Always, &[ListOrders, ViewOrder, RefundOrder, ResolveOrder, ViewAudit, ExplainPermissions], ""),
    // Where the owner has gone for good.
    cell(Anywhere, Always, &[TransferSuperStatus], ""),
];
