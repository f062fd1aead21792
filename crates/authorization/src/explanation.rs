//! Why a decision is what it is: every grant that speaks for it, every guard that stands against it, and every grant
//! that would speak for it if its condition held.

use crate::action::Action;
use crate::condition::Condition;
use crate::decision::{Bringing, bringings};
use crate::grid::{Grid, cells_with_included, offered};
use crate::guard::Guard;
use crate::object::{Object, Reach};
use crate::principal::{GrantObject, Principal, Source};
use crate::role::Role;

/// A role and the reach with which it brings an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    /// The role.
    pub role: Role,
    /// How far it reaches.
    pub reach: Reach,
    /// What the role is held on; `None` where it came without being given.
    pub held: Option<GrantObject>,
    /// Under which condition it brings the action.
    pub condition: Condition,
    /// The profile or custom role that the role comes from.
    pub source: Option<Source>,
}

impl Basis {
    /// The statements that the role's cells cite for the action.
    pub fn statements(self, action: Action) -> impl Iterator<Item = &'static str> {
        let fitting = move |cell: &&crate::grid::Cell| {
            cell.reach == self.reach && cell.condition == self.condition && cell.actions.contains(&action)
        };
        cells_with_included(self.role).filter(fitting).flat_map(|cell| cell.statements.split_whitespace())
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
    /// What would grant it, but for a switch, a module, a widget, or an override.
    pub withheld: Vec<Basis>,
    /// What stands in between.
    pub denied_by: Vec<Guard>,
}

/// Why a role that brings an action does not bring it here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withholding {
    /// The deployment does not have the role.
    NotOffered(Condition),
    /// A switch stands otherwise, or a module or widget is missing.
    Unmet(Condition),
    /// An override takes the action from the role here.
    Override,
}

impl Withholding {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Withholding::NotOffered(_) => "withheld.not_offered",
            Withholding::Unmet(Condition::Module(_)) => "withheld.module",
            Withholding::Unmet(Condition::Widget(_)) => "withheld.widget",
            Withholding::Unmet(_) => "withheld.switch",
            Withholding::Override => "withheld.override",
        }
    }

    /// The reason in words.
    pub fn words(self) -> String {
        match self {
            Withholding::NotOffered(condition) => format!("there is such a role only {}", condition.words()),
            Withholding::Unmet(condition) => format!("the role brings it only {}", condition.words()),
            Withholding::Override => "an override takes it from the role".to_owned(),
        }
    }
}

impl Grid {
    /// What keeps one of [`Explanation::withheld`] back: the first reason, as the decision finds it.
    pub fn withholding(&self, basis: &Basis, action: Action, object: &Object) -> Withholding {
        if !self.offers(basis.role) {
            return Withholding::NotOffered(offered(basis.role));
        }
        if self.is_taken(basis.role, action, object.tenant) {
            return Withholding::Override;
        }
        Withholding::Unmet(basis.condition)
    }
}

/// Explains the decision that [`authorize`](crate::authorize) would take on the same facts.
pub fn explain(grid: &Grid, principal: &Principal, action: Action, object: &Object) -> Explanation {
    let (mut granted_by, mut withheld) = (Vec::new(), Vec::new());
    for Bringing { basis, holds } in bringings(grid, principal, action, object) {
        if holds { granted_by.push(basis) } else { withheld.push(basis) }
    }
    let standing_against = |guard: &Guard| guard.denies(principal, action, object);
    let denied_by: Vec<Guard> = Guard::ALL.into_iter().filter(standing_against).collect();
    let allowed = !granted_by.is_empty() && denied_by.is_empty();
    Explanation { action, allowed, granted_by, withheld, denied_by }
}
