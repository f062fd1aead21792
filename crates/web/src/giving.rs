//! The checks of what gives rights to others: roles, profiles of power users and custom roles. Each loads what is judged,
//! decides, and hands the permission back with the target inside.

use authorization::{
    Act, Granted, MayNotDefine, NotGiven, PROFILES_MAX, PermissionSet, PermissionSetTarget, Role, RoleGrant,
    RoleTarget, act, authorize_defining, authorize_giving, authorize_taking, conceivable,
};
use domain::{PermissionSetId, Tenant};
use store::{GRANTS_MAX, Newcomer, RoleWish};

use crate::context::Cx;
use crate::failure::Failure;

impl Cx {
    /// The one check of a role that is to be given: who may give it, to whom, and that it is not more than they have.
    pub async fn authorize_giving<A>(&self, wish: RoleWish) -> Result<Granted<A>, Failure>
    where
        A: Act<Target = RoleTarget>,
    {
        conceivable(&self.grid, &self.principal, A::ACTION)?;
        let target = self.store().role_to_give(wish).await?.ok_or(Failure::NotFound)?;
        let full = room_for_no_more(&target);
        let role = target.grant.role;
        let judged = authorize_giving::<A>(&self.grid, &self.principal, target);
        let granted = judged.map_err(|not_given| self.not_given(not_given, role))?;
        match full {
            Some(words) => Err(Failure::conflict(words)),
            None => self.confirmed(granted),
        }
    }

    /// The one check of a role that an account is to begin with: the same as for an account that is there.
    pub async fn authorize_first_role<A>(&self, newcomer: &Newcomer, grant: RoleGrant) -> Result<Granted<A>, Failure>
    where
        A: Act<Target = RoleTarget>,
    {
        conceivable(&self.grid, &self.principal, A::ACTION)?;
        let target = self.store().first_role_to_give(newcomer.account(), &newcomer.held(), grant).await?;
        let judged = authorize_giving::<A>(&self.grid, &self.principal, target.ok_or(Failure::NotFound)?);
        self.confirmed(judged.map_err(|not_given| self.not_given(not_given, grant.role))?)
    }

    /// The one check of a role that is to be taken away.
    pub async fn authorize_taking<A>(&self, wish: RoleWish) -> Result<Granted<A>, Failure>
    where
        A: Act<Target = RoleTarget>,
    {
        conceivable(&self.grid, &self.principal, A::ACTION)?;
        let target = self.store().role_to_take(wish).await?.ok_or(Failure::NotFound)?;
        let role = target.grant.role;
        let judged = authorize_taking::<A>(&self.grid, &self.principal, target);
        self.confirmed(judged.map_err(|not_given| self.not_given(not_given, role))?)
    }

    fn not_given(&self, not_given: NotGiven, role: Role) -> Failure {
        tracing::info!(role = role.id(), reason = not_given.id(), actor = ?self.principal.actor(), "not given");
        Failure::not_given(not_given, role)
    }

    /// The one check of a profile or custom role that is to be made, changed or deleted: `change` makes of it as it
    /// stands what it is to be.
    pub async fn authorize_defining(
        &self,
        tenant: Tenant,
        id: Option<PermissionSetId>,
        change: impl AsyncFnOnce(Option<&PermissionSet>) -> Result<Option<PermissionSet>, Failure>,
    ) -> Result<Granted<act::DefinePermissionSet>, Failure> {
        conceivable(&self.grid, &self.principal, authorization::Action::DefinePermissionSet)?;
        // Whose tenant it is not learns nothing of what is there.
        let nothing = PermissionSetTarget { tenant, before: None, after: None };
        let _ = authorize_defining(&self.grid, &self.principal, nothing).map_err(may_not)?;
        let before = match id {
            None => None,
            Some(id) => {
                let found = self.store().set_to_judge(id).await?.filter(|set| set.tenant == tenant);
                Some(found.ok_or(Failure::NotFound)?)
            }
        };
        let after = change(before.as_ref()).await?;
        let target = PermissionSetTarget { tenant, before, after };
        self.confirmed(authorize_defining(&self.grid, &self.principal, target).map_err(may_not)?)
    }
}

/// Each is checked with every write of its holder, and a transaction takes a hundred of these.
const SETS_HELD_MAX: usize = 30;

/// Why an account takes no more of what is to be given.
fn room_for_no_more(target: &RoleTarget) -> Option<String> {
    let held = &target.standing.grants;
    let mut profiles: Vec<PermissionSetId> = held.iter().filter_map(|grant| grant.profile()).collect();
    profiles.sort_unstable();
    profiles.dedup();
    let another = target.grant.profile().is_some_and(|profile| !profiles.contains(&profile));
    if another && profiles.len() >= PROFILES_MAX {
        return Some(format!("a person holds at most {PROFILES_MAX} profiles: take one away first"));
    }
    let mut sets: Vec<PermissionSetId> =
        held.iter().filter_map(|grant| grant.source).map(|source| source.set).collect();
    sets.sort_unstable();
    sets.dedup();
    let new = target.set.as_ref().is_some_and(|set| !sets.contains(&set.id));
    if new && sets.len() >= SETS_HELD_MAX {
        return Some(format!("a person holds at most {SETS_HELD_MAX} profiles and custom roles: take one away first"));
    }
    let single = held.iter().filter(|grant| grant.profile().is_none()).count();
    (single >= GRANTS_MAX).then(|| format!("an account holds at most {GRANTS_MAX} roles"))
}

fn may_not(why: MayNotDefine) -> Failure {
    match why {
        MayNotDefine::Denied(denied) => Failure::from(denied),
        MayNotDefine::AboveOwnRights(action, on) => {
            let words = "you may not do this there yourself, so you neither give nor take it";
            Failure::field("actions", format!("guard.above_own_rights: {} on {on}: {words}", action.id()))
        }
    }
}
