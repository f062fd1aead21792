//! The grid: which role brings which action, how far, under which condition, and from which statement.
//!
//! One file a family of roles. A row reads: reach, condition, actions, statements (`tests/conformance/statements.csv`;
//! a row without any is our own choice, where the statements are silent). The printed grid is a checked-in snapshot, so
//! a change of permissions is reviewed as a change of lines.

mod administrators;
mod areas;
mod courses;
mod groups;
mod inclusion;
mod learners;
mod limited;
mod outside;
mod paths;
mod supervisors;
mod table;
mod teachers;

pub use inclusion::included;
pub use table::Rule;

use domain::Tenant;

use crate::action::{Action, ActionSet};
use crate::condition::{Condition, Module, Settings, Switch};
use crate::object::{Object, Reach};
use crate::overrides::Override;
use crate::role::{Role, Seat};

/// Some actions that a role brings, all with one reach and one condition.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// How far.
    pub reach: Reach,
    /// When.
    pub condition: Condition,
    /// Which actions.
    pub actions: &'static [Action],
    /// Why: ids of statements, with spaces between them.
    pub statements: &'static str,
}

const fn cell(reach: Reach, condition: Condition, actions: &'static [Action], statements: &'static str) -> Cell {
    Cell { reach, condition, actions, statements }
}

/// The cells of a role, without those of the roles that it includes.
pub const fn cells(role: Role) -> &'static [Cell] {
    match role {
        Role::Owner => administrators::OWNER,
        Role::InternalAdministrator => administrators::INTERNAL,
        Role::NetworkAdministrator => administrators::NETWORK,
        Role::BillingContact => administrators::BILLING,
        Role::PartnerAdministrator => administrators::PARTNER,
        Role::OrganizationAdministrator => administrators::ORGANIZATION,
        Role::PartialAdministrator => limited::PARTIAL,
        Role::PowerUser => limited::POWER_USER,
        Role::ContentAdministrator => limited::CONTENT,
        Role::Monitor => limited::MONITOR,
        Role::Author => teachers::AUTHOR,
        Role::Instructor => teachers::INSTRUCTOR,
        Role::TeachingAssistant => teachers::ASSISTANT,
        Role::CourseOwner => courses::OWNER,
        Role::CourseCoInstructor => courses::CO_INSTRUCTOR,
        Role::CourseCoAuthor => courses::CO_AUTHOR,
        Role::CourseInstructor => courses::INSTRUCTOR,
        Role::CourseTutor => courses::TUTOR,
        Role::CourseAssistant => courses::ASSISTANT,
        Role::CourseLearner => courses::LEARNER,
        Role::IltInstructor => courses::ILT_INSTRUCTOR,
        Role::Manager => supervisors::MANAGER,
        Role::Parent => supervisors::PARENT,
        Role::Mentor => supervisors::MENTOR,
        Role::SupervisingManager => supervisors::SUPERVISING_MANAGER,
        Role::SupervisingParent => supervisors::SUPERVISING_PARENT,
        Role::SupervisingMentor => supervisors::SUPERVISING_MENTOR,
        Role::InternalLearner => learners::INTERNAL,
        Role::PartnerLearner => learners::PARTNER,
        Role::PublicLearner => learners::PUBLIC,
        Role::Affiliate => learners::AFFILIATE,
        Role::PathAdministrator => paths::ADMINISTRATOR,
        Role::PathAssistant => paths::ASSISTANT,
        Role::PathLearner => paths::LEARNER,
        Role::ProgramTutor => paths::PROGRAM_TUTOR,
        Role::ProgramLearner => paths::PROGRAM_LEARNER,
        Role::GroupOwner => groups::GROUP_OWNER,
        Role::GroupAdministrator => groups::GROUP_ADMINISTRATOR,
        Role::GroupCoach => groups::GROUP_COACH,
        Role::GroupMember => groups::GROUP_MEMBER,
        Role::TeamOwner => groups::TEAM_OWNER,
        Role::TeamAdministrator => groups::TEAM_ADMINISTRATOR,
        Role::TeamLeader => groups::TEAM_LEADER,
        Role::TeamMember => groups::TEAM_MEMBER,
        Role::ChannelExpert => groups::CHANNEL_EXPERT,
        Role::OrganizationMember => groups::ORGANIZATION_MEMBER,
        Role::Oneself => outside::ONESELF,
        Role::LinkHolder => outside::LINK_HOLDER,
        Role::Visitor => outside::VISITOR,
        Role::Payments => outside::PAYMENTS,
        Role::Platform => outside::PLATFORM,
        Role::Operator => outside::OPERATOR,
    }
}

/// What a deployment must be set to before there are holders of a role.
pub const fn offered(role: Role) -> Condition {
    match role {
        // S003-42, S004-70
        Role::PartialAdministrator => Condition::Module(Module::WhiteLabel),
        // S004-110, S004-112
        Role::ContentAdministrator => Condition::While(Switch::ContentAdministrators),
        // S003-85
        Role::BillingContact => Condition::Module(Module::ECommerce),
        // S001-92
        Role::ChannelExpert => Condition::Module(Module::DiscoverCoachShare),
        // S004-402
        Role::OrganizationAdministrator | Role::OrganizationMember => Condition::Module(Module::Organizations),
        _ => Condition::Always,
    }
}

/// The types of accounts that a deployment has only when it wants them (S004-112).
pub fn optional_types() -> impl Iterator<Item = Role> {
    let typed = Role::ALL.iter().copied().filter(|role| role.seat() == Seat::Type);
    typed.filter(|role| offered(*role) != Condition::Always)
}

/// The cells of a role and of every role that it includes.
pub fn cells_with_included(role: Role) -> impl Iterator<Item = &'static Cell> {
    Role::ALL
        .iter()
        .copied()
        .filter(move |other| inclusion::includes(role, *other))
        .flat_map(|other| cells(other).iter())
}

/// The whole grid, ready to decide: the cells of this program, what the deployment is set to, and what was overridden.
/// It holds no table of its own, so that it is merged once a request for nothing but a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    settings: Settings,
    overrides: Vec<Override>,
}

impl Grid {
    /// The grid with every switch at its default.
    pub const DEFAULT: Grid = Grid::set_to(Settings::DEFAULT);

    /// The grid with these switches moved away from their defaults.
    pub const fn new(flipped: &[Switch]) -> Self {
        Self::set_to(Settings::flipped(flipped))
    }

    /// The grid of a deployment with these settings.
    pub const fn set_to(settings: Settings) -> Self {
        Self { settings, overrides: Vec::new() }
    }

    /// The same grid with overrides. They were validated when they were made ([`Override::new`]).
    #[must_use]
    pub fn with_overrides(mut self, overrides: impl IntoIterator<Item = Override>) -> Self {
        self.overrides.extend(overrides);
        self
    }

    /// The same grid with these overrides in the place of those that the tenant, or the platform for all of them, has.
    #[must_use]
    pub fn overruled(&self, tenant: Option<Tenant>, overrides: &[Override]) -> Self {
        let others = self.overrides.iter().filter(|change| change.tenant != tenant);
        let overrides = others.chain(overrides).copied().collect();
        Self { settings: self.settings, overrides }
    }

    /// The same grid with other settings.
    #[must_use]
    pub fn reset_to(&self, settings: Settings) -> Self {
        Self { settings, overrides: self.overrides.clone() }
    }

    /// The same grid where no override takes anything away.
    #[must_use]
    pub(crate) fn without_taking(&self) -> Self {
        let overrides = self.overrides.iter().filter(|change| change.allowed).copied().collect();
        Self { settings: self.settings, overrides }
    }

    /// What overrides give to a role in a tenant.
    pub(crate) fn given_by_overrides(&self, role: Role, tenant: Tenant) -> impl Iterator<Item = Action> {
        let there = self.overrides.iter().filter(move |change| change.holds_in(Some(tenant)));
        there.filter(move |change| change.allowed && change.role == role).map(|change| change.action)
    }

    /// What the deployment is set to.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The rules by which a role brings an action on objects of a tenant, those of included roles and of overrides
    /// among them.
    #[inline]
    pub(crate) fn rules(&self, role: Role, action: Action, tenant: Option<Tenant>) -> impl Iterator<Item = Rule> {
        let there = self.overrides.iter().filter(move |change| change.holds_in(tenant));
        table::rules(role, action).chain(there.filter_map(move |change| change.gives(role, action)))
    }

    /// Whether no rule of this grid lets a role bring an action: one load, which answers most of what is asked.
    #[inline]
    pub(crate) fn brings_never(&self, role: Role, action: Action) -> bool {
        self.overrides.is_empty() && table::is_empty(role, action)
    }

    /// Whether a rule holds for the object: its condition is met, the role is offered, and no override takes the action
    /// away there.
    #[inline]
    pub(crate) fn meets(&self, role: Role, action: Action, condition: Condition, object: &Object) -> bool {
        self.settings.meet(condition, object)
            && self.offers(role)
            && !self.overrides.iter().any(|change| change.takes(role, action, object.tenant))
    }

    /// Whether an override takes an action from a role on objects of a tenant.
    pub(crate) fn is_taken(&self, role: Role, action: Action, tenant: Option<Tenant>) -> bool {
        self.overrides.iter().any(|change| change.takes(role, action, tenant))
    }

    /// Whether the deployment has the role at all.
    #[inline]
    pub fn offers(&self, role: Role) -> bool {
        self.settings.can_meet(offered(role))
    }

    /// Whether a role can bring an action at all.
    pub(crate) fn may_bring(&self, role: Role, action: Action) -> bool {
        let given = self.overrides.iter().any(|change| change.gives(role, action).is_some());
        let ruled = table::rules(role, action).any(|rule| self.settings.can_meet(rule.condition));
        self.offers(role) && (ruled || given)
    }

    /// Everything that a role can bring.
    pub(crate) fn brought_by(&self, role: Role) -> ActionSet {
        if !self.offers(role) {
            return ActionSet::NONE;
        }
        let met = table::conditional(role).iter().filter(|(_, condition)| self.settings.can_meet(*condition));
        let mut brought = met.fold(table::unconditional(role), |brought, (action, _)| brought.with(*action));
        for change in self.overrides.iter().filter(|change| change.role == role) {
            match (change.allowed, change.tenant) {
                (true, _) => brought = brought.with(change.action),
                (false, None) => brought = brought.without(change.action),
                // Taken away in one place only: it can still be brought elsewhere.
                (false, Some(_)) => {}
            }
        }
        brought
    }
}
