//! Every action of the product, in one list. A line reads: the name in code, the target that a handler brings, what it
//! does to the world, the id in words, and what it is.
//!
//! The id is the capability of `tests/conformance/vocabulary.csv` wherever one exists. An action without a target is
//! decided, shown and explained like any other, but no endpoint asks for it yet: give it a target, and it becomes a
//! type in [`act`] that handlers and the store can name.

use super::actions;
use crate::target::{
    AccountRequestTarget, AccountTarget, CatalogTarget, CertificateTarget, CourseTarget, CoursesTarget,
    EnrollmentTarget, LessonTarget, NewAccountTarget, NewCourseTarget, OrderTarget, OwnTarget, PartnerTarget,
    PathEnrollmentTarget, PermissionSetTarget, PersonTarget, PlaceTarget, PlatformTarget, RoleTarget, TenantTarget,
};

actions! {
    // The public catalog and buying.
    ViewPublicCatalog(CatalogTarget) reads "public_catalog.view" "Browse the public catalog";
    ApplyForCourse(CourseTarget) joins "public_registration.request" "Apply for a course of the public catalog";
    AdvanceOrder(OrderTarget) writes "order.advance"
        "Attach the checkout to an order, or close an order that nobody paid";
    FulfillOrder(OrderTarget) writes "order.fulfill" "Turn a paid order into an account and an enrollment";
    SettleOrder(OrderTarget) writes "order.settle" "Record money that went back, and take or give access with it";
    RequestPasswordLink(AccountTarget) joins "password.request_link"
        "Ask for the link that sets or resets the password";
    OfferPublicCourse reads "public_course.offer" "Offer a public course to outsiders";
    ConfirmPublicRegistration writes "public_registration.confirm" "Turn an application into a registration";
    AdministerPublicCatalog writes "public_catalog.administer" "Administer the public catalog";
    // One's own account.
    ViewSelf(OwnTarget) reads "self.view" "See one's own account";
    SetPassword(AccountTarget) joins "password.set" "Set the password with a one-use link";
    ChangePassword(OwnTarget) joins "password.change" "Change the password knowing the present one";
    ChangeOwnEmail(OwnTarget) joins "self.change_email" "Ask for another address of one's own account";
    ConfirmEmail(AccountTarget) joins "self.confirm_email" "Take over the address that a mailed link proves";
    ManageOwnLogins(OwnTarget) joins "self.logins" "See where one is signed in, and end any of these logins";
    ListOwnOrders(OwnTarget) reads "order.list_own" "List one's own orders and open their invoices";
    ExportSelf(OwnTarget) reads "self.export" "Download everything that is kept of oneself";
    DeleteSelf(OwnTarget) joins "self.delete" "Delete one's own account";
    ManageSecondFactors(OwnTarget) joins "self.second_factors" "Set up and take away one's own second factors";
    ViewProfile(PersonTarget) reads "profile.view" "See parts of a profile";
    EditProfile(OwnTarget) joins "profile.edit" "Write one's own profile page and put photos on it";
    AskFriend(TenantTarget) joins "friend.ask" "Ask somebody of one's own platform to be friends";
    ManageFriends(OwnTarget) joins "friend.manage" "See one's own friends, accept them and part from them";
    ViewOwnAnalytics reads "analytics.view_own" "See one's own learning analytics";
    ViewOwnGrade reads "grade.view_own" "See one's own grades";
    UseSocial joins "social.use" "Use the social features";
    OptOutActivityReportWeekly joins "activity_report.weekly.opt_out" "Switch off one's own weekly activity report";
    AccessAffiliateLink reads "affiliate_link.access" "Open one's own referral link";
    EarnCommission joins "commission.earn" "Earn a commission from referrals";
    RunReportAffiliate reads "report.affiliate.run" "Run affiliate reports";
    // Accounts.
    CreateAccount(NewAccountTarget) writes "user.create" "Make an account";
    ListAccounts(TenantTarget) reads "user.directory.view_full" "List and search the accounts of a tenant";
    ViewAccount(PersonTarget) reads "user.details.view" "See an account";
    EditAccount(AccountTarget) writes "user.edit" "Change an account's name or expiry";
    SetAccountStatus(AccountTarget) writes "account_status.assign" "Switch an account off or on";
    EndLogins(AccountTarget) writes "user.end_logins" "Sign an account out everywhere";
    ResetSecondFactors(AccountTarget) writes "user.reset_second_factors"
        "Take an account's second factors away, for somebody who lost them";
    DeleteAccount(AccountTarget) writes "user.delete" "Delete an account";
    InviteAccount(AccountTarget) writes "user.invite" "Mail an account's owner a link to set the password";
    FoundPlatform(PlatformTarget) writes "super_admin.bootstrap" "Make the first administrator of a fresh platform";
    ViewCredentials reads "user.credentials.view" "See another person's password or other sign-in data";
    ImpersonateUser(AccountTarget) writes "user.impersonate" "Log in as another user";
    ImportUser(NewAccountTarget) writes "user.import" "Create several accounts at once";
    AssistUser writes "user.assist" "Help another user in person";
    ViewUserDirectory(TenantTarget) reads "user.directory.view" "Open the user directory";
    ViewRestrictedUserDirectory reads "user.directory.view_restricted" "Open a reduced user directory";
    ViewByTypeUserDirectory(TenantTarget) reads "user.directory.view_by_type" "Open the directory of one account type";
    ViewAccountStatus(TenantTarget) reads "account_status.view" "See the status of accounts";
    ListPendingUser(TenantTarget) reads "pending_user.list" "See the list of pending users";
    ApprovePendingUser(AccountRequestTarget) writes "pending_user.approve" "Turn a pending request into an account";
    ViewLearnerId reads "learner_id.view" "See identifiers of learners";
    ViewAdministratorExtent reads "administrator.extent.view" "See the full/partial attribute of an administrator";
    EditAdministratorExtent writes "administrator.extent.edit"
        "Change the full/partial attribute of an administrator";
    AssignLevel writes "level.assign" "Give an account its level";
    ChangeLevel writes "level.change" "Change the level of an account";
    AssignRole(RoleTarget) writes "role.assign" "Give somebody a role";
    ChangeRole writes "role.change" "Replace the role of an account";
    GrantSubsetPermission(RoleTarget) writes "permission.grant_subset" "Give an account a chosen part of the full permission set";
    AssignSupervision(RoleTarget) writes "supervision.assign" "Link a manager to a supervised person";
    ListSupervision(AccountTarget) reads "supervision.list" "See the managers of a person";
    EnableSupervisionExtendedRights writes "supervision.extended_rights.enable"
        "Switch on further functions of managers";
    // The platform, its policies and its owner.
    AccessAdminArea reads "admin_area.access" "Open the administration area or Admin menu";
    AdministerPlatform writes "platform.administer" "Administer the platform in general";
    ConfigurePlatform(PlatformTarget) writes "platform.configure" "Set up the platform and its settings";
    ViewPlatformSettings(PlatformTarget) reads "platform.settings.view" "See platform settings";
    ViewAnyPlatformArea reads "platform.area.view_any" "Enter any area";
    ViewOtherPlatformArea reads "platform.area.view_other" "Enter areas not named one by one";
    EditAnyPlatformArea writes "platform.area.edit_any" "Change anything in any area";
    RestrictPlatformArea writes "platform.area.restrict" "Close an area of the platform to learners";
    SetPlatformUrl writes "platform.url.set" "Choose the platform URL";
    DeletePlatform writes "platform.delete" "Delete the site (company)";
    TransferSuperStatus(RoleTarget) writes "super_status.transfer" "Hand the super status over to a different administrator";
    ViewBilling reads "billing.view" "Open billing information, plans menu included";
    ReceiveBillingAlert reads "billing.alert.receive" "Be notified about payments";
    AssignBillingContact(RoleTarget) writes "billing_contact.assign" "Choose which administrators are billing contacts";
    EnableAccountType(PlatformTarget) writes "account_type.enable" "Make an optional account type available on the platform";
    ViewApp reads "app.view" "See an app (add-on) of the platform";
    ManageApp writes "app.manage" "Manage an app (add-on) of the platform";
    ViewFeature reads "feature.view" "See a platform feature";
    ManageFeature writes "feature.manage" "Configure a platform feature";
    ViewPolicy(PlatformTarget) reads "policy.view" "See policies";
    SetPolicy(PlatformTarget) writes "policy.set" "Set policies";
    SetPolicyFeatureAccess writes "policy.feature_access.set" "Decide by policy which features a kind of user gets";
    ViewPermissionGrid(TenantTarget) reads "permission_grid.view" "See the grid of permissions per role";
    EditPermissionGrid writes "permission_grid.edit" "Change permissions in the grid";
    CustomizePermission(TenantTarget) writes "permission.customize" "Configure the permissions of roles";
    ViewAllAnalytics reads "analytics.view_all" "See learning analytics of the whole platform";
    AccessHelpCenter reads "help_center.access" "Open the Help Center";
    AccessHelpCenterSupportForum reads "help_center.support_forum.access" "Open the Help Center support forum";
    AccessHelpCenterHowtoVideos reads "help_center.howto_videos.access" "Open the Help Center how-to videos";
    AccessHelpCenterGuides reads "help_center.guides.access" "Open the Help Center guides";
    AccessHelpCenterDiscussionForum reads "help_center.discussion_forum.access"
        "Open the Help Center discussion forum";
    AccessHelpCenterSuggestions reads "help_center.suggestions.access" "Open the Help Center suggestions area";
    AccessHelpCenterRoadmap reads "help_center.roadmap.access" "Open the Help Center roadmap";
    // Partner platforms, organizations and networks.
    CreatePartner(PlatformTarget) writes "partner_platform.create" "Make a partner platform";
    ListPartners(PlatformTarget) reads "partner_platform.list" "List partner platforms";
    ViewPartner(PartnerTarget) reads "partner_platform.view" "See a partner platform";
    EditPartner(PartnerTarget) writes "partner_platform.edit" "Change a partner platform";
    AdministerPartnerPlatform writes "partner_platform.administer" "Administer a partner platform";
    CreateOrganization writes "organization.create" "Create an organization";
    ViewOrganization reads "organization.view" "See an organization";
    ActOrganization writes "organization.act" "Act within an organization";
    AdministerOrganization writes "organization.administer" "Administer one organization";
    AttachOrganization writes "organization.attach" "Tie an account to an organization";
    ChangeOrganization writes "organization.change" "Move an account to a different organization";
    EnableOrganizationFeature writes "organization.feature.enable" "Switch on organizations for the platform";
    DefinePermissionSet(PermissionSetTarget) writes "permission_set.define"
        "Make and change power-user profiles and custom roles";
    OverrideOrganizationPermission(TenantTarget) writes "organization.permission.override"
        "Override permissions for one organization";
    CreateNetwork writes "network.create" "Create a network";
    ConfigureNetwork writes "network.configure" "Configure the network";
    AddNetworkBusiness writes "network.business.add" "Bring a business into the network";
    SetNetworkPassword writes "network.password.set" "Set the network password";
    // Courses.
    CreateCourse(NewCourseTarget) writes "course.create" "Make a course";
    ListCourses(CoursesTarget) reads "course.list" "List a tenant's courses, drafts included";
    ViewCourse(CourseTarget) reads "course.view" "See a course as those who run it do";
    EditCourse(CourseTarget) writes "course.edit" "Change a course, its price and its lessons";
    PublishCourse(CourseTarget) writes "course.publish" "Publish, unpublish or archive a course";
    ImportCourses(NewCourseTarget) writes "course.import" "Import courses from a feed";
    AdministerCourse writes "course.administer" "Hold every right in one course";
    ConfigureCourse writes "course.configure" "Change course settings";
    EditCourseLayout writes "course.layout.edit" "Change the layout of a course";
    ArchiveCourse writes "course.archive" "Archive a course";
    DeleteCourse writes "course.delete" "Delete a course";
    RestrictCourse writes "course.restrict" "Close a course to learners";
    ExportJsonCourse(CourseTarget) reads "course.export_json" "Download courses as JSON";
    LeadCourse writes "course.lead" "Be the person leading a course";
    AssistCourse writes "course.assist" "Help an instructor run a course";
    AddCourseContent writes "course.content.add" "Add training material to a course";
    EditCourseContent writes "course.content.edit" "Edit training material";
    DeleteCourseContent writes "course.content.delete" "Delete training material";
    ConfigureCourseContent writes "course.content.configure" "Configure training material";
    AddCourseWidget writes "course.widget.add" "Add a widget to a course";
    RemoveCourseWidget writes "course.widget.remove" "Remove a widget from a course";
    ConfigureCourseWidget writes "course.widget.configure" "Configure a course widget";
    CreateCourseTemplate writes "course.template.create" "Create a course template";
    EditCourseTemplate writes "course.template.edit" "Edit a course template";
    ViewCourseReport reads "course.report.view" "See reports or statistics of one course";
    // Learning.
    ListOwnCourses(OwnTarget) reads "enrollment.list_own" "List one's own courses";
    AccessCourse(CourseTarget) reads "course.access" "Open a course and see its outline";
    ReadLesson(LessonTarget) reads "course.content.view" "Read a lesson";
    KeepProgress(CourseTarget) joins "course.participate" "Follow a course and keep one's own progress in it";
    EnrollSelf(CourseTarget) joins "course.enroll_self" "Enroll oneself where the course is open to its audience";
    UseCourseTools joins "course.tools.use" "Use collaboration tools in a course";
    AccessCatalog(CoursesTarget) reads "catalog.access" "Open the (internal) course catalog";
    AddPlaylistCourse joins "playlist.course.add" "Put a course in a playlist";
    SubmitAssessment joins "assessment.submit" "Hand in an assessment of any kind";
    GradeAssessment writes "assessment.grade" "Grade an assessment of any kind";
    SubmitAssignment joins "assignment.submit" "Hand in an assignment";
    EvaluateAssignment writes "assignment.evaluate" "Evaluate handed-in assignments";
    TakeTest joins "test.take" "Take a test";
    EvaluateTest writes "test.evaluate" "Evaluate tests";
    CorrectOpenQuestion writes "open_question.correct" "Correct free-text answers";
    VerifyCertificate(CertificateTarget) reads "certificate.verify" "See what a certificate says, knowing its id";
    RetrieveCertificate reads "certificate.retrieve" "Obtain a certificate earned by somebody else";
    CopyCertificateEmail reads "certificate.email.copy" "Be a copy recipient of a certificate email";
    // Other people's enrollments.
    ListEnrollments(CourseTarget) reads "course.enrollment.list" "See who is in a course";
    EnrollAccount(EnrollmentTarget) writes "course.enrollment.create" "Put an account into a course";
    ChangeEnrollment(EnrollmentTarget) writes "enrollment_status.assign" "Give an enrollment its status";
    RemoveEnrollment(EnrollmentTarget) writes "course.enrollment.remove" "Take an account out of a course";
    ValidateRegistration writes "registration.validate" "Approve registrations submitted by a coach";
    ListIltSessionEnrollment reads "ilt_session.enrollment.list" "List who is enrolled in an ILT session";
    EvaluateIltSessionResult writes "ilt_session.result.evaluate" "Evaluate participants of an ILT session";
    MarkIltSessionAttendance writes "ilt_session.attendance.mark" "Mark attendance of an ILT session";
    AddIltSessionRecording writes "ilt_session.recording.add" "Add a recording to an ILT webinar";
    // What widgets bring into a course.
    CreateForum joins "forum.create" "Start a forum";
    LockForum writes "forum.lock" "Lock a whole forum";
    CreateForumPost joins "forum.post.create" "Open a discussion in a forum";
    ReplyForumPost joins "forum.post.reply" "Reply in a discussion";
    EditOwnForumPost joins "forum.post.edit_own" "Edit one's own discussion";
    EditOthersForumPost writes "forum.post.edit_others" "Edit somebody else's discussion";
    DeleteOthersForumPost writes "forum.post.delete_others" "Delete somebody else's discussion";
    MoveForumPost writes "forum.post.move" "Move a discussion to another forum";
    LockForumPost writes "forum.post.lock" "Lock one discussion";
    MarkImportantForumPost writes "forum.post.mark_important" "Flag one discussion as important";
    ModerateForumPost writes "forum.post.moderate" "Moderate discussions";
    CreateComment joins "comment.create" "Write a comment";
    ReplyComment joins "comment.reply" "Reply to a comment";
    UploadFileRepositoryFile joins "file_repository.file.upload" "Upload to the file repository widget";
    DownloadFileRepositoryFile reads "file_repository.file.download" "Download from the file repository widget";
    CreateFileRepositoryFolder writes "file_repository.folder.create" "Create a folder in the file repository widget";
    AskQuestion joins "question.ask" "Ask a question (Q&A widget)";
    AnswerQuestion joins "question.answer" "Answer a question (Q&A widget)";
    ViewVideoconference reads "videoconference.view" "See available videoconferences";
    JoinVideoconference joins "videoconference.join" "Join a videoconference";
    ScheduleVideoconference writes "videoconference.schedule" "Schedule a videoconference";
    // Paths and programs.
    AccessPath(PlaceTarget) reads "path.access" "Open a learning path";
    CreatePath(PlaceTarget) writes "path.create" "Create a learning path";
    AdministerPath(PlaceTarget) writes "path.administer" "Hold every right in one path";
    AddPathAdministrator(RoleTarget) writes "path.administrator.add" "Add an administrator to a path";
    AssistPath(PlaceTarget) writes "path.assist" "Help an instructor run a path";
    ConfigurePath(PlaceTarget) writes "path.configure" "Change path settings";
    ConfigurePathGoal writes "path.goal.configure" "Configure the goals of a path";
    RestrictPath writes "path.restrict" "Close a path to learners";
    EnrollSelfPath(PlaceTarget) joins "path.enroll_self" "Enroll oneself in a path";
    CreatePathEnrollment(PathEnrollmentTarget) writes "path.enrollment.create" "Enroll other people in a path";
    ChangePathEnrollment(PathEnrollmentTarget) writes "path.enrollment.change"
        "Give an enrollment in a path its status, or end it";
    ParticipatePath joins "path.participate" "Follow a path";
    AccessProgram(PlaceTarget) reads "program.access" "Open a training program";
    CreateProgram(PlaceTarget) writes "program.create" "Create a training program";
    LeadProgram(PlaceTarget) writes "program.lead" "Lead a program";
    ParticipateProgram joins "program.participate" "Follow a program";
    CreateProgramEnrollment(PathEnrollmentTarget) writes "program.enrollment.create" "Add participants to a program";
    RemoveProgramEnrollment(PathEnrollmentTarget) writes "program.enrollment.remove" "Remove participants from a program";
    FollowUpProgramParticipant writes "program.participant.follow_up" "Follow up with participants";
    ReceiveProgramNotification reads "program.notification.receive" "Be notified about events in a program";
    ViewProgramReport reads "program.report.view" "See program statistics";
    DownloadProgramReport reads "program.report.download" "Download program statistics";
    ConfirmValidationStep writes "validation_step.confirm" "Confirm a validation step of a program";
    // Groups, teams and channels.
    CreateGroup(PlaceTarget) writes "group.create" "Create a group";
    CreateBusinessGroup writes "group.create_business" "Create a business group";
    CreateCollaborationGroup joins "group.create_collaboration" "Create a collaboration group";
    AdministerGroup(PlaceTarget) writes "group.administer" "Hold every right in one group";
    ConfigureGroup(PlaceTarget) writes "group.configure" "Change group settings";
    RestrictGroup writes "group.restrict" "Close a group to learners";
    EnrollSelfGroup joins "group.enroll_self" "Join a group oneself";
    ParticipateGroup joins "group.participate" "Take part in group activities";
    AccessGroupCatalog reads "group.catalog.access" "Reach the trainings in the catalog of a group";
    AddGroupAction writes "group.action.add" "Add an automatic action to a group";
    EnrollGroupMember(RoleTarget) writes "group.member.enroll" "Add a member to a group directly";
    InviteGroupMember writes "group.member.invite" "Invite a person to a group";
    ListGroupMember(PlaceTarget) reads "group.member.list" "See the members of a group";
    RemoveGroupMember(RoleTarget) writes "group.member.remove" "Remove a member from a group";
    ViewGroupMemberReport reads "group.member.report.view" "See statistics on everything group members take";
    PostGroupNewsfeed joins "group.newsfeed.post" "Post in the newsfeed of a group";
    SendGroupReminder writes "group.reminder.send" "Send reminder emails to group learners";
    AddGroupResource joins "group.resource.add" "Add a resource to a group";
    UseGroupTools joins "group.tools.use" "Use collaboration tools in a group";
    AccessCommunityGroup reads "community_group.access" "Open community groups";
    CreateTeam(PlaceTarget) writes "team.create" "Create a team";
    AdministerTeam(PlaceTarget) writes "team.administer" "Hold every right in one team";
    ConfigureTeam(PlaceTarget) writes "team.configure" "Change team settings";
    EnrollSelfTeam joins "team.enroll_self" "Join a team oneself";
    ParticipateTeam joins "team.participate" "Take part in team activities";
    BuildOwnTeam writes "team.build_own" "Compose one's own team";
    AddTeamAction writes "team.action.add" "Add an automatic action to a team";
    MonitorTeamActivity reads "team.activity.monitor" "Watch what team members do";
    ManageTeamLearning writes "team.learning.manage" "Manage parts of the learning of team members";
    ContactTeamMember writes "team.member.contact" "Contact a team member";
    EnrollTeamMember(RoleTarget) writes "team.member.enroll" "Add a member to a team";
    ListTeamMember(PlaceTarget) reads "team.member.list" "See the members of a team";
    RemoveTeamMember(RoleTarget) writes "team.member.remove" "Remove a member from a team";
    RunTeamMemberReport reads "team.member.report.run" "Run reports about members of a team";
    PostTeamNewsfeed joins "team.newsfeed.post" "Post in the newsfeed of a team";
    AddTeamResource joins "team.resource.add" "Add a resource to a team";
    UseTeamTools joins "team.tools.use" "Use collaboration tools in a team";
    AssignChannelExpert(RoleTarget) writes "channel.expert.assign" "Name the experts of a channel";
    ReviewChannelContent(PlaceTarget) writes "channel.content.review" "Peer-review learner content in a channel";
    PublishChannelContent(PlaceTarget) writes "channel.content.publish" "Publish learner content after peer review";
    RejectChannelContent writes "channel.content.reject" "Reject learner content after peer review";
    AnswerChannelQuestion writes "channel.question.answer" "Answer a learner's question about a channel";
    AnswerAssetQuestion writes "asset.question.answer" "Answer a learner's question about one knowledge asset";
    ConfigurePublicChannel writes "public_channel.configure" "Configure the Public Channel";
    // Supervision.
    ReceiveActivityReportWeekly reads "activity_report.weekly.receive"
        "Be sent the weekly activity report on supervised people";
    CreateGoal writes "goal.create" "Add a goal for a supervised person";
    EditGoal writes "goal.edit" "Change a goal of a supervised person";
    // Resources, calendar and reports.
    AccessResourceCatalog reads "resource.catalog.access" "Open the resource catalog";
    CreateResource writes "resource.create" "Add a resource to the catalog";
    EditResource writes "resource.edit" "Edit a catalog resource";
    ManageResource writes "resource.manage" "Manage catalog resources";
    BulkImportResource writes "resource.bulk_import" "Upload many resources at once";
    AccessCalendar reads "calendar.access" "Open the calendar";
    CreateCalendarEvent writes "calendar.event.create" "Add a calendar event";
    AccessReportArea reads "report.area.access" "Open the reports area";
    RunReport(TenantTarget) reads "report.run" "Run (some) reports";
    RunAnyReport reads "report.run_any" "Run reports of every type";
    RunReportCourse reads "report.course.run" "Run course reports in the reports area";
    RunReportCompliance reads "report.compliance.run" "Run compliance reports";
    // Orders and records.
    ListOrders(PlatformTarget) reads "order.list" "List orders";
    ViewOrder(OrderTarget) reads "order.view" "See an order";
    RefundOrder(OrderTarget) writes "order.refund" "Give money back";
    ResolveOrder(OrderTarget) writes "order.resolve" "Decide about an order that a person must look at";
    ListPromotions(PlatformTarget) reads "promotion.list" "List promotion codes";
    EditPromotion(PlatformTarget) writes "promotion.edit" "Make promotion codes, and switch them off";
    ViewAudit(PlatformTarget) reads "audit.view" "Read the audit log";
    ExplainPermissions(PlatformTarget) reads "permission.explain" "Ask why somebody may or may not do something";
}
