//! Who may make, change and delete profiles and custom roles: whoever runs their tenant, and nobody beyond their own
//! rights, neither in what is given by it nor in what is taken.

use domain::Tenant;

use super::{PermissionSet, Rights};
use crate::action::{Action, act};
use crate::condition::{ModuleSet, Settings, SwitchSet};
use crate::decision::{Denied, Granted, authorize};
use crate::giving::{NotGiven, within_own_rights};
use crate::grid::Grid;
use crate::principal::{GrantObject, Principal, RoleGrant};
use crate::role::Seat;
use crate::target::PermissionSetTarget;

/// Why somebody may not make, change or delete a profile or custom role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MayNotDefine {
    /// Not those of this tenant, or none at all.
    Denied(Denied),
    /// It brings, or brought, what they do not have themselves there.
    AboveOwnRights(Action, GrantObject),
}

/// Judges the making, changing or deleting, and hands the target back only with the permission.
pub fn authorize_defining(
    grid: &Grid,
    definer: &Principal,
    target: PermissionSetTarget,
) -> Result<Granted<act::DefinePermissionSet>, MayNotDefine> {
    let above = target.both().find_map(|set| above_own_rights(grid, definer, set));
    let granted = authorize::<act::DefinePermissionSet>(grid, definer, target).map_err(MayNotDefine::Denied)?;
    match above {
        Some((action, on)) => Err(MayNotDefine::AboveOwnRights(action, on)),
        None => Ok(granted.by_all_of(definer)),
    }
}

/// What it brings that the definer does not have: as the deployment is set, or once everything is switched on that some
/// of it waits for and nothing is taken from its role any more.
fn above_own_rights(grid: &Grid, definer: &Principal, set: &PermissionSet) -> Option<(Action, GrantObject)> {
    let everything_on = grid.reset_to(Settings { switches: SwitchSet::ALL, modules: ModuleSet::ALL }).without_taking();
    let parts: Vec<RoleGrant> = match &set.rights {
        Rights::Profile { .. } => set.grants(GrantObject::Platform).collect(),
        Rights::CustomRole { .. } => vec![set.as_given(widest(set))],
    };
    [grid, &everything_on].into_iter().find_map(|grid| {
        parts.iter().find_map(|part| match within_own_rights(grid, definer, part, set.tenant) {
            Err(NotGiven::AboveOwnRights(action)) => Some((action, part.object)),
            _ => None,
        })
    })
}

/// The most that a custom role can be held on.
fn widest(set: &PermissionSet) -> GrantObject {
    match (set.role().seat(), set.tenant) {
        (Seat::Type | Seat::Mark, _) | (_, Tenant::Main) => GrantObject::Platform,
        (_, Tenant::Partner(partner)) => GrantObject::Organization(partner),
    }
}
