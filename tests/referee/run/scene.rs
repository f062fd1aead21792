//! Everybody who asks and everything that is asked about, once for the product and once for Cedar. What an account holds
//! on an object, and how high it stands over it, is worked out here anew, not taken from the product.

use std::collections::{HashMap, HashSet};

use authorization::{
    Action, ActionSet, GrantObject, Object, ObjectKind, Principal, Role, RoleGrant, RoleSet, Seat, Source, Standing,
    Widget, WidgetSet, is_copied,
};
use cedar_policy::{Context, Entity, EntityUid, RestrictedExpression};
use domain::{
    AccountId, AccountKind, AccountStatus, Audience, ChannelId, CourseId, GroupId, OrderId, PartnerId, PathId,
    PermissionSetId, Realm, TeamId, Tenant, TermId, Tier,
};

pub const OURS: PartnerId = PartnerId::from_bytes([7; 16]);
const THEIRS: PartnerId = PartnerId::from_bytes([8; 16]);
pub const ME: AccountId = AccountId::from_bytes([1; 16]);
const SOMEBODY: AccountId = AccountId::from_bytes([2; 16]);
pub const COURSE: CourseId = CourseId::from_bytes([3; 16]);
const SESSION: GrantObject = GrantObject::IltSession(TermId::from_bytes([4; 16]));
const PATH: GrantObject = GrantObject::Path(PathId::from_bytes([5; 16]));
const GROUP: GrantObject = GrantObject::Group(GroupId::from_bytes([6; 16]));
const TEAM: GrantObject = GrantObject::Team(TeamId::from_bytes([7; 16]));
const CHANNEL: GrantObject = GrantObject::Channel(ChannelId::from_bytes([8; 16]));
const ORDER: OrderId = OrderId::from_bytes([9; 16]);

const KINDS: [AccountKind; 5] = [
    AccountKind::InternalAdministrator,
    AccountKind::PartnerAdministrator(OURS),
    AccountKind::InternalLearner,
    AccountKind::PartnerLearner(OURS),
    AccountKind::PublicLearner,
];

fn seats(role: Role) -> Vec<GrantObject> {
    match role.seat() {
        Seat::Kind | Seat::Type | Seat::Mark => vec![GrantObject::Platform],
        Seat::Organization => vec![GrantObject::Organization(OURS), GrantObject::Organization(THEIRS)],
        Seat::Course => vec![GrantObject::Course(COURSE)],
        Seat::IltSession => vec![SESSION],
        Seat::Path => vec![PATH],
        Seat::Group => vec![GROUP],
        Seat::Team => vec![TEAM],
        Seat::Channel => vec![CHANNEL],
        Seat::Person => vec![GrantObject::Person(SOMEBODY)],
        Seat::Chosen => vec![
            GrantObject::Platform,
            GrantObject::Course(COURSE),
            GrantObject::Courses(Tenant::Main),
            GrantObject::Courses(Tenant::Partner(OURS)),
            GrantObject::Person(SOMEBODY),
            GROUP,
        ],
        Seat::Outside => Vec::new(),
    }
}

/// Every second action: what a profile chose, or a custom role kept.
pub fn half() -> ActionSet {
    Action::ALL.iter().copied().step_by(2).collect()
}

/// Whether half of a role is held, too: as a profile, or as a custom role.
pub fn is_halved(role: Role) -> bool {
    is_copied(role) || role.seat() == Seat::Chosen
}

/// What half of a role is called.
pub fn half_id(role: Role) -> String {
    format!("half:{}", role.id())
}

fn half_of(role: Role, object: GrantObject) -> RoleGrant {
    let source = Source { set: PermissionSetId::from_bytes([10; 16]), version: 1 };
    RoleGrant::chosen(role, object, half()).part_of(source)
}

/// What a grant is called.
fn held_id(grant: &RoleGrant) -> String {
    if grant.source.is_some() { half_id(grant.role) } else { grant.role.id().to_owned() }
}

/// Every kind of account with each role on each thing it can be held on, some with two, every status, and everybody
/// who is no account.
pub fn askers() -> Vec<Principal> {
    let mut all = vec![
        Principal::Visitor,
        Principal::LinkHolder(ME),
        Principal::Founder,
        Principal::Payments(ORDER),
        Principal::Platform,
    ];
    for kind in KINDS {
        let with =
            |status, grants| Principal::Account(Standing { id: ME, version: 1, kind, status, grants, behind: None });
        for status in [AccountStatus::Activated, AccountStatus::Deactivated, AccountStatus::Expired] {
            all.push(with(status, Vec::new()));
        }
        let each =
            |role: &Role| seats(*role).into_iter().map(|seat| RoleGrant::chosen(*role, seat, ActionSet::ALL)).collect();
        let grants: Vec<Vec<RoleGrant>> = Role::ALL.iter().map(each).collect();
        for (number, grant) in grants.iter().flatten().enumerate() {
            all.push(with(AccountStatus::Activated, vec![*grant]));
            // Beside it a second one, another each time: the union decides.
            let others: Vec<&RoleGrant> = grants.iter().flatten().collect();
            let other = **others.get((number * 7 + 3) % others.len()).unwrap();
            all.push(with(AccountStatus::Activated, vec![*grant, other]));
        }
        for role in Role::ALL.iter().filter(|role| is_halved(**role)) {
            all.extend(seats(*role).into_iter().map(|seat| with(AccountStatus::Activated, vec![half_of(*role, seat)])));
        }
        let grants = vec![RoleGrant::new(Role::Owner, GrantObject::Platform)];
        all.push(with(AccountStatus::Deactivated, grants));
    }
    all
}

/// Something of every kind in every tenant, one's own and others'.
pub fn things() -> Vec<Object> {
    let mut all = vec![Object::new(ObjectKind::Platform), Object::new(ObjectKind::Catalog)];
    for audience in [Audience::Internal, Audience::Partner(OURS), Audience::Partner(THEIRS), Audience::Public] {
        let course = Object {
            tenant: Some(audience.tenant()),
            audience: Some(audience),
            published: true,
            course: Some(COURSE),
            widgets: WidgetSet::ALL,
            ..Object::new(ObjectKind::Course)
        };
        let bare = Object { widgets: WidgetSet::NONE.with(Widget::Files), published: false, ..course };
        let elsewhere = Object { course: Some(CourseId::from_bytes([33; 16])), asker_enrolled: false, ..course };
        let of = |account, account_kind| Object { account, account_kind, kind: ObjectKind::Enrollment, ..course };
        let whose = match audience {
            Audience::Internal => AccountKind::InternalLearner,
            Audience::Partner(_) => AccountKind::PartnerLearner(OURS),
            Audience::Public => AccountKind::PublicLearner,
        };
        all.extend([
            Object { asker_enrolled: true, ..course },
            Object { place: Some(SESSION), ..bare },
            of(Some(SOMEBODY), Some(whose)),
        ]);
        if audience != Audience::Partner(THEIRS) {
            let enrolled_without = Object { asker_enrolled: true, ..bare };
            let orphan = Object { partner_exists: false, published: false, course: None, ..course };
            all.extend([enrolled_without, elsewhere, of(Some(ME), Some(AccountKind::PublicLearner)), orphan]);
        }
    }
    for tenant in [Tenant::Main, Tenant::Partner(OURS), Tenant::Partner(THEIRS)] {
        let of = |kind| Object { tenant: Some(tenant), ..Object::new(kind) };
        all.extend([of(ObjectKind::Tenant), of(ObjectKind::Partner)]);
        let places = [
            (ObjectKind::Path, PATH),
            (ObjectKind::Group, GROUP),
            (ObjectKind::Team, TEAM),
            (ObjectKind::Channel, CHANNEL),
        ];
        all.extend(places.map(|(kind, place)| Object { place: Some(place), ..of(kind) }));
    }
    let partners_there = [AccountKind::PartnerAdministrator(THEIRS), AccountKind::PartnerLearner(THEIRS)];
    for kind in KINDS.into_iter().chain(partners_there) {
        let somebody = Object {
            tenant: Some(kind.tenant()),
            account: Some(SOMEBODY),
            account_kind: Some(kind),
            ..Object::new(ObjectKind::Account)
        };
        let oneself = Object { account: Some(ME), ..somebody };
        let friend = Object { asker_friend: true, ..somebody };
        all.extend([Object { place: Some(GROUP), ..somebody }, oneself, friend]);
        if kind == AccountKind::InternalLearner {
            let to_be_raised = Object { role: Some(Role::PartialAdministrator), ..somebody };
            all.extend([to_be_raised, Object { account: None, ..somebody }]);
        }
    }
    let admin = AccountKind::InternalAdministrator;
    let owner = Object {
        tenant: Some(Tenant::Main),
        account: Some(SOMEBODY),
        account_kind: Some(admin),
        account_roles: RoleSet::of(Role::Owner),
        of_owner: true,
        ..Object::new(ObjectKind::Account)
    };
    let order = Object { tenant: Some(Tenant::Main), order: Some(ORDER), ..Object::new(ObjectKind::Order) };
    let another = Object { order: Some(OrderId::from_bytes([99; 16])), account: Some(ME), ..order };
    all.extend([owner, Object { account: Some(ME), ..owner }, order, another]);
    all
}

fn word(text: impl Into<String>) -> RestrictedExpression {
    RestrictedExpression::new_string(text.into())
}

pub fn words<'w>(all: impl IntoIterator<Item = &'w str>) -> RestrictedExpression {
    RestrictedExpression::new_set(all.into_iter().map(word))
}

fn flag(is: bool) -> RestrictedExpression {
    RestrictedExpression::new_bool(is)
}

fn entity(of: &str, id: usize, attributes: Vec<(&str, RestrictedExpression)>) -> Entity {
    let attributes: HashMap<_, _> = attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Entity::new(uid(of, id), attributes, HashSet::new()).unwrap()
}

/// What an asker or a thing is called in Cedar.
pub fn uid(of: &str, id: impl ToString) -> EntityUid {
    format!("{of}::\"{}\"", id.to_string()).parse().unwrap()
}

fn tenant_word(tenant: Tenant) -> String {
    match tenant {
        Tenant::Main => "main".to_owned(),
        Tenant::Partner(partner) => partner.to_string(),
    }
}

fn realm_word(realm: Realm) -> String {
    match realm {
        Realm::Main => "main".to_owned(),
        Realm::Public => "public".to_owned(),
        Realm::Partner(partner) => partner.to_string(),
    }
}

fn status_word(status: AccountStatus) -> &'static str {
    match status {
        AccountStatus::Activated => "activated",
        AccountStatus::Deactivated => "deactivated",
        AccountStatus::Expired => "expired",
    }
}

fn kind_word(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::InternalAdministrator => "internal_administrator",
        AccountKind::PartnerAdministrator(_) => "partner_administrator",
        AccountKind::InternalLearner => "internal_learner",
        AccountKind::PartnerLearner(_) => "partner_learner",
        AccountKind::PublicLearner => "public_learner",
    }
}

/// The roles that hold wherever the asker goes.
fn wide(asker: &Principal) -> Vec<String> {
    let Principal::Account(standing) = asker else {
        let role = match asker {
            Principal::Visitor => "visitor",
            Principal::LinkHolder(_) | Principal::Founder => "link_holder",
            Principal::Payments(_) => "payments",
            _ => "platform",
        };
        return vec![role.to_owned()];
    };
    let given = standing.grants.iter().filter(|grant| grant.object == GrantObject::Platform).map(held_id);
    let mut wide: Vec<_> = given.chain(["oneself", "visitor"].map(str::to_owned)).collect();
    // Another type of account stands in the place of the plain learner; customers stay customers.
    let typed = standing.grants.iter().any(|grant| grant.role.seat() == Seat::Type);
    let plain = matches!(standing.kind, AccountKind::InternalLearner | AccountKind::PartnerLearner(_));
    if !(typed && plain) {
        wide.push(kind_word(standing.kind).to_owned());
    }
    wide
}

/// Every role that the asker has somewhere.
pub fn roles(asker: &Principal) -> Vec<String> {
    let given = asker.grants().iter().map(held_id);
    wide(asker).into_iter().chain(given).chain(["course_learner".to_owned()]).collect()
}

pub fn asker_entity(id: usize, asker: &Principal) -> Entity {
    let account = match asker {
        Principal::Account(standing) => Some(standing),
        _ => None,
    };
    let of = |read: fn(&Standing) -> String| word(account.map(read).unwrap_or_default());
    let kind = account.map_or("outside", |standing| kind_word(standing.kind));
    let whose = match asker {
        Principal::LinkHolder(account) => account.to_string(),
        _ => account.map(|standing| standing.id.to_string()).unwrap_or_default(),
    };
    entity(
        "Asker",
        id,
        vec![
            ("account", flag(account.is_some())),
            ("id", word(whose)),
            ("kind", word(kind)),
            ("learner", flag(account.is_some_and(|standing| standing.kind.tier() == Tier::Learner))),
            ("tenant", of(|standing| tenant_word(standing.kind.tenant()))),
            ("realm", of(|standing| realm_word(standing.kind.realm()))),
            ("status", of(|standing| status_word(standing.status).to_owned())),
            ("wide", words(wide(asker).iter().map(String::as_str))),
        ],
    )
}

pub fn thing_entity(id: usize, thing: &Object) -> Entity {
    let tenant = thing.tenant.map(tenant_word).unwrap_or_default();
    let kind = match thing.kind {
        ObjectKind::Platform => "platform",
        ObjectKind::Catalog => "catalog",
        _ => "other",
    };
    let audience = match thing.audience {
        Some(Audience::Public) => "public",
        Some(Audience::Internal) => "internal",
        Some(Audience::Partner(_)) => "partner",
        None => "",
    };
    let heights = [
        thing.account_kind.map(|kind| Role::of_kind(kind).rank()),
        thing.role.map(Role::rank),
        thing.account_roles.iter().map(Role::rank).max(),
    ];
    let height = heights.into_iter().flatten().max().map_or(-1, i64::from);
    let home = if tenant.is_empty() { "main".to_owned() } else { tenant.clone() };
    entity(
        "Thing",
        id,
        vec![
            ("kind", word(kind)),
            ("tenant", word(tenant)),
            ("home", word(home)),
            ("audience", word(audience)),
            ("realm", word(thing.audience.map(|audience| realm_word(audience.realm())).unwrap_or_default())),
            ("published", flag(thing.published)),
            ("account", word(thing.account.map(|account| account.to_string()).unwrap_or_default())),
            ("account_kind", word(thing.account_kind.map(kind_word).unwrap_or_default())),
            ("account_home", word(thing.account_kind.map(|kind| tenant_word(kind.tenant())).unwrap_or_default())),
            ("account_realm", word(thing.account_kind.map(|kind| realm_word(kind.realm())).unwrap_or_default())),
            ("height", RestrictedExpression::new_long(height)),
            ("of_owner", flag(thing.of_owner)),
            ("placed", flag(thing.place.is_some())),
            ("in_course", flag(thing.course.is_some())),
            ("partner_exists", flag(thing.partner_exists)),
            ("widgets", words(Widget::ALL.iter().filter(|one| thing.widgets.contains(**one)).map(|one| one.id()))),
        ],
    )
}

/// Whether a grant is about the thing.
fn is_about(object: GrantObject, thing: &Object) -> bool {
    match object {
        GrantObject::Platform => true,
        GrantObject::Organization(partner) => thing.tenant == Some(Tenant::Partner(partner)),
        GrantObject::Course(course) => thing.course == Some(course),
        GrantObject::Courses(tenant) => {
            thing.tenant == Some(tenant) && (thing.course.is_some() || thing.kind == ObjectKind::Course)
        }
        GrantObject::Person(person) => thing.account == Some(person),
        place => thing.place == Some(place),
    }
}

/// What the asker has to do with the thing.
pub fn relation(asker: &Principal, thing: &Object, switches: &[&str], modules: &[&str]) -> Context {
    let grants = asker.grants();
    let about: Vec<_> = grants.iter().filter(|grant| is_about(grant.object, thing)).collect();
    let given: Vec<String> = about.iter().map(|grant| held_id(grant)).collect();
    let mut held: Vec<&str> = given.iter().map(String::as_str).collect();
    match asker {
        Principal::Payments(order) if thing.order == Some(*order) => held.push("payments"),
        Principal::Founder if thing.kind == ObjectKind::Platform => held.push("link_holder"),
        // Being enrolled is the learner's role on the course.
        Principal::Account(_) if thing.asker_enrolled && thing.course.is_some() => held.push("course_learner"),
        _ => {}
    }
    let wide = wide(asker);
    // Half of a role stands as high as the whole of it.
    let whole = |id: &String| Role::from_id(id.strip_prefix("half:").unwrap_or(id));
    let wide = wide.iter().filter_map(whole).map(Role::rank);
    let height = wide.chain(about.iter().map(|grant| grant.role.rank())).max().unwrap_or(0);
    let holds = about.iter().any(|grant| grant.object != GrantObject::Platform);
    let pairs = [
        ("held".to_owned(), words(held)),
        ("holds".to_owned(), flag(holds)),
        ("friends".to_owned(), flag(thing.asker_friend)),
        ("height".to_owned(), RestrictedExpression::new_long(i64::from(height))),
        ("switches".to_owned(), words(switches.iter().copied())),
        ("modules".to_owned(), words(modules.iter().copied())),
    ];
    Context::from_pairs(pairs).unwrap()
}
