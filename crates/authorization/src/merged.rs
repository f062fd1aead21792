//! The grid as it is read: what a role brings in one tenant once settings and overrides are merged, cell by cell.

use domain::Tenant;

use crate::action::{Action, ActionSet};
use crate::condition::Condition;
use crate::grid::Grid;
use crate::object::Reach;
use crate::role::Role;

/// One way in which a role brings an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// The action.
    pub action: Action,
    /// How far.
    pub reach: Reach,
    /// When.
    pub condition: Condition,
    /// Whether it holds as the deployment is set now.
    pub holds: bool,
}

impl Grid {
    /// Whether a role brings an action to some object of a tenant, as the deployment is set now.
    pub fn brings(&self, role: Role, action: Action, tenant: Option<Tenant>) -> bool {
        self.ticks_of(role, action, tenant).any(|tick| tick.holds)
    }

    /// Everything that a role brings in a tenant, and what it would bring if something were set otherwise.
    pub fn ticks(&self, role: Role, tenant: Option<Tenant>) -> Vec<Tick> {
        Action::ALL.iter().flat_map(|action| self.ticks_of(role, *action, tenant)).collect()
    }

    /// All that a role brings to some object of a tenant, as the deployment is set now.
    pub(crate) fn brought_in(&self, role: Role, tenant: Option<Tenant>) -> ActionSet {
        Action::ALL.iter().copied().filter(|action| self.brings(role, *action, tenant)).collect()
    }

    fn ticks_of(&self, role: Role, action: Action, tenant: Option<Tenant>) -> impl Iterator<Item = Tick> {
        let stands = self.offers(role) && !self.is_taken(role, action, tenant);
        self.rules(role, action, tenant).map(move |rule| {
            let holds = stands && self.settings().can_meet(rule.condition);
            Tick { action, reach: rule.reach, condition: rule.condition, holds }
        })
    }
}
