//! What a change of a profile or custom role would give its holders and take from them.

use domain::AccountStatus;

use super::{PermissionSet, Rights};
use crate::able::able_on;
use crate::action::ActionSet;
use crate::grid::Grid;
use crate::principal::{GrantObject, Principal, RoleGrant, Standing};

/// What changes on one object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetFlip {
    /// The object; nothing for a custom role, which is held on whatever it was given on.
    pub on: Option<GrantObject>,
    /// What it brings afterwards and did not bring before.
    pub gained: ActionSet,
    /// What it brought before and does not bring afterwards.
    pub lost: ActionSet,
}

impl Grid {
    /// Object by object, what a profile or custom role brings otherwise after a change, as the deployment is set. Nothing
    /// before is one that is made, nothing after one that is deleted.
    pub fn flips_of(&self, before: Option<&PermissionSet>, after: Option<&PermissionSet>) -> Vec<SetFlip> {
        let mut objects: Vec<Option<GrantObject>> = before.into_iter().chain(after).flat_map(objects).collect();
        objects.sort_unstable();
        objects.dedup();
        let flips = objects.into_iter().map(|on| {
            let [old, new] = [before, after].map(|set| set.map_or(ActionSet::NONE, |set| self.brought_on(set, on)));
            SetFlip { on, gained: new.minus(old), lost: old.minus(new) }
        });
        flips.filter(|flip| !(flip.gained.is_empty() && flip.lost.is_empty())).collect()
    }

    /// Whether a holder may something otherwise after the change: whoever has by other roles what is lost or gained notices
    /// nothing, and so does an account that is switched off.
    pub fn is_noticed(&self, holder: &Standing, set: &PermissionSet, flip: &SetFlip) -> bool {
        let of_it = |grant: &&RoleGrant| grant.source.is_some_and(|source| source.set == set.id);
        let held_on: Vec<GrantObject> = match flip.on {
            Some(on) => vec![on],
            None => holder.grants.iter().filter(of_it).map(|grant| grant.object).collect(),
        };
        let grants = holder.grants.iter().filter(|grant| !of_it(grant)).copied().collect();
        let otherwise = Principal::Account(Standing { grants, ..holder.clone() });
        let flipped = flip.gained.union(flip.lost);
        let may = |on: &GrantObject| able_on(self, &otherwise, *on, set.tenant);
        holder.status == AccountStatus::Activated && held_on.iter().any(|on| !flipped.is_within(may(on)))
    }

    fn brought_on(&self, set: &PermissionSet, on: Option<GrantObject>) -> ActionSet {
        let there = objects(set).contains(&on);
        let brought = self.brought_in(set.role(), Some(set.tenant)).intersection(set.actions());
        if there { brought } else { ActionSet::NONE }
    }
}

fn objects(set: &PermissionSet) -> Vec<Option<GrantObject>> {
    match &set.rights {
        Rights::Profile { on, .. } => on.iter().copied().map(Some).collect(),
        Rights::CustomRole { .. } => vec![None],
    }
}
