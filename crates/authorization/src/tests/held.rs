//! Types of accounts, and who may hold what.

use super::*;

fn may(grid: &Grid, holder: &Standing, role: Role, object: GrantObject) -> Result<(), NotHeld> {
    may_hold(grid, holder, role, object, 0)
}

/// Everything switched on and installed.
fn open() -> Grid {
    Grid::set_to(Settings { switches: SwitchSet::ALL, modules: ModuleSet::ALL })
}

#[test]
fn a_type_stands_in_the_place_of_the_plain_learner() {
    let affiliate = RoleGrant::new(Role::Affiliate, GrantObject::Platform);
    let learner = RoleGrant::new(Role::InternalLearner, GrantObject::Platform);
    let object = Object { asker_enrolled: false, ..course(Audience::Internal) };
    let opens =
        |grants: &[RoleGrant]| allowed(&holding(AccountKind::InternalLearner, grants), Action::AccessCourse, &object);
    assert!(opens(&[]));
    assert!(!opens(&[affiliate]), "courses stay closed to affiliates");
    assert!(opens(&[affiliate, learner]), "who is both is given both");
}

#[test]
fn what_stands_in_no_list_is_refused() {
    let course = GrantObject::Course(CourseId::from_bytes([3; 16]));
    for role in Role::ALL {
        for kind in KINDS {
            let holder = standing(kind, &[]);
            let object = if role.seat() == Seat::Course { course } else { GrantObject::Platform };
            let listed = holders(*role).contains(&Role::of_kind(kind));
            if matches!(role.seat(), Seat::Course | Seat::Type) && may(&open(), &holder, *role, object).is_ok() {
                assert!(listed, "{role:?} {kind:?}");
            }
            if !listed {
                assert!(may(&open(), &holder, *role, object).is_err(), "{role:?} {kind:?}");
            }
        }
    }
}

#[test]
fn public_learners_hold_nothing_but_what_they_bought() {
    let public = standing(AccountKind::PublicLearner, &[]);
    for role in Role::ALL.iter().filter(|role| **role != Role::CourseLearner) {
        for object in
            [GrantObject::Platform, GrantObject::Course(CourseId::from_bytes([3; 16])), GrantObject::Organization(OURS)]
        {
            assert!(may(&open(), &public, *role, object).is_err(), "{role:?}");
        }
    }
}

#[test]
fn each_reason_has_its_case() {
    let learner = standing(AccountKind::InternalLearner, &[]);
    let admin = standing(AccountKind::InternalAdministrator, &[]);
    let platform = GrantObject::Platform;
    let off = Grid::DEFAULT;
    let partial = may(&off, &learner, Role::PartialAdministrator, platform);
    assert_eq!(partial, Err(NotHeld::NotOffered(Condition::Module(Module::WhiteLabel))));
    assert_eq!(may(&open(), &learner, Role::PartialAdministrator, platform), Ok(()));
    assert_eq!(may(&open(), &learner, Role::BillingContact, platform), Err(NotHeld::NotListed));
    assert_eq!(may(&open(), &learner, Role::CourseOwner, platform), Err(NotHeld::WrongObject));
    let inside = standing(AccountKind::PartnerLearner(OURS), &[]);
    assert_eq!(may(&open(), &inside, Role::Affiliate, platform), Err(NotHeld::NotInOrganization));
    assert_eq!(may_hold(&open(), &admin, Role::Owner, platform, 0), Ok(()));
    assert_eq!(may_hold(&open(), &admin, Role::Owner, platform, 1), Err(NotHeld::OneHolder));
}

#[test]
fn what_is_left_of_a_type_brings_nothing() {
    let owns = RoleGrant::new(Role::CourseOwner, GrantObject::Course(CourseId::from_bytes([3; 16])));
    let belongs = RoleGrant::new(Role::GroupMember, GrantObject::Group(domain::GroupId::from_bytes([4; 16])));
    let teaches = RoleGrant::new(Role::Instructor, GrantObject::Platform);
    let instructor = standing(AccountKind::InternalLearner, &[owns, belongs, teaches]);
    assert_eq!(beyond_its_types(&instructor), []);
    assert_eq!(instructor.offered_by(&open()).grants, [owns, belongs, teaches]);
    let former = standing(AccountKind::InternalLearner, &[owns, belongs]);
    assert_eq!(beyond_its_types(&former), [owns]);
    assert_eq!(former.offered_by(&open()).grants, [belongs]);
    // What any learner may hold stays with whoever has become something else.
    let monitor = RoleGrant::new(Role::Monitor, GrantObject::Platform);
    let tutors = RoleGrant::new(Role::ProgramTutor, GrantObject::Path(domain::PathId::from_bytes([5; 16])));
    let both = standing(AccountKind::InternalLearner, &[tutors, monitor]);
    assert_eq!(both.offered_by(&open()).grants, [tutors, monitor]);
}
