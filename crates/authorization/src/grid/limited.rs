//! Administrators with less than all rights.

use super::areas::{self, SETTINGS};
use super::{Cell, cell};
use crate::action::Action::*;
use crate::condition::Condition::Always;
use crate::object::Reach::{Anywhere, Held, OwnAudience, OwnTenant};

/// Cut downward: the main platform without what full administrators alone may. There is no scope to choose.
pub(super) const PARTIAL: &[Cell] = &areas::joined::<11, 13, 24>(
    areas::of_tenant(OwnTenant, "S003-43 S004-71"),
    [
        cell(Anywhere, Always, SETTINGS, "S003-43 S004-71"),
        cell(Anywhere, Always, &[ConfigurePlatform], "S003-44 S004-72"),
        cell(Anywhere, Always, &[ManageFeature], "S003-45 S004-73"),
        cell(Anywhere, Always, &[SetPolicy], "S003-47 S004-75"),
        cell(Anywhere, Always, &[CreateOrganization], "S003-48 S004-76"),
        cell(Anywhere, Always, &[EnableAccountType], "S003-42 S004-70"),
        cell(Anywhere, Always, &[CreateAccount], "S003-46 S004-74"),
        cell(Anywhere, Always, &[CreateCourse], "S003-52 S004-80"),
        cell(Anywhere, Always, &[CreatePath], "S003-53 S004-81"),
        cell(Anywhere, Always, &[CreateGroup], "S003-49 S004-77"),
        cell(Anywhere, Always, &[CreateTeam], "S003-50 S004-78"),
        cell(Anywhere, Always, &[RunReport], "S003-51 S004-79"),
        cell(Anywhere, Always, &[AccessHelpCenter], "S003-66 S004-94"),
    ],
);

/// Granted upward: of all that a full administrator may, what was chosen, on what was chosen (S001-40 to S001-43).
pub(super) const POWER_USER: &[Cell] = &areas::joined::<11, 2, 13>(
    areas::of_tenant(Held, "S001-40 S001-41 S001-42"),
    [cell(Held, Always, SETTINGS, "S001-42"), cell(Held, Always, areas::POWERS, "S001-42")],
);

/// A learner who also keeps resources and templates; outside the top organization only its own.
pub(super) const CONTENT: &[Cell] = &[
    cell(OwnTenant, Always, &[CreateCourseTemplate], "S003-70 S003-78 S004-114 S004-122"),
    cell(OwnTenant, Always, &[EditCourseTemplate], "S003-71 S003-79 S004-115 S004-123"),
    cell(OwnTenant, Always, &[CreateResource], "S003-67 S003-72 S003-76 S004-108 S004-116 S004-120"),
    cell(OwnTenant, Always, &[EditResource], "S003-68 S003-73 S003-77 S004-109 S004-117 S004-121"),
    cell(OwnTenant, Always, &[BulkImportResource], "S003-74 S004-118"),
];

/// Sees most and changes nothing but what is its own.
pub(super) const MONITOR: &[Cell] = &[
    cell(Anywhere, Always, &[ViewAnyPlatformArea], "S003-191 S004-275"),
    cell(Anywhere, Always, &[AccessCatalog], "S003-193 S004-278"),
    cell(Anywhere, Always, &[AccessPath], "S003-195 S004-280"),
    cell(Anywhere, Always, &[AccessCourse], "S003-194 S004-279"),
    cell(Anywhere, Always, &[ViewUserDirectory], "S003-200 S004-285"),
    cell(Anywhere, Always, &[ViewRestrictedUserDirectory], "S003-206 S004-291"),
    cell(Anywhere, Always, &[RunReport], "S003-201 S004-286"),
    cell(OwnAudience, Always, &[EnrollSelf], "S003-196 S004-281"),
    cell(OwnTenant, Always, &[EnrollSelfPath], "S003-197 S004-282"),
    cell(OwnTenant, Always, &[EnrollSelfGroup], "S003-198 S004-283"),
    cell(OwnTenant, Always, &[CreateCollaborationGroup], "S003-199 S004-284"),
];
