//! Which roles make somebody a member of a place, and which its maker gets.

use domain::PlaceKind;

use crate::compatibility::may_hold;
use crate::grid::Grid;
use crate::principal::{GrantObject, Standing};
use crate::role::Role;

/// The role that belonging to a place is.
pub const fn member_role(kind: PlaceKind) -> Role {
    match kind {
        PlaceKind::Group => Role::GroupMember,
        PlaceKind::Team => Role::TeamMember,
        PlaceKind::Channel => Role::ChannelExpert,
        PlaceKind::Path => Role::PathLearner,
        PlaceKind::Program => Role::ProgramLearner,
    }
}

/// Whether a role is one of places of this kind. What is held on a path and what is held on a program are told apart by
/// nothing else: both are one sort of object.
pub const fn is_role_of(kind: PlaceKind, role: Role) -> bool {
    match role {
        Role::PathAdministrator | Role::PathAssistant | Role::PathLearner => matches!(kind, PlaceKind::Path),
        Role::ProgramTutor | Role::ProgramLearner => matches!(kind, PlaceKind::Program),
        _ => true,
    }
}

/// What the maker of a place becomes in it: its owner, or its administrator where owners are not of the maker's type
/// (S003-185, S004-264, S004-271).
pub fn maker_role(grid: &Grid, maker: &Standing, kind: PlaceKind, place: GrantObject) -> Option<Role> {
    let wanted: &[Role] = match kind {
        PlaceKind::Group => &[Role::GroupOwner, Role::GroupAdministrator],
        PlaceKind::Team => &[Role::TeamOwner, Role::TeamAdministrator],
        PlaceKind::Channel => &[],
        PlaceKind::Path => &[Role::PathAdministrator],
        PlaceKind::Program => &[Role::ProgramTutor],
    };
    wanted.iter().copied().find(|role| may_hold(grid, maker, *role, place, 0).is_ok())
}

/// What the maker of a course becomes in it: its owner, where accounts of the maker's type own courses (S004-340).
pub fn course_maker_role(grid: &Grid, maker: &Standing, course: GrantObject) -> Option<Role> {
    may_hold(grid, maker, Role::CourseOwner, course, 0).is_ok().then_some(Role::CourseOwner)
}

/// In what part somebody is enrolled in a course, other than as its learner (S001-60, S001-75).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeachingPart {
    /// Learns, and moderates.
    Tutor,
    /// Leads the course.
    Instructor,
}

impl TeachingPart {
    /// Every part.
    pub const ALL: [TeachingPart; 2] = [TeachingPart::Tutor, TeachingPart::Instructor];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            TeachingPart::Tutor => "tutor",
            TeachingPart::Instructor => "instructor",
        }
    }

    /// The role on the course that arises from it.
    pub const fn role(self) -> Role {
        match self {
            TeachingPart::Tutor => Role::CourseTutor,
            TeachingPart::Instructor => Role::CourseInstructor,
        }
    }

    /// The part of a role.
    pub fn of(role: Role) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.role() == role)
    }
}

/// The roles on one course by which somebody runs it or helps to, the most telling first, each with its word.
const COURSE_PARTS: [(Role, &str); 6] = [
    (Role::CourseOwner, "owner"),
    (Role::CourseCoInstructor, "co_instructor"),
    (Role::CourseCoAuthor, "co_author"),
    (Role::CourseInstructor, "instructor"),
    (Role::CourseAssistant, "assistant"),
    (Role::CourseTutor, "tutor"),
];

/// By which of these roles on a course somebody has a part in running it, and its word; nothing for who learns there.
pub fn course_part(roles: &[Role]) -> Option<&'static str> {
    COURSE_PARTS.iter().find(|(role, _)| roles.contains(role)).map(|(_, word)| *word)
}

/// Whether the role is held by being enrolled, and so is not given by itself.
pub const fn comes_with_enrollment(role: Role) -> bool {
    matches!(role, Role::CourseLearner)
}

/// The role that has one holder: it is handed over, never given.
pub const fn one_holder_role() -> Role {
    Role::Owner
}
