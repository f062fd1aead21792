//! Who asks.

use domain::{
    Account, AccountId, AccountKind, AccountStatus, ChannelId, CourseId, GroupId, OrderId, PartnerId, PathId,
    PermissionSetId, RoleCode, TeamId, Tenant, TermId, Tier,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::action::ActionSet;
use crate::grid::Grid;
use crate::object::Object;
use crate::role::{Role, RoleSet, Seat};

/// What a role is held on, beyond the account itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GrantObject {
    /// The whole platform.
    Platform,
    /// One organization, with everything that is its own.
    Organization(PartnerId),
    /// One course.
    Course(CourseId),
    /// All courses of one tenant, those that are yet to be made among them.
    Courses(Tenant),
    /// One dated session of a course.
    IltSession(TermId),
    /// One path or program.
    Path(PathId),
    /// One group.
    Group(GroupId),
    /// One team.
    Team(TeamId),
    /// One channel.
    Channel(ChannelId),
    /// One person who is looked after, with their enrollments.
    Person(AccountId),
}

/// One role on one object, given to an account beside the role of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleGrant {
    /// The role.
    pub role: Role,
    /// What it is held on.
    pub object: GrantObject,
    /// Which of the role's actions are given: all of them, those chosen for a power user, or those that a custom role
    /// kept from its parent.
    pub actions: ActionSet,
    /// The profile or custom role that it comes from; nothing where it was given by itself.
    pub source: Option<Source>,
}

/// Which version of a profile or custom role a grant comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// The profile or custom role.
    pub set: PermissionSetId,
    /// Its version when it was read.
    pub version: u64,
}

impl RoleGrant {
    /// The role with all that it brings. A power user has nothing until something is chosen.
    pub const fn new(role: Role, object: GrantObject) -> Self {
        let actions = if matches!(role.seat(), Seat::Chosen) { ActionSet::NONE } else { ActionSet::ALL };
        Self { role, object, actions, source: None }
    }

    /// The type that a member with this code begins with, where the kind of the account alone does not say it (S002-18 to
    /// S002-20).
    pub const fn of_code(code: RoleCode) -> Option<Self> {
        match code {
            RoleCode::Author => Some(Self::new(Role::Author, GrantObject::Platform)),
            RoleCode::Administrator | RoleCode::Learner => None,
        }
    }

    /// The role with the chosen actions alone.
    pub const fn chosen(role: Role, object: GrantObject, actions: ActionSet) -> Self {
        Self { role, object, actions, source: None }
    }

    /// The same grant, as it comes from a profile or custom role.
    #[must_use]
    pub const fn part_of(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }

    /// The profile that it is a part of.
    pub fn profile(&self) -> Option<PermissionSetId> {
        self.source.filter(|_| self.role.seat() == Seat::Chosen).map(|source| source.set)
    }
}

/// An account as the decision sees it: its kind, its status at this moment, and everything it was granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The account.
    pub id: AccountId,
    /// The version of its record; a write of staff fails if it has moved on meanwhile.
    pub version: u64,
    /// Its kind.
    pub kind: AccountKind,
    /// Its status now.
    pub status: AccountStatus,
    /// Roles beside that of the kind.
    pub grants: Vec<RoleGrant>,
    /// The person who is logged in as this account, where it is somebody else.
    pub behind: Option<Behind>,
}

/// The person who acts as an account that is not their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Behind {
    /// Their own account.
    pub account: AccountId,
    /// The version of its record; a write of staff fails if it has moved on meanwhile.
    pub version: u64,
}

impl Standing {
    /// How an account stands at `now`.
    pub fn of(account: &Account, grants: Vec<RoleGrant>, now: Timestamp) -> Self {
        Self {
            id: account.id,
            version: account.version,
            kind: account.kind,
            status: account.status(now),
            grants,
            behind: None,
        }
    }

    /// The same without the roles that the deployment has no more: they bring nothing, and take the place of nothing.
    #[must_use]
    pub fn offered_by(mut self, grid: &Grid) -> Self {
        self.grants.retain(|grant| grid.offers(grant.role));
        self
    }

    /// The role that comes with the kind. Who was given another type of account is a plain learner no longer; who is to
    /// be both is given both.
    pub fn role_of_kind(&self) -> Option<Role> {
        let typed = self.kind.tier() == Tier::Learner
            && self.kind != AccountKind::PublicLearner
            && self.grants.iter().any(|grant| grant.role.seat() == Seat::Type);
        (!typed).then(|| Role::of_kind(self.kind))
    }

    /// The roles that hold for the whole account.
    pub fn roles(&self) -> RoleSet {
        let own: RoleSet = self.role_of_kind().into_iter().chain([Role::Oneself]).collect();
        let wide = self.grants.iter().filter(|grant| grant.object == GrantObject::Platform);
        wide.fold(own, |roles, grant| roles.with(grant.role))
    }

    /// Whether some role is held on the very object, or on what it lies in.
    pub(crate) fn holds_on(&self, object: &Object) -> bool {
        self.grants.iter().any(|grant| grant.object != GrantObject::Platform && grant.object.covers(object))
    }

    /// The height from which it acts on an object.
    pub(crate) fn rank_over(&self, object: &Object) -> u8 {
        let held = self.grants.iter().filter(|grant| grant.object.covers(object));
        held.map(|grant| grant.role.rank()).fold(self.roles().rank(), u8::max)
    }
}

/// Who asks for an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Principal {
    /// Anybody, not signed in.
    Visitor,
    /// A signed-in account.
    Account(Standing),
    /// The holder of a one-use link that belongs to this account.
    LinkHolder(AccountId),
    /// The holder of the one-time link that a platform without administrators prints.
    Founder,
    /// The payment provider's verified word about one order.
    Payments(OrderId),
    /// The platform's own schedules and streams.
    Platform,
    /// Whoever runs the machine, at its command line.
    Operator,
}

impl Principal {
    /// The roles it acts in.
    pub fn roles(&self) -> RoleSet {
        match self {
            Principal::Visitor => RoleSet::of(Role::Visitor),
            // Whoever is signed in may still do what any visitor may.
            Principal::Account(standing) => standing.roles().with(Role::Visitor),
            Principal::LinkHolder(_) | Principal::Founder => RoleSet::of(Role::LinkHolder),
            Principal::Payments(_) => RoleSet::of(Role::Payments),
            Principal::Platform => RoleSet::of(Role::Platform),
            Principal::Operator => RoleSet::of(Role::Operator),
        }
    }

    /// The roles that came without being given.
    #[inline]
    pub(crate) fn roles_without_grants(&self) -> RoleSet {
        match self {
            Principal::Account(standing) => {
                let own = RoleSet::of(Role::Oneself).with(Role::Visitor);
                standing.role_of_kind().map_or(own, |role| own.with(role))
            }
            _ => self.roles(),
        }
    }

    /// The roles that were given.
    #[inline]
    pub fn grants(&self) -> &[RoleGrant] {
        match self {
            Principal::Account(standing) => standing.grants.as_slice(),
            _ => &[],
        }
    }

    /// The account it is, or whose link it holds.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Principal::Account(standing) => Some(standing.id),
            Principal::LinkHolder(account) => Some(*account),
            Principal::Visitor
            | Principal::Founder
            | Principal::Payments(_)
            | Principal::Platform
            | Principal::Operator => None,
        }
    }

    /// The person who acts as this account, where it is somebody else.
    pub fn behind(&self) -> Option<Behind> {
        match self {
            Principal::Account(standing) => standing.behind,
            _ => None,
        }
    }

    /// The kind of the signed-in account.
    pub fn kind(&self) -> Option<AccountKind> {
        match self {
            Principal::Account(standing) => Some(standing.kind),
            _ => None,
        }
    }

    /// The partner platform it belongs to.
    pub fn partner(&self) -> Option<PartnerId> {
        self.kind().and_then(AccountKind::partner)
    }

    /// As whom the audit names it.
    pub fn actor(&self) -> Actor {
        match self {
            Principal::Visitor => Actor::Visitor,
            Principal::Account(standing) => Actor::Account(standing.id),
            Principal::LinkHolder(account) => Actor::LinkHolder(*account),
            Principal::Founder => Actor::Founder,
            Principal::Payments(_) => Actor::Payments,
            Principal::Platform => Actor::Platform,
            Principal::Operator => Actor::Operator,
        }
    }
}

/// Who did something, as records keep it: plain ids, so that they outlive the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Anybody, not signed in.
    Visitor,
    /// A signed-in account.
    Account(AccountId),
    /// The holder of a mailed link.
    LinkHolder(AccountId),
    /// Whoever set the platform up.
    Founder,
    /// The payment provider.
    Payments,
    /// The platform itself.
    Platform,
    /// Whoever runs the machine, at its command line.
    Operator,
}
