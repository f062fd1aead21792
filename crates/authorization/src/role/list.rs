//! Every role of the product, in one list. Roles with equal names and different rights have different ids.
//!
//! A line reads: the name in code, the id, the height on the ladder of permission, what it is held on, and what it is.
//! Nobody acts on an account that stands higher. Roles that are held on one object add nothing to the height.

use super::Seat;

macro_rules! roles {
    ($($name:ident $id:literal rank $rank:literal on $seat:ident $words:literal;)*) => {
        /// A role.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $(#[doc = $words] $name),* }

        impl Role {
            /// Every role, the highest first.
            pub const ALL: &[Role] = &[$(Role::$name),*];

            /// The stable id.
            pub const fn id(self) -> &'static str {
                match self { $(Role::$name => $id),* }
            }

            /// Height on the ladder of permission. Nobody acts on an account that stands higher.
            pub const fn rank(self) -> u8 {
                match self { $(Role::$name => $rank),* }
            }

            /// What it is held on.
            pub const fn seat(self) -> Seat {
                match self { $(Role::$name => Seat::$seat),* }
            }

            /// What it is, in words.
            pub const fn words(self) -> &'static str {
                match self { $(Role::$name => $words),* }
            }
        }
    };
}

roles! {
    // Those who run a platform.
    Owner "owner" rank 100 on Mark "The one holder of the platform (super admin), protected from everybody.";
    InternalAdministrator "internal_administrator" rank 90 on Kind "Runs the main platform and all partner platforms.";
    NetworkAdministrator "network_administrator" rank 90 on Mark "Joins several businesses into a network.";
    PartialAdministrator "partial_administrator" rank 80 on Type "Runs the platform with fixed exclusions.";
    PartnerAdministrator "partner_administrator" rank 50 on Kind "Runs one partner platform.";
    OrganizationAdministrator "organization_administrator" rank 45 on Organization "Runs parts of one organization.";
    PowerUser "power_user" rank 40 on Chosen "Chosen administrators' actions on chosen objects.";
    ContentAdministrator "content_administrator" rank 30 on Type "Keeps resources and course templates.";
    Monitor "monitor" rank 30 on Type "An administrator who changes nothing.";
    BillingContact "billing_contact" rank 0 on Mark "Is told about payments and sees the bills.";

    // Those who make and teach courses.
    Author "author" rank 20 on Type "Makes courses without teaching them.";
    Instructor "instructor" rank 20 on Type "The account type that makes courses and teaches.";
    TeachingAssistant "teaching_assistant" rank 15 on Type "The account type that helps instructors.";
    CourseOwner "course_owner" rank 0 on Course "Made the course, or was given it; holds every right in it.";
    CourseCoInstructor "course_co_instructor" rank 0 on Course "Edits and configures the course beside its owner.";
    CourseCoAuthor "course_co_author" rank 0 on Course "Edits the course without teaching it.";
    CourseInstructor "course_instructor" rank 0 on Course "The enrollment role that leads a course.";
    CourseTutor "course_tutor" rank 0 on Course "The enrollment role that learns and moderates.";
    CourseAssistant "course_assistant" rank 0 on Course "Helps to run the course, and grades.";
    IltInstructor "ilt_instructor" rank 0 on IltSession "Is assigned to one dated session of a course.";

    // Those who look after people.
    Manager "manager" rank 15 on Type "The account type of those with direct reports.";
    Parent "parent" rank 10 on Type "The account type of parents.";
    Mentor "mentor" rank 10 on Type "The account type of those who help others in person.";
    SupervisingManager "supervising_manager" rank 0 on Person "Is the manager of one person.";
    SupervisingParent "supervising_parent" rank 0 on Person "Is the parent of one person.";
    SupervisingMentor "supervising_mentor" rank 0 on Person "Is the mentor of one person.";

    // Those who learn.
    InternalLearner "internal_learner" rank 10 on Kind "Takes the main platform's courses.";
    PartnerLearner "partner_learner" rank 10 on Kind "Takes one partner platform's courses.";
    PublicLearner "public_learner" rank 10 on Kind "Takes the public courses that were bought.";
    CourseLearner "course_learner" rank 0 on Course "Is enrolled in the course, with its lessons open.";
    Affiliate "affiliate" rank 10 on Type "Brings customers, and takes no courses.";

    // Paths and programs.
    PathAdministrator "path_administrator" rank 0 on Path "Holds every right in the path.";
    PathAssistant "path_assistant" rank 0 on Path "Helps to run the path.";
    PathLearner "path_learner" rank 0 on Path "Is enrolled in the path.";
    ProgramTutor "program_tutor" rank 0 on Path "Leads the program.";
    ProgramLearner "program_learner" rank 0 on Path "Is signed up for the program.";

    // Groups, teams, channels, organizations.
    GroupOwner "group_owner" rank 0 on Group "Made the group; equal to its administrator.";
    GroupAdministrator "group_administrator" rank 0 on Group "Holds every right in the group.";
    GroupCoach "group_coach" rank 0 on Group "Trains the group.";
    GroupMember "group_member" rank 0 on Group "Belongs to the group.";
    TeamOwner "team_owner" rank 0 on Team "Made the team; equal to its administrator.";
    TeamAdministrator "team_administrator" rank 0 on Team "Holds every right in the team.";
    TeamLeader "team_leader" rank 0 on Team "Leads the team.";
    TeamMember "team_member" rank 0 on Team "Belongs to the team.";
    ChannelExpert "channel_expert" rank 0 on Channel "Reviews and answers in the channel.";
    OrganizationMember "organization_member" rank 0 on Organization "Belongs to the organization.";

    // What comes without being given.
    Oneself "oneself" rank 0 on Outside "What every account may with itself.";
    Visitor "visitor" rank 0 on Outside "Anybody from outside.";
    LinkHolder "link_holder" rank 0 on Outside "Holds a one-use link that was mailed to an account's owner.";
    Payments "payments" rank 0 on Outside "The payment provider, after its word was verified.";
    Platform "platform" rank 0 on Outside "The platform's own schedules and streams.";
    Operator "operator" rank 95 on Outside "Runs the machine, at its command line.";
}
