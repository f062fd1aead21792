//! What a deployment or one tenant decided otherwise: data that takes an action from a role, or gives it one.

use domain::Tenant;

use crate::able::able_on;
use crate::action::Action;
use crate::condition::Condition;
use crate::grid::{Grid, Rule, cells_with_included};
use crate::guard::OWNERS_OWN;
use crate::object::{Object, Reach};
use crate::principal::{GrantObject, Principal};
use crate::role::{Role, Seat};

/// One decision that differs from the grid. It holds on one tenant, or on all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Override {
    /// Where; `None` is everywhere.
    pub tenant: Option<Tenant>,
    /// For whom.
    pub role: Role,
    /// Which action.
    pub action: Action,
    /// Given or taken.
    pub allowed: bool,
}

/// Why an override cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverrideRefused {
    /// Nothing narrows the rights of a full administrator (S001-34).
    FullAdministrator,
    /// What the owner alone may is not given to others (S003-25, S003-27, S004-22, S004-24, S004-313).
    OwnersOwn,
    /// No role brings the action, and no override changes that (S004-378).
    Nobodys,
    /// The role is not given to accounts: what comes without being given is not changed either.
    NotGiven,
    /// Nobody gives what they do not have, nor decides about it.
    AboveOwnRights,
    /// The role stands higher than whoever decides.
    AboveOwnRank,
}

impl OverrideRefused {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            OverrideRefused::FullAdministrator => "override.full_administrator",
            OverrideRefused::OwnersOwn => "override.owners_own",
            OverrideRefused::Nobodys => "override.nobodys",
            OverrideRefused::NotGiven => "override.not_given",
            OverrideRefused::AboveOwnRights => "override.above_own_rights",
            OverrideRefused::AboveOwnRank => "override.above_own_rank",
        }
    }

    /// The reason in words.
    pub const fn words(self) -> &'static str {
        match self {
            OverrideRefused::FullAdministrator => "nothing narrows the rights of full administrators",
            OverrideRefused::OwnersOwn => "only the owner may do this, and it is not given to others",
            OverrideRefused::Nobodys => "no role brings this action",
            OverrideRefused::NotGiven => "the role is not given to accounts",
            OverrideRefused::AboveOwnRights => "you may not do this yourself, so you do not decide about it",
            OverrideRefused::AboveOwnRank => "the role stands higher than yours",
        }
    }
}

/// Whether somebody may decide this: of what they have themselves wherever it is to hold, about roles that stand no higher.
/// Rights on one object are none to decide about all others; what was taken from somebody there they do not give back.
pub fn may_override(grid: &Grid, decider: &Principal, wish: &Override, at: &Object) -> Result<(), OverrideRefused> {
    let rank = match decider {
        Principal::Account(standing) => standing.rank_over(at),
        other => other.roles().rank(),
    };
    if wish.role.rank() > rank {
        return Err(OverrideRefused::AboveOwnRank);
    }
    let (on, tenant) = match wish.tenant {
        Some(Tenant::Partner(partner)) => (GrantObject::Organization(partner), Tenant::Partner(partner)),
        // Whoever reaches every tenant reaches the main platform.
        Some(Tenant::Main) | None => (GrantObject::Platform, Tenant::Main),
    };
    match able_on(grid, decider, on, tenant).contains(wish.action) {
        true => Ok(()),
        false => Err(OverrideRefused::AboveOwnRights),
    }
}

impl Override {
    /// An override, if it can be.
    pub fn new(tenant: Option<Tenant>, role: Role, action: Action, allowed: bool) -> Result<Self, OverrideRefused> {
        if matches!(role, Role::Owner | Role::InternalAdministrator) {
            return Err(OverrideRefused::FullAdministrator);
        }
        if role.seat() == Seat::Outside || role == Role::PublicLearner {
            return Err(OverrideRefused::NotGiven);
        }
        if allowed && OWNERS_OWN.contains(action) {
            return Err(OverrideRefused::OwnersOwn);
        }
        let somebodys = Role::ALL.iter().any(|role| {
            role.seat() != Seat::Outside && cells_with_included(*role).any(|cell| cell.actions.contains(&action))
        });
        if allowed && !somebodys {
            return Err(OverrideRefused::Nobodys);
        }
        Ok(Self { tenant, role, action, allowed })
    }

    /// The rule that it adds, for objects of the tenant.
    pub(crate) fn gives(&self, role: Role, action: Action) -> Option<Rule> {
        let reach = match role.seat() {
            Seat::Kind | Seat::Type | Seat::Mark | Seat::Outside => Reach::OwnTenant,
            _ => Reach::Held,
        };
        let fits = self.allowed && self.role == role && self.action == action;
        fits.then(|| Rule::of(reach, Condition::Always))
    }

    /// Whether it takes the action from the role on objects of the tenant.
    pub(crate) fn takes(&self, role: Role, action: Action, tenant: Option<Tenant>) -> bool {
        !self.allowed && self.role == role && self.action == action && self.holds_in(tenant)
    }

    /// Whether it speaks of objects of the tenant.
    pub(crate) fn holds_in(&self, tenant: Option<Tenant>) -> bool {
        self.tenant.is_none() || self.tenant == tenant
    }
}
