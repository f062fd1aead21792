//! Actions under a name, given as one: profiles of power users, and custom roles copied from a role of the grid. What
//! they bring is merged into the grants of their holders once a request; a decision knows grants alone. It must not know
//! where they are kept.

mod defining;
mod flips;

pub use defining::{MayNotDefine, authorize_defining};
pub use flips::SetFlip;

use domain::{PermissionSetId, Tenant, Title};
use jiff::Timestamp;

use crate::action::{Action, ActionSet};
use crate::belonging::comes_with_enrollment;
use crate::grid::Grid;
use crate::principal::{GrantObject, RoleGrant, Source};
use crate::role::{Role, Seat};

/// The most profiles that one person holds.
pub const PROFILES_MAX: usize = 10;

/// A profile of power users, or a custom role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PermissionSet {
    /// Its id.
    pub id: PermissionSetId,
    /// Raised by every change.
    pub version: u64,
    /// Whose it is: its holders are of the same tenant.
    pub tenant: Tenant,
    /// What it is called.
    pub name: Title,
    /// What it brings.
    pub rights: Rights,
    /// When it was made, or changed last.
    pub changed_at: Timestamp,
}

/// What a profile or custom role brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rights {
    /// A power user's: the same actions on each of these objects.
    Profile {
        /// What was chosen.
        actions: ActionSet,
        /// On what.
        on: Vec<GrantObject>,
    },
    /// A role without some of its actions, held on whatever the role is held on. What the role brings later counts only
    /// as far as it was kept.
    CustomRole {
        /// The role that it was copied from.
        parent: Role,
        /// What was kept.
        actions: ActionSet,
    },
}

impl PermissionSet {
    /// The role whose actions they are.
    pub fn role(&self) -> Role {
        match self.rights {
            Rights::Profile { .. } => Role::PowerUser,
            Rights::CustomRole { parent, .. } => parent,
        }
    }

    /// What was chosen or kept.
    pub fn actions(&self) -> ActionSet {
        match self.rights {
            Rights::Profile { actions, .. } | Rights::CustomRole { actions, .. } => actions,
        }
    }

    /// Whether it is a profile, which knows itself what it reaches.
    pub fn is_profile(&self) -> bool {
        matches!(self.rights, Rights::Profile { .. })
    }

    /// Which version of it a grant comes from.
    pub fn source(&self) -> Source {
        Source { set: self.id, version: self.version }
    }

    /// It as one grant, for lists of who holds what. What its holder has by it is told by [`grants`](Self::grants).
    pub fn as_given(&self, object: GrantObject) -> RoleGrant {
        RoleGrant::chosen(self.role(), object, self.actions()).part_of(self.source())
    }

    /// What somebody has who holds it: a profile on each of its objects, a custom role on `object`.
    pub fn grants(&self, object: GrantObject) -> impl Iterator<Item = RoleGrant> {
        let (several, one) = match &self.rights {
            Rights::Profile { on, .. } => (on.as_slice(), None),
            Rights::CustomRole { .. } => (&[][..], Some(object)),
        };
        several.iter().copied().chain(one).map(|object| self.as_given(object))
    }
}

/// The role whose actions profiles choose from.
pub const fn profile_role() -> Role {
    Role::PowerUser
}

/// Whether custom roles are copied from this one: from roles that are given by themselves, to more than one. What is an
/// enrollment, with a state of its own, is no role to be cut down.
pub fn is_copied(role: Role) -> bool {
    let given = !matches!(role.seat(), Seat::Kind | Seat::Chosen | Seat::Outside);
    let enrolled = comes_with_enrollment(role) || matches!(role, Role::PathLearner | Role::ProgramLearner);
    given && role != Role::Owner && !enrolled
}

/// What can be chosen of a power user's role, or kept of another one: all that it brings in a tenant, whatever the
/// deployment is set to. What hangs on a switch or module counts while that is met.
pub fn choosable(grid: &Grid, role: Role, tenant: Tenant) -> ActionSet {
    let brings = |action: &Action| grid.rules(role, *action, Some(tenant)).next().is_some();
    Action::ALL.iter().copied().filter(brings).collect()
}
