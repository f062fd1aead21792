//! Who may do what. This crate is the only one that knows roles; everything else names actions.
//!
//! A [`Principal`] asks for an action on a target. The answer is a pure function of the principal, the target's
//! facts and the [`Grid`]: no table, no clock, nothing async; the caller brings the facts.
//!
//! 1. **Guards** ([`Guard`]) deny whatever was granted: a switched-off account, the wall between tenants, the
//!    owner's protection, the public learner's confinement to the public catalog.
//! 2. **The grid** ([`grid`](crate::Grid)) then says which role brings which action on which objects ([`Reach`]),
//!    under which [`Condition`], and from which statement that follows. The union of all of a principal's roles
//!    decides; where nothing grants, the answer is no.
//! 3. The answer is a [`Granted`] value or a [`Denied`] with its reason. `Granted<A>` can be made only here, fits
//!    only the action `A` and only the target that was judged, cannot be copied, and is used up by the write it
//!    permits. Store functions demand it, so a handler that forgets the check does not compile.
//!
//! Example: Paula administers partner 7 and wants to edit a course of partner 8. Her role reaches courses of her own
//! partner only, and before that the tenant wall stands between her and the course: `Denied` with
//! `guard.tenant_wall`, and since she may not even know the course exists, the answer outside is "not found".

mod able;
mod acting;
mod action;
mod belonging;
mod compatibility;
mod condition;
mod confirmation;
mod decision;
mod directory;
mod explanation;
mod flip;
mod giving;
mod grid;
mod guard;
mod merged;
mod naming;
mod object;
mod overrides;
mod permission_set;
mod principal;
mod profile;
mod role;
mod target;

pub use able::{able, conceivable};
pub use acting::open_while_acting;
pub use action::{Act, Action, ActionSet, Effect, act};
pub use belonging::{
    TeachingPart, comes_with_enrollment, course_maker_role, course_part, is_role_of, maker_role, member_role,
    one_holder_role,
};
pub use compatibility::{NotHeld, beyond_its_types, holders, makes_a_type, may_hold, types};
pub use condition::{Condition, Module, ModuleSet, Settings, Switch, SwitchSet, Widget, WidgetSet};
pub use confirmation::{asks_for_confirmation, asks_for_second_factor, needs_second_factor};
pub use decision::{Denied, DeniedBecause, Granted, authorize, decide, reached};
pub use directory::{Section, is_owner, level, sole_organization};
pub use explanation::{Basis, Explanation, Withholding, explain};
pub use flip::Flip;
pub use giving::{NotGiven, authorize_giving, authorize_taking, giving, held_by_it_alone, may_give, taking};
pub use grid::{Cell, Grid, cells, included, offered, optional_types};
pub use guard::Guard;
pub use merged::Tick;
pub use naming::NoSuchObject;
pub use object::{Object, ObjectKind, Reach};
pub use overrides::{Override, OverrideRefused, may_override};
pub use permission_set::{
    MayNotDefine, PROFILES_MAX, PermissionSet, Rights, SetFlip, authorize_defining, choosable, is_copied, profile_role,
};
pub use principal::{Actor, Behind, GrantObject, Principal, RoleGrant, Source, Standing};
pub use profile::{Choices, Profile};
pub use role::{Role, RoleSet, Seat};
pub use target::{
    AccountRequestTarget, AccountTarget, CatalogTarget, CertificateTarget, CourseTarget, CoursesTarget,
    EnrollmentTarget, LessonTarget, NewAccountTarget, NewCourseTarget, OrderTarget, OwnTarget, PartnerTarget,
    PathEnrollmentTarget, PermissionSetTarget, PersonTarget, PlaceTarget, PlatformTarget, RoleTarget, Target,
    TenantTarget,
};

#[cfg(test)]
mod tests;
