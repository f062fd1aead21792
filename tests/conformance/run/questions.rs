//! From a statement to what is asked: its capability as an action, its scope as an object.

use authorization::{Action, GrantObject, Object, ObjectKind, Principal};
use domain::{AccountKind, Audience, Tenant};

use crate::table::Row;
use crate::world::{ME, OURS, PUPIL, Where, account, course, enrollment, place, tenant};

/// The action of a capability. They share their ids, but for what the super admin is protected from: there the same
/// actions meet the owner's account.
pub fn action(row: &Row) -> Option<Action> {
    let id = match row.capability.as_str() {
        "platform.access" => "self.view",
        "super_admin.edit" => "user.edit",
        "super_admin.delete" => "user.delete",
        "super_admin.impersonate" => "user.impersonate",
        "super_admin.password.reset" => "user.invite",
        "super_admin.credentials.view" | "full_administrator.password.view" => "user.credentials.view",
        own => own,
    };
    Action::from_id(id)
}

/// What it is asked about.
pub fn object(row: &Row, asker: &Principal, at: Where) -> Object {
    let capability = row.capability.as_str();
    let of_owner = capability.starts_with("super_admin.");
    if of_owner || capability == "full_administrator.password.view" {
        // Nobody deletes the owner's account, its holder included: there the asker is the owner.
        let whose = if row.subject == "super admin" { ME } else { at.person() };
        return Object { of_owner, ..account(whose, AccountKind::InternalAdministrator) };
    }
    match (capability, row.scope.as_str()) {
        // Some rights concern the own person although they hold on the whole platform.
        ("social.use" | "team.build_own" | "platform.access", _) | (_, "self") => own(asker, at),
        ("user.details.view", "platform") => account(at.person(), AccountKind::InternalAdministrator),
        ("user.impersonate" | "level.change" | "role.change", _) => account(at.person(), AccountKind::InternalLearner),
        ("organization.attach" | "organization.change", _) => account(at.person(), AccountKind::PartnerLearner(OURS)),
        ("course.access", "platform") => course(at, Audience::Internal),
        ("course.access", "partner") => course(at, Audience::Partner(at.partner())),
        ("course.access" | "public_course.offer" | "public_registration.request", "public_catalog") => {
            course(at, Audience::Public)
        }
        (_, "public_catalog") => Object { tenant: Some(Tenant::Main), ..Object::new(ObjectKind::Catalog) },
        (_, "platform") => tenant(Tenant::Main),
        (_, "partner") => tenant(Tenant::Partner(at.partner())),
        ("course.configure", "organization") => course(at, Audience::Partner(at.partner())),
        (_, "organization") => tenant(Tenant::Partner(at.partner())),
        ("course.enrollment.create" | "course.enrollment.remove", _) => {
            Object { course: Some(at.course()), ..enrollment(at.person()) }
        }
        (_, "course") => in_course(row, at),
        (_, "path") => place(ObjectKind::Path, at.path(), Tenant::Main),
        (_, "program") => place(ObjectKind::Path, at.path(), Tenant::Main),
        (_, "group") => place(ObjectKind::Group, at.group(), Tenant::Main),
        (_, "team") => place(ObjectKind::Team, at.team(), Tenant::Main),
        (_, "channel") => place(ObjectKind::Channel, at.channel(), Tenant::Main),
        (_, "supervised") => account(at.person(), AccountKind::InternalLearner),
        (_, other) => panic!("{}: a scope without an object: {other}", row.id),
    }
}

fn own(asker: &Principal, at: Where) -> Object {
    let whose = if at == Where::Here { ME } else { PUPIL };
    account(whose, asker.kind().unwrap_or(AccountKind::InternalLearner))
}

fn in_course(row: &Row, at: Where) -> Object {
    let mut object = course(at, Audience::Internal);
    if row.capability.starts_with("ilt_session.") {
        object.place = Some(at.session());
    }
    // The learner is enrolled here, unless it is enrolling that is asked about.
    let learns = matches!(row.subject.as_str(), "learner" | "user");
    object.asker_enrolled = learns && at == Where::Here && row.capability != "course.enroll_self";
    object
}

/// What else a `role.*.hold` row could be held on: where its role sits.
pub fn seat_of(role: authorization::Role) -> GrantObject {
    crate::world::seat(role)
}
