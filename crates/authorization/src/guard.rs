//! The rules that no grant overcomes. Each is one arm, with its own id.

use domain::{AccountKind, AccountStatus, Audience, Tier};

use crate::action::Action;
use crate::object::{Object, ObjectKind};
use crate::principal::Principal;
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
    /// The course is made for another audience (S000-21, -22, -27 to -29, -31, -32).
    OtherAudience,
    /// Public learners never leave the public catalog, whatever was paid (S000-46).
    OutsidePublicCatalog,
    /// The owner's account is touched by nobody else.
    OwnerProtected,
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
}

impl Guard {
    /// Every guard in the order in which they are asked.
    pub const ALL: [Guard; 11] = [
        Guard::Deactivated,
        Guard::Expired,
        Guard::TenantWall,
        Guard::OutsidePublicCatalog,
        Guard::OtherAudience,
        Guard::NoSuchPartner,
        Guard::OwnerProtected,
        Guard::AboveOwnRank,
        Guard::NotOnOneself,
        Guard::AccountOfOtherAudience,
        Guard::MadeByPayment,
    ];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Guard::Deactivated => "guard.account_deactivated",
            Guard::Expired => "guard.account_expired",
            Guard::TenantWall => "guard.tenant_wall",
            Guard::OutsidePublicCatalog => "guard.outside_public_catalog",
            Guard::OtherAudience => "guard.other_audience",
            Guard::NoSuchPartner => "guard.no_such_partner",
            Guard::OwnerProtected => "guard.owner_protected",
            Guard::AboveOwnRank => "guard.above_own_rank",
            Guard::NotOnOneself => "guard.not_on_oneself",
            Guard::AccountOfOtherAudience => "guard.account_of_other_audience",
            Guard::MadeByPayment => "guard.made_by_payment",
        }
    }

    /// The rule in words.
    pub const fn words(self) -> &'static str {
        match self {
            Guard::Deactivated => "the account is deactivated",
            Guard::Expired => "the account is expired",
            Guard::TenantWall => "the object belongs to another platform",
            Guard::OutsidePublicCatalog => "public learners are held to the public catalog",
            Guard::OtherAudience => "the course is made for another audience",
            Guard::NoSuchPartner => "the partner platform does not exist: make it first",
            Guard::OwnerProtected => "the owner's account is protected",
            Guard::AboveOwnRank => "the account stands higher than yours",
            Guard::NotOnOneself => "nobody may do this to their own account",
            Guard::AccountOfOtherAudience => "the account is of another audience than the course",
            Guard::MadeByPayment => "public accounts are made by buying a course",
        }
    }

    /// Whether denying because of this guard must look as if the object did not exist.
    pub const fn hides_object(self) -> bool {
        matches!(self, Guard::TenantWall | Guard::OutsidePublicCatalog | Guard::OtherAudience)
    }

    /// Whether the guard stands between this principal and this action.
    #[inline]
    pub fn denies(self, principal: &Principal, action: Action, object: &Object) -> bool {
        let standing = match principal {
            Principal::Account(standing) => standing,
            Principal::Operator => return self.binds_everybody() && self.stands_before(principal, action, object),
            _ => return self == Guard::NoSuchPartner && !object.partner_exists,
        };
        let kind = standing.kind;
        match self {
            Guard::Deactivated => standing.status == AccountStatus::Deactivated,
            Guard::Expired => standing.status == AccountStatus::Expired,
            Guard::TenantWall => match (kind, object.tenant) {
                // The public catalog is open to everybody; applying for a course of it needs no tenant.
                _ if browses(action) => false,
                (AccountKind::InternalAdministrator, _) | (_, None) => false,
                (_, Some(_)) if kind.tier() == Tier::Learner && object.kind == ObjectKind::Course => false,
                (_, Some(tenant)) => tenant != kind.tenant() && !is_own(principal, object),
            },
            Guard::OutsidePublicCatalog => {
                kind == AccountKind::PublicLearner && learns(action) && outside(object.audience, Audience::Public)
            }
            Guard::OtherAudience => {
                kind != AccountKind::PublicLearner
                    && kind.tier() == Tier::Learner
                    && learns(action)
                    && object.audience.is_some_and(|audience| audience.realm() != kind.realm())
            }
            Guard::AboveOwnRank => {
                let above = object.account_kind.is_some_and(|of| Role::of_kind(of).rank() > principal.roles().rank());
                above && changes_account(action)
            }
            Guard::NotOnOneself => {
                matches!(action, Action::SetAccountStatus | Action::DeleteAccount) && is_own(principal, object)
            }
            Guard::NoSuchPartner | Guard::OwnerProtected | Guard::AccountOfOtherAudience | Guard::MadeByPayment => {
                self.stands_before(principal, action, object)
            }
        }
    }

    /// Whether the guard asks for no account: it stands before whoever runs the machine, too.
    const fn binds_everybody(self) -> bool {
        matches!(
            self,
            Guard::NoSuchPartner | Guard::OwnerProtected | Guard::AccountOfOtherAudience | Guard::MadeByPayment
        )
    }

    /// The guards that look at the object alone, whoever it is that comes.
    fn stands_before(self, principal: &Principal, action: Action, object: &Object) -> bool {
        match self {
            Guard::NoSuchPartner => !object.partner_exists,
            Guard::OwnerProtected => object.of_owner && changes_account(action) && !is_own(principal, object),
            Guard::AccountOfOtherAudience => {
                let realm = object.account_kind.map(AccountKind::realm);
                action == Action::EnrollAccount && realm != object.audience.map(Audience::realm)
            }
            Guard::MadeByPayment => {
                action == Action::CreateAccount && object.account_kind == Some(AccountKind::PublicLearner)
            }
            _ => false,
        }
    }
}

fn is_own(principal: &Principal, object: &Object) -> bool {
    principal.account().is_some() && principal.account() == object.account
}

fn outside(audience: Option<Audience>, inside: Audience) -> bool {
    audience.is_some_and(|audience| audience != inside)
}

fn browses(action: Action) -> bool {
    matches!(action, Action::ViewPublicCatalog | Action::ApplyForCourse)
}

fn learns(action: Action) -> bool {
    matches!(action, Action::AccessCourse | Action::ReadLesson | Action::KeepProgress | Action::EnrollSelf)
}

fn changes_account(action: Action) -> bool {
    matches!(
        action,
        Action::CreateAccount
            | Action::EditAccount
            | Action::SetAccountStatus
            | Action::EndLogins
            | Action::DeleteAccount
            | Action::InviteAccount
    )
}
