//! Areas of the product: actions that whoever runs a platform, a tenant or a chosen part of one has together.

use super::{Cell, cell};
use crate::action::Action::{self, *};
use crate::condition::Condition::{Always, Widget};
use crate::condition::Widget::{Files, Forum, Questions, Videoconferences};
use crate::object::Reach;

/// Accounts, their status, their roles and who looks after them.
pub(super) const PEOPLE: &[Action] = &[
    CreateAccount,
    ListAccounts,
    ViewAccount,
    EditAccount,
    SetAccountStatus,
    EndLogins,
    ResetSecondFactors,
    DeleteAccount,
    InviteAccount,
    ImportUser,
    ViewUserDirectory,
    ViewByTypeUserDirectory,
    ViewAccountStatus,
    ListPendingUser,
    ApprovePendingUser,
    ViewLearnerId,
    AssignLevel,
    ChangeLevel,
    AssignRole,
    ChangeRole,
    AssignSupervision,
    ListSupervision,
    ViewProfile,
    AssistUser,
    ViewRestrictedUserDirectory,
    AttachOrganization,
    ChangeOrganization,
];
/// Courses and what is in them.
pub(super) const COURSES: &[Action] = &[
    CreateCourse,
    ListCourses,
    ViewCourse,
    EditCourse,
    PublishCourse,
    ImportCourses,
    AccessCourse,
    AdministerCourse,
    ConfigureCourse,
    EditCourseLayout,
    ArchiveCourse,
    DeleteCourse,
    RestrictCourse,
    LeadCourse,
    AssistCourse,
    ReadLesson,
    AddCourseContent,
    EditCourseContent,
    DeleteCourseContent,
    ConfigureCourseContent,
    AddCourseWidget,
    RemoveCourseWidget,
    ConfigureCourseWidget,
    CreateCourseTemplate,
    EditCourseTemplate,
    ViewCourseReport,
    UseCourseTools,
    AccessCatalog,
    AddPlaylistCourse,
];
/// Who is in a course, how far they came, and their marks.
pub(super) const ENROLLMENTS: &[Action] = &[
    ListEnrollments,
    EnrollAccount,
    ChangeEnrollment,
    RemoveEnrollment,
    GradeAssessment,
    EvaluateAssignment,
    EvaluateTest,
    CorrectOpenQuestion,
    RetrieveCertificate,
    ListIltSessionEnrollment,
    EvaluateIltSessionResult,
    MarkIltSessionAttendance,
    AddIltSessionRecording,
];
pub(super) const FORUMS: &[Action] = &[
    CreateForum,
    CreateForumPost,
    ReplyForumPost,
    EditOwnForumPost,
    CreateComment,
    ReplyComment,
    EditOthersForumPost,
    DeleteOthersForumPost,
    MoveForumPost,
    LockForum,
    LockForumPost,
    MarkImportantForumPost,
    ModerateForumPost,
];
pub(super) const FILES: &[Action] = &[UploadFileRepositoryFile, DownloadFileRepositoryFile, CreateFileRepositoryFolder];
pub(super) const QUESTIONS: &[Action] = &[AskQuestion, AnswerQuestion];
pub(super) const VIDEOCONFERENCES: &[Action] = &[ViewVideoconference, JoinVideoconference, ScheduleVideoconference];
/// Paths and programs.
pub(super) const PATHS: &[Action] = &[
    AccessPath,
    CreatePath,
    AdministerPath,
    AddPathAdministrator,
    AssistPath,
    ConfigurePath,
    ConfigurePathGoal,
    RestrictPath,
    CreatePathEnrollment,
    ChangePathEnrollment,
    AccessProgram,
    CreateProgram,
    LeadProgram,
    CreateProgramEnrollment,
    RemoveProgramEnrollment,
    FollowUpProgramParticipant,
    ViewProgramReport,
    DownloadProgramReport,
    ReceiveProgramNotification,
    ConfirmValidationStep,
];
/// Groups, teams and channels.
pub(super) const GROUPS: &[Action] = &[
    CreateGroup,
    CreateBusinessGroup,
    CreateCollaborationGroup,
    AdministerGroup,
    ConfigureGroup,
    RestrictGroup,
    AccessGroupCatalog,
    AddGroupAction,
    EnrollGroupMember,
    InviteGroupMember,
    ListGroupMember,
    RemoveGroupMember,
    ViewGroupMemberReport,
    PostGroupNewsfeed,
    SendGroupReminder,
    AddGroupResource,
    UseGroupTools,
    AccessCommunityGroup,
    CreateTeam,
    AdministerTeam,
    ConfigureTeam,
    BuildOwnTeam,
    AddTeamAction,
    MonitorTeamActivity,
    ManageTeamLearning,
    ContactTeamMember,
    EnrollTeamMember,
    ListTeamMember,
    RemoveTeamMember,
    RunTeamMemberReport,
    PostTeamNewsfeed,
    AddTeamResource,
    UseTeamTools,
    AssignChannelExpert,
    ReviewChannelContent,
    PublishChannelContent,
    RejectChannelContent,
    AnswerChannelQuestion,
    AnswerAssetQuestion,
    CreateGoal,
    EditGoal,
    ReceiveActivityReportWeekly,
];
/// Resources, calendar and reports.
pub(super) const RESOURCES: &[Action] = &[
    AccessResourceCatalog,
    CreateResource,
    EditResource,
    ManageResource,
    BulkImportResource,
    AccessCalendar,
    CreateCalendarEvent,
    AccessReportArea,
    RunReport,
    RunReportCourse,
    RunReportCompliance,
    ViewAllAnalytics,
];
/// The tenant itself.
pub(super) const OWN_TENANT: &[Action] = &[
    AccessAdminArea,
    ViewPartner,
    AdministerPartnerPlatform,
    ViewOrganization,
    ActOrganization,
    AdministerOrganization,
    OverrideOrganizationPermission,
    ViewPermissionGrid,
    ViewOtherPlatformArea,
    AccessHelpCenter,
];
/// What the platform is set to, as far as partial administrators set it too.
pub(super) const SETTINGS: &[Action] = &[
    AdministerPlatform,
    ConfigurePlatform,
    ViewPlatformSettings,
    ViewAnyPlatformArea,
    RestrictPlatformArea,
    SetPlatformUrl,
    ViewApp,
    ManageApp,
    ViewFeature,
    ManageFeature,
    ViewPolicy,
    SetPolicy,
    SetPolicyFeatureAccess,
    CreateOrganization,
    EnableOrganizationFeature,
    RunAnyReport,
    AdministerPublicCatalog,
    ConfirmPublicRegistration,
    ConfigurePublicChannel,
    EnableSupervisionExtendedRights,
    EnableAccountType,
];
/// What full administrators alone may.
pub(super) const POWERS: &[Action] = &[
    EditAnyPlatformArea,
    CustomizePermission,
    GrantSubsetPermission,
    DefinePermissionSet,
    ViewAdministratorExtent,
    EditAdministratorExtent,
    ImpersonateUser,
    CreateNetwork,
    AccessHelpCenterSupportForum,
    AccessHelpCenterHowtoVideos,
    AccessHelpCenterGuides,
    AccessHelpCenterDiscussionForum,
    AccessHelpCenterSuggestions,
    AccessHelpCenterRoadmap,
];
pub(super) const PARTNERS: &[Action] = &[CreatePartner, ListPartners, EditPartner];
/// Orders, promotion codes and records.
pub(super) const RECORDS: &[Action] =
    &[ListOrders, ViewOrder, RefundOrder, ResolveOrder, ListPromotions, EditPromotion, ViewAudit, ExplainPermissions];

/// Everything there is to run in a tenant, with one reach and for one reason.
pub(super) const fn of_tenant(reach: Reach, statements: &'static str) -> [Cell; 11] {
    [
        cell(reach, Always, PEOPLE, statements),
        cell(reach, Always, COURSES, statements),
        cell(reach, Always, ENROLLMENTS, statements),
        cell(reach, Widget(Forum), FORUMS, statements),
        cell(reach, Widget(Files), FILES, statements),
        cell(reach, Widget(Questions), QUESTIONS, statements),
        cell(reach, Widget(Videoconferences), VIDEOCONFERENCES, statements),
        cell(reach, Always, PATHS, statements),
        cell(reach, Always, GROUPS, statements),
        cell(reach, Always, RESOURCES, statements),
        cell(reach, Always, OWN_TENANT, statements),
    ]
}

/// Some cells, and some more.
#[expect(clippy::indexing_slicing, reason = "const code; the index is bounded by the loops")]
pub(super) const fn joined<const A: usize, const B: usize, const N: usize>(
    one: [Cell; A],
    more: [Cell; B],
) -> [Cell; N] {
    assert!(A + B == N, "the sum of both");
    let mut all = [cell(Reach::Own, Always, &[], ""); N];
    let mut index = 0;
    while index < N {
        all[index] = if index < A { one[index] } else { more[index - A] };
        index += 1;
    }
    all
}
