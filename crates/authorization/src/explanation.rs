//! Why a decision is what it is: every grant that speaks for it and every guard that stands against it.

use crate::action::Action;
use crate::decision::grants;
use crate::grid::{Grid, cells};
use crate::guard::Guard;
use crate::object::{Object, Reach};
use crate::principal::Principal;
use crate::role::Role;

/// A role and the reach with which it brings an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    /// The role.
    pub role: Role,
    /// How far it reaches.
    pub reach: Reach,
}

impl Basis {
    /// The statements that the role's cell cites for the action.
    pub fn statements(self, action: Action) -> impl Iterator<Item = &'static str> {
        let row = cells(self.role).iter();
        let fitting = row.filter(move |cell| cell.reach == self.reach && cell.actions.contains(&action));
        fitting.flat_map(|cell| cell.statements.iter().copied())
    }
}

/// All reasons for and against one decision, not only the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What was asked.
    pub action: Action,
    /// The outcome: at least one grant and no guard.
    pub allowed: bool,
    /// What grants it.
    pub granted_by: Vec<Basis>,
    /// What stands in between.
    pub denied_by: Vec<Guard>,
}

/// Explains the decision that [`authorize`](crate::authorize) would take on the same facts.
pub fn explain(grid: &Grid, principal: &Principal, action: Action, object: &Object) -> Explanation {
    let granted_by: Vec<Basis> = grants(grid, principal, action, object).collect();
    let standing_against = |guard: &Guard| guard.denies(principal, action, object);
    let denied_by: Vec<Guard> = Guard::ALL.into_iter().filter(standing_against).collect();
    Explanation { action, allowed: !granted_by.is_empty() && denied_by.is_empty(), granted_by, denied_by }
}
