//! Roles on one group, team, channel or organization.

use super::{Cell, cell};
use crate::action::Action::*;
use crate::condition::Condition::{Always, Unless};
use crate::condition::Switch::*;
use crate::object::Reach::Held;

/// Equal to an administrator of the group.
pub(super) const GROUP_OWNER: &[Cell] = &[];

/// Every right in the group.
pub(super) const GROUP_ADMINISTRATOR: &[Cell] = &[
    cell(Held, Always, &[AdministerGroup], "S004-354"),
    cell(Held, Always, &[EnrollGroupMember], "S004-355"),
    cell(Held, Always, &[RemoveGroupMember], "S004-356"),
    cell(Held, Always, &[AddGroupAction], "S004-357"),
    cell(Held, Always, &[ConfigureGroup], "S004-358"),
    cell(Held, Always, &[RestrictGroup], "S003-138"),
    cell(Held, Always, &[ParticipateGroup], "S003-127"),
    cell(Held, Always, &[ListGroupMember, InviteGroupMember, PostGroupNewsfeed, AddGroupResource, UseGroupTools], ""),
];

/// Trains the group. Registrations take effect at once, or wait for an administrator.
pub(super) const GROUP_COACH: &[Cell] = &[
    cell(Held, Always, &[ConfigureGroup], "S002-93"),
    cell(Held, Always, &[InviteGroupMember], "S002-94"),
    cell(Held, Always, &[RemoveGroupMember], "S002-95"),
    cell(Held, Always, &[CreateProgram], "S002-96"),
    cell(Held, Always, &[ViewProgramReport], "S002-97"),
    cell(Held, Always, &[ViewGroupMemberReport], "S002-98"),
    cell(Held, Always, &[SendGroupReminder], "S002-99"),
    cell(Held, Always, &[ListGroupMember], ""),
    cell(Held, Unless(CoachesAreValidated), &[ValidateRegistration], "S002-42"),
];

pub(super) const GROUP_MEMBER: &[Cell] = &[
    cell(Held, Always, &[ParticipateGroup], "S003-127 S004-194"),
    cell(Held, Always, &[PostGroupNewsfeed], "S002-31 S004-359"),
    cell(Held, Always, &[AccessGroupCatalog], "S002-32"),
    cell(Held, Always, &[ListGroupMember], "S004-360"),
    cell(Held, Always, &[AddGroupResource], "S004-361"),
    cell(Held, Always, &[UseGroupTools], "S004-362"),
];

/// Equal to an administrator of the team.
pub(super) const TEAM_OWNER: &[Cell] = &[];

/// Every right in the team.
pub(super) const TEAM_ADMINISTRATOR: &[Cell] = &[
    cell(Held, Always, &[AdministerTeam], "S004-365"),
    cell(Held, Always, &[EnrollTeamMember], "S004-366"),
    cell(Held, Always, &[RemoveTeamMember], "S004-367"),
    cell(Held, Always, &[AddTeamAction], "S004-368"),
    cell(Held, Always, &[ConfigureTeam], "S004-369"),
    cell(Held, Always, &[RunTeamMemberReport], "S004-370"),
    cell(Held, Always, &[ListTeamMember, PostTeamNewsfeed, AddTeamResource, UseTeamTools, ParticipateTeam], ""),
];

pub(super) const TEAM_LEADER: &[Cell] = &[
    cell(Held, Always, &[RunTeamMemberReport], "S004-371"),
    cell(Held, Always, &[ParticipateTeam], "S004-372"),
    cell(Held, Always, &[ListTeamMember], ""),
];

pub(super) const TEAM_MEMBER: &[Cell] = &[
    cell(Held, Always, &[PostTeamNewsfeed], "S004-373"),
    cell(Held, Always, &[ListTeamMember], "S004-374"),
    cell(Held, Always, &[AddTeamResource], "S004-375"),
    cell(Held, Always, &[UseTeamTools], "S004-376"),
    cell(Held, Always, &[ParticipateTeam], ""),
];

/// Experts exist only with their module.
pub(super) const CHANNEL_EXPERT: &[Cell] = &[
    cell(Held, Always, &[ReviewChannelContent], "S001-86"),
    cell(Held, Always, &[PublishChannelContent], "S001-87"),
    cell(Held, Always, &[RejectChannelContent], "S001-88"),
    cell(Held, Always, &[AnswerChannelQuestion], "S001-89"),
    cell(Held, Always, &[AnswerAssetQuestion], "S001-90"),
];

/// Sees and acts within the one organization; what it may there comes with its other roles.
pub(super) const ORGANIZATION_MEMBER: &[Cell] =
    &[cell(Held, Always, &[ViewOrganization], "S004-329"), cell(Held, Always, &[ActOrganization], "S004-330")];
