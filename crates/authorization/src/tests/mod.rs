//! The guards one by one, and the words of S000 that need no table; the rooms beside it enumerate.

mod costs;
mod enumerated;
mod giving;
mod held;
mod printed;
mod switched;

use domain::{AccountId, AccountKind, AccountStatus, Audience, CourseId, PartnerId, Tenant};

use crate::decision::decide;
use crate::*;

const OURS: PartnerId = PartnerId::from_bytes([7; 16]);
const THEIRS: PartnerId = PartnerId::from_bytes([8; 16]);
const ME: AccountId = AccountId::from_bytes([1; 16]);
const SOMEBODY: AccountId = AccountId::from_bytes([2; 16]);

const KINDS: [AccountKind; 5] = [
    AccountKind::InternalAdministrator,
    AccountKind::PartnerAdministrator(OURS),
    AccountKind::InternalLearner,
    AccountKind::PartnerLearner(OURS),
    AccountKind::PublicLearner,
];

fn standing(kind: AccountKind, grants: &[RoleGrant]) -> Standing {
    let grants = grants.to_vec();
    Standing { id: ME, version: 1, kind, status: AccountStatus::Activated, grants, behind: None }
}

fn holding(kind: AccountKind, grants: &[RoleGrant]) -> Principal {
    Principal::Account(standing(kind, grants))
}

fn account(kind: AccountKind) -> Principal {
    holding(kind, &[])
}

fn course(audience: Audience) -> Object {
    Object {
        tenant: Some(audience.tenant()),
        audience: Some(audience),
        published: true,
        course: Some(CourseId::from_bytes([3; 16])),
        asker_enrolled: true,
        ..Object::new(ObjectKind::Course)
    }
}

fn person(kind: AccountKind) -> Object {
    Object {
        tenant: Some(kind.tenant()),
        account: Some(SOMEBODY),
        account_kind: Some(kind),
        ..Object::new(ObjectKind::Account)
    }
}

fn allowed(principal: &Principal, action: Action, object: &Object) -> bool {
    decide(&Grid::DEFAULT, principal, action, object).is_ok()
}

fn because(principal: &Principal, action: Action, object: &Object) -> Option<DeniedBecause> {
    decide(&Grid::DEFAULT, principal, action, object).err()
}

#[test]
fn no_status_but_activated_may_anything() {
    for kind in KINDS {
        for status in [AccountStatus::Deactivated, AccountStatus::Expired] {
            let principal =
                Principal::Account(Standing { id: ME, version: 1, kind, status, grants: Vec::new(), behind: None });
            for action in Action::ALL {
                for object in [course(Audience::Public), person(kind), Object::new(ObjectKind::Platform)] {
                    assert!(!allowed(&principal, *action, &object), "{kind:?} {status:?} {action:?}");
                }
            }
        }
    }
}

#[test]
fn no_course_opens_outside_its_audience() {
    let audiences = [Audience::Internal, Audience::Partner(OURS), Audience::Partner(THEIRS), Audience::Public];
    for kind in KINDS.into_iter().filter(|kind| kind.tier() == domain::Tier::Learner) {
        for audience in audiences {
            let fits = audience.realm() == kind.realm();
            for action in [Action::AccessCourse, Action::ReadLesson, Action::KeepProgress] {
                assert_eq!(
                    allowed(&account(kind), action, &course(audience)),
                    fits,
                    "{kind:?} {audience:?} {action:?}"
                );
            }
        }
    }
}

#[test]
fn partner_administrators_stay_behind_their_wall() {
    let paula = account(AccountKind::PartnerAdministrator(OURS));
    for action in Action::ALL {
        for tenant in [Tenant::Main, Tenant::Partner(THEIRS)] {
            let foreign = Object { tenant: Some(tenant), ..Object::new(ObjectKind::Tenant) };
            let open = matches!(action, Action::RequestPasswordLink | Action::OfferPublicCourse);
            let wall = Some(DeniedBecause::Guard(Guard::TenantWall));
            if !open && !matches!(action, Action::ViewPublicCatalog | Action::ApplyForCourse) {
                assert_eq!(because(&paula, *action, &foreign), wall, "{action:?} on {tenant:?}");
            }
        }
    }
    assert!(allowed(&paula, Action::EditCourse, &course(Audience::Partner(OURS))));
    assert!(!allowed(&paula, Action::EditCourse, &course(Audience::Public)));
    assert!(!allowed(&paula, Action::ListAccounts, &Object::new(ObjectKind::Tenant)), "not every tenant at once");
    let platform = because(&paula, Action::ConfigurePlatform, &Object::new(ObjectKind::Platform));
    assert_eq!(platform, Some(DeniedBecause::Guard(Guard::TenantWall)), "nor the platform");
}

#[test]
fn nobody_touches_the_owner_or_acts_above_their_rank_or_shuts_themselves_out() {
    let admin = account(AccountKind::InternalAdministrator);
    let owner = Object { of_owner: true, ..person(AccountKind::InternalAdministrator) };
    let changes = [Action::EditAccount, Action::SetAccountStatus, Action::DeleteAccount, Action::InviteAccount];
    for action in changes {
        assert_eq!(because(&admin, action, &owner), Some(DeniedBecause::Guard(Guard::OwnerProtected)), "{action:?}");
    }
    assert!(allowed(&admin, Action::ViewAccount, &owner));
    let above = Object { tenant: Some(Tenant::Partner(OURS)), ..person(AccountKind::InternalAdministrator) };
    let paula = account(AccountKind::PartnerAdministrator(OURS));
    assert_eq!(because(&paula, Action::EditAccount, &above), Some(DeniedBecause::Guard(Guard::AboveOwnRank)));
    let oneself = Object { account: Some(ME), ..person(AccountKind::InternalAdministrator) };
    for action in [Action::SetAccountStatus, Action::DeleteAccount] {
        assert_eq!(because(&admin, action, &oneself), Some(DeniedBecause::Guard(Guard::NotOnOneself)));
    }
}

#[test]
fn public_accounts_come_from_paying_and_partner_accounts_from_existing_partners() {
    let admin = account(AccountKind::InternalAdministrator);
    let public = person(AccountKind::PublicLearner);
    assert_eq!(because(&admin, Action::CreateAccount, &public), Some(DeniedBecause::Guard(Guard::MadeByPayment)));
    let orphan = Object { partner_exists: false, ..person(AccountKind::PartnerLearner(THEIRS)) };
    assert_eq!(because(&admin, Action::CreateAccount, &orphan), Some(DeniedBecause::Guard(Guard::NoSuchPartner)));
    assert!(allowed(&admin, Action::CreateAccount, &person(AccountKind::PartnerLearner(THEIRS))));
}

#[test]
fn the_explanation_agrees_with_the_decision_everywhere() {
    let mut principals: Vec<Principal> = KINDS.into_iter().map(account).collect();
    principals.extend([
        Principal::Visitor,
        Principal::Platform,
        Principal::Operator,
        Principal::Founder,
        Principal::LinkHolder(ME),
    ]);
    let mut objects: Vec<Object> = KINDS.into_iter().map(person).collect();
    objects
        .extend([Audience::Internal, Audience::Partner(OURS), Audience::Partner(THEIRS), Audience::Public].map(course));
    objects.extend([ObjectKind::Platform, ObjectKind::Catalog, ObjectKind::Order].map(Object::new));
    for principal in &principals {
        for action in Action::ALL {
            for object in &objects {
                let explanation = explain(&Grid::DEFAULT, principal, *action, object);
                assert_eq!(explanation.allowed, allowed(principal, *action, object), "{principal:?} {action:?}");
            }
        }
    }
}

#[test]
fn no_other_type_ranks_above_the_internal_administrator() {
    let top = Role::of_kind(AccountKind::InternalAdministrator).rank();
    assert!(KINDS.into_iter().all(|kind| Role::of_kind(kind).rank() <= top));
}

#[test]
fn an_operator_runs_the_platform_within_its_rules() {
    let may = |action, object: &Object| allowed(&Principal::Operator, action, object);
    for kind in KINDS {
        assert!(may(Action::SetAccountStatus, &person(kind)));
        assert!(!may(Action::DeleteAccount, &Object { of_owner: true, ..person(kind) }), "the owner is protected");
        assert_eq!(may(Action::CreateAccount, &person(kind)), kind != AccountKind::PublicLearner);
    }
    let course = Object { asker_enrolled: false, ..course(Audience::Public) };
    assert!(!may(Action::KeepProgress, &course), "an operator learns nothing");
}
