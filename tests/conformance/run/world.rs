//! The little world in which statements are asked: one of each object here, and one of each elsewhere.

use authorization::{
    GrantObject, Grid, ModuleSet, Object, ObjectKind, Principal, Role, RoleGrant, Settings, Standing, Switch,
    SwitchSet, WidgetSet,
};
use domain::{
    AccountId, AccountKind, AccountStatus, Audience, ChannelId, CourseId, GroupId, PartnerId, PathId, TeamId, Tenant,
    TermId,
};

pub const OURS: PartnerId = PartnerId::from_bytes([7; 16]);
pub const THEIRS: PartnerId = PartnerId::from_bytes([8; 16]);
pub const ME: AccountId = AccountId::from_bytes([1; 16]);
/// Whom the supervising subjects look after.
pub const PUPIL: AccountId = AccountId::from_bytes([2; 16]);
pub const STRANGER: AccountId = AccountId::from_bytes([3; 16]);

/// Where an object is: the one that the subject has to do with, or another of the same kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    Here,
    Elsewhere,
}

impl Where {
    fn byte(self) -> u8 {
        if self == Where::Here { 11 } else { 12 }
    }

    pub fn course(self) -> CourseId {
        CourseId::from_bytes([self.byte(); 16])
    }

    pub fn session(self) -> GrantObject {
        GrantObject::IltSession(TermId::from_bytes([self.byte(); 16]))
    }

    pub fn path(self) -> GrantObject {
        GrantObject::Path(PathId::from_bytes([self.byte(); 16]))
    }

    pub fn group(self) -> GrantObject {
        GrantObject::Group(GroupId::from_bytes([self.byte(); 16]))
    }

    pub fn team(self) -> GrantObject {
        GrantObject::Team(TeamId::from_bytes([self.byte(); 16]))
    }

    pub fn channel(self) -> GrantObject {
        GrantObject::Channel(ChannelId::from_bytes([self.byte(); 16]))
    }

    pub fn person(self) -> AccountId {
        if self == Where::Here { PUPIL } else { STRANGER }
    }

    pub fn partner(self) -> PartnerId {
        if self == Where::Here { OURS } else { THEIRS }
    }
}

/// The deployment as it comes, with every module and with content administrators: that there are holders of a role is
/// asked by rows of its own.
pub fn as_it_comes() -> Grid {
    let switches = Settings::DEFAULT.switches.with(Switch::ContentAdministrators);
    Grid::set_to(Settings { switches, modules: ModuleSet::ALL })
}

/// Everything on.
pub fn everything_on() -> Grid {
    Grid::set_to(Settings { switches: SwitchSet::ALL, modules: ModuleSet::ALL })
}

/// As it comes, but for one switch.
pub fn with_switch(switch: Switch, on: bool) -> Grid {
    let before = *as_it_comes().settings();
    let switches = if on { before.switches.with(switch) } else { before.switches.without(switch) };
    Grid::set_to(Settings { switches, ..before })
}

/// Somebody with some roles, each on the object here.
pub fn somebody(kind: AccountKind, roles: &[Role]) -> Standing {
    let grants = roles.iter().map(|role| RoleGrant::new(*role, seat(*role))).collect();
    Standing { id: ME, version: 1, kind, status: AccountStatus::Activated, grants, behind: None }
}

/// Somebody of the main platform who is no administrator.
pub fn internal(roles: &[Role]) -> Principal {
    Principal::Account(somebody(AccountKind::InternalLearner, roles))
}

/// Somebody of an organization.
pub fn inside(roles: &[Role]) -> Principal {
    Principal::Account(somebody(AccountKind::PartnerLearner(OURS), roles))
}

/// A full administrator.
pub fn administrator(roles: &[Role]) -> Principal {
    Principal::Account(somebody(AccountKind::InternalAdministrator, roles))
}

/// What a role is held on here.
pub fn seat(role: Role) -> GrantObject {
    use authorization::Seat;
    match role.seat() {
        Seat::Organization => GrantObject::Organization(OURS),
        Seat::Course => GrantObject::Course(Where::Here.course()),
        Seat::IltSession => Where::Here.session(),
        Seat::Path => Where::Here.path(),
        Seat::Group => Where::Here.group(),
        Seat::Team => Where::Here.team(),
        Seat::Channel => Where::Here.channel(),
        Seat::Person => GrantObject::Person(PUPIL),
        Seat::Kind | Seat::Type | Seat::Mark | Seat::Chosen | Seat::Outside => GrantObject::Platform,
    }
}

/// A published course that carries every widget.
pub fn course(at: Where, audience: Audience) -> Object {
    Object {
        tenant: Some(audience.tenant()),
        audience: Some(audience),
        published: true,
        course: Some(at.course()),
        widgets: WidgetSet::ALL,
        ..Object::new(ObjectKind::Course)
    }
}

/// A path, group, team or channel of a tenant.
pub fn place(kind: ObjectKind, place: GrantObject, tenant: Tenant) -> Object {
    Object { tenant: Some(tenant), place: Some(place), ..Object::new(kind) }
}

/// A tenant as a whole.
pub fn tenant(tenant: Tenant) -> Object {
    Object { tenant: Some(tenant), ..Object::new(ObjectKind::Tenant) }
}

/// An account.
pub fn account(id: AccountId, kind: AccountKind) -> Object {
    Object {
        tenant: Some(kind.tenant()),
        account: Some(id),
        account_kind: Some(kind),
        ..Object::new(ObjectKind::Account)
    }
}

/// Somebody's place in the course here.
pub fn enrollment(id: AccountId) -> Object {
    Object {
        account: Some(id),
        account_kind: Some(AccountKind::InternalLearner),
        kind: ObjectKind::Enrollment,
        ..course(Where::Here, Audience::Internal)
    }
}
