//! What one can be: roles as values, where each is held, and sets of them.

mod list;
mod set;

pub use list::Role;
pub use set::RoleSet;

use domain::AccountKind;

/// What a role is held on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Seat {
    /// It comes with the kind of the account, and is never given.
    Kind,
    /// A type of account: it holds for the whole account and stands in the place of the plain learner.
    Type,
    /// A mark on the account beside its type.
    Mark,
    /// One organization.
    Organization,
    /// One course.
    Course,
    /// One dated session of a course.
    IltSession,
    /// One path or program.
    Path,
    /// One group.
    Group,
    /// One team.
    Team,
    /// One channel.
    Channel,
    /// One person who is looked after.
    Person,
    /// Whatever was chosen: the platform, courses, groups, people; with chosen actions.
    Chosen,
    /// It is not given to accounts.
    Outside,
}

impl Seat {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Seat::Kind => "kind",
            Seat::Type => "type",
            Seat::Mark => "mark",
            Seat::Organization => "organization",
            Seat::Course => "course",
            Seat::IltSession => "ilt_session",
            Seat::Path => "path",
            Seat::Group => "group",
            Seat::Team => "team",
            Seat::Channel => "channel",
            Seat::Person => "person",
            Seat::Chosen => "chosen",
            Seat::Outside => "outside",
        }
    }
}

impl Role {
    /// The role that an account's kind brings with it.
    pub const fn of_kind(kind: AccountKind) -> Self {
        match kind {
            AccountKind::InternalAdministrator => Role::InternalAdministrator,
            AccountKind::PartnerAdministrator(_) => Role::PartnerAdministrator,
            AccountKind::InternalLearner => Role::InternalLearner,
            AccountKind::PartnerLearner(_) => Role::PartnerLearner,
            AccountKind::PublicLearner => Role::PublicLearner,
        }
    }

    /// Whether the role is held by the main platform's accounts alone, or by those of partner platforms and organizations
    /// alone; nothing where both hold it.
    pub const fn is_of_main(self) -> Option<bool> {
        match self {
            Role::Owner
            | Role::InternalAdministrator
            | Role::NetworkAdministrator
            | Role::PartialAdministrator
            | Role::InternalLearner
            | Role::PublicLearner
            | Role::Affiliate => Some(true),
            Role::PartnerAdministrator
            | Role::PartnerLearner
            | Role::OrganizationAdministrator
            | Role::OrganizationMember => Some(false),
            _ => None,
        }
    }

    /// The role with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.id() == id)
    }
}
