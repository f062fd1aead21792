//! Types of accounts that make courses and help with them.

use super::{Cell, cell};
use crate::action::Action::*;
use crate::condition::Condition::{Always, While};
use crate::condition::Switch::*;
use crate::object::Reach::{OwnAudience, OwnTenant};

/// Makes courses. What the author made is held as its owner.
pub(super) const AUTHOR: &[Cell] = &[cell(OwnTenant, Always, &[CreateCourse], "S002-35")];

/// Makes courses, paths and resources. The rights in a made course come with owning it.
pub(super) const INSTRUCTOR: &[Cell] = &[
    cell(OwnTenant, Always, &[CreateCourse], "S003-89 S004-138 S004-331"),
    cell(OwnTenant, Always, &[CreatePath], "S003-91 S004-140"),
    cell(OwnTenant, Always, &[CreateGroup], "S004-333"),
    cell(OwnTenant, Always, &[CreateCollaborationGroup], "S003-87 S004-135"),
    cell(OwnTenant, Always, &[AccessResourceCatalog], "S004-335"),
    cell(OwnTenant, Always, &[CreateResource], "S003-93 S004-142"),
    cell(OwnTenant, Always, &[ManageResource], "S003-94 S004-143"),
    cell(OwnTenant, Always, &[AccessCalendar], "S004-334"),
    cell(OwnTenant, Always, &[CreateCalendarEvent], "S003-95 S004-144"),
    cell(OwnTenant, Always, &[RestrictPlatformArea], ""),
    cell(OwnTenant, While(InstructorsAddBusinessGroups), &[CreateBusinessGroup], "S003-99 S004-148"),
    cell(OwnTenant, While(InstructorsRunReports), &[RunReport], "S003-88 S003-103 S004-136 S004-152"),
    cell(OwnTenant, While(InstructorsSeeLearnerIds), &[ViewLearnerId], "S003-104 S004-153"),
    cell(OwnTenant, While(InstructorsUseCommunityGroups), &[AccessCommunityGroup], "S003-105 S004-154"),
    cell(OwnTenant, While(InstructorsSeeAllUsers), &[ListAccounts], "S003-96 S004-145"),
    cell(OwnTenant, While(InstructorsOpenReports), &[AccessReportArea], "S003-97 S004-146"),
];

/// Helps where it was named, and learns like others.
pub(super) const ASSISTANT: &[Cell] = &[
    cell(OwnAudience, Always, &[EnrollSelf], "S003-112 S004-173"),
    cell(OwnAudience, Always, &[AccessCourse], ""),
    cell(OwnTenant, Always, &[EnrollSelfPath], "S003-113 S004-174"),
    cell(OwnTenant, Always, &[EnrollSelfGroup], "S003-114 S004-175"),
    cell(OwnTenant, Always, &[CreateCollaborationGroup], "S003-115 S004-176"),
];
