//! Which role includes which: whatever the one is permitted, the other is permitted on the same object.

use authorization::{Action, Object, ObjectKind, Principal, Role, decide};
use domain::{AccountKind, Audience, Tenant};

use super::{Fact, decision};
use crate::world::{
    OURS, PUPIL, Where, account, administrator, as_it_comes, course, enrollment, inside, internal, place, tenant,
};

pub const FACTS: &[Fact] = &[
    decision("S001-58", || includes(&internal(&[Role::CourseTutor]), &internal(&[Role::CourseLearner]))),
    decision("S002-34", || includes(&internal(&[Role::Author]), &internal(&[]))),
    decision("S002-38", || includes(&administrator(&[]), &internal(&[Role::Author]))),
    decision("S002-45 S003-09 S004-05", || {
        includes(&administrator(&[Role::Owner]), &administrator(&[]));
        let only_the_owner = [Action::DeletePlatform, Action::ViewBilling, Action::ExportJsonCourse];
        let main = tenant(Tenant::Main);
        let may = |who: &Principal, action| decide(&as_it_comes(), who, action, &main).is_ok();
        assert!(only_the_owner.into_iter().all(|action| may(&administrator(&[Role::Owner]), action)));
        assert!(!only_the_owner.into_iter().any(|action| may(&administrator(&[]), action)));
    }),
    decision("S003-69 S004-113", || includes(&internal(&[Role::ContentAdministrator]), &internal(&[]))),
    decision("S004-353", || are_equal(&internal(&[Role::GroupOwner]), &internal(&[Role::GroupAdministrator]))),
    decision("S004-364", || are_equal(&internal(&[Role::TeamOwner]), &internal(&[Role::TeamAdministrator]))),
    decision("S004-328", organizations_are_like_the_portal),
];

fn objects() -> Vec<Object> {
    let mut all = vec![
        Object::new(ObjectKind::Platform),
        tenant(Tenant::Main),
        tenant(Tenant::Partner(OURS)),
        enrollment(PUPIL),
        place(ObjectKind::Path, Where::Here.path(), Tenant::Main),
        place(ObjectKind::Group, Where::Here.group(), Tenant::Main),
        place(ObjectKind::Team, Where::Here.team(), Tenant::Main),
        place(ObjectKind::Channel, Where::Here.channel(), Tenant::Main),
    ];
    for audience in [Audience::Internal, Audience::Partner(OURS), Audience::Public] {
        all.extend([course(Where::Here, audience), course(Where::Elsewhere, audience)]);
    }
    all.extend([AccountKind::InternalLearner, AccountKind::InternalAdministrator].map(|kind| account(PUPIL, kind)));
    all
}

fn permitted(who: &Principal, action: Action, object: &Object) -> bool {
    decide(&as_it_comes(), who, action, object).is_ok()
}

fn includes(more: &Principal, less: &Principal) {
    let mut seen = 0;
    for object in objects() {
        for action in Action::ALL {
            if permitted(less, *action, &object) {
                seen += 1;
                assert!(permitted(more, *action, &object), "{} on {object:?}", action.id());
            }
        }
    }
    assert!(seen > 0, "the lesser one may something");
}

fn are_equal(one: &Principal, other: &Principal) {
    includes(one, other);
    includes(other, one);
}

/// Everything that a type may in the top organization on its objects, the same type may in another on that one's.
fn organizations_are_like_the_portal() {
    for role in [Role::Instructor, Role::TeachingAssistant, Role::Manager, Role::Parent, Role::Mentor, Role::Author] {
        for action in Action::ALL {
            let above = permitted(&internal(&[role]), *action, &tenant(Tenant::Main));
            let below = permitted(&inside(&[role, Role::OrganizationMember]), *action, &tenant(Tenant::Partner(OURS)));
            let of_membership = [Action::ViewOrganization, Action::ActOrganization].contains(action);
            assert!(of_membership || above == below, "{}: {}", role.id(), action.id());
        }
    }
}
