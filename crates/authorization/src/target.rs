//! What actions are done to, with everything that was loaded to judge them. A target is inert until it is granted:
//! handlers reach its contents only through the [`Granted`](crate::Granted) that carries it.

use domain::{
    Account, AccountKind, AccountRequest, Audience, Course, Enrollment, Lesson, Order, Partner, PathEnrollment, Place,
    PlaceKind, Registration, Tenant,
};

use crate::giving::receiving;
use crate::object::{Object, ObjectKind};
use crate::principal::{GrantObject, RoleGrant, Standing};
use crate::role::{Role, RoleSet};

/// Something that can be judged.
pub trait Target {
    /// The facts of it.
    fn object(&self) -> Object;
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
}

fn of_account(account: &Account, grants: &[RoleGrant]) -> Object {
    let wide = grants.iter().filter(|grant| grant.object == GrantObject::Platform);
    let account_roles: RoleSet = wide.map(|grant| grant.role).collect();
    Object {
        tenant: Some(account.kind.tenant()),
        account: Some(account.id),
        account_kind: Some(account.kind),
        of_owner: account_roles.contains(Role::Owner),
        account_roles,
        ..Object::new(ObjectKind::Account)
    }
}

/// A role that is to be given to an account, or taken from it.
#[derive(Debug)]
pub struct RoleTarget {
    /// The account.
    pub account: Account,
    /// How it stands, with what it holds already.
    pub standing: Standing,
    /// The role, and what it is held on.
    pub grant: RoleGrant,
    /// The tenant of what it is held on; nothing where that is no tenant's.
    pub held_in: Option<Tenant>,
    /// How the person stands that the role is held on; nothing where it is held on no person.
    pub looked_after: Option<Standing>,
}

impl RoleTarget {
    /// Whether the account and what the role is held on belong together. Internal administrators reach every tenant.
    pub(crate) fn within_one_tenant(&self) -> bool {
        let reaches_all = self.account.kind == AccountKind::InternalAdministrator;
        reaches_all || self.held_in.is_none_or(|tenant| tenant == self.account.kind.tenant())
    }
}

impl Target for RoleTarget {
    fn object(&self) -> Object {
        receiving(&self.standing, &self.grant)
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

/// A course, with the asking account's own enrollment in it.
#[derive(Debug)]
pub struct CourseTarget {
    /// The course.
    pub course: Course,
    /// The asking account's enrollment.
    pub own_enrollment: Option<Enrollment>,
}

impl Target for CourseTarget {
    fn object(&self) -> Object {
        of_course(&self.course, self.own_enrollment.as_ref())
    }
}

fn of_course(course: &Course, own_enrollment: Option<&Enrollment>) -> Object {
    Object {
        tenant: Some(course.audience.tenant()),
        audience: Some(course.audience),
        published: course.publication == domain::Publication::Published,
        course: Some(course.id),
        asker_enrolled: own_enrollment.is_some_and(Enrollment::opens_lessons),
        ..Object::new(ObjectKind::Course)
    }
}

/// A lesson, with its course and the asking account's enrollment in that course.
#[derive(Debug)]
pub struct LessonTarget {
    /// The course.
    pub course: Course,
    /// The asking account's enrollment.
    pub own_enrollment: Option<Enrollment>,
    /// The lesson.
    pub lesson: Lesson,
}

impl Target for LessonTarget {
    fn object(&self) -> Object {
        of_course(&self.course, self.own_enrollment.as_ref())
    }
}

/// A course, or several, to be made.
#[derive(Debug)]
pub struct NewCourseTarget {
    /// Whom they are made for.
    pub audience: Audience,
    /// Whether the partner platform of the audience exists; true where it names none.
    pub partner_exists: bool,
}

impl Target for NewCourseTarget {
    fn object(&self) -> Object {
        Object {
            tenant: Some(self.audience.tenant()),
            audience: Some(self.audience),
            partner_exists: self.partner_exists,
            ..Object::new(ObjectKind::Course)
        }
    }
}

/// One account's place in one course: the enrollment, or the gap where it would be.
#[derive(Debug)]
pub struct EnrollmentTarget {
    /// The course.
    pub course: Course,
    /// The account; `None` where it was deleted and the enrollment is what is left of it.
    pub account: Option<Account>,
    /// The enrollment, where there is one.
    pub enrollment: Option<Enrollment>,
}

impl Target for EnrollmentTarget {
    fn object(&self) -> Object {
        Object {
            tenant: Some(self.course.audience.tenant()),
            audience: Some(self.course.audience),
            published: self.course.publication == domain::Publication::Published,
            course: Some(self.course.id),
            account: self.account.as_ref().map(|account| account.id),
            account_kind: self.account.as_ref().map(|account| account.kind),
            ..Object::new(ObjectKind::Enrollment)
        }
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
