//! Powers that are given, narrowed or switched: power users, overrides, optional types, what the owner keeps.

use authorization::{
    Action, ActionSet, GrantObject, Grid, Module, NotGiven, Object, ObjectKind, Override, OverrideRefused, Principal,
    Role, RoleGrant, Settings, Switch, able, decide, may_give,
};
use domain::{AccountKind, Tenant};

use super::{Fact, decision, domain};
use crate::world::{
    OURS, PUPIL, STRANGER, Where, account, administrator, as_it_comes, course, everything_on, inside, internal, place,
    somebody, tenant, with_switch,
};

pub const FACTS: &[Fact] = &[
    decision("S001-34", nothing_narrows_a_full_administrator),
    decision("S001-45", a_chosen_part_of_what_a_full_administrator_may),
    decision("S003-08 S004-04", the_platform_is_founded_by_its_first_administrator),
    decision("S003-42 S004-70", || {
        offered(Role::PartialAdministrator, |settings| {
            settings.modules = settings.modules.without(Module::WhiteLabel);
        })
    }),
    decision("S004-110", || {
        offered(Role::ContentAdministrator, |settings| {
            settings.switches = settings.switches.without(Switch::ContentAdministrators);
        })
    }),
    decision("S001-92", || {
        offered(Role::ChannelExpert, |settings| {
            settings.modules = settings.modules.without(Module::DiscoverCoachShare);
        })
    }),
    decision("S003-173", extended_rights_of_managers_are_switches),
    decision("S004-321", the_admin_area_of_an_organization),
    decision("S004-378", the_grid_is_read_and_never_written),
    decision("S003-190 S004-274", a_monitor_writes_nothing),
    domain("S001-81", || assert!(!Switch::ManagersBuildTeams.default_on())),
    domain("S004-390", || {
        // One value holds what every condition of every cell hangs on.
        let together = Settings { switches: Settings::DEFAULT.switches, modules: Settings::DEFAULT.modules };
        assert_eq!(Grid::set_to(together), Grid::DEFAULT);
    }),
    domain("S004-403 S004-404 S004-405 S004-406", || {
        let of = |whom: &str| Switch::ALL.iter().filter(|switch| switch.id().contains(whom)).count();
        assert!(Switch::ALL.len() > 10 && of("learners_") > 3 && of("instructors_") > 3);
        assert!(of("content_administrators") + of("organizations_customize") == 2);
    }),
];

fn chosen(object: GrantObject, actions: &[Action]) -> Principal {
    let mut standing = somebody(AccountKind::InternalLearner, &[]);
    standing.grants.push(RoleGrant::chosen(Role::PowerUser, object, ActionSet::of(actions)));
    Principal::Account(standing)
}

fn may(grid: &Grid, who: &Principal, action: Action, on: &Object) -> bool {
    decide(grid, who, action, on).is_ok()
}

fn nothing_narrows_a_full_administrator() {
    for action in Action::ALL {
        for tenant in [None, Some(Tenant::Main), Some(Tenant::Partner(OURS))] {
            let narrowed = Override::new(tenant, Role::InternalAdministrator, *action, false);
            assert_eq!(narrowed, Err(OverrideRefused::FullAdministrator));
        }
    }
}

fn a_chosen_part_of_what_a_full_administrator_may() {
    let (grid, full) = (as_it_comes(), administrator(&[]));
    let mut holder = somebody(AccountKind::InternalLearner, &[]);
    holder.id = STRANGER;
    let part = |actions| RoleGrant::chosen(Role::PowerUser, GrantObject::Platform, actions);
    // Each action of the grid's own, chosen one by one.
    let mut choosable = 0;
    for action in Action::ALL {
        let who = chosen(GrantObject::Platform, &[*action]);
        let brought: Vec<_> =
            able(&grid, &who).iter().filter(|one| !able(&grid, &internal(&[])).contains(*one)).collect();
        assert!(brought.is_empty() || brought == [*action], "{brought:?}");
        choosable += brought.len();
        assert!(brought.is_empty() || able(&grid, &full).contains(*action), "never more than a full administrator");
    }
    assert!(choosable > 150, "{choosable}");
    assert_eq!(may_give(&grid, &full, &holder, &part(ActionSet::of(&[Action::CreateAccount])), 0), Ok(()));
    // Who has only a part gives no more than that part.
    let few = chosen(GrantObject::Platform, &[Action::GrantSubsetPermission, Action::CreateAccount]);
    let more = part(ActionSet::of(&[Action::DeleteAccount]));
    assert_eq!(may_give(&grid, &few, &holder, &more, 0), Err(NotGiven::AboveOwnRights(Action::DeleteAccount)));
}

fn the_platform_is_founded_by_its_first_administrator() {
    let platform = Object::new(ObjectKind::Platform);
    assert!(may(&as_it_comes(), &Principal::Founder, Action::FoundPlatform, &platform));
    for who in [administrator(&[]), administrator(&[Role::Owner]), internal(&[]), Principal::Visitor] {
        assert!(!may(&everything_on(), &who, Action::FoundPlatform, &platform));
    }
}

/// There are holders with the settings, and none without; who held the role before may nothing by it any more.
fn offered(role: Role, without: fn(&mut Settings)) {
    let mut settings = *everything_on().settings();
    without(&mut settings);
    let (with, without) = (everything_on(), Grid::set_to(settings));
    let holder = somebody(AccountKind::InternalLearner, &[]);
    let seat = crate::world::seat(role);
    assert_eq!(authorization::may_hold(&with, &holder, role, seat, 0), Ok(()));
    assert!(authorization::may_hold(&without, &holder, role, seat, 0).is_err());
    let held = able(&without, &internal(&[role]));
    let oneself = able(&without, &internal(&[]));
    assert!(held.is_within(oneself), "nothing is left of it");
    assert!(!able(&with, &internal(&[role])).is_within(able(&with, &internal(&[]))));
}

fn extended_rights_of_managers_are_switches() {
    let manager = internal(&[Role::Manager, Role::SupervisingManager]);
    let pupil = crate::world::enrollment(PUPIL);
    let rights = [
        (Switch::ManagersEnroll, Action::EnrollAccount),
        (Switch::ManagersRemove, Action::RemoveEnrollment),
        (Switch::ManagersSetGoals, Action::CreateGoal),
        (Switch::ManagersSetGoals, Action::EditGoal),
    ];
    for (switch, action) in rights {
        assert!(!may(&as_it_comes(), &manager, action, &pupil), "off until somebody wants it");
        assert!(may(&with_switch(switch, true), &manager, action, &pupil));
    }
    let main = tenant(Tenant::Main);
    assert!(may(&as_it_comes(), &administrator(&[]), Action::EnableSupervisionExtendedRights, &main));
    assert!(!may(&everything_on(), &manager, Action::EnableSupervisionExtendedRights, &main));
}

fn the_admin_area_of_an_organization() {
    let who = inside(&[Role::OrganizationAdministrator]);
    assert!(may(&as_it_comes(), &who, Action::AccessAdminArea, &tenant(Tenant::Partner(OURS))));
    assert!(!may(&everything_on(), &who, Action::AccessAdminArea, &tenant(Tenant::Main)));
    assert!(!able(&everything_on(), &who).contains(Action::ConfigurePlatform), "a reduced part");
}

fn the_grid_is_read_and_never_written() {
    for who in [administrator(&[Role::Owner]), administrator(&[]), internal(&[Role::PartialAdministrator])] {
        for on in [tenant(Tenant::Main), Object::new(ObjectKind::Platform)] {
            assert!(!may(&everything_on(), &who, Action::EditPermissionGrid, &on));
        }
    }
    assert!(may(&as_it_comes(), &administrator(&[]), Action::ViewPermissionGrid, &tenant(Tenant::Main)));
    assert_eq!(Override::new(None, Role::Instructor, Action::EditPermissionGrid, true), Err(OverrideRefused::Nobodys));
}

fn a_monitor_writes_nothing() {
    let mut standing = somebody(AccountKind::InternalLearner, &[Role::Monitor]);
    // Not even with a second type that writes.
    standing.grants.push(RoleGrant::new(Role::PartialAdministrator, GrantObject::Platform));
    let who = Principal::Account(standing);
    for action in Action::ALL.iter().filter(|action| action.effect() == authorization::Effect::Writes) {
        for on in [
            tenant(Tenant::Main),
            course(Where::Here, domain::Audience::Internal),
            place(ObjectKind::Group, Where::Here.group(), Tenant::Main),
            account(PUPIL, AccountKind::InternalLearner),
        ] {
            assert!(!may(&everything_on(), &who, *action, &on), "{}", action.id());
        }
    }
}
