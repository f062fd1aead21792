//! What is acted upon, reduced to the facts that a decision needs, and the ways a principal can be related to it.

use domain::{AccountId, AccountKind, Audience, CourseId, OrderId, Tenant, Tier};

use crate::condition::WidgetSet;
use crate::principal::{GrantObject, Principal};
use crate::role::{Role, RoleSet};

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
    /// A course, or what is in it: a lesson, a dated session, a forum.
    Course,
    /// A path or program.
    Path,
    /// A group.
    Group,
    /// A team.
    Team,
    /// A channel.
    Channel,
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
    /// The session, path, group, team or channel that it is or belongs to. For an account that is in several groups,
    /// the one through which the asker reaches it.
    pub place: Option<GrantObject>,
    /// The widgets of the course it is in.
    pub widgets: WidgetSet,
    /// The account it is or belongs to.
    pub account: Option<AccountId>,
    /// That account's kind, or the kind of the account to be made.
    pub account_kind: Option<AccountKind>,
    /// Roles that hold for the whole of that account, beside the role of its kind.
    pub account_roles: RoleSet,
    /// The role that is to be given or taken.
    pub role: Option<Role>,
    /// Whether that account is the owner's.
    pub of_owner: bool,
    /// Whether the asking account is enrolled, with its lessons open.
    pub asker_enrolled: bool,
    /// Whether the asking account and this one are friends.
    pub asker_friend: bool,
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
            place: None,
            widgets: WidgetSet::NONE,
            account: None,
            account_kind: None,
            account_roles: RoleSet::NONE,
            role: None,
            of_owner: false,
            asker_enrolled: false,
            asker_friend: false,
            order: None,
            partner_exists: true,
        }
    }
}

/// How far a cell of the grid reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Every object, of every tenant, present or future. The walls between tenants still stand.
    Anywhere,
    /// Objects of the tenant that the account belongs to.
    OwnTenant,
    /// Published courses of the public catalog, and the catalog itself.
    PublicCatalog,
    /// Published courses made for the account's own audience.
    OwnAudience,
    /// Accounts of those who administer the account's own tenant.
    OwnAdministrators,
    /// Accounts that are friends of the account, by the word of both.
    Friends,
    /// The account itself and what belongs to it.
    Own,
    /// The one object that the role is held on, and what lies within it.
    Held,
}

impl Reach {
    /// Every reach.
    pub const ALL: [Reach; 8] = [
        Reach::Anywhere,
        Reach::OwnTenant,
        Reach::PublicCatalog,
        Reach::OwnAudience,
        Reach::OwnAdministrators,
        Reach::Friends,
        Reach::Own,
        Reach::Held,
    ];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Reach::Anywhere => "anywhere",
            Reach::OwnTenant => "own_tenant",
            Reach::PublicCatalog => "public_catalog",
            Reach::OwnAudience => "own_audience",
            Reach::OwnAdministrators => "own_administrators",
            Reach::Friends => "friends",
            Reach::Own => "own",
            Reach::Held => "held",
        }
    }

    /// Whether the object lies within this reach of the principal, for a role that is held on `held`, or that holds
    /// for the whole account.
    #[inline]
    pub fn covers(self, principal: &Principal, held: Option<GrantObject>, object: &Object) -> bool {
        match self {
            Reach::Anywhere => true,
            Reach::OwnTenant => object.tenant.is_some() && principal.kind().map(AccountKind::tenant) == object.tenant,
            Reach::PublicCatalog => {
                object.kind == ObjectKind::Catalog || (object.published && object.audience == Some(Audience::Public))
            }
            Reach::OwnAudience => {
                let realm = principal.kind().map(AccountKind::realm);
                object.published && realm.is_some() && object.audience.map(Audience::realm) == realm
            }
            Reach::OwnAdministrators => {
                let administers = object.account_kind.is_some_and(|kind| kind.tier() == Tier::Administrator);
                administers && principal.kind().map(AccountKind::tenant) == object.tenant
            }
            Reach::Friends => object.asker_friend && object.account.is_some() && principal.account().is_some(),
            Reach::Own => principal.account().is_some() && principal.account() == object.account,
            Reach::Held => match (held, principal) {
                (Some(held), _) => held.covers(object),
                (None, Principal::Payments(order)) => object.order == Some(*order),
                (None, Principal::Founder) => object.kind == ObjectKind::Platform,
                (None, _) => false,
            },
        }
    }
}

impl GrantObject {
    /// Whether whatever lies within `other`, which belongs to a tenant, lies within this one, too.
    pub(crate) fn holds(self, other: GrantObject, tenant: Tenant) -> bool {
        match self {
            GrantObject::Platform => true,
            GrantObject::Organization(organization) => {
                other != GrantObject::Platform && tenant == Tenant::Partner(organization)
            }
            one => one == other,
        }
    }

    /// Whether the object is the one that the role is held on, or lies within it.
    #[inline]
    pub fn covers(self, object: &Object) -> bool {
        match self {
            GrantObject::Platform => true,
            GrantObject::Organization(organization) => object.tenant == Some(Tenant::Partner(organization)),
            GrantObject::Course(course) => object.course == Some(course),
            GrantObject::Person(person) => object.account == Some(person),
            GrantObject::IltSession(_)
            | GrantObject::Path(_)
            | GrantObject::Group(_)
            | GrantObject::Team(_)
            | GrantObject::Channel(_) => object.place == Some(self),
        }
    }
}
