//! Those who learn, and those who bring learners.

use super::{Cell, cell};
use crate::action::Action::*;
use crate::condition::Condition::{Always, While};
use crate::condition::Switch::*;
use crate::object::Reach::{Own, OwnAudience, OwnTenant};

/// Areas of the platform are closed until an administrator opens them.
pub(super) const INTERNAL: &[Cell] = &[
    cell(OwnAudience, Always, &[AccessCourse], "S000-20"),
    cell(OwnAudience, While(LearnersEnrollThemselves), &[EnrollSelf], "S003-123 S004-190"),
    cell(OwnTenant, Always, &[EnrollSelfPath], "S003-124 S004-191"),
    cell(OwnTenant, Always, &[EnrollSelfGroup], "S003-125 S004-192"),
    cell(Own, Always, &[ViewOwnGrade], "S003-133 S004-199"),
    cell(Own, Always, &[ViewOwnAnalytics], "S002-33"),
    cell(Own, Always, &[UseSocial], "S002-29"),
    cell(OwnTenant, While(LearnersSeeResources), &[AccessResourceCatalog], "S003-142 S004-208"),
    cell(OwnTenant, While(LearnersSeeCalendar), &[AccessCalendar], "S003-143 S004-209"),
    cell(OwnTenant, While(LearnersSeeUsers), &[ViewUserDirectory], "S003-144 S004-210"),
    cell(OwnTenant, While(LearnersSeeCatalog), &[AccessCatalog], "S003-145 S004-211"),
    cell(OwnTenant, While(LearnersSeeHelp), &[AccessHelpCenter], "S003-146 S004-212"),
    cell(OwnTenant, While(LearnersSeeOtherAreas), &[ViewOtherPlatformArea], "S003-147 S004-213"),
    cell(OwnTenant, While(LearnersCreateGroups), &[CreateGroup], ""),
];

/// The same on one partner platform.
pub(super) const PARTNER: &[Cell] = &[
    cell(OwnAudience, Always, &[AccessCourse], "S000-26"),
    cell(OwnAudience, While(LearnersEnrollThemselves), &[EnrollSelf], ""),
    cell(OwnTenant, Always, &[EnrollSelfPath, EnrollSelfGroup], ""),
    cell(Own, Always, &[ViewOwnGrade, ViewOwnAnalytics, UseSocial], ""),
    cell(OwnTenant, While(LearnersSeeResources), &[AccessResourceCatalog], ""),
    cell(OwnTenant, While(LearnersSeeCalendar), &[AccessCalendar], ""),
    cell(OwnTenant, While(LearnersSeeUsers), &[ViewUserDirectory], ""),
    cell(OwnTenant, While(LearnersSeeCatalog), &[AccessCatalog], ""),
    cell(OwnTenant, While(LearnersSeeHelp), &[AccessHelpCenter], ""),
    cell(OwnTenant, While(LearnersSeeOtherAreas), &[ViewOtherPlatformArea], ""),
    cell(OwnTenant, While(LearnersCreateGroups), &[CreateGroup], ""),
];

/// Nothing but what was bought: courses open by their enrollment alone, and none is made by oneself.
pub(super) const PUBLIC: &[Cell] = &[cell(Own, Always, &[ViewOwnGrade, ViewOwnAnalytics], "")];

/// Courses and paths stay closed.
pub(super) const AFFILIATE: &[Cell] = &[
    cell(Own, Always, &[AccessAffiliateLink], "S003-209 S004-299"),
    cell(Own, Always, &[EarnCommission], "S003-208 S004-297"),
    cell(Own, Always, &[RunReportAffiliate], "S003-213 S004-303"),
    cell(OwnTenant, Always, &[CreateGroup], "S003-210 S004-300"),
    cell(OwnTenant, Always, &[EnrollSelfGroup], "S003-211 S004-301"),
    cell(OwnTenant, Always, &[EnrollSelfTeam], "S003-212 S004-302"),
];
