//! Nobody gives what they do not have.

use super::*;
use crate::giving::powers;

fn open() -> Grid {
    Grid::set_to(Settings { switches: SwitchSet::ALL, modules: ModuleSet::ALL })
}

/// A grant of a role on some object that it can sit on.
fn grant_of(role: Role) -> RoleGrant {
    let object = match role.seat() {
        Seat::Organization => GrantObject::Organization(OURS),
        Seat::Course => GrantObject::Course(CourseId::from_bytes([3; 16])),
        Seat::IltSession => GrantObject::IltSession(domain::TermId::from_bytes([4; 16])),
        Seat::Path => GrantObject::Path(domain::PathId::from_bytes([5; 16])),
        Seat::Group => GrantObject::Group(domain::GroupId::from_bytes([6; 16])),
        Seat::Team => GrantObject::Team(domain::TeamId::from_bytes([7; 16])),
        Seat::Channel => GrantObject::Channel(domain::ChannelId::from_bytes([8; 16])),
        Seat::Person => GrantObject::Person(AccountId::from_bytes([9; 16])),
        _ => GrantObject::Platform,
    };
    let actions = if role == Role::PowerUser { ActionSet::of(&[Action::CreateAccount]) } else { ActionSet::ALL };
    RoleGrant::chosen(role, object, actions)
}

#[test]
fn nobody_gives_a_role_that_brings_more_than_they_have() {
    let grid = open();
    let holder = |kind| Standing { id: SOMEBODY, ..standing(kind, &[]) };
    for role in Role::ALL {
        for kind in KINDS {
            let given = grant_of(*role);
            for giver in Role::ALL.iter().map(|role| holding(kind, &[grant_of(*role)])) {
                for of in KINDS {
                    if may_give(&grid, &giver, &holder(of), &given, 0).is_ok() {
                        assert!(
                            powers(&grid, &given, of.tenant()).is_within(able(&grid, &giver)),
                            "{role:?} by {giver:?}"
                        );
                        let height = giver.roles().rank().max(50);
                        assert!(role.rank() <= height, "{role:?} by {giver:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn nobody_makes_an_administrator_who_has_more_than_they() {
    let grid = open();
    for kind in KINDS.into_iter().filter(|kind| kind.tier() == domain::Tier::Administrator) {
        let made = |maker: &Principal| {
            authorize::<act::CreateAccount>(&grid, maker, NewAccountTarget { kind, partner_exists: true }).map(drop)
        };
        assert_eq!(made(&Principal::Operator), Ok(()));
        assert_eq!(made(&account(AccountKind::InternalAdministrator)), Ok(()));
        // As high as it takes, with the one right to make accounts.
        let high = [grant_of(Role::NetworkAdministrator), grant_of(Role::PowerUser)];
        let of =
            if kind.partner().is_some() { AccountKind::PartnerLearner(OURS) } else { AccountKind::InternalLearner };
        let refused = made(&holding(of, &high)).map_err(|denied| denied.because.id());
        assert_eq!(refused, Err("guard.above_own_rights"), "{kind:?}");
    }
    let paula = account(AccountKind::PartnerAdministrator(OURS));
    let colleague = NewAccountTarget { kind: AccountKind::PartnerAdministrator(OURS), partner_exists: true };
    assert!(authorize::<act::CreateAccount>(&grid, &paula, colleague).is_ok());
    // What was taken from all of them is nothing that a new one has.
    let north = Some(Tenant::Partner(OURS));
    let taken = Override::new(north, Role::PartnerAdministrator, Action::CreateCourse, false).unwrap();
    let colleague = NewAccountTarget { kind: AccountKind::PartnerAdministrator(OURS), partner_exists: true };
    assert!(authorize::<act::CreateAccount>(&grid.with_overrides([taken]), &paula, colleague).is_ok());
}

#[test]
fn administrators_give_every_role_that_is_not_the_owners_to_give() {
    let grid = open();
    let admin = account(AccountKind::InternalAdministrator);
    let reserved = [Role::Owner, Role::BillingContact, Role::NetworkAdministrator];
    for role in Role::ALL {
        let listed = holders(*role).iter().find_map(|of| match of {
            Role::InternalAdministrator => Some((AccountKind::InternalAdministrator, None)),
            Role::InternalLearner => Some((AccountKind::InternalLearner, None)),
            of if of.seat() == Seat::Type => Some((AccountKind::InternalLearner, Some(*of))),
            _ => None,
        });
        let Some((kind, of_type)) = listed else { continue };
        let own: Vec<_> = of_type.map(grant_of).into_iter().collect();
        let holder = Standing { id: SOMEBODY, ..standing(kind, &own) };
        let given = may_give(&grid, &admin, &holder, &grant_of(*role), 0);
        assert_eq!(given.is_ok(), !reserved.contains(role), "{role:?}: {given:?}");
        let owner = holding(AccountKind::InternalAdministrator, &[grant_of(Role::Owner)]);
        let holders = usize::from(*role == Role::Owner);
        assert_eq!(may_give(&grid, &owner, &holder, &grant_of(*role), holders), Ok(()), "{role:?} by the owner");
    }
}

#[test]
fn a_power_user_is_given_what_the_giver_has_and_nothing_beyond() {
    let grid = open();
    let (admin, holder) = (
        account(AccountKind::InternalAdministrator),
        Standing { id: SOMEBODY, ..standing(AccountKind::InternalLearner, &[]) },
    );
    let chosen = |actions: &[Action]| RoleGrant::chosen(Role::PowerUser, GrantObject::Platform, ActionSet::of(actions));
    assert_eq!(may_give(&grid, &admin, &holder, &chosen(&[Action::CreateAccount, Action::EditCourse]), 0), Ok(()));
    // What no full administrator brings is in no power user's set, chosen or not.
    let with = |actions: &[Action]| holding(AccountKind::InternalLearner, &[chosen(actions)]);
    for beyond in [Action::ViewBilling, Action::DeletePlatform, Action::ExportJsonCourse] {
        assert!(!allowed(&with(&[beyond]), beyond, &Object::new(ObjectKind::Platform)), "{beyond:?}");
    }
    let power = with(&[Action::CreateAccount, Action::GrantSubsetPermission]);
    let more = may_give(&grid, &power, &holder, &chosen(&[Action::CreateAccount, Action::EditCourse]), 0);
    assert_eq!(more, Err(NotGiven::AboveOwnRights(Action::EditCourse)));
    assert_eq!(may_give(&grid, &power, &holder, &chosen(&[Action::CreateAccount]), 0), Ok(()));
}

#[test]
fn the_platform_is_handed_over_by_its_owner_to_one_administrator() {
    let owner = holding(AccountKind::InternalAdministrator, &[grant_of(Role::Owner)]);
    let admin = account(AccountKind::InternalAdministrator);
    let next = Standing { id: SOMEBODY, ..standing(AccountKind::InternalAdministrator, &[]) };
    let learner = Standing { id: SOMEBODY, ..standing(AccountKind::InternalLearner, &[]) };
    let role = grant_of(Role::Owner);
    assert_eq!(may_give(&open(), &owner, &next, &role, 1), Ok(()));
    assert_eq!(may_give(&open(), &owner, &next, &role, 2), Err(NotGiven::NotHeld(NotHeld::OneHolder)));
    assert_eq!(may_give(&open(), &owner, &learner, &role, 1), Err(NotGiven::NotHeld(NotHeld::NotListed)));
    let refused = may_give(&open(), &admin, &next, &role, 1);
    assert_eq!(refused, Err(NotGiven::Denied(DeniedBecause::Guard(Guard::OwnersOwn))));
}
