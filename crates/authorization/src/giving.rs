//! Who may give a role to whom: the decision about the giving, the role's list of holders, and the rule that nobody gives
//! what they do not have.

use domain::{AccountKind, Tenant, Tier};

use crate::able::able_on;
use crate::action::{Act, Action, ActionSet, Effect};
use crate::compatibility::{NotHeld, may_hold};
use crate::decision::{DeniedBecause, Granted, authorize, decide, reached};
use crate::grid::{Grid, cells_with_included};
use crate::guard::Guard;
use crate::object::{Object, ObjectKind, Reach};
use crate::principal::{GrantObject, Principal, RoleGrant, Standing};
use crate::role::{Role, Seat};
use crate::target::{RoleTarget, Target, groups_and_teams};

/// Why a role is not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotGiven {
    /// The giver may not give roles here.
    Denied(DeniedBecause),
    /// The role brings what the giver does not have.
    AboveOwnRights(Action),
    /// It would put the account within reach of the giver's own rights.
    WidensOwnRights(Action),
    /// The account cannot hold it.
    NotHeld(NotHeld),
}

impl NotGiven {
    /// The stable id.
    pub fn id(self) -> &'static str {
        match self {
            NotGiven::Denied(because) => because.id(),
            NotGiven::AboveOwnRights(_) => "guard.above_own_rights",
            NotGiven::WidensOwnRights(_) => "guard.widens_own_rights",
            NotGiven::NotHeld(not_held) => not_held.id(),
        }
    }
}

/// The action that giving this role is.
pub const fn giving(role: Role) -> Action {
    match role {
        Role::Owner => Action::TransferSuperStatus,
        Role::BillingContact => Action::AssignBillingContact,
        Role::PowerUser => Action::GrantSubsetPermission,
        Role::PathAdministrator => Action::AddPathAdministrator,
        Role::GroupMember => Action::EnrollGroupMember,
        Role::TeamMember => Action::EnrollTeamMember,
        Role::ChannelExpert => Action::AssignChannelExpert,
        Role::SupervisingManager | Role::SupervisingParent | Role::SupervisingMentor => Action::AssignSupervision,
        _ => Action::AssignRole,
    }
}

/// The action that taking this role away is.
pub const fn taking(role: Role) -> Action {
    match role {
        Role::GroupMember => Action::RemoveGroupMember,
        Role::TeamMember => Action::RemoveTeamMember,
        _ => giving(role),
    }
}

/// What a role brings beyond what one does for oneself: what its giver must have.
pub(crate) fn powers(grid: &Grid, grant: &RoleGrant, tenant: Tenant) -> ActionSet {
    let beyond = |cell: &&crate::grid::Cell| !matches!(cell.reach, Reach::Own | Reach::OwnAudience | Reach::Friends);
    let wide: ActionSet = cells_with_included(grant.role)
        .filter(beyond)
        .flat_map(|cell| cell.actions.iter().copied())
        .chain(grid.given_by_overrides(grant.role, tenant))
        .filter(|action| action.effect() != Effect::Joins)
        .collect();
    wide.intersection(grid.brought_by(grant.role)).intersection(grant.actions)
}

/// Nobody gives, or takes away, what they do not have themselves where it is held.
pub(crate) fn within_own_rights(
    grid: &Grid,
    giver: &Principal,
    grant: &RoleGrant,
    tenant: Tenant,
) -> Result<(), NotGiven> {
    let own = able_on(grid, giver, grant.object, tenant);
    let above = powers(grid, grant, tenant).iter().find(|action| !own.contains(*action));
    above.map_or(Ok(()), |above| Err(NotGiven::AboveOwnRights(above)))
}

/// Whoever makes an administrator gives away what administrators of that kind have. What every learner of a platform may is
/// its own decision, and the operator makes the first administrators.
pub(crate) fn makes_nobody_above(grid: &Grid, maker: &Principal, kind: AccountKind) -> Result<(), DeniedBecause> {
    if !matches!(maker, Principal::Account(_)) || kind.tier() != Tier::Administrator {
        return Ok(());
    }
    let (tenant, on) = (kind.tenant(), kind.partner().map_or(GrantObject::Platform, GrantObject::Organization));
    let grant = RoleGrant::new(Role::of_kind(kind), on);
    let own = able_on(grid, maker, on, tenant);
    let taken = |action: Action| grid.is_taken(grant.role, action, Some(tenant));
    let above = powers(grid, &grant, tenant).iter().find(|action| !own.contains(*action) && !taken(*action));
    above.map_or(Ok(()), |above| Err(DeniedBecause::AboveOwnRights(above)))
}

fn all_within_own_rights(grid: &Grid, giver: &Principal, parts: &[RoleGrant], tenant: Tenant) -> Result<(), NotGiven> {
    // Chosen actions are chosen for good: what is taken from the role for now comes back to whoever holds them.
    let nothing_taken = grid.without_taking();
    parts.iter().try_for_each(|part| {
        within_own_rights(grid, giver, part, tenant)?;
        match part.actions == ActionSet::ALL {
            true => Ok(()),
            false => within_own_rights(&nothing_taken, giver, part, tenant),
        }
    })
}

/// Nobody widens their own reach by putting somebody else into a group or team: whoever has rights of their own over its
/// people is not the one who says who they are, unless they may do all of it to this account anyway.
fn widens_no_own_right(grid: &Grid, giver: &Principal, holder: &Standing, grant: &RoleGrant) -> Result<(), NotGiven> {
    if !matches!(grant.object, GrantObject::Group(_) | GrantObject::Team(_)) {
        return Ok(());
    }
    let inside = Object { role: None, ..receiving(holder, grant) };
    let outside = Object { place: None, ..inside };
    let there = giver.grants().iter().filter(|own| own.object == grant.object);
    let may = |action, on: &Object| decide(grid, giver, action, on).is_ok();
    let widened = there
        .flat_map(|own| beyond_the_place(grid, own, holder.kind.tenant()).iter())
        .find(|action| may(*action, &inside) && !reached_already(grid, giver, holder, *action, &outside));
    widened.map_or(Ok(()), |action| Err(NotGiven::WidensOwnRights(action)))
}

/// What a role on a group or team brings beyond what belonging there means: what was chosen, or given by an override.
fn beyond_the_place(grid: &Grid, own: &RoleGrant, tenant: Tenant) -> ActionSet {
    match own.role.seat() {
        Seat::Chosen => own.actions,
        _ => grid.given_by_overrides(own.role, tenant).collect::<ActionSet>().intersection(own.actions),
    }
}

/// Whether the giver may do this to the account as it is, through whatever groups and teams it is in.
fn reached_already(grid: &Grid, giver: &Principal, holder: &Standing, action: Action, account: &Object) -> bool {
    let places = groups_and_teams(&holder.grants);
    decide(grid, giver, action, &reached(grid, giver, action, *account, &places)).is_ok()
}

/// Whether somebody may give a role to an account, where so many hold it already. Handing the platform over takes the
/// role from its giver in the same breath, so the giver does not count as a holder.
pub fn may_give(
    grid: &Grid,
    giver: &Principal,
    holder: &Standing,
    grant: &RoleGrant,
    present_holders: usize,
) -> Result<(), NotGiven> {
    may_give_parts(grid, giver, holder, grant, &[*grant], present_holders)
}

/// The same for a role that is given as parts of it, on objects of their own.
fn may_give_parts(
    grid: &Grid,
    giver: &Principal,
    holder: &Standing,
    grant: &RoleGrant,
    parts: &[RoleGrant],
    present_holders: usize,
) -> Result<(), NotGiven> {
    let object = receiving(holder, grant);
    decide(grid, giver, giving(grant.role), &object).map_err(NotGiven::Denied)?;
    // Whoever runs the platform's computers hands over what they do not hold.
    let rescued = grant.role == Role::Owner && *giver == Principal::Operator;
    if !rescued {
        all_within_own_rights(grid, giver, parts, holder.kind.tenant())?;
    }
    let handed_over = grant.role == Role::Owner && (rescued || giver.roles().contains(Role::Owner));
    let others = present_holders - usize::from(handed_over && present_holders > 0);
    may_hold(grid, holder, grant.role, grant.object, others).map_err(NotGiven::NotHeld)
}

/// Internal administrators are taken into any tenant's groups and courses, but only by somebody who reaches those.
fn reaches_where_it_is_held(
    grid: &Grid,
    giver: &Principal,
    action: Action,
    target: &RoleTarget,
) -> Result<(), NotGiven> {
    let Some(tenant) = target.held_in else { return Ok(()) };
    let there = Object { tenant: Some(tenant), ..target.object() };
    decide(grid, giver, action, &there).map(drop).map_err(NotGiven::Denied)
}

/// Who is to be looked after is judged as well as who is to look after them.
fn may_be_looked_after(grid: &Grid, giver: &Principal, target: &RoleTarget) -> Result<(), NotGiven> {
    let Some(looked_after) = &target.looked_after else { return Ok(()) };
    let object = receiving(looked_after, &target.grant);
    decide(grid, giver, giving(target.grant.role), &object).map(drop).map_err(NotGiven::Denied)
}

/// Judges the giving of a role, and hands the target back only with the permission.
pub fn authorize_giving<A: Act<Target = RoleTarget>>(
    grid: &Grid,
    giver: &Principal,
    target: RoleTarget,
) -> Result<Granted<A>, NotGiven> {
    let RoleTarget { standing, grant, .. } = &target;
    // Handed over, never given: whoever hands it over is its one holder.
    let present_holders = usize::from(grant.role == Role::Owner);
    if !target.within_one_tenant() {
        return Err(NotGiven::Denied(DeniedBecause::Guard(Guard::TenantWall)));
    }
    reaches_where_it_is_held(grid, giver, giving(grant.role), &target)?;
    may_be_looked_after(grid, giver, &target)?;
    may_give_parts(grid, giver, standing, grant, &target.brought(), present_holders)?;
    widens_no_own_right(grid, giver, standing, grant)?;
    permitted(giving(grant.role), grid, giver, target)
}

/// Judges the taking of a role: of what is above one's own rights nothing is taken away, and what has one holder is
/// handed over instead.
pub fn authorize_taking<A: Act<Target = RoleTarget>>(
    grid: &Grid,
    taker: &Principal,
    target: RoleTarget,
) -> Result<Granted<A>, NotGiven> {
    let RoleTarget { grant, .. } = &target;
    let action = taking(grant.role);
    decide(grid, taker, action, &target.object()).map_err(NotGiven::Denied)?;
    reaches_where_it_is_held(grid, taker, action, &target)?;
    all_within_own_rights(grid, taker, &target.brought(), target.standing.kind.tenant())?;
    if grant.role == Role::Owner {
        return Err(NotGiven::NotHeld(NotHeld::OneHolder));
    }
    permitted(action, grid, taker, target)
}

/// What an account may hold by the role alone that is to be taken, and what by that in turn: it goes with it, since nobody
/// would give it any more.
pub fn held_by_it_alone(grid: &Grid, target: &RoleTarget) -> Vec<RoleGrant> {
    let RoleTarget { standing, grant, .. } = target;
    let set = |of: &RoleGrant| of.source.map(|source| source.set);
    let goes = |held: &RoleGrant| {
        let same = grant.profile().is_some() || (held.role, held.object) == (grant.role, grant.object);
        same && set(held) == set(grant)
    };
    let listed =
        |who: &Standing, held: &RoleGrant| may_hold(grid, who, held.role, held.object, 0) != Err(NotHeld::NotListed);
    let mut after = standing.clone();
    after.grants.retain(|held| !goes(held));
    let mut alone = Vec::new();
    loop {
        let (stays, unheld): (Vec<RoleGrant>, Vec<RoleGrant>) = (after.grants.iter().copied())
            .partition(|held| held.profile().is_some() || !listed(standing, held) || listed(&after, held));
        if unheld.is_empty() {
            return alone;
        }
        alone.extend(unheld);
        after.grants = stays;
    }
}

/// The permission, for the action that was judged and for no other.
fn permitted<A: Act<Target = RoleTarget>>(
    judged: Action,
    grid: &Grid,
    principal: &Principal,
    target: RoleTarget,
) -> Result<Granted<A>, NotGiven> {
    if A::ACTION != judged {
        return Err(NotGiven::Denied(DeniedBecause::NothingGrants));
    }
    let granted = authorize::<A>(grid, principal, target).map_err(|denied| NotGiven::Denied(denied.because))?;
    // That it is within the principal's own rights, all of its roles say together.
    Ok(granted.by_all_of(principal))
}

/// The account that is to hold the role, seen through what the role is held on.
pub(crate) fn receiving(holder: &Standing, grant: &RoleGrant) -> Object {
    let course = match grant.object {
        GrantObject::Course(course) => Some(course),
        _ => None,
    };
    let place = match grant.object {
        GrantObject::Platform
        | GrantObject::Organization(_)
        | GrantObject::Course(_)
        | GrantObject::Courses(_)
        | GrantObject::Person(_) => None,
        place => Some(place),
    };
    Object {
        tenant: Some(holder.kind.tenant()),
        account: Some(holder.id),
        account_kind: Some(holder.kind),
        account_roles: holder.grants.iter().map(|grant| grant.role).collect(),
        of_owner: holder.roles().contains(Role::Owner),
        role: Some(grant.role),
        course,
        place,
        ..Object::new(ObjectKind::Account)
    }
}
