//! The cells turned inside out while the program is compiled: for each action and role, the chain of rules by which the
//! one brings the other. One load answers "none", which is most of what is asked.

use super::{Cell, cells, inclusion};
use crate::action::{Action, ActionSet};
use crate::condition::Condition;
use crate::object::Reach;
use crate::role::Role;

const ROLES: usize = Role::ALL.len();
const ACTIONS: usize = Action::ALL.len();
const RULES: usize = count();

/// One way in which a role brings an action.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// How far.
    pub reach: Reach,
    /// When.
    pub condition: Condition,
    /// The number of the next rule of the same role and action, counted from one; zero ends the chain.
    next: u16,
}

impl Rule {
    pub(crate) const fn of(reach: Reach, condition: Condition) -> Self {
        Self { reach, condition, next: 0 }
    }
}

struct Table {
    /// The number of the first rule, counted from one; zero where there is none.
    first: [[u16; ROLES]; ACTIONS],
    rules: [Rule; RULES],
}

static TABLE: Table = build();
static SUMMARY: [Summary; ROLES] = summarize();

/// What a role brings, summed over objects.
struct Summary {
    /// What needs no condition, or none that a setting decides.
    unconditional: ActionSet,
    conditional: ([(Action, Condition); CONDITIONAL_MAX], usize),
}

impl Summary {
    const EMPTY: Self = Self {
        unconditional: ActionSet::NONE,
        conditional: ([(Action::ViewSelf, Condition::Always); CONDITIONAL_MAX], 0),
    };
}

/// How many conditional rules one role has at most; the compiler says when it is too few.
const CONDITIONAL_MAX: usize = 48;

#[inline]
fn first(role: Role, action: Action) -> u16 {
    TABLE.first.get(action as usize).and_then(|row| row.get(role as usize)).copied().unwrap_or(0)
}

/// Whether a role brings an action in no way.
#[inline]
pub(super) fn is_empty(role: Role, action: Action) -> bool {
    first(role, action) == 0
}

/// The rules by which a role brings an action.
#[inline]
pub(super) fn rules(role: Role, action: Action) -> impl Iterator<Item = Rule> {
    let first = first(role, action);
    let rule = |number: u16| TABLE.rules.get(usize::from(number).wrapping_sub(1)).copied();
    std::iter::successors(rule(first), move |before| rule(before.next))
}

/// What a role brings under no condition that settings decide.
pub(super) fn unconditional(role: Role) -> ActionSet {
    SUMMARY.get(role as usize).map_or(ActionSet::NONE, |summary| summary.unconditional)
}

/// What a role brings under a condition that settings decide.
pub(super) fn conditional(role: Role) -> &'static [(Action, Condition)] {
    let summary = SUMMARY.get(role as usize);
    summary.and_then(|summary| summary.conditional.0.get(..summary.conditional.1)).unwrap_or(&[])
}

/// Walks over every rule of a role, its own and the included ones, in const code.
macro_rules! each_rule {
    ($role:expr, |$cell:ident, $action:ident| $body:block) => {{
        let mut other = 0;
        while other < ROLES {
            if inclusion::includes($role, Role::ALL[other]) {
                let row: &[Cell] = cells(Role::ALL[other]);
                let mut index = 0;
                while index < row.len() {
                    let $cell = &row[index];
                    let mut at = 0;
                    while at < $cell.actions.len() {
                        let $action = $cell.actions[at];
                        $body
                        at += 1;
                    }
                    index += 1;
                }
            }
            other += 1;
        }
    }};
}

#[expect(clippy::indexing_slicing, reason = "const code; indices are bounded by the loops")]
const fn count() -> usize {
    let (mut count, mut role) = (0, 0);
    while role < ROLES {
        each_rule!(Role::ALL[role], |cell, _action| {
            let _ = cell;
            count += 1;
        });
        role += 1;
    }
    assert!(count < u16::MAX as usize, "rules are numbered with 16 bits");
    count
}

#[expect(clippy::indexing_slicing, reason = "const code; indices are bounded by the loops")]
const fn build() -> Table {
    let mut first = [[0; ROLES]; ACTIONS];
    let mut rules = [Rule::of(Reach::Own, Condition::Always); RULES];
    let (mut count, mut role) = (0, 0);
    while role < ROLES {
        each_rule!(Role::ALL[role], |cell, action| {
            let chain = &mut first[action as usize][role];
            rules[count] = Rule { reach: cell.reach, condition: cell.condition, next: *chain };
            count += 1;
            *chain = count as u16;
        });
        role += 1;
    }
    Table { first, rules }
}

#[expect(clippy::indexing_slicing, reason = "const code; indices are bounded by the loops")]
const fn summarize() -> [Summary; ROLES] {
    let mut all = [const { Summary::EMPTY }; ROLES];
    let mut role = 0;
    while role < ROLES {
        each_rule!(Role::ALL[role], |cell, action| {
            let summary = &mut all[role];
            match cell.condition {
                Condition::Always | Condition::Widget(_) => {
                    summary.unconditional = summary.unconditional.with(action);
                }
                condition => {
                    let (list, count) = &mut summary.conditional;
                    list[*count] = (action, condition);
                    *count += 1;
                }
            }
        });
        role += 1;
    }
    all
}
