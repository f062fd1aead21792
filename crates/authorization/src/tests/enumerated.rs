//! Every role, action, relation, tenant, type and status together: what must never be, whatever is granted.

use domain::{ChannelId, GroupId, PathId, PermissionSetId, TeamId, TermId};

use super::*;

const COURSE: CourseId = CourseId::from_bytes([3; 16]);

/// Everything switched on and installed, so that nothing is denied for want of a condition.
fn open() -> Grid {
    Grid::set_to(Settings { switches: SwitchSet::ALL, modules: ModuleSet::ALL })
}

/// What a role can be held on: every relation there is to the objects below.
fn seats(role: Role) -> Vec<GrantObject> {
    match role.seat() {
        Seat::Kind | Seat::Type | Seat::Mark => vec![GrantObject::Platform],
        Seat::Organization => vec![GrantObject::Organization(OURS), GrantObject::Organization(THEIRS)],
        Seat::Course => vec![GrantObject::Course(COURSE)],
        Seat::IltSession => vec![GrantObject::IltSession(TermId::from_bytes([4; 16]))],
        Seat::Path => vec![GrantObject::Path(PathId::from_bytes([5; 16]))],
        Seat::Group => vec![GrantObject::Group(GroupId::from_bytes([6; 16]))],
        Seat::Team => vec![GrantObject::Team(TeamId::from_bytes([7; 16]))],
        Seat::Channel => vec![GrantObject::Channel(ChannelId::from_bytes([8; 16]))],
        Seat::Person => vec![GrantObject::Person(SOMEBODY)],
        Seat::Chosen => vec![
            GrantObject::Platform,
            GrantObject::Course(COURSE),
            GrantObject::Courses(Tenant::Main),
            GrantObject::Courses(Tenant::Partner(OURS)),
            GrantObject::Person(SOMEBODY),
            GrantObject::Group(GroupId::from_bytes([6; 16])),
        ],
        Seat::Outside => Vec::new(),
    }
}

/// Every second action: what a profile chose, or a custom role kept.
fn half() -> ActionSet {
    Action::ALL.iter().copied().step_by(2).collect()
}

/// A role as a profile or custom role brings it: half of it.
fn half_of(role: Role, object: GrantObject) -> RoleGrant {
    let source = Source { set: PermissionSetId::from_bytes([9; 16]), version: 1 };
    RoleGrant::chosen(role, object, half()).part_of(source)
}

/// Every kind of account with every role on every object, beside the account without any.
fn principals(status: AccountStatus) -> Vec<Standing> {
    let mut all = Vec::new();
    for kind in KINDS {
        let with = |grants: Vec<RoleGrant>| Standing { id: ME, version: 1, kind, status, grants, behind: None };
        all.push(with(Vec::new()));
        for role in Role::ALL {
            let grants = seats(*role).into_iter().map(|object| RoleGrant::chosen(*role, object, ActionSet::ALL));
            all.extend(grants.map(|grant| with(vec![grant])));
            if is_copied(*role) || role.seat() == Seat::Chosen {
                all.extend(seats(*role).into_iter().map(|object| with(vec![half_of(*role, object)])));
            }
        }
    }
    all
}

/// Something of every kind, in every tenant, one's own and others'.
fn objects() -> Vec<Object> {
    let mut all = vec![Object::new(ObjectKind::Platform), Object::new(ObjectKind::Catalog)];
    for audience in [Audience::Internal, Audience::Partner(OURS), Audience::Partner(THEIRS), Audience::Public] {
        for (enrolled, account) in [(true, None), (false, None), (false, Some(SOMEBODY)), (true, Some(ME))] {
            let inside = Object { asker_enrolled: enrolled, account, widgets: WidgetSet::ALL, ..course(audience) };
            let session = Some(GrantObject::IltSession(TermId::from_bytes([4; 16])));
            all.extend([inside, Object { place: session, ..inside }]);
        }
    }
    for tenant in [Tenant::Main, Tenant::Partner(OURS), Tenant::Partner(THEIRS)] {
        let of = |kind| Object { tenant: Some(tenant), ..Object::new(kind) };
        all.extend([of(ObjectKind::Tenant), of(ObjectKind::Partner), of(ObjectKind::Order)]);
        let places = [
            (ObjectKind::Path, GrantObject::Path(PathId::from_bytes([5; 16]))),
            (ObjectKind::Group, GrantObject::Group(GroupId::from_bytes([6; 16]))),
            (ObjectKind::Team, GrantObject::Team(TeamId::from_bytes([7; 16]))),
            (ObjectKind::Channel, GrantObject::Channel(ChannelId::from_bytes([8; 16]))),
        ];
        all.extend(places.map(|(kind, place)| Object { place: Some(place), ..of(kind) }));
    }
    let partners_there = [AccountKind::PartnerAdministrator(THEIRS), AccountKind::PartnerLearner(THEIRS)];
    for kind in KINDS.into_iter().chain(partners_there) {
        let friend = Object { asker_friend: true, ..person(kind) };
        all.extend([person(kind), Object { account: Some(ME), ..person(kind) }, friend]);
    }
    all.push(Object {
        of_owner: true,
        account_roles: RoleSet::of(Role::Owner),
        ..person(AccountKind::InternalAdministrator)
    });
    all
}

/// Asks everything of everybody and hands on what is allowed.
fn everything_allowed(status: AccountStatus, mut seen: impl FnMut(&Standing, Action, &Object)) -> usize {
    let (grid, objects) = (open(), objects());
    let mut asked = 0;
    for standing in principals(status) {
        let principal = Principal::Account(standing.clone());
        for object in &objects {
            for action in Action::ALL {
                asked += 1;
                if decide(&grid, &principal, *action, object).is_ok() {
                    seen(&standing, *action, object);
                }
            }
        }
    }
    asked
}

#[test]
fn what_must_never_be_never_is() {
    let open_to_all =
        [Action::ViewPublicCatalog, Action::OfferPublicCourse, Action::ApplyForCourse, Action::RequestPasswordLink];
    let mut allowed = 0;
    let asked = everything_allowed(AccountStatus::Activated, |standing, action, object| {
        allowed += 1;
        if open_to_all.contains(&action) {
            return;
        }
        let own = object.account == Some(standing.id);
        let says = || format!("{standing:?} {} {object:?}", action.id());
        // No partner reaches another partner, nor the main platform; nobody but full administrators reaches a partner.
        if standing.kind != AccountKind::InternalAdministrator {
            let tenant = object.tenant.unwrap_or(Tenant::Main);
            assert_eq!(tenant, standing.kind.tenant(), "tenant wall: {}", says());
        }
        // No public learner leaves the public catalog.
        if standing.kind == AccountKind::PublicLearner {
            let whole = matches!(object.kind, ObjectKind::Catalog | ObjectKind::Platform);
            let inside = own || whole || object.audience == Some(Audience::Public);
            assert!(inside && object.audience.is_none_or(|of| of == Audience::Public), "{}", says());
        }
        // Nobody learns in a course of another audience who does not run it.
        let fits = object.audience.is_none_or(|audience| audience.realm() == standing.kind.realm());
        if standing.kind.tier() == domain::Tier::Learner && crate::guard::LEARNING.contains(action) && !fits {
            let runs = [Role::PartialAdministrator, Role::PowerUser, Role::Monitor];
            let runs = standing.grants.iter().any(|grant| runs.contains(&grant.role)) || standing.holds_on(object);
            assert!(runs, "audience: {}", says());
        }
        // Nobody but the owner touches the owner, or does what is the owner's alone.
        if !standing.roles().contains(Role::Owner) {
            assert!(!object.of_owner || !crate::guard::ON_ACCOUNTS.contains(action), "owner: {}", says());
            assert!(!crate::guard::OWNERS_OWN.contains(action), "owner's own: {}", says());
        }
        // No monitor writes what is not theirs.
        if standing.grants.iter().any(|grant| grant.role == Role::Monitor) && action.effect() == Effect::Writes {
            assert!(own || standing.holds_on(object), "monitor: {}", says());
        }
        // Nobody acts on an account that stands higher.
        if crate::guard::ON_ACCOUNTS.contains(action) && !own {
            let of = object.account_kind.map_or(0, |kind| Role::of_kind(kind).rank()).max(object.account_roles.rank());
            assert!(of <= standing.rank_over(object), "rank: {}", says());
        }
    });
    assert!(asked > 2_000_000 && allowed > 50_000, "{allowed} of {asked}");
    println!("enumerated: {allowed} of {asked} decisions allow, none of them what must never be");
}

#[test]
fn what_a_profile_or_custom_role_left_out_is_brought_by_nothing_of_it() {
    let (grid, objects) = (open(), objects());
    let mut asked = 0;
    for standing in principals(AccountStatus::Activated) {
        let [grant] = standing.grants.as_slice() else { continue };
        if grant.source.is_none() {
            continue;
        }
        // The same account with the same role, of which nothing was kept.
        let nothing = RoleGrant::chosen(grant.role, grant.object, ActionSet::NONE);
        let [with, without] =
            [*grant, nothing].map(|grant| Principal::Account(Standing { grants: vec![grant], ..standing.clone() }));
        for object in &objects {
            for action in Action::ALL.iter().filter(|action| !half().contains(**action)) {
                asked += 1;
                let [held, bare] = [&with, &without].map(|who| decide(&grid, who, *action, object));
                assert_eq!(held, bare, "{standing:?} {} {object:?}", action.id());
            }
        }
    }
    assert!(asked > 500_000, "{asked}");
}

#[test]
fn no_status_but_activated_may_anything_with_any_role() {
    for status in [AccountStatus::Deactivated, AccountStatus::Expired] {
        everything_allowed(status, |standing, action, _| unreachable!("{standing:?} {}", action.id()));
    }
}

#[test]
fn nothing_is_allowed_that_is_not_conceivable() {
    let grid = open();
    everything_allowed(AccountStatus::Activated, |standing, action, object| {
        let principal = Principal::Account(standing.clone());
        assert!(conceivable(&grid, &principal, action).is_ok(), "{standing:?} {}", action.id());
        assert!(object.asker_enrolled || able(&grid, &principal).contains(action), "{standing:?} {}", action.id());
    });
}
