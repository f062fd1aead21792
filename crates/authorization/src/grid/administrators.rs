//! Those who run a platform, a partner platform or an organization.

use super::areas::{self, PARTNERS, POWERS, RECORDS, SETTINGS};
use super::{Cell, cell};
use crate::action::Action::*;
use crate::condition::Condition::{Always, While};
use crate::condition::Switch::{CoachesAreValidated, OrganizationsCustomize};
use crate::object::Reach::{Anywhere, Held, OwnTenant};

/// What sets the owner apart from other administrators, beside being protected from them.
pub(super) const OWNER: &[Cell] = &[
    cell(Anywhere, Always, &[ViewBilling], "S002-46"),
    cell(Anywhere, Always, &[ExportJsonCourse], "S002-48"),
    cell(Anywhere, Always, &[DeletePlatform], "S003-24 S004-21"),
    cell(Anywhere, Always, &[TransferSuperStatus], "S003-26 S004-23"),
    cell(Anywhere, Always, &[AssignBillingContact], "S004-314"),
    cell(Anywhere, Always, &[AdministerPlatform], "S004-312"),
    cell(Anywhere, Always, &[ReceiveBillingAlert, ConfigureNetwork, AddNetworkBusiness, SetNetworkPassword], ""),
];

/// Every area of every tenant, and the platform itself.
pub(super) const INTERNAL: &[Cell] = &areas::joined::<11, 26, 37>(
    areas::of_tenant(Anywhere, "S000-10 S000-11 S001-30"),
    [
        cell(Anywhere, Always, SETTINGS, "S000-10 S001-30"),
        cell(Anywhere, Always, POWERS, "S000-10 S001-30"),
        cell(Anywhere, Always, PARTNERS, "S000-11"),
        cell(Anywhere, Always, RECORDS, "S000-10"),
        cell(Anywhere, While(CoachesAreValidated), &[ValidateRegistration], "S002-41"),
        cell(Anywhere, Always, &[AdministerPlatform], "S000-10 S001-30 S003-07 S004-03"),
        cell(Anywhere, Always, &[ConfigurePlatform], "S002-39 S003-12 S004-09"),
        cell(Anywhere, Always, &[ViewPlatformSettings], "S001-33"),
        cell(Anywhere, Always, &[ViewAnyPlatformArea], "S001-35 S003-22 S004-19"),
        cell(Anywhere, Always, &[ViewApp], "S001-31"),
        cell(Anywhere, Always, &[ViewFeature], "S001-32"),
        cell(Anywhere, Always, &[ManageFeature], "S003-13 S004-10"),
        cell(Anywhere, Always, &[SetPolicy], "S003-15 S004-12 S004-407"),
        cell(Anywhere, Always, &[CreateOrganization], "S003-16 S004-13"),
        cell(Anywhere, Always, &[RunAnyReport], "S004-16"),
        cell(Anywhere, Always, &[ConfigurePublicChannel], "S002-40"),
        cell(Anywhere, Always, &[EditAnyPlatformArea], "S003-23 S004-20"),
        cell(Anywhere, Always, &[ImpersonateUser], "S004-27"),
        cell(Anywhere, Always, &[CreateNetwork], "S003-17 S004-14"),
        cell(Anywhere, Always, &[CreateAccount], "S003-14 S004-11"),
        cell(Anywhere, Always, &[CreateCourse], "S003-20 S004-17"),
        cell(Anywhere, Always, &[CreatePath], "S003-21 S004-18"),
        cell(Anywhere, Always, &[CreateGroup], "S003-18 S004-15"),
        cell(Anywhere, Always, &[RunReport], "S003-19"),
        cell(Anywhere, Always, &[ViewAllAnalytics], "S002-43"),
        cell(Anywhere, Always, &[AccessAdminArea], "S001-36"),
    ],
);

/// A mark on full administrators.
pub(super) const NETWORK: &[Cell] = &[
    cell(Anywhere, Always, &[ConfigureNetwork], "S004-317"),
    cell(Anywhere, Always, &[AddNetworkBusiness], "S004-318"),
    cell(Anywhere, Always, &[SetNetworkPassword], "S004-319"),
];

/// A mark that the owner gives.
pub(super) const BILLING: &[Cell] = &[
    cell(Anywhere, Always, &[ViewBilling], "S004-315 S004-337"),
    cell(Anywhere, Always, &[ReceiveBillingAlert], "S004-336"),
];

/// Every area of the own partner platform, and nothing beyond it.
pub(super) const PARTNER: &[Cell] = &areas::joined::<11, 2, 13>(
    areas::of_tenant(OwnTenant, "S000-16"),
    [
        cell(OwnTenant, While(CoachesAreValidated), &[ValidateRegistration], "S000-16"),
        cell(OwnTenant, Always, &[GrantSubsetPermission, DefinePermissionSet], "S000-16"),
    ],
);

/// Certain parts of one organization.
pub(super) const ORGANIZATION: &[Cell] = &[
    cell(Held, Always, &[AdministerOrganization], "S003-33 S004-47"),
    cell(Held, Always, &[CreateCourse], "S003-36 S004-51"),
    cell(Held, Always, &[CreatePath], "S003-37 S004-52"),
    cell(Held, Always, &[CreateGroup], "S003-38 S004-53"),
    cell(Held, Always, &[CreateAccount], "S003-39 S004-54"),
    cell(Held, Always, &[RunReport], "S003-40 S004-55"),
    cell(Held, Always, &[CreateResource], "S003-41 S004-56"),
    cell(Held, Always, &[AccessAdminArea], "S004-321"),
    cell(
        Held,
        Always,
        &[
            ViewOrganization,
            ActOrganization,
            ViewUserDirectory,
            ListAccounts,
            ViewAccount,
            ViewPermissionGrid,
            OverrideOrganizationPermission,
            ListCourses,
            ViewCourse,
            AssignRole,
            EditAccount,
            SetAccountStatus,
        ],
        "",
    ),
    cell(Held, While(OrganizationsCustomize), &[CustomizePermission], "S004-388"),
];
