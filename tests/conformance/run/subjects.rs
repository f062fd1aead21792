//! From the subject of a statement to somebody who asks: the mapping of `README.md`, one line a subject.

use authorization::Principal;
use authorization::Role::{self, *};
use domain::{AccountKind, AccountStatus};

use crate::table::Row;
use crate::world::{OURS, administrator, inside, internal, somebody};

/// Who asks. `None` where the subject is a thing, and its rows are shown one by one among the facts.
pub fn principal(row: &Row) -> Option<Principal> {
    let of_organization = row.scope == "organization";
    let anywhere = |roles: &[Role]| if of_organization { inside(roles) } else { internal(roles) };
    Some(match (row.source(), row.subject.as_str()) {
        ("S000", "internal administrator") => administrator(&[]),
        ("S000", "partner administrator") => of_kind(AccountKind::PartnerAdministrator(OURS)),
        ("S000", "internal learner") => of_kind(AccountKind::InternalLearner),
        ("S000", "partner learner") => of_kind(AccountKind::PartnerLearner(OURS)),
        ("S000", "public learner") => of_kind(AccountKind::PublicLearner),
        ("S000", "external visitor") => Principal::Visitor,

        ("S001", "user") => internal(&[PathLearner]),
        ("S001", "learner") => internal(&[]),
        ("S001", "superadmin") => administrator(&[]),
        ("S001", "instructor") => internal(&[CourseInstructor, IltInstructor]),
        ("S001", "tutor") => internal(&[CourseTutor]),
        ("S001", "manager") => internal(&[Manager, SupervisingManager]),
        ("S001", "expert") => internal(&[ChannelExpert]),
        ("S001", "activated") => with_status(AccountStatus::Activated),
        ("S001", "deactivated") => with_status(AccountStatus::Deactivated),
        ("S001", "expired") => with_status(AccountStatus::Expired),

        ("S002", "owner") => administrator(&[Owner]),
        ("S002", "administrator") => administrator(&[]),
        ("S002", "author") => internal(&[Author, CourseOwner]),
        ("S002", "co-author") => internal(&[Author, CourseCoAuthor]),
        ("S002", "learner") => internal(&[GroupMember, ProgramLearner]),
        ("S002", "tutor") => internal(&[ProgramTutor]),
        ("S002", "manager") => internal(&[Manager, SupervisingManager]),
        ("S002", "coach") => internal(&[GroupCoach]),

        (_, "super admin") => administrator(&[Owner]),
        (_, "portal administrator") => administrator(&[]),
        (_, "network administrator") => administrator(&[NetworkAdministrator]),
        (_, "billing contact") => administrator(&[BillingContact]),
        (_, "organization administrator" | "organization") => inside(&[OrganizationAdministrator]),
        (_, "organization member") => inside(&[OrganizationMember]),
        (_, "partial administrator") => internal(&[PartialAdministrator]),
        (_, "content administrator") => anywhere(&[ContentAdministrator]),
        (_, "monitor") => internal(&[Monitor]),
        (_, "affiliate") => internal(&[Affiliate]),
        ("S003" | "S004", "instructor") => anywhere(&[Instructor, CourseOwner, PathAdministrator]),
        (_, "course owner" | "course") => internal(&[Instructor, CourseOwner]),
        (_, "co-instructor") => internal(&[Instructor, CourseCoInstructor]),
        (_, "teaching assistant") => internal(&[TeachingAssistant, CourseAssistant, PathAssistant]),
        ("S003" | "S004", "manager") => internal(&[Manager, SupervisingManager]),
        (_, "parent") => internal(&[Parent, SupervisingParent]),
        (_, "mentor") => internal(&[Mentor, SupervisingMentor]),
        ("S003" | "S004", "learner") => internal(&[PathLearner, GroupMember]),
        (_, "path administrator") => internal(&[PathAdministrator]),
        (_, "group owner") => internal(&[GroupOwner]),
        (_, "group administrator") => internal(&[GroupAdministrator]),
        (_, "group member") => internal(&[GroupMember]),
        (_, "team owner") => internal(&[TeamOwner]),
        (_, "team administrator") => internal(&[TeamAdministrator]),
        (_, "team leader") => internal(&[TeamLeader]),
        (_, "team member") => internal(&[TeamMember]),
        // Rows about accounts say what may become of one: administrators cause it (settled, 4).
        (_, "user account") => administrator(&[]),
        _ => return None,
    })
}

/// The type of account that a `role.*.hold` row is about.
pub fn holder(row: &Row) -> Option<Principal> {
    Some(match (row.source(), row.subject.as_str()) {
        ("S001", "user") | ("S002" | "S004", "learner") => internal(&[]),
        ("S001", "power user") => internal(&[PowerUser]),
        ("S002", "author") => internal(&[Author]),
        ("S003" | "S004", "instructor") => internal(&[Instructor]),
        (_, "teaching assistant") => internal(&[TeachingAssistant]),
        (_, "parent") => internal(&[Parent]),
        (_, "manager") => internal(&[Manager]),
        (_, "mentor") => internal(&[Mentor]),
        ("S004", "portal administrator") => administrator(&[]),
        _ => return principal(row),
    })
}

fn of_kind(kind: AccountKind) -> Principal {
    Principal::Account(somebody(kind, &[]))
}

fn with_status(status: AccountStatus) -> Principal {
    let mut standing = somebody(AccountKind::InternalLearner, &[]);
    standing.status = status;
    Principal::Account(standing)
}
