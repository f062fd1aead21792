//! Conditions and overrides: each changes what it names and nothing else.

use super::*;

#[test]
fn a_switch_changes_what_it_names_and_nothing_else() {
    for switch in Switch::ALL {
        let (before, after) = (Grid::DEFAULT, Grid::new(&[*switch]));
        for role in Role::ALL {
            let named = |action| {
                let by = |role: Role| {
                    cells(role).iter().any(|cell| {
                        cell.actions.contains(&action)
                            && matches!(cell.condition, Condition::While(of) | Condition::Unless(of) if of == *switch)
                    })
                };
                offered(*role) == Condition::While(*switch) || Role::ALL.iter().any(|of| by(*of))
            };
            for action in Action::ALL.iter().filter(|action| !named(**action)) {
                assert_eq!(before.may_bring(*role, *action), after.may_bring(*role, *action), "{switch:?} {role:?}");
            }
        }
        assert_ne!(before, after);
    }
    let learner = account(AccountKind::InternalLearner);
    let open = course(Audience::Internal);
    assert!(allowed(&learner, Action::EnrollSelf, &open));
    let closed = Grid::new(&[Switch::LearnersEnrollThemselves]);
    assert_eq!(decide(&closed, &learner, Action::EnrollSelf, &open), Err(DeniedBecause::NothingGrants));
    let why = explain(&closed, &learner, Action::EnrollSelf, &open);
    assert_eq!(why.withheld.len(), 1, "it says which switch is off");
    assert_eq!(why.withheld[0].condition, Condition::While(Switch::LearnersEnrollThemselves));
}

#[test]
fn what_a_role_can_bring_is_what_its_rules_say() {
    for grid in [
        Grid::DEFAULT,
        Grid::new(Switch::ALL),
        Grid::set_to(Settings { switches: SwitchSet::ALL, modules: ModuleSet::ALL }),
    ] {
        for role in Role::ALL {
            for action in Action::ALL {
                let brought = grid.brought_by(*role).contains(*action);
                assert_eq!(brought, grid.may_bring(*role, *action), "{role:?} {action:?}");
            }
        }
    }
}

#[test]
fn an_override_holds_in_its_tenant_alone() {
    let lend = |allowed, tenant| Override::new(tenant, Role::Instructor, Action::CreateCourse, allowed).unwrap();
    let teacher = |kind| holding(kind, &[RoleGrant::new(Role::Instructor, GrantObject::Platform)]);
    let (inside, outside) = (teacher(AccountKind::PartnerLearner(OURS)), teacher(AccountKind::InternalLearner));
    let object = |audience| Object { account: None, asker_enrolled: false, ..course(audience) };
    let taken = Grid::DEFAULT.with_overrides([lend(false, Some(Tenant::Partner(OURS)))]);
    let may =
        |grid: &Grid, who: &Principal, audience| decide(grid, who, Action::CreateCourse, &object(audience)).is_ok();
    assert!(may(&Grid::DEFAULT, &inside, Audience::Partner(OURS)));
    assert!(!may(&taken, &inside, Audience::Partner(OURS)));
    assert!(may(&taken, &outside, Audience::Internal));
    let given = Override::new(Some(Tenant::Partner(OURS)), Role::Parent, Action::CreateCourse, true).unwrap();
    let given = Grid::DEFAULT.with_overrides([given]);
    let parent = |kind| holding(kind, &[RoleGrant::new(Role::Parent, GrantObject::Platform)]);
    assert!(may(&given, &parent(AccountKind::PartnerLearner(OURS)), Audience::Partner(OURS)));
    assert!(!may(&given, &parent(AccountKind::PartnerLearner(OURS)), Audience::Partner(THEIRS)), "walls stand");
    assert!(!may(&given, &parent(AccountKind::PartnerLearner(THEIRS)), Audience::Partner(THEIRS)));
    assert!(!may(&given, &parent(AccountKind::InternalLearner), Audience::Internal));
}

#[test]
fn overrides_neither_narrow_full_administrators_nor_give_what_is_nobodys() {
    let refused = |role, action, allowed| Override::new(None, role, action, allowed).unwrap_err();
    for role in [Role::Owner, Role::InternalAdministrator] {
        for action in Action::ALL {
            assert_eq!(refused(role, *action, false), OverrideRefused::FullAdministrator);
        }
    }
    assert_eq!(refused(Role::PartialAdministrator, Action::DeletePlatform, true), OverrideRefused::OwnersOwn);
    assert_eq!(refused(Role::Instructor, Action::ViewCredentials, true), OverrideRefused::Nobodys);
    assert_eq!(refused(Role::Instructor, Action::EditPermissionGrid, true), OverrideRefused::Nobodys);
    assert_eq!(refused(Role::Visitor, Action::EditCourse, true), OverrideRefused::NotGiven);
    assert_eq!(refused(Role::PublicLearner, Action::EditCourse, true), OverrideRefused::NotGiven);
}
