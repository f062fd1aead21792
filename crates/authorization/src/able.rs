//! What a principal may at all, and on what it could give to others: sums over its roles, without an object.

use domain::{AccountKind, Tenant};

use crate::action::{Action, ActionSet};
use crate::decision::{Denied, DeniedBecause};
use crate::grid::Grid;
use crate::object::Reach;
use crate::principal::{GrantObject, Principal};
use crate::role::Role;

/// Whether the principal's roles bring the action on any target at all. Where they do not, nothing needs to be
/// loaded to refuse, and an unknown target is refused like a known one.
pub fn conceivable(grid: &Grid, principal: &Principal, action: Action) -> Result<(), Denied> {
    let brings = |role| grid.may_bring(role, action);
    let held = principal.grants().iter().filter(|grant| grant.actions.contains(action));
    if principal.roles_without_grants().iter().chain(held.map(|grant| grant.role)).any(brings) {
        return Ok(());
    }
    let enrolled = matches!(principal, Principal::Account(_)) && brings(Role::CourseLearner);
    if enrolled {
        return Ok(());
    }
    let signed_out = *principal == Principal::Visitor;
    Err(Denied { action, because: DeniedBecause::NothingGrants, signed_out, unknown_course: false })
}

/// Everything that the principal may do to some object: what its menu shows, and what it could give to others.
pub fn able(grid: &Grid, principal: &Principal) -> ActionSet {
    let own = principal.roles_without_grants().iter().map(|role| (role, ActionSet::ALL));
    let held = principal.grants().iter().map(|grant| (grant.role, grant.actions));
    let mut able = ActionSet::NONE;
    for (role, given) in own.chain(held) {
        able = able.union(grid.brought_by(role).intersection(given));
    }
    able
}

/// Everything that the principal may do to what a role is held on, and to whatever lies within it, now and later: what
/// it could give there to others. Rights on one object say nothing of another one.
pub(crate) fn able_on(grid: &Grid, principal: &Principal, on: GrantObject, tenant: Tenant) -> ActionSet {
    let own_tenant = principal.kind().map(AccountKind::tenant) == Some(tenant);
    let wide = principal.roles_without_grants().iter().map(|role| (role, ActionSet::ALL, false));
    let held = principal.grants().iter().filter(|grant| grant.object.holds(on, tenant));
    let held = held.map(|grant| (grant.role, grant.actions, true));
    let mut able = ActionSet::NONE;
    for (role, given, here) in wide.chain(held) {
        let reaches = |reach: Reach| match reach {
            Reach::Anywhere | Reach::PublicCatalog => true,
            Reach::OwnTenant | Reach::OwnAdministrators => own_tenant,
            Reach::Held => here,
            Reach::Own | Reach::OwnAudience | Reach::Friends => false,
        };
        let brought = grid.brought_by(role).intersection(given);
        let there = brought.iter().filter(|action| {
            let mut rules = grid.rules(role, *action, Some(tenant));
            rules.any(|rule| reaches(rule.reach)) && !grid.is_taken(role, *action, Some(tenant))
        });
        able = able.union(there.collect());
    }
    able
}
