//! Those who look after people.

use super::{Cell, cell};
use crate::action::Action::*;
use crate::condition::Condition::{Always, While};
use crate::condition::Switch::*;
use crate::object::Reach::{Friends, Held, Own, OwnAdministrators, OwnAudience, OwnTenant};

/// The account type. What it may about its people comes with each of them.
pub(super) const MANAGER: &[Cell] = &[
    cell(OwnAudience, Always, &[EnrollSelf], "S003-168 S004-243"),
    cell(OwnAudience, Always, &[AccessCourse], ""),
    cell(OwnTenant, Always, &[EnrollSelfPath], "S003-169 S004-244"),
    cell(OwnTenant, Always, &[EnrollSelfGroup], "S003-170 S004-245"),
    cell(OwnTenant, Always, &[ViewRestrictedUserDirectory], "S003-167 S004-242"),
    cell(Own, Always, &[OptOutActivityReportWeekly], "S002-80"),
    cell(Own, While(ManagersBuildTeams), &[BuildOwnTeam], "S001-80"),
];

/// The account type. What it may about its children comes with each of them.
pub(super) const PARENT: &[Cell] = &[
    cell(OwnAudience, Always, &[EnrollSelf], "S003-152 S004-227"),
    cell(OwnAudience, Always, &[AccessCourse], ""),
    cell(OwnTenant, Always, &[EnrollSelfPath], "S003-153 S004-228"),
    cell(OwnTenant, Always, &[EnrollSelfGroup], "S003-154 S004-229"),
    cell(OwnTenant, Always, &[ViewRestrictedUserDirectory], "S003-151 S004-226"),
    cell(OwnAdministrators, Always, &[ViewAccount], "S003-150 S004-224"),
    cell(Friends, Always, &[ViewAccount], "S003-148 S004-222"),
];

/// The account type. What it may about its people comes with each of them.
pub(super) const MENTOR: &[Cell] = &[
    cell(OwnAudience, Always, &[EnrollSelf], "S003-182 S004-261"),
    cell(OwnAudience, Always, &[AccessCourse], ""),
    cell(OwnTenant, Always, &[EnrollSelfPath], "S003-183 S004-262"),
    cell(OwnTenant, Always, &[EnrollSelfGroup], "S003-184 S004-263"),
    cell(OwnTenant, Always, &[ViewRestrictedUserDirectory], "S003-181 S004-260"),
    cell(OwnTenant, Always, &[CreateGroup], "S003-185 S004-264"),
];

/// One person who is managed. No certificates: this grant does not bring them (S002-82, S002-83).
pub(super) const SUPERVISING_MANAGER: &[Cell] = &[
    cell(Held, Always, &[ViewAccount], "S003-160 S003-161 S004-239"),
    cell(Held, Always, &[MonitorTeamActivity], "S001-77"),
    cell(Held, Always, &[ManageTeamLearning], "S001-78"),
    cell(Held, Always, &[ContactTeamMember], "S001-79"),
    cell(Held, Always, &[ViewProgramReport], "S002-75"),
    cell(Held, Always, &[DownloadProgramReport], "S002-77"),
    cell(Held, Always, &[ReceiveActivityReportWeekly], "S002-79"),
    cell(Held, Always, &[ConfirmValidationStep], "S002-81"),
    cell(Held, Always, &[RunReport], "S003-164 S004-240"),
    cell(Held, Always, &[RunReportCompliance], "S003-171 S004-246"),
    cell(Held, Always, &[RunReportCourse], "S003-172 S004-247"),
    cell(Held, Always, &[ListSupervision], ""),
    cell(Held, While(ManagersEnroll), &[EnrollAccount], "S001-82 S003-162"),
    cell(Held, While(ManagersEnroll), &[CreatePathEnrollment], "S001-83"),
    cell(Held, While(ManagersRemove), &[RemoveEnrollment], "S003-163"),
    cell(Held, While(ManagersSetGoals), &[CreateGoal], "S003-165"),
    cell(Held, While(ManagersSetGoals), &[EditGoal], "S003-166"),
];

/// One child.
pub(super) const SUPERVISING_PARENT: &[Cell] = &[cell(Held, Always, &[ViewAccount], "S003-149 S004-223")];

/// One person who is helped.
pub(super) const SUPERVISING_MENTOR: &[Cell] =
    &[cell(Held, Always, &[AssistUser], "S003-179 S004-257"), cell(Held, Always, &[ViewAccount], "")];
