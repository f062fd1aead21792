//! The rules that no grant overcomes. Each is one arm, with its own id.

use domain::{AccountKind, AccountStatus, Audience, Tenant, Tier};

use crate::action::{Action, ActionSet, Effect};
use crate::grid::cells;
use crate::object::{Object, ObjectKind};
use crate::principal::{GrantObject, Principal, Standing};
use crate::role::Role;

/// A rule that denies whatever was granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guard {
    /// The account is deactivated.
    Deactivated,
    /// The account is expired.
    Expired,
    /// The object belongs to another tenant (S000-17, S000-18).
    TenantWall,
    /// What is to hold on every platform is decided by those alone who run all of them.
    EveryTenant,
    /// The course is made for another audience (S000-21, -22, -27 to -29, -31, -32).
    OtherAudience,
    /// Public learners never leave the public catalog, whatever was paid (S000-46).
    OutsidePublicCatalog,
    /// The owner's account is touched by nobody else (S003-28 to -32, S004-25 to -30).
    OwnerProtected,
    /// Deleting the platform, handing it over and choosing billing contacts are the owner's alone (S004-22, -24, -313).
    OwnersOwn,
    /// The account stands higher than the one who asks.
    AboveOwnRank,
    /// Nobody shuts themselves out.
    NotOnOneself,
    /// The partner platform does not exist (S000-47, S000-48).
    NoSuchPartner,
    /// The account to be put into a course is of another audience.
    AccountOfOtherAudience,
    /// A public account is made by paying, not by hand (S000-43, S000-44).
    MadeByPayment,
    /// A monitor writes nothing that is not their own (S003-192, S004-276).
    ReadOnlyMonitor,
}

/// The guards in the order in which they are asked, as a list and as one straight line of questions.
macro_rules! in_order {
    ($($guard:ident),* $(,)?) => {
        /// Every guard in the order in which they are asked.
        pub const ALL: [Guard; [$(Guard::$guard),*].len()] = [$(Guard::$guard),*];

        /// The first guard that stands between this principal and this action.
        #[inline]
        pub fn first(principal: &Principal, action: Action, object: &Object) -> Option<Guard> {
            $(if Guard::$guard.denies(principal, action, object) {
                return Some(Guard::$guard);
            })*
            None
        }
    };
}

impl Guard {
    in_order! {
        Deactivated, Expired, OutsidePublicCatalog, OtherAudience, TenantWall, EveryTenant, NoSuchPartner, OwnerProtected, OwnersOwn, AboveOwnRank, NotOnOneself, AccountOfOtherAudience, MadeByPayment, ReadOnlyMonitor,
    }

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Guard::Deactivated => "guard.account_deactivated",
            Guard::Expired => "guard.account_expired",
            Guard::TenantWall => "guard.tenant_wall",
            Guard::EveryTenant => "guard.every_tenant",
            Guard::OutsidePublicCatalog => "guard.outside_public_catalog",
            Guard::OtherAudience => "guard.other_audience",
            Guard::NoSuchPartner => "guard.no_such_partner",
            Guard::OwnerProtected => "guard.owner_protected",
            Guard::OwnersOwn => "guard.owners_own",
            Guard::AboveOwnRank => "guard.above_own_rank",
            Guard::NotOnOneself => "guard.not_on_oneself",
            Guard::AccountOfOtherAudience => "guard.account_of_other_audience",
            Guard::MadeByPayment => "guard.made_by_payment",
            Guard::ReadOnlyMonitor => "guard.read_only_monitor",
        }
    }

    /// The rule in words.
    pub const fn words(self) -> &'static str {
        match self {
            Guard::Deactivated => "the account is deactivated",
            Guard::Expired => "the account is expired",
            Guard::TenantWall => "the object belongs to another platform",
            Guard::EveryTenant => "only those who run all platforms decide for all of them at once",
            Guard::OutsidePublicCatalog => "public learners are held to the public catalog",
            Guard::OtherAudience => "the course is made for another audience",
            Guard::NoSuchPartner => "the partner platform does not exist: make it first",
            Guard::OwnerProtected => "the owner's account is protected",
            Guard::OwnersOwn => "only the owner may do this",
            Guard::AboveOwnRank => "the account stands higher than yours",
            Guard::NotOnOneself => "nobody may do this to their own account",
            Guard::AccountOfOtherAudience => "the account is of another audience than the course",
            Guard::MadeByPayment => "public accounts are made by buying a course",
            Guard::ReadOnlyMonitor => "monitors change nothing but what is their own",
        }
    }

    /// Whether denying because of this guard must look as if the object did not exist.
    pub const fn hides_object(self) -> bool {
        matches!(self, Guard::TenantWall | Guard::OutsidePublicCatalog | Guard::OtherAudience)
    }

    /// Whether the guard stands between this principal and this action.
    #[inline(always)]
    pub fn denies(self, principal: &Principal, action: Action, object: &Object) -> bool {
        let standing = match principal {
            Principal::Account(standing) => standing,
            Principal::Operator => return self.binds_everybody(None, action, object),
            _ => return self == Guard::NoSuchPartner && !object.partner_exists,
        };
        match self {
            Guard::Deactivated => standing.status == AccountStatus::Deactivated,
            Guard::Expired => standing.status == AccountStatus::Expired,
            Guard::OutsidePublicCatalog => {
                standing.kind == AccountKind::PublicLearner
                    && !OPEN_TO_ALL.contains(action)
                    && leaves_public_catalog(standing, object)
            }
            // Who teaches or administers the course is not asked for the audience: they are not its learners.
            Guard::OtherAudience => {
                standing.kind.tier() == Tier::Learner
                    && standing.kind != AccountKind::PublicLearner
                    && LEARNING.contains(action)
                    && object.audience.is_some_and(|audience| audience.realm() != standing.kind.realm())
                    && !runs_courses(standing)
                    && !standing.holds_on(object)
            }
            Guard::TenantWall => {
                // What belongs to no tenant belongs to the main platform.
                let tenant = object.tenant.unwrap_or(Tenant::Main);
                // Whom somebody puts into a course or path of their own must not be a stranger's, nor be known to be there.
                let stranger = ENROLLS_OTHERS.contains(action)
                    && object.account_kind.is_some_and(|kind| kind.tenant() != standing.kind.tenant());
                standing.kind != AccountKind::InternalAdministrator
                    && (tenant != standing.kind.tenant() || stranger)
                    && !OPEN_TO_ALL.contains(action)
            }
            Guard::EveryTenant => {
                standing.kind != AccountKind::InternalAdministrator
                    && action == Action::CustomizePermission
                    && object.tenant.is_none()
            }
            Guard::OwnersOwn => OWNERS_OWN.contains(action) && !standing.roles().contains(Role::Owner),
            Guard::AboveOwnRank => {
                let too_high = |of| {
                    let own = standing.rank_over(object);
                    of > own || (of == own && action == Action::ImpersonateUser)
                };
                ON_ACCOUNTS.contains(action) && height_of(object).is_some_and(too_high)
            }
            Guard::NotOnOneself => NOT_ON_ONESELF.contains(action) && is_own(standing, object),
            Guard::ReadOnlyMonitor => {
                WRITES.contains(action)
                    && standing.grants.iter().any(|grant| grant.role == Role::Monitor)
                    && !is_own(standing, object)
                    && !standing.holds_on(object)
            }
            Guard::NoSuchPartner | Guard::OwnerProtected | Guard::AccountOfOtherAudience | Guard::MadeByPayment => {
                self.binds_everybody(Some(standing), action, object)
            }
        }
    }

    /// The guards that look at the object, whoever it is that comes: they stand before the operator, too.
    fn binds_everybody(self, standing: Option<&Standing>, action: Action, object: &Object) -> bool {
        match self {
            Guard::NoSuchPartner => !object.partner_exists,
            Guard::OwnerProtected => {
                let own = standing.is_some_and(|standing| is_own(standing, object));
                // Whoever wants to go hands the platform over first.
                let leaves = action == Action::DeleteSelf
                    && standing.is_some_and(|standing| standing.roles().contains(Role::Owner));
                // Whoever runs the platform's computers is the last way back for an owner without telephone and codes, and
                // for a platform whose owner's account has ended.
                let rescue = RESCUES.contains(action) && standing.is_none();
                leaves || (object.of_owner && ON_ACCOUNTS.contains(action) && !own && !rescue)
            }
            Guard::AccountOfOtherAudience => {
                let realm = object.account_kind.map(AccountKind::realm);
                action == Action::EnrollAccount && realm != object.audience.map(Audience::realm)
            }
            Guard::MadeByPayment => {
                let makes = matches!(action, Action::CreateAccount | Action::ImportUser);
                makes && object.account_kind == Some(AccountKind::PublicLearner)
            }
            _ => false,
        }
    }
}

fn is_own(standing: &Standing, object: &Object) -> bool {
    object.account == Some(standing.id)
}

/// Whether some role of the whole account is about courses of every audience.
fn runs_courses(standing: &Standing) -> bool {
    let wide = standing.grants.iter().filter(|grant| grant.object == GrantObject::Platform);
    wide.into_iter().any(|grant| matches!(grant.role, Role::PartialAdministrator | Role::PowerUser | Role::Monitor))
}

/// What a public learner's reach ends at: the public courses, the own account, and what belongs to nobody.
fn leaves_public_catalog(standing: &Standing, object: &Object) -> bool {
    let whole = matches!(object.kind, ObjectKind::Catalog | ObjectKind::Platform);
    match (object.audience, object.account) {
        (Some(audience), _) if audience != Audience::Public => true,
        (_, Some(account)) => account != standing.id,
        (Some(_), None) => object.place.is_some_and(|_| object.course.is_none()),
        (None, None) => !whole,
    }
}

/// How high the account stands that is acted on, or the role that is to be given to it.
fn height_of(object: &Object) -> Option<u8> {
    let kind = object.account_kind.map(|kind| Role::of_kind(kind).rank());
    let roles = object.account_roles.rank();
    object.role.map(Role::rank).max(kind).max((roles > 0).then_some(roles))
}

/// What any visitor may, wherever the object belongs.
const OPEN_TO_ALL: ActionSet = ActionSet::of(&[
    Action::ViewPublicCatalog,
    Action::OfferPublicCourse,
    Action::ApplyForCourse,
    Action::RequestPasswordLink,
]);

/// What puts somebody else into a course, path or program.
const ENROLLS_OTHERS: ActionSet =
    ActionSet::of(&[Action::EnrollAccount, Action::CreatePathEnrollment, Action::CreateProgramEnrollment]);

/// What one does in a course as its learner.
pub(crate) const LEARNING: ActionSet =
    ActionSet::of(&[Action::AccessCourse, Action::EnrollSelf]).union(actions_of(Role::CourseLearner));

/// What is done to somebody's account.
pub(crate) const ON_ACCOUNTS: ActionSet = ActionSet::of(&[
    Action::CreateAccount,
    Action::ImportUser,
    Action::EditAccount,
    Action::SetAccountStatus,
    Action::EndLogins,
    Action::ResetSecondFactors,
    Action::DeleteAccount,
    Action::InviteAccount,
    Action::ImpersonateUser,
    Action::ViewCredentials,
    Action::AssignLevel,
    Action::ChangeLevel,
    Action::AssignRole,
    Action::ChangeRole,
    Action::GrantSubsetPermission,
    Action::DefinePermissionSet,
    Action::EditAdministratorExtent,
    Action::AttachOrganization,
    Action::ChangeOrganization,
    Action::AssignSupervision,
]);

/// What the owner alone may.
pub(crate) const OWNERS_OWN: ActionSet =
    ActionSet::of(&[Action::DeletePlatform, Action::TransferSuperStatus, Action::AssignBillingContact]);

/// What the operator does to the owner's account, so that a platform can never be locked up.
const RESCUES: ActionSet =
    ActionSet::of(&[Action::ResetSecondFactors, Action::EditAccount, Action::SetAccountStatus, Action::InviteAccount]);

/// What changes something that others rely on.
#[expect(clippy::indexing_slicing, reason = "const code; the index is bounded by the loop")]
const WRITES: ActionSet = {
    let (mut set, mut index) = (ActionSet::NONE, 0);
    while index < Action::ALL.len() {
        if matches!(Action::ALL[index].effect(), Effect::Writes) {
            set = set.with(Action::ALL[index]);
        }
        index += 1;
    }
    set
};

/// What nobody does to themselves.
const NOT_ON_ONESELF: ActionSet = ActionSet::of(&[
    Action::SetAccountStatus,
    Action::DeleteAccount,
    Action::ImpersonateUser,
    Action::ChangeRole,
    Action::ChangeLevel,
]);

#[expect(clippy::indexing_slicing, reason = "const code; the index is bounded by the loop")]
const fn actions_of(role: Role) -> ActionSet {
    let row = cells(role);
    let (mut set, mut index) = (ActionSet::NONE, 0);
    while index < row.len() {
        set = set.union(ActionSet::of(row[index].actions));
        index += 1;
    }
    set
}
