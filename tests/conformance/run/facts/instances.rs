//! Which roles there are, what each is held on, and how many may hold it.

use authorization::{GrantObject, Grid, Module, NotHeld, Role, RoleGrant, Seat, Settings, holders, may_give, may_hold};
use domain::AccountKind;

use super::{Fact, decision, domain};
use crate::world::{OURS, STRANGER, Where, administrator, as_it_comes, seat, somebody};

pub const FACTS: &[Fact] = &[
    domain("S001-08 S001-09 S001-10 S001-48 S001-49 S001-50 S001-53", || {
        held_on(Seat::Course, &[Role::CourseLearner, Role::CourseInstructor, Role::CourseTutor]);
    }),
    domain("S001-11 S001-52 S001-85", || held_on(Seat::Channel, &[Role::ChannelExpert])),
    domain("S001-51 S002-07", || held_on(Seat::Person, &[Role::SupervisingManager])),
    domain("S002-06", || held_on(Seat::Path, &[Role::ProgramTutor])),
    domain("S002-08", || held_on(Seat::Course, &[Role::CourseCoAuthor])),
    domain("S002-09 S002-91 S002-92", || held_on(Seat::Group, &[Role::GroupCoach, Role::GroupMember])),
    domain("S002-01", || {
        assert!([Role::Owner, Role::Author].iter().all(|role| matches!(role.seat(), Seat::Mark | Seat::Type)));
        assert!(
            [Role::ProgramTutor, Role::GroupCoach].iter().all(|role| matches!(role.seat(), Seat::Path | Seat::Group))
        );
    }),
    domain("S004-320", || held_on(Seat::Organization, &[Role::OrganizationAdministrator])),
    domain("S002-44 S003-10 S004-06", one_owner),
    domain("S001-38 S003-11 S004-07 S001-91 S002-73 S002-74", the_others_are_not_counted),
    decision("S001-93", experts_are_named_by_who_runs_the_channel),
    domain("S003-83", billing_contacts_administer),
    decision("S003-84", only_administrators_are_billing_contacts),
    decision("S003-85", billing_contacts_need_their_module),
    decision("S004-316", only_full_administrators_run_the_network),
    decision("S004-322 S004-323 S004-324 S004-325 S004-326 S004-327", types_inside_organizations),
    domain("S004-342", || {
        assert!(holders(Role::CourseCoInstructor).contains(&Role::Instructor));
        held_on(Seat::Course, &[Role::CourseCoInstructor]);
    }),
    domain("S004-402", || {
        let member = somebody(AccountKind::PartnerLearner(OURS), &[]);
        let (role, off) = (Role::OrganizationMember, Grid::DEFAULT);
        assert!(matches!(may_hold(&off, &member, role, seat(role), 0), Err(NotHeld::NotOffered(_))));
        assert_eq!(may_hold(&as_it_comes(), &member, role, seat(role), 0), Ok(()));
    }),
];

fn held_on(wanted: Seat, roles: &[Role]) {
    for role in roles {
        assert_eq!(role.seat(), wanted, "{}", role.id());
        let holder = somebody(AccountKind::InternalLearner, &[Role::Instructor, Role::Author]);
        let elsewhere = may_hold(&as_it_comes(), &holder, *role, GrantObject::Platform, 0);
        assert_eq!(elsewhere, Err(NotHeld::WrongObject), "{}", role.id());
    }
}

fn one_owner() {
    let admin = somebody(AccountKind::InternalAdministrator, &[]);
    assert_eq!(may_hold(&as_it_comes(), &admin, Role::Owner, GrantObject::Platform, 0), Ok(()));
    assert_eq!(may_hold(&as_it_comes(), &admin, Role::Owner, GrantObject::Platform, 1), Err(NotHeld::OneHolder));
}

fn the_others_are_not_counted() {
    let many = 100_000;
    for role in Role::ALL.iter().copied().filter(|role| *role != Role::Owner) {
        for of_type in [None, Some(Role::Instructor), Some(Role::TeachingAssistant), Some(Role::Parent)] {
            let types: Vec<Role> = of_type.into_iter().collect();
            let holder = somebody(AccountKind::InternalLearner, &types);
            let with = |present| may_hold(&as_it_comes(), &holder, role, seat(role), present);
            assert_eq!(with(0), with(many), "{}", role.id());
        }
    }
    // Several at once, by one and the same account, on different objects.
    let channels = [Where::Here, Where::Elsewhere].map(|at| RoleGrant::new(Role::ChannelExpert, at.channel()));
    let people = [Where::Here, Where::Elsewhere].map(|at| at.person()).map(GrantObject::Person);
    let mut expert = somebody(AccountKind::InternalLearner, &[]);
    expert.grants.extend(channels);
    for person in people {
        assert_eq!(may_hold(&as_it_comes(), &expert, Role::SupervisingManager, person, 3), Ok(()));
        expert.grants.push(RoleGrant::new(Role::SupervisingManager, person));
    }
    assert_eq!(expert.grants.len(), 4);
}

fn experts_are_named_by_who_runs_the_channel() {
    let mut holder = somebody(AccountKind::InternalLearner, &[]);
    holder.id = STRANGER;
    let grant = RoleGrant::new(Role::ChannelExpert, Where::Here.channel());
    for present in [0, 5] {
        assert_eq!(may_give(&as_it_comes(), &administrator(&[]), &holder, &grant, present), Ok(()));
    }
    assert!(may_give(&as_it_comes(), &crate::world::internal(&[]), &holder, &grant, 0).is_err());
}

fn billing_contacts_administer() {
    assert!(holders(Role::BillingContact).iter().all(|role| role.id().ends_with("administrator")));
}

fn only_administrators_are_billing_contacts() {
    let may = |kind, roles: &[Role]| {
        may_hold(&as_it_comes(), &somebody(kind, roles), Role::BillingContact, GrantObject::Platform, 0)
    };
    assert_eq!(may(AccountKind::InternalAdministrator, &[]), Ok(()));
    for of_type in
        [Role::Instructor, Role::Monitor, Role::PartialAdministrator, Role::ContentAdministrator, Role::Manager]
    {
        assert_eq!(may(AccountKind::InternalLearner, &[of_type]), Err(NotHeld::NotListed), "{}", of_type.id());
    }
    assert_eq!(may(AccountKind::InternalLearner, &[]), Err(NotHeld::NotListed));
}

fn billing_contacts_need_their_module() {
    let mut settings = Settings::DEFAULT;
    let admin = somebody(AccountKind::InternalAdministrator, &[]);
    let may = |settings| may_hold(&Grid::set_to(settings), &admin, Role::BillingContact, GrantObject::Platform, 0);
    assert_eq!(may(settings), Ok(()));
    settings.modules = settings.modules.without(Module::ECommerce);
    assert!(matches!(may(settings), Err(NotHeld::NotOffered(_))));
}

fn only_full_administrators_run_the_network() {
    let may = |kind, roles: &[Role]| {
        may_hold(&as_it_comes(), &somebody(kind, roles), Role::NetworkAdministrator, GrantObject::Platform, 0)
    };
    assert_eq!(may(AccountKind::InternalAdministrator, &[]), Ok(()));
    assert_eq!(may(AccountKind::InternalLearner, &[Role::PartialAdministrator]), Err(NotHeld::NotListed));
    let of_organization = may(AccountKind::PartnerLearner(OURS), &[Role::OrganizationAdministrator]);
    assert_eq!(of_organization, Err(NotHeld::NotListed));
}

fn types_inside_organizations() {
    let kind = AccountKind::PartnerLearner(OURS);
    let types = [
        None,
        Some(Role::Instructor),
        Some(Role::Manager),
        Some(Role::OrganizationAdministrator),
        Some(Role::TeachingAssistant),
        Some(Role::Monitor),
    ];
    for of_type in types {
        let plain = somebody(kind, &[]);
        if let Some(role) = of_type {
            assert_eq!(may_hold(&as_it_comes(), &plain, role, seat(role), 0), Ok(()), "{}", role.id());
        }
        let types: Vec<Role> = of_type.into_iter().collect();
        let (holder, role) = (somebody(kind, &types), Role::OrganizationMember);
        assert_eq!(may_hold(&as_it_comes(), &holder, role, seat(role), 0), Ok(()), "{of_type:?}");
    }
}
