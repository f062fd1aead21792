//! The decision, and the values that carry its outcome.

use std::marker::PhantomData;

use domain::{AccountId, AccountKind, Tenant};

use crate::action::{Act, Action, ActionSet};
use crate::explanation::Basis;
use crate::grid::{Grid, Rule};
use crate::guard::Guard;
use crate::object::{Object, ObjectKind, Reach};
use crate::principal::{Actor, GrantObject, Principal};
use crate::role::{Role, Seat};
use crate::target::Target;

/// The permission to do the action `A`, once, to the target it carries.
///
/// It can be made by [`authorize`] alone, cannot be copied, and a write takes it away:
///
/// ```compile_fail
/// use authorization::{act, Granted};
/// fn twice(grant: Granted<act::EditCourse>) -> (Granted<act::EditCourse>, Granted<act::EditCourse>) {
///     (grant.clone(), grant)
/// }
/// ```
#[must_use = "a permission that is asked for and not used is a check without an effect"]
#[derive(Debug)]
pub struct Granted<A: Act> {
    actor: Actor,
    actor_version: Option<u64>,
    behind: Option<AccountId>,
    target: A::Target,
    basis: Basis,
    act: PhantomData<A>,
}

impl<A: Act> Granted<A> {
    /// Who was permitted.
    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// The account that was permitted, where it was one.
    pub fn account(&self) -> Option<AccountId> {
        match self.actor {
            Actor::Account(account) | Actor::LinkHolder(account) => Some(account),
            Actor::Visitor | Actor::Founder | Actor::Payments | Actor::Platform | Actor::Operator => None,
        }
    }

    /// The signed-in account and the version of its record at the time of judgment. Staff writes check in their
    /// transaction that it has not moved, so a demotion is never overtaken.
    pub fn judged_account(&self) -> Option<(AccountId, u64)> {
        match (self.actor, self.actor_version) {
            (Actor::Account(account), Some(version)) => Some((account, version)),
            _ => None,
        }
    }

    /// The person who acts as the account that was permitted, where it is somebody else.
    pub fn behind(&self) -> Option<AccountId> {
        self.behind
    }

    /// What it was permitted on.
    pub fn target(&self) -> &A::Target {
        &self.target
    }

    /// Gives the target away and ends the permission.
    pub fn into_target(self) -> A::Target {
        self.target
    }

    /// Which role and reach permitted it.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The action, for the audit.
    pub fn action(&self) -> Action {
        A::ACTION
    }
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeniedBecause {
    /// A guard stands in between.
    Guard(Guard),
    /// No role of the principal brings the action on this target.
    NothingGrants,
}

impl DeniedBecause {
    /// The stable id of the reason.
    pub fn id(self) -> &'static str {
        match self {
            DeniedBecause::Guard(guard) => guard.id(),
            DeniedBecause::NothingGrants => "grant.missing",
        }
    }
}

/// A refusal with its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Denied {
    /// What was asked.
    pub action: Action,
    /// Why not.
    pub because: DeniedBecause,
    /// Whether the one who asked is not signed in: signing in may help.
    pub signed_out: bool,
    /// Whether it is a course that nobody but its people may know of yet, and the one who asks is none of them.
    pub unknown_course: bool,
}

impl Denied {
    /// The stable id of the reason.
    pub fn id(&self) -> &'static str {
        self.because.id()
    }

    /// The reason in words.
    pub fn words(&self) -> &'static str {
        match self.because {
            DeniedBecause::Guard(guard) => guard.words(),
            DeniedBecause::NothingGrants => "nothing you hold permits this",
        }
    }

    /// Whether the answer must look as if the target did not exist.
    pub fn hides_object(&self) -> bool {
        self.unknown_course || matches!(self.because, DeniedBecause::Guard(guard) if guard.hides_object())
    }
}

/// Judges, and hands the target back only with the permission.
pub fn authorize<A: Act>(grid: &Grid, principal: &Principal, target: A::Target) -> Result<Granted<A>, Denied> {
    let object = target.object();
    match decide(grid, principal, A::ACTION, &object) {
        Ok(basis) => {
            let actor_version = match principal {
                Principal::Account(standing) => Some(standing.version),
                _ => None,
            };
            let (actor, behind) = (principal.actor(), principal.behind());
            Ok(Granted { actor, actor_version, behind, target, basis, act: PhantomData })
        }
        Err(because) => {
            let signed_out = *principal == Principal::Visitor;
            let unknown_course = because == DeniedBecause::NothingGrants && is_unknown_course(principal, &object);
            Err(Denied { action: A::ACTION, because, signed_out, unknown_course })
        }
    }
}

/// A course that is not published is known to those alone who run it or are in it.
fn is_unknown_course(principal: &Principal, object: &Object) -> bool {
    let Principal::Account(standing) = principal else { return false };
    let hidden = object.kind == ObjectKind::Course && object.course.is_some() && !object.published;
    hidden && !object.asker_enrolled && !standing.holds_on(object)
}

/// Whether the principal's roles bring the action on any target at all. Where they do not, nothing needs to be
/// loaded to refuse, and an unknown target is refused like a known one.
pub fn conceivable(grid: &Grid, principal: &Principal, action: Action) -> Result<(), Denied> {
    let brings = |role| grid.may_bring(role, action);
    let held = principal.grants().iter().filter(|grant| grant.actions.contains(action));
    if principal.roles().iter().chain(held.map(|grant| grant.role)).any(brings) {
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
    let wide = principal.roles().iter().map(|role| (role, ActionSet::ALL));
    let held = principal.grants().iter().map(|grant| (grant.role, grant.actions));
    let mut able = ActionSet::NONE;
    for (role, given) in wide.filter(|(role, _)| role.seat() != Seat::Chosen).chain(held) {
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

/// Guards first, then the union of grants; what nothing grants is denied. The answer is for those who show or test
/// decisions; who acts on one asks [`authorize`], which hands out the permission.
#[inline]
pub fn decide(grid: &Grid, principal: &Principal, action: Action, object: &Object) -> Result<Basis, DeniedBecause> {
    if let Some(guard) = Guard::first(principal, action, object) {
        return Err(DeniedBecause::Guard(guard));
    }
    first_basis(grid, principal, action, object).ok_or(DeniedBecause::NothingGrants)
}

/// The first of [`bringings`] that holds, found without looking at roles that bring nothing.
#[inline]
fn first_basis(grid: &Grid, principal: &Principal, action: Action, object: &Object) -> Option<Basis> {
    let brings = |role: Role, held: Option<GrantObject>| {
        if grid.brings_never(role, action) {
            return None;
        }
        let mut rules =
            grid.rules(role, action, object.tenant).filter(|rule| rule.reach.covers(principal, held, object));
        let Rule { reach, condition, .. } = rules.find(|rule| grid.meets(role, action, rule.condition, object))?;
        Some(Basis { role, reach, held, condition })
    };
    for role in principal.roles_without_grants().iter() {
        if let Some(basis) = brings(role, None) {
            return Some(basis);
        }
    }
    for grant in principal.grants() {
        // A role that is held on an object reaches nothing but that object; a test keeps the grid so.
        if !grant.object.covers(object) {
            continue;
        }
        if let Some(basis) = brings(grant.role, Some(grant.object))
            && grant.actions.contains(action)
        {
            return Some(basis);
        }
    }
    let course = object.course.filter(|_| object.asker_enrolled && matches!(principal, Principal::Account(_)))?;
    brings(Role::CourseLearner, Some(GrantObject::Course(course)))
}

/// A way in which a role brings an action on an object, and whether its condition holds.
pub(crate) struct Bringing {
    pub(crate) basis: Basis,
    pub(crate) holds: bool,
}

/// Every way in which the principal's roles bring the action on the object.
#[inline]
pub(crate) fn bringings(
    grid: &Grid,
    principal: &Principal,
    action: Action,
    object: &Object,
) -> impl Iterator<Item = Bringing> {
    let kind = principal.roles_without_grants().iter().map(|role| (role, None));
    let held = principal.grants().iter().filter(move |grant| grant.actions.contains(action));
    let held = held.map(|grant| (grant.role, Some(grant.object)));
    // An enrollment whose lessons are open is the learner's role on the course.
    let enrolled = object.course.filter(|_| object.asker_enrolled && matches!(principal, Principal::Account(_)));
    let enrolled = enrolled.map(|course| (Role::CourseLearner, Some(GrantObject::Course(course))));
    kind.chain(held).chain(enrolled).flat_map(move |(role, held)| {
        let rules =
            grid.rules(role, action, object.tenant).filter(move |rule| rule.reach.covers(principal, held, object));
        rules.map(move |Rule { reach, condition, .. }| Bringing {
            basis: Basis { role, reach, held, condition },
            holds: grid.meets(role, action, condition, object),
        })
    })
}
