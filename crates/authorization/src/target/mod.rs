//! What actions are done to, with everything that was loaded to judge them. A target is inert until it is granted:
//! handlers reach its contents only through the [`Granted`](crate::Granted) that carries it.

mod courses;
mod roles;

pub use courses::{CourseTarget, CoursesTarget, EnrollmentTarget, LessonTarget, NewCourseTarget};
pub use roles::{PermissionSetTarget, RoleTarget};

use domain::{
    Account, AccountKind, AccountRequest, Certificate, Order, Partner, PathEnrollment, PersonName, Place, PlaceKind,
    Registration, Tenant,
};

use crate::object::{Object, ObjectKind};
use crate::principal::{GrantObject, RoleGrant};
use crate::role::{Role, RoleSet, Seat};

/// Something that can be judged.
pub trait Target {
    /// The facts of it.
    fn object(&self) -> Object;

    /// The groups and teams through which it can be reached, beside what it lies in itself.
    fn places(&self) -> Vec<GrantObject> {
        Vec::new()
    }

    /// The kind of the account that comes into being by it, where one does.
    fn new_kind(&self) -> Option<AccountKind> {
        None
    }
}

/// The platform as a whole.
#[derive(Debug)]
pub struct PlatformTarget;

impl Target for PlatformTarget {
    fn object(&self) -> Object {
        Object::new(ObjectKind::Platform)
    }
}

/// The public catalog as a whole.
#[derive(Debug)]
pub struct CatalogTarget;

impl Target for CatalogTarget {
    fn object(&self) -> Object {
        Object { tenant: Some(Tenant::Main), ..Object::new(ObjectKind::Catalog) }
    }
}

/// The people or courses of one tenant, or of all of them.
#[derive(Debug)]
pub struct TenantTarget {
    /// `None` asks for every tenant at once.
    pub tenant: Option<Tenant>,
}

impl Target for TenantTarget {
    fn object(&self) -> Object {
        Object { tenant: self.tenant, ..Object::new(ObjectKind::Tenant) }
    }
}

/// The asking account itself.
#[derive(Debug)]
pub struct OwnTarget {
    /// The account.
    pub account: Account,
}

impl Target for OwnTarget {
    fn object(&self) -> Object {
        of_account(&self.account, &[])
    }
}

/// A certificate of completion that counts: it belongs to the public, like the catalog.
#[derive(Debug)]
pub struct CertificateTarget {
    /// What its learner is called.
    pub learner: PersonName,
    /// What it says.
    pub certificate: Certificate,
}

impl Target for CertificateTarget {
    fn object(&self) -> Object {
        Object { tenant: Some(Tenant::Main), ..Object::new(ObjectKind::Catalog) }
    }
}

/// An account.
#[derive(Debug)]
pub struct AccountTarget {
    /// The account.
    pub account: Account,
    /// What it was granted.
    pub grants: Vec<RoleGrant>,
}

impl Target for AccountTarget {
    fn object(&self) -> Object {
        of_account(&self.account, &self.grants)
    }

    fn places(&self) -> Vec<GrantObject> {
        groups_and_teams(&self.grants)
    }
}

/// An account, and what it has to do with the one who asks.
#[derive(Debug)]
pub struct PersonTarget {
    /// The account.
    pub account: Account,
    /// What it was granted.
    pub grants: Vec<RoleGrant>,
    /// Whether the two are friends.
    pub asker_friend: bool,
}

impl Target for PersonTarget {
    fn object(&self) -> Object {
        Object { asker_friend: self.asker_friend, ..of_account(&self.account, &self.grants) }
    }

    fn places(&self) -> Vec<GrantObject> {
        groups_and_teams(&self.grants)
    }
}

pub(crate) fn groups_and_teams(grants: &[RoleGrant]) -> Vec<GrantObject> {
    let held = grants.iter().map(|grant| grant.object);
    held.filter(|on| matches!(on, GrantObject::Group(_) | GrantObject::Team(_))).collect()
}

fn of_account(account: &Account, grants: &[RoleGrant]) -> Object {
    // A power user stands as high wherever the chosen actions reach, and so does whoever runs an organization.
    let high = |seat: Seat| matches!(seat, Seat::Chosen | Seat::Organization);
    let counts = |grant: &&RoleGrant| grant.object == GrantObject::Platform || high(grant.role.seat());
    let account_roles: RoleSet = grants.iter().filter(counts).map(|grant| grant.role).collect();
    Object {
        tenant: Some(account.kind.tenant()),
        account: Some(account.id),
        account_kind: Some(account.kind),
        of_owner: account_roles.contains(Role::Owner),
        account_roles,
        ..Object::new(ObjectKind::Account)
    }
}

/// A place, or all places of one kind that a tenant has or is to have.
#[derive(Debug)]
pub struct PlaceTarget {
    /// What it is.
    pub kind: PlaceKind,
    /// Whose.
    pub tenant: Tenant,
    /// The one place; nothing where all of them are meant, or one that is to be made.
    pub place: Option<Place>,
    /// Whether the place is asked for as one of its tenant's, by those who run the tenant: its own people do not reach
    /// it so.
    pub as_tenants: bool,
    /// Whether the partner platform exists; true where none is named.
    pub partner_exists: bool,
}

impl Target for PlaceTarget {
    fn object(&self) -> Object {
        let kind = match self.kind {
            PlaceKind::Group => ObjectKind::Group,
            PlaceKind::Team => ObjectKind::Team,
            PlaceKind::Channel => ObjectKind::Channel,
            PlaceKind::Path | PlaceKind::Program => ObjectKind::Path,
        };
        let place = self.place.as_ref().filter(|_| !self.as_tenants).map(|place| place.id.into());
        Object { tenant: Some(self.tenant), place, partner_exists: self.partner_exists, ..Object::new(kind) }
    }
}

/// One account's place in one path or program: the enrollment, or the gap where it would be.
#[derive(Debug)]
pub struct PathEnrollmentTarget {
    /// The path or program.
    pub place: Place,
    /// The account.
    pub account: Account,
    /// What it was granted.
    pub grants: Vec<RoleGrant>,
    /// The enrollment, where there is one.
    pub enrollment: Option<PathEnrollment>,
}

impl Target for PathEnrollmentTarget {
    fn object(&self) -> Object {
        Object {
            tenant: Some(self.place.tenant),
            place: Some(self.place.id.into()),
            account: Some(self.account.id),
            account_kind: Some(self.account.kind),
            ..Object::new(ObjectKind::Enrollment)
        }
    }
}

/// An account that is to be made.
#[derive(Debug)]
pub struct NewAccountTarget {
    /// Its kind.
    pub kind: AccountKind,
    /// Whether the partner platform of its kind exists; true where the kind names none.
    pub partner_exists: bool,
}

impl Target for NewAccountTarget {
    fn object(&self) -> Object {
        Object {
            tenant: Some(self.kind.tenant()),
            account_kind: Some(self.kind),
            partner_exists: self.partner_exists,
            ..Object::new(ObjectKind::Account)
        }
    }

    fn new_kind(&self) -> Option<AccountKind> {
        Some(self.kind)
    }
}

/// Somebody's request for an account.
#[derive(Debug)]
pub struct AccountRequestTarget {
    /// The request.
    pub request: AccountRequest,
    /// Whether the partner platform of its kind exists; true where the kind names none.
    pub partner_exists: bool,
}

impl Target for AccountRequestTarget {
    fn object(&self) -> Object {
        NewAccountTarget { kind: self.request.kind, partner_exists: self.partner_exists }.object()
    }

    fn new_kind(&self) -> Option<AccountKind> {
        Some(self.request.kind)
    }
}

/// A partner platform.
#[derive(Debug)]
pub struct PartnerTarget {
    /// The partner platform.
    pub partner: Partner,
}

impl Target for PartnerTarget {
    fn object(&self) -> Object {
        Object { tenant: Some(Tenant::Partner(self.partner.id)), ..Object::new(ObjectKind::Partner) }
    }
}

/// An order, with the registration it belongs to.
#[derive(Debug)]
pub struct OrderTarget {
    /// The order.
    pub order: Order,
    /// The registration.
    pub registration: Registration,
}

impl Target for OrderTarget {
    fn object(&self) -> Object {
        Object {
            tenant: Some(Tenant::Main),
            course: Some(self.order.quote.course),
            account: self.order.account,
            order: Some(self.order.id),
            ..Object::new(ObjectKind::Order)
        }
    }
}
