//! What is acted upon, reduced to the facts that a decision needs, and the ways a principal can be related to it.

use domain::{AccountId, AccountKind, Audience, CourseId, OrderId, Tenant};

use crate::principal::{GrantObject, Principal};

/// What kind of thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectKind {
    /// The platform as a whole.
    Platform,
    /// A tenant's people or courses as a whole.
    Tenant,
    /// The public catalog.
    Catalog,
    /// An account.
    Account,
    /// A partner platform.
    Partner,
    /// A course, or a lesson of it.
    Course,
    /// An enrollment.
    Enrollment,
    /// An order.
    Order,
}

/// The facts of a target. Copied, small, and free of anything that a denied caller must not see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Object {
    /// What kind of thing it is.
    pub kind: ObjectKind,
    /// Which tenant it belongs to; `None` for the platform as a whole.
    pub tenant: Option<Tenant>,
    /// The audience, for courses and enrollments.
    pub audience: Option<Audience>,
    /// Whether it is a published course.
    pub published: bool,
    /// The course it is or belongs to.
    pub course: Option<CourseId>,
    /// The account it is or belongs to.
    pub account: Option<AccountId>,
    /// That account's kind, or the kind of the account to be made.
    pub account_kind: Option<AccountKind>,
    /// Whether that account is the owner's.
    pub of_owner: bool,
    /// Whether the asking account is enrolled, with its lessons open.
    pub asker_enrolled: bool,
    /// The order it is.
    pub order: Option<OrderId>,
    /// Whether the partner platform it needs exists. True where it needs none.
    pub partner_exists: bool,
}

impl Object {
    /// An object of the kind without any further fact.
    pub const fn new(kind: ObjectKind) -> Self {
        Self {
            kind,
            tenant: None,
            audience: None,
            published: false,
            course: None,
            account: None,
            account_kind: None,
            of_owner: false,
            asker_enrolled: false,
            order: None,
            partner_exists: true,
        }
    }
}

/// How far a cell of the grid reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Every object, of every tenant, present or future.
    Anywhere,
    /// Objects of the partner platform that the account belongs to.
    OwnPartner,
    /// Published courses of the public catalog, and the catalog itself.
    PublicCatalog,
    /// Published courses made for the account's own audience.
    OwnAudience,
    /// The account itself and what belongs to it.
    Own,
    /// Courses in which the account is enrolled, with the lessons open.
    Enrolled,
    /// The one object that the role is held on.
    Held,
}

impl Reach {
    /// Every reach.
    pub const ALL: [Reach; 7] = [
        Reach::Anywhere,
        Reach::OwnPartner,
        Reach::PublicCatalog,
        Reach::OwnAudience,
        Reach::Own,
        Reach::Enrolled,
        Reach::Held,
    ];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Reach::Anywhere => "anywhere",
            Reach::OwnPartner => "own_partner",
            Reach::PublicCatalog => "public_catalog",
            Reach::OwnAudience => "own_audience",
            Reach::Own => "own",
            Reach::Enrolled => "enrolled",
            Reach::Held => "held",
        }
    }

    /// Whether the object lies within this reach of the principal, for roles that hold for the whole account.
    #[inline]
    pub fn covers(self, principal: &Principal, object: &Object) -> bool {
        match self {
            Reach::Anywhere => true,
            Reach::OwnPartner => match (principal.partner(), object.tenant) {
                (Some(own), Some(Tenant::Partner(partner))) => own == partner,
                _ => false,
            },
            Reach::PublicCatalog => {
                object.kind == ObjectKind::Catalog || (object.published && object.audience == Some(Audience::Public))
            }
            Reach::OwnAudience => {
                let realm = principal.kind().map(AccountKind::realm);
                object.published && realm.is_some() && object.audience.map(Audience::realm) == realm
            }
            Reach::Own => principal.account().is_some() && principal.account() == object.account,
            Reach::Enrolled => object.asker_enrolled,
            Reach::Held => match principal {
                Principal::Payments(order) => object.order == Some(*order),
                Principal::Founder => object.kind == ObjectKind::Platform,
                _ => false,
            },
        }
    }
}

impl GrantObject {
    /// Whether the object is the one that the role is held on, or lies within it.
    pub fn covers(self, object: &Object) -> bool {
        match self {
            GrantObject::Platform => true,
            GrantObject::Course(course) => object.course == Some(course),
        }
    }
}
