//! The decision, and the values that carry its outcome.

use std::marker::PhantomData;

use domain::AccountId;

use crate::action::{Act, Action};
use crate::explanation::Basis;
use crate::giving::makes_nobody_above;
use crate::grid::{Grid, Rule};
use crate::guard::Guard;
use crate::object::{Object, ObjectKind};
use crate::principal::{Actor, Behind, GrantObject, Principal, Source};
use crate::role::Role;
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
    behind: Option<Behind>,
    target: A::Target,
    basis: Basis,
    sources: Vec<Source>,
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
    pub fn behind(&self) -> Option<Behind> {
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

    /// The versions of the profiles and custom roles that it was judged by. Staff writes check in their transaction that
    /// none of them has moved, so a profile that was narrowed is never overtaken.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The same permission, where everything that its principal holds had a say: the write holds to each profile and custom
    /// role among it.
    pub fn by_all_of(mut self, principal: &Principal) -> Self {
        self.sources.extend(principal.grants().iter().filter_map(|grant| grant.source));
        self.sources.sort_unstable();
        self.sources.dedup();
        self
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
    /// The account that is to be made would have rights that its maker has not.
    AboveOwnRights(Action),
}

impl DeniedBecause {
    /// The reason in words.
    pub const fn words(self) -> &'static str {
        match self {
            DeniedBecause::Guard(guard) => guard.words(),
            DeniedBecause::NothingGrants => "nothing you hold permits this",
            DeniedBecause::AboveOwnRights(_) => "the account would have more rights than you",
        }
    }

    /// The stable id of the reason.
    pub fn id(self) -> &'static str {
        match self {
            DeniedBecause::Guard(guard) => guard.id(),
            DeniedBecause::NothingGrants => "grant.missing",
            DeniedBecause::AboveOwnRights(_) => "guard.above_own_rights",
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
        self.because.words()
    }

    /// Whether the answer must look as if the target did not exist.
    pub fn hides_object(&self) -> bool {
        self.unknown_course || matches!(self.because, DeniedBecause::Guard(guard) if guard.hides_object())
    }
}

/// Judges, and hands the target back only with the permission.
pub fn authorize<A: Act>(grid: &Grid, principal: &Principal, target: A::Target) -> Result<Granted<A>, Denied> {
    let object = reached(grid, principal, A::ACTION, target.object(), &target.places());
    let new_kind = target.new_kind();
    let nobody_above = || new_kind.map_or(Ok(()), |kind| makes_nobody_above(grid, principal, kind));
    match decide(grid, principal, A::ACTION, &object).and_then(|basis| nobody_above().map(|()| basis)) {
        Ok(basis) => {
            let actor_version = match principal {
                Principal::Account(standing) => Some(standing.version),
                _ => None,
            };
            let sources = basis.source.into_iter().collect();
            let (actor, behind) = (principal.actor(), principal.behind());
            Ok(Granted { actor, actor_version, behind, target, basis, sources, act: PhantomData })
        }
        Err(because) => {
            let signed_out = *principal == Principal::Visitor;
            let unknown_course = because == DeniedBecause::NothingGrants && is_unknown_course(principal, &object);
            Err(Denied { action: A::ACTION, because, signed_out, unknown_course })
        }
    }
}

/// The object as the principal reaches it: through the first of the groups and teams it is in that permits the action,
/// where nothing else does.
pub fn reached(grid: &Grid, principal: &Principal, action: Action, object: Object, places: &[GrantObject]) -> Object {
    if places.is_empty() || decide(grid, principal, action, &object).is_ok() {
        return object;
    }
    let through = |place: &GrantObject| Object { place: Some(*place), ..object };
    let mut ways = places.iter().map(through);
    ways.find(|way| decide(grid, principal, action, way).is_ok()).unwrap_or(object)
}

/// A course that is not published is known to those alone who run it or are in it.
fn is_unknown_course(principal: &Principal, object: &Object) -> bool {
    let Principal::Account(standing) = principal else { return false };
    let hidden = object.kind == ObjectKind::Course && object.course.is_some() && !object.published;
    hidden && !object.asker_enrolled && !standing.holds_on(object)
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
    let brings = |role: Role, held: Option<GrantObject>, source: Option<Source>| {
        if grid.brings_never(role, action) {
            return None;
        }
        let mut rules =
            grid.rules(role, action, object.tenant).filter(|rule| rule.reach.covers(principal, held, object));
        let Rule { reach, condition, .. } = rules.find(|rule| grid.meets(role, action, rule.condition, object))?;
        Some(Basis { role, reach, held, condition, source })
    };
    for role in principal.roles_without_grants().iter() {
        if let Some(basis) = brings(role, None, None) {
            return Some(basis);
        }
    }
    for grant in principal.grants() {
        // A role that is held on an object reaches nothing but that object; a test keeps the grid so.
        if !grant.object.covers(object) {
            continue;
        }
        if let Some(basis) = brings(grant.role, Some(grant.object), grant.source)
            && grant.actions.contains(action)
        {
            return Some(basis);
        }
    }
    let course = object.course.filter(|_| object.asker_enrolled && matches!(principal, Principal::Account(_)))?;
    brings(Role::CourseLearner, Some(GrantObject::Course(course)), None)
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
    let kind = principal.roles_without_grants().iter().map(|role| (role, None, None));
    let held = principal.grants().iter().filter(move |grant| grant.actions.contains(action));
    let held = held.map(|grant| (grant.role, Some(grant.object), grant.source));
    // An enrollment whose lessons are open is the learner's role on the course.
    let enrolled = object.course.filter(|_| object.asker_enrolled && matches!(principal, Principal::Account(_)));
    let enrolled = enrolled.map(|course| (Role::CourseLearner, Some(GrantObject::Course(course)), None));
    kind.chain(held).chain(enrolled).flat_map(move |(role, held, source)| {
        let rules =
            grid.rules(role, action, object.tenant).filter(move |rule| rule.reach.covers(principal, held, object));
        rules.map(move |Rule { reach, condition, .. }| Bringing {
            basis: Basis { role, reach, held, condition, source },
            holds: grid.meets(role, action, condition, object),
        })
    })
}
