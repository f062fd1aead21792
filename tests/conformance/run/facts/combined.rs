//! Several roles at once, and what a menu shows.

use authorization::{Action, Principal, Role, able, decide};
use domain::{AccountKind, Audience, Tenant};

use super::{Fact, decision, domain};
use crate::world::{
    ME, PUPIL, STRANGER, Where, account, administrator, as_it_comes, course, everything_on, internal, tenant,
};

pub const FACTS: &[Fact] = &[
    decision("S001-46 S002-10 S003-05 S004-01", roles_add_up),
    decision("S001-29 S003-04 S003-03", menus_show_what_may_be_used),
    decision("S003-150 S004-224", parents_see_administrators),
    decision("S004-398", a_profile_is_seen_by_whom_it_concerns),
    decision("S003-01", without_an_account_there_is_only_the_public_catalog),
    domain("S003-02", || {
        // A type is a role like any other: one list holds both.
        assert_eq!(Role::from_id("instructor"), Some(Role::Instructor));
        assert_eq!(Role::from_id("course_instructor"), Some(Role::CourseInstructor));
    }),
];

fn roles_add_up() {
    let (one, other) = (&[Role::Instructor, Role::CourseOwner][..], &[Role::Manager, Role::SupervisingManager][..]);
    let both = internal(&[one, other].concat());
    let (one, other) = (internal(one), internal(other));
    let objects =
        [tenant(Tenant::Main), course(Where::Here, Audience::Internal), account(PUPIL, AccountKind::InternalLearner)];
    for object in objects {
        for action in Action::ALL {
            let may = |who: &Principal| decide(&as_it_comes(), who, *action, &object).is_ok();
            assert_eq!(may(&both), may(&one) || may(&other), "{}", action.id());
        }
    }
}

fn menus_show_what_may_be_used() {
    let menu = |who: &Principal| able(&as_it_comes(), who);
    let (learner, admin, teacher) = (internal(&[]), administrator(&[]), internal(&[Role::Instructor]));
    assert!(menu(&admin).contains(Action::AccessAdminArea) && !menu(&learner).contains(Action::AccessAdminArea));
    assert!(menu(&teacher).contains(Action::CreateCourse) && !menu(&learner).contains(Action::CreateCourse));
    assert_ne!(menu(&learner), menu(&teacher));
    // What the menu leaves out is permitted nowhere.
    for action in Action::ALL.iter().filter(|action| !menu(&learner).contains(**action)) {
        for object in [tenant(Tenant::Main), course(Where::Here, Audience::Internal)] {
            assert!(decide(&as_it_comes(), &learner, *action, &object).is_err(), "{}", action.id());
        }
    }
}

fn parents_see_administrators() {
    let parent = internal(&[Role::Parent, Role::SupervisingParent]);
    let may = |kind| decide(&everything_on(), &parent, Action::ViewAccount, &account(STRANGER, kind)).is_ok();
    assert!(may(AccountKind::InternalAdministrator));
    assert!(!may(AccountKind::InternalLearner));
    assert!(!may(AccountKind::PartnerAdministrator(crate::world::OURS)), "of the own platform");
}

fn a_profile_is_seen_by_whom_it_concerns() {
    let of = |id| account(id, AccountKind::InternalLearner);
    let may = |who: &Principal, id| decide(&as_it_comes(), who, Action::ViewProfile, &of(id)).is_ok();
    assert!(may(&internal(&[]), ME) && may(&administrator(&[]), PUPIL));
    assert!(!may(&internal(&[]), PUPIL));
}

fn without_an_account_there_is_only_the_public_catalog() {
    let may = able(&everything_on(), &Principal::Visitor);
    let all: Vec<_> = may.iter().collect();
    let public =
        [Action::ViewPublicCatalog, Action::ApplyForCourse, Action::RequestPasswordLink, Action::OfferPublicCourse];
    // Nothing of the platform: what a learner shows to whom they like, by an address that nobody guesses.
    let shown = [Action::VerifyCertificate];
    assert!(all.iter().all(|action| public.contains(action) || shown.contains(action)), "{all:?}");
}
