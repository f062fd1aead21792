//! Profiles of power users and custom roles: what they amount to, who makes them, and what a change of one is felt as.

use domain::{Account, EmailAddress, GroupId, PermissionSetId, PersonName, Title};
use jiff::Timestamp;

use super::*;

const COURSE: CourseId = CourseId::from_bytes([3; 16]);
const GROUP: GrantObject = GrantObject::Group(GroupId::from_bytes([6; 16]));

fn set(tenant: Tenant, rights: Rights) -> PermissionSet {
    let (id, name) = (PermissionSetId::from_bytes([9; 16]), Title::new("Helpers").unwrap());
    PermissionSet { id, version: 4, tenant, name, rights, changed_at: Timestamp::UNIX_EPOCH }
}

fn profile(tenant: Tenant, actions: &[Action], on: &[GrantObject]) -> PermissionSet {
    set(tenant, Rights::Profile { actions: ActionSet::of(actions), on: on.to_vec() })
}

fn custom(tenant: Tenant, parent: Role, actions: &[Action]) -> PermissionSet {
    set(tenant, Rights::CustomRole { parent, actions: ActionSet::of(actions) })
}

fn holder_of(kind: AccountKind, sets: &[(&PermissionSet, GrantObject)]) -> Standing {
    let grants: Vec<RoleGrant> = sets.iter().flat_map(|(set, on)| set.grants(*on)).collect();
    standing(kind, &grants)
}

fn making(after: &PermissionSet) -> PermissionSetTarget {
    PermissionSetTarget { tenant: after.tenant, before: None, after: Some(after.clone()) }
}

fn refused(grid: &Grid, definer: &Principal, target: PermissionSetTarget) -> Option<MayNotDefine> {
    authorize_defining(grid, definer, target).err()
}

#[test]
fn a_profile_is_its_actions_on_each_of_its_objects_and_says_where_they_come_from() {
    let editors = profile(Tenant::Main, &[Action::EditCourse], &[GrantObject::Course(COURSE), GROUP]);
    let holder = Principal::Account(holder_of(AccountKind::InternalLearner, &[(&editors, GrantObject::Platform)]));
    let basis = decide(&Grid::DEFAULT, &holder, Action::EditCourse, &course(Audience::Internal)).unwrap();
    assert_eq!(basis.source, Some(Source { set: editors.id, version: 4 }));
    assert!(!allowed(&holder, Action::PublishCourse, &course(Audience::Internal)));
    let elsewhere = Object { course: Some(CourseId::from_bytes([33; 16])), ..course(Audience::Internal) };
    assert!(!allowed(&holder, Action::EditCourse, &elsewhere));
}

#[test]
fn a_permission_names_the_version_of_the_profile_that_it_leans_on() {
    let helpers = profile(Tenant::Main, &[Action::EditAccount], &[GrantObject::Person(SOMEBODY)]);
    let holder = Principal::Account(holder_of(AccountKind::InternalLearner, &[(&helpers, GrantObject::Platform)]));
    let somebody = Account {
        id: SOMEBODY,
        version: 1,
        kind: AccountKind::InternalLearner,
        name: PersonName::new("Ben").unwrap(),
        email: EmailAddress::new("ben@example.org").unwrap(),
        email_verified: true,
        deactivated: false,
        expires_at: None,
        created_at: Timestamp::UNIX_EPOCH,
        login_epoch: 0,
        locale: domain::Locale::default(),
    };
    let target = || AccountTarget { account: somebody.clone(), grants: Vec::new() };
    let granted = authorize::<act::EditAccount>(&Grid::DEFAULT, &holder, target()).unwrap();
    assert_eq!(granted.sources(), [helpers.source()]);
    // Where all that its holder has had a say, it names the others, too.
    let others = profile(Tenant::Main, &[Action::PublishCourse], &[GrantObject::Platform]);
    let others = PermissionSet { id: PermissionSetId::from_bytes([8; 16]), ..others };
    let held = [(&others, GrantObject::Platform), (&helpers, GrantObject::Platform)];
    let holder = Principal::Account(holder_of(AccountKind::InternalLearner, &held));
    let granted = authorize::<act::EditAccount>(&Grid::DEFAULT, &holder, target()).unwrap();
    assert_eq!(granted.sources(), [helpers.source()]);
    assert_eq!(granted.by_all_of(&holder).sources(), [others.source(), helpers.source()]);
    let admin = account(AccountKind::InternalAdministrator);
    let granted = authorize::<act::EditAccount>(&Grid::DEFAULT, &admin, target()).unwrap();
    assert!(granted.sources().is_empty());
}

#[test]
fn all_courses_of_a_tenant_are_those_that_are_and_those_to_come() {
    let all = profile(Tenant::Main, &[Action::EditCourse, Action::CreateCourse], &[GrantObject::Courses(Tenant::Main)]);
    let holder = Principal::Account(holder_of(AccountKind::InternalLearner, &[(&all, GrantObject::Platform)]));
    for audience in [Audience::Internal, Audience::Public] {
        let late = Object { course: Some(CourseId::from_bytes([44; 16])), ..course(audience) };
        assert!(allowed(&holder, Action::EditCourse, &late), "{audience:?}");
        assert!(allowed(&holder, Action::CreateCourse, &Object { course: None, ..late }), "{audience:?}");
    }
    assert!(!allowed(&holder, Action::EditCourse, &course(Audience::Partner(OURS))));
    assert!(!allowed(
        &holder,
        Action::EditCourse,
        &Object { tenant: Some(Tenant::Main), ..Object::new(ObjectKind::Group) }
    ));
}

#[test]
fn an_account_is_reached_through_the_groups_it_is_in() {
    let helpers = profile(Tenant::Main, &[Action::EditAccount], &[GROUP]);
    let holder = Principal::Account(holder_of(AccountKind::InternalLearner, &[(&helpers, GrantObject::Platform)]));
    let other = GrantObject::Group(GroupId::from_bytes([7; 16]));
    let somebody = person(AccountKind::InternalLearner);
    let through = |places: &[GrantObject]| {
        let object = reached(&Grid::DEFAULT, &holder, Action::EditAccount, somebody, places);
        allowed(&holder, Action::EditAccount, &object)
    };
    assert!(through(&[other, GROUP]) && !through(&[other]) && !through(&[]));
    let above = Object { account_kind: Some(AccountKind::InternalAdministrator), ..somebody };
    let object = reached(&Grid::DEFAULT, &holder, Action::EditAccount, above, &[GROUP]);
    assert!(!allowed(&holder, Action::EditAccount, &object), "no group lifts anybody above their rank");
}

#[test]
fn a_custom_role_brings_what_was_kept_and_no_menu_shows_the_rest() {
    let makers = custom(Tenant::Main, Role::Instructor, &[Action::CreateCourse]);
    let holder = Principal::Account(holder_of(AccountKind::InternalLearner, &[(&makers, GrantObject::Platform)]));
    let tenant = Object { tenant: Some(Tenant::Main), ..Object::new(ObjectKind::Tenant) };
    assert!(allowed(&holder, Action::CreateCourse, &tenant));
    let full = holding(AccountKind::InternalLearner, &[RoleGrant::new(Role::Instructor, GrantObject::Platform)]);
    let left_out: Vec<Action> = able(&Grid::DEFAULT, &full)
        .minus(able(&Grid::DEFAULT, &account(AccountKind::InternalLearner)))
        .without(Action::CreateCourse)
        .iter()
        .collect();
    assert!(left_out.len() > 3, "{left_out:?}");
    for action in left_out {
        assert!(!able(&Grid::DEFAULT, &holder).contains(action), "{}", action.id());
        assert!(conceivable(&Grid::DEFAULT, &holder, action).is_err(), "{}", action.id());
    }
    // What the parent does not bring is not brought by keeping it either, now or later.
    let more = custom(Tenant::Main, Role::Instructor, &[Action::ViewAudit]);
    let holder = Principal::Account(holder_of(AccountKind::InternalLearner, &[(&more, GrantObject::Platform)]));
    assert!(!allowed(&holder, Action::ViewAudit, &Object::new(ObjectKind::Platform)));
    assert!(!choosable(&Grid::DEFAULT, Role::Instructor, Tenant::Main).contains(Action::ViewAudit));
}

#[test]
fn nobody_makes_changes_or_deletes_what_is_above_their_own_rights() {
    let grid = Grid::DEFAULT;
    let ours = Tenant::Partner(OURS);
    let paula = account(AccountKind::PartnerAdministrator(OURS));
    let admin = account(AccountKind::InternalAdministrator);
    let editors = profile(ours, &[Action::EditCourse], &[GrantObject::Course(COURSE), GrantObject::Courses(ours)]);
    assert_eq!(refused(&grid, &paula, making(&editors)), None);
    assert_eq!(refused(&grid, &admin, making(&editors)), None);
    let settings = profile(ours, &[Action::SetPolicy], &[GrantObject::Organization(OURS)]);
    let above = Some(MayNotDefine::AboveOwnRights(Action::SetPolicy, GrantObject::Organization(OURS)));
    assert_eq!(refused(&grid, &paula, making(&settings)), above);
    let narrowed = PermissionSetTarget { tenant: ours, before: Some(settings.clone()), after: Some(editors.clone()) };
    assert_eq!(refused(&grid, &paula, narrowed), above, "nor takes it away");
    let deleted = PermissionSetTarget { tenant: ours, before: Some(settings), after: None };
    assert_eq!(refused(&grid, &paula, deleted), above);
    let denied = |who: &Principal, set: &PermissionSet, id: &str| match refused(&grid, who, making(set)) {
        Some(MayNotDefine::Denied(denied)) => assert_eq!(denied.id(), id),
        other => panic!("{other:?}"),
    };
    denied(&paula, &PermissionSet { tenant: Tenant::Partner(THEIRS), ..editors.clone() }, "guard.tenant_wall");
    denied(&paula, &custom(ours, Role::PartialAdministrator, &[Action::EditCourse]), "guard.above_own_rank");
    denied(&account(AccountKind::InternalLearner), &profile(Tenant::Main, &[], &[]), "guard.above_own_rank");
    assert_eq!(refused(&grid, &paula, making(&custom(ours, Role::Monitor, &[Action::RunReport]))), None);
}

#[test]
fn what_waits_for_a_switch_is_judged_as_if_it_were_on() {
    let ours = Tenant::Partner(OURS);
    let paula = account(AccountKind::PartnerAdministrator(OURS));
    // Course owners have it while a switch is on; now it is off, and nothing is given by it.
    let owners = custom(ours, Role::CourseOwner, &[Action::CustomizePermission]);
    assert!(powers(&owners).is_empty());
    let above = MayNotDefine::AboveOwnRights(Action::CustomizePermission, GrantObject::Organization(OURS));
    assert_eq!(refused(&Grid::DEFAULT, &paula, making(&owners)), Some(above));
    let own = custom(Tenant::Main, Role::CourseOwner, &[Action::CustomizePermission]);
    assert_eq!(refused(&Grid::DEFAULT, &account(AccountKind::InternalAdministrator), making(&own)), None);
}

fn powers(set: &PermissionSet) -> ActionSet {
    crate::giving::powers(&Grid::DEFAULT, &set.as_given(GrantObject::Platform), set.tenant)
}

#[test]
fn a_change_is_told_object_by_object_and_noticed_by_those_who_have_it_by_nothing_else() {
    let grid = Grid::DEFAULT;
    let here = GrantObject::Course(COURSE);
    let before = profile(Tenant::Main, &[Action::EditCourse], &[here]);
    let after = profile(Tenant::Main, &[Action::EditCourse, Action::ViewCourse], &[here, GROUP]);
    let flips = grid.flips_of(Some(&before), Some(&after));
    let [on_course, on_group] = flips.as_slice() else { panic!("{flips:?}") };
    assert_eq!((on_course.on, on_course.lost), (Some(here), ActionSet::NONE));
    assert_eq!(on_course.gained, ActionSet::of(&[Action::ViewCourse]));
    assert_eq!(on_group.gained, ActionSet::of(&[Action::EditCourse, Action::ViewCourse]));
    assert_eq!(grid.flips_of(Some(&before), Some(&before)), []);
    let plain = holder_of(AccountKind::InternalLearner, &[(&before, GrantObject::Platform)]);
    assert!(grid.is_noticed(&plain, &before, on_course));
    let mut rich = plain.clone();
    rich.grants.push(RoleGrant::chosen(Role::PowerUser, here, ActionSet::of(&[Action::ViewCourse])));
    assert!(!grid.is_noticed(&rich, &before, on_course));
    let off = Standing { status: AccountStatus::Deactivated, ..plain };
    assert!(!grid.is_noticed(&off, &before, on_course));
    let deleted = grid.flips_of(Some(&before), None);
    assert_eq!(deleted[0].lost, ActionSet::of(&[Action::EditCourse]));
}

#[test]
fn custom_roles_are_copied_from_what_is_given_by_itself_to_many() {
    for role in Role::ALL {
        let enrolled = [Role::CourseLearner, Role::PathLearner, Role::ProgramLearner].contains(role);
        let never = enrolled || [Role::Owner, Role::PowerUser].contains(role);
        let given = !matches!(role.seat(), Seat::Kind | Seat::Outside);
        assert_eq!(is_copied(*role), given && !never, "{role:?}");
    }
}
