//! The grid: which role brings which action, how far, under which condition, and from which statement.
//!
//! One file a role. A row reads: reach, actions, condition, statements (`tests/conformance/statements.csv`; a row
//! without any is our own choice, where the statements are silent). The printed grid is a checked-in snapshot, so a
//! change of permissions is reviewed as a change of ticks.

mod accounts;
mod administrators;
mod learners;
mod outside;

use crate::action::Action;
use crate::object::Reach;
use crate::role::Role;

/// A switch of the platform: a policy with a default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Switch {
    /// Learners may enroll themselves in courses that are open to their audience.
    LearnersEnrollThemselves,
}

impl Switch {
    /// Every switch.
    pub const ALL: &[Switch] = &[Switch::LearnersEnrollThemselves];

    /// What holds until somebody decides otherwise.
    pub const fn default_on(self) -> bool {
        match self {
            Switch::LearnersEnrollThemselves => true,
        }
    }

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Switch::LearnersEnrollThemselves => "switch.learners_enroll_themselves",
        }
    }
}

/// When a cell of the grid holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// At any time.
    Always,
    /// While a switch is on.
    Switch(Switch),
}

/// Some actions that a role brings, all with one reach and one condition.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// How far.
    pub reach: Reach,
    /// Which actions.
    pub actions: &'static [Action],
    /// When.
    pub condition: Condition,
    /// Why: ids of statements.
    pub statements: &'static [&'static str],
}

impl Cell {
    const fn always(reach: Reach, actions: &'static [Action], statements: &'static [&'static str]) -> Self {
        Self { reach, actions, condition: Condition::Always, statements }
    }

    const fn switched(
        reach: Reach,
        actions: &'static [Action],
        switch: Switch,
        statements: &'static [&'static str],
    ) -> Self {
        Self { reach, actions, condition: Condition::Switch(switch), statements }
    }
}

/// The cells of a role.
pub const fn cells(role: Role) -> &'static [Cell] {
    match role {
        Role::Owner => administrators::OWNER,
        Role::InternalAdministrator => administrators::INTERNAL,
        Role::PartnerAdministrator => administrators::PARTNER,
        Role::InternalLearner => learners::INTERNAL,
        Role::PartnerLearner => learners::PARTNER,
        Role::PublicLearner => learners::PUBLIC,
        Role::Oneself => accounts::ONESELF,
        Role::LinkHolder => accounts::LINK_HOLDER,
        Role::Visitor => outside::VISITOR,
        Role::Payments => outside::PAYMENTS,
        Role::Platform => outside::PLATFORM,
        Role::Operator => outside::OPERATOR,
    }
}

const ROLES: usize = Role::ALL.len();
const ACTIONS: usize = Action::ALL.len();

/// The whole grid, ready to decide: for each action and role, the set of reaches as bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    reaches: [[u8; ROLES]; ACTIONS],
}

impl Grid {
    /// The grid with every switch at its default.
    pub const DEFAULT: Grid = Grid::new(&[]);

    /// The grid with these switches moved away from their defaults. A fixed-size table without allocation: merging
    /// once a request costs less than loading the account.
    #[expect(clippy::indexing_slicing, reason = "const code over fixed arrays; indices come from the enums themselves")]
    pub const fn new(flipped: &[Switch]) -> Self {
        let mut reaches = [[0; ROLES]; ACTIONS];
        let mut role = 0;
        while role < ROLES {
            let row = cells(Role::ALL[role]);
            let mut cell = 0;
            while cell < row.len() {
                if holds(row[cell].condition, flipped) {
                    let mut action = 0;
                    while action < row[cell].actions.len() {
                        reaches[row[cell].actions[action] as usize][role] |= 1 << row[cell].reach as u8;
                        action += 1;
                    }
                }
                cell += 1;
            }
            role += 1;
        }
        Grid { reaches }
    }

    /// The reaches with which a role brings an action, as bits.
    #[inline]
    pub(crate) fn reaches(&self, role: Role, action: Action) -> u8 {
        self.reaches.get(action as usize).and_then(|row| row.get(role as usize)).copied().unwrap_or(0)
    }
}

#[expect(clippy::indexing_slicing, reason = "const code; the index is bounded by the loop")]
const fn holds(condition: Condition, flipped: &[Switch]) -> bool {
    let Condition::Switch(switch) = condition else { return true };
    let mut index = 0;
    while index < flipped.len() {
        if flipped[index] as u8 == switch as u8 {
            return !switch.default_on();
        }
        index += 1;
    }
    switch.default_on()
}
