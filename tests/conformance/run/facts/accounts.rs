//! Accounts: their status, their level and base role, and the numbers of an import.

use authorization::{Action, NotHeld, Principal, Role, Seat, able, may_hold, types};
use domain::{
    Account, AccountId, AccountKind, AccountStatus, EmailAddress, KindError, PersonName, RoleCode, StatusEvent, Tenant,
    Tier, TypeName,
};
use jiff::Timestamp;

use super::{Fact, decision, domain};
use crate::world::{OURS, as_it_comes, internal, seat, somebody};

pub const FACTS: &[Fact] = &[
    domain("S001-13 S001-14 S001-15 S001-219 S001-224 S001-229", three_statuses),
    domain("S001-225 S001-226 S001-227 S001-228", nothing_is_lost_by_a_status),
    domain("S001-01 S001-12", level_role_and_status_are_independent),
    decision("S001-47", roles_do_not_depend_on_the_level),
    domain("S001-02 S001-03 S001-04 S001-17 S001-39", three_levels),
    decision("S001-21", the_lowest_level_changes_nothing_of_others),
    domain("S001-18 S002-02 S002-03 S002-04 S002-05 S002-13", a_base_role_from_the_start),
    domain("S002-17 S002-18 S002-19 S002-20", roles_of_an_import_are_numbers),
    domain("S002-21 S002-22 S002-23 S002-24 S002-25", no_number_names_the_owner_or_an_advanced_role),
    domain("S004-399", every_account_has_one_tenant),
];

const KINDS: [AccountKind; 5] = [
    AccountKind::InternalAdministrator,
    AccountKind::PartnerAdministrator(OURS),
    AccountKind::InternalLearner,
    AccountKind::PartnerLearner(OURS),
    AccountKind::PublicLearner,
];

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn account(kind: AccountKind, expires_at: Option<Timestamp>) -> Account {
    Account {
        id: AccountId::from_bytes([1; 16]),
        version: 1,
        kind,
        name: PersonName::new("Ada").unwrap(),
        email: EmailAddress::new("ada@example.org").unwrap(),
        email_verified: true,
        deactivated: false,
        expires_at,
        created_at: at(0),
        login_epoch: 0,
        locale: domain::Locale::default(),
    }
}

fn three_statuses() {
    for kind in KINDS {
        let account = account(kind, Some(at(10)));
        assert_eq!(account.status(at(9)), AccountStatus::Activated);
        assert_eq!(account.status(at(10)), AccountStatus::Expired, "from the set date on, by itself");
        let off = account.clone().after(StatusEvent::Deactivate, at(1)).unwrap();
        assert_eq!(off.status(at(1)), AccountStatus::Deactivated);
        assert_eq!(off.after(StatusEvent::Reactivate, at(1)).unwrap(), account);
    }
    // Whatever else is added to the list has to be told here.
    let three = |status| match status {
        AccountStatus::Activated | AccountStatus::Deactivated | AccountStatus::Expired => true,
    };
    assert!(three(AccountStatus::Activated));
}

fn nothing_is_lost_by_a_status() {
    let before = account(AccountKind::InternalLearner, Some(at(10)));
    let off = before.clone().after(StatusEvent::Deactivate, at(1)).unwrap();
    assert_eq!(Account { deactivated: false, ..off }, before, "all but the mark is as it was");
    assert_eq!(before.status(at(20)), AccountStatus::Expired, "expiry is a comparison and writes nothing");
}

fn level_role_and_status_are_independent() {
    for kind in KINDS {
        for status in [AccountStatus::Activated, AccountStatus::Deactivated, AccountStatus::Expired] {
            for roles in [&[][..], &[Role::CourseLearner], &[Role::GroupMember, Role::CourseLearner]] {
                let mut standing = somebody(kind, roles);
                standing.status = status;
                assert_eq!((standing.kind, standing.grants.len(), standing.status), (kind, roles.len(), status));
            }
        }
    }
}

fn roles_do_not_depend_on_the_level() {
    let levels = [
        somebody(AccountKind::InternalLearner, &[]),
        somebody(AccountKind::InternalLearner, &[Role::PowerUser]),
        somebody(AccountKind::InternalAdministrator, &[]),
    ];
    let roles =
        [Role::CourseLearner, Role::CourseTutor, Role::CourseInstructor, Role::SupervisingManager, Role::ChannelExpert];
    for level in &levels {
        for role in roles {
            assert_eq!(may_hold(&as_it_comes(), level, role, seat(role), 0), Ok(()), "{role:?}");
        }
    }
}

fn three_levels() {
    let (user, power, super_admin) = (Role::InternalLearner, Role::PowerUser, Role::InternalAdministrator);
    assert!(user.rank() < power.rank() && power.rank() < super_admin.rank());
    // One level an account: a full administrator is not a power user as well.
    let full = somebody(AccountKind::InternalAdministrator, &[]);
    assert_eq!(may_hold(&as_it_comes(), &full, power, seat(power), 0), Err(NotHeld::NotListed));
    assert!(types(&full).contains(super_admin) && !types(&full).contains(user));
}

fn the_lowest_level_changes_nothing_of_others() {
    let Principal::Account(user) = internal(&[]) else { unreachable!("an account") };
    let may = able(&as_it_comes(), &Principal::Account(user));
    let writes = |action: &Action| action.effect() == authorization::Effect::Writes;
    assert_eq!(may.iter().find(writes), None);
}

fn a_base_role_from_the_start() {
    for tier in [Tier::Administrator, Tier::Learner] {
        assert_eq!(AccountKind::new(tier, None, None), Err(KindError::TypeMissing));
    }
    let kind = AccountKind::new(Tier::Learner, Some(TypeName::Internal), None).unwrap();
    assert_eq!(Role::of_kind(kind), Role::InternalLearner);
    assert_eq!(Role::of_kind(AccountKind::InternalAdministrator), Role::InternalAdministrator);
    for base in [Role::Owner, Role::InternalAdministrator, Role::Author, Role::InternalLearner] {
        assert!(matches!(base.seat(), Seat::Kind | Seat::Type | Seat::Mark), "held by the account, not on an object");
    }
    // Exactly one: the type stands in the place of the plain learner.
    let author = somebody(AccountKind::InternalLearner, &[Role::Author]);
    assert_eq!(types(&author).iter().collect::<Vec<_>>(), [Role::Author]);
}

fn roles_of_an_import_are_numbers() {
    assert_eq!(RoleCode::new("0"), Ok(RoleCode::Administrator));
    assert_eq!(RoleCode::new("1"), Ok(RoleCode::Author));
    assert_eq!(RoleCode::new("2"), Ok(RoleCode::Learner));
}

fn no_number_names_the_owner_or_an_advanced_role() {
    assert_eq!(RoleCode::ALL.len(), 3);
    for wrong in ["3", "4", "5", "6", "7", "owner", "tutor", "manager", "co-author", "coach"] {
        assert!(RoleCode::new(wrong).is_err(), "{wrong}");
    }
}

fn every_account_has_one_tenant() {
    for kind in KINDS {
        let expected = if kind.partner().is_some() { Tenant::Partner(OURS) } else { Tenant::Main };
        assert_eq!(kind.tenant(), expected);
    }
}
