//! Every key of the single table, spelled once.
//!
//! | item | pk | sk | gsi1 | gsi2 |
//! |---|---|---|---|---|
//! | account | `ACCOUNT#id` | `ACCOUNT` | `PEOPLE#realm` / `name#id` | `ADDRESSES#realm` / `e-mail#id` |
//! | role grant | `ACCOUNT#id` | `ACCOUNT#ROLE#role#object` | `HOLDERS#object` / `role#id` | |
//! | grant of a profile or custom role | `ACCOUNT#id` | `ACCOUNT#ROLE#set:set#object` | as above | `HOLDERS-OF#set` / `account#object` |
//! | login | `ACCOUNT#id` | `ACCOUNT#LOGIN#login` | | |
//! | login that owes its second factor | `ACCOUNT#id` | `HALF-LOGIN#login` | | |
//! | password | `ACCOUNT#id` | `PASSWORD` | | |
//! | second factors | `ACCOUNT#id` | `SECOND-FACTORS` | | |
//! | order, beside its account | `ACCOUNT#id` | `ORDER#order` | | |
//! | profile page | `PROFILE#id` | `PAGE` | | |
//! | photo | `PROFILE#id` | `PHOTO#photo` | | |
//! | friend, once on each side | `PROFILE#id` | `FRIEND#friend` | | |
//! | request for a friendship | `PROFILE#asked` | `FRIEND-REQUEST#asker` | `FRIENDS-ASKED#asker` / `asked` | |
//! | e-mail guard | `EMAIL#realm#address` | `EMAIL` | | |
//! | one-use link | `ACCOUNT#id` | `PASSWORD-LINK`, `EMAIL-LINK` or `FACTOR-LINK` | | |
//! | partner | `PARTNER#id` | `PARTNER` | `PARTNERS` / `name#id` | |
//! | partner slug guard | `PARTNER-SLUG#slug` | `SLUG` | | |
//! | place | `PLACE#id` | `PLACE` | `PLACES#kind#tenant` / `name#id` | |
//! | enrollment in a path | `PLACE#id` | `ENROLLMENT#account` | `PATH-LEARNER#account` / `created#path` | |
//! | course | `COURSE#id` | `COURSE` | `COURSES#audience` / `title#id` | `CATALOG#shard` / `id` while in the public catalog |
//! | lesson | `COURSE#id` | `LESSON#lesson` | | |
//! | seat count | `COURSE#id` | `SEATS`, of a run `SEATS#run` | | |
//! | course slug guard | `SLUG#tenant#slug` | `SLUG` | | |
//! | enrollment | `COURSE#id` | `ENROLLMENT#account` | `LEARNER#account` / `created#course` | |
//! | certificate | `CERTIFICATE#id` | `CERTIFICATE` | | |
//! | milestone | `MILESTONES#kind#course#account` | `MILESTONE` | `MILESTONES#kind#tenant#month` / `time#course#account` | |
//! | order | `ORDER#id` | `ORDER` | `ORDERS#year` / `id` | `OPEN-ORDERS#shard` / `id` while open, `ORDERS-IN-REVIEW` / `id` while a person must look |
//! | registration | `ORDER#id` | `REGISTRATION` | | |
//! | buyer's order of a course | `BUYER#address` | `COURSE#id` | | |
//! | buyer's departure | `BUYER#address` | `DEPARTURE` | | |
//! | payment | `PAYMENT#intent` | `PAYMENT` | | |
//! | payment event | `PAYMENT-EVENT#id` | `EVENT` | | |
//! | outbox | `OUTBOX#id` | `OUTBOX` | | `OUTBOX#shard` / `due` while pending, `OUTBOX-GIVEN-UP` / `due` once given up |
//! | audit line | `AUDIT#year` | `id` | `AUDIT-OF#object` / `id` | |
//! | throttle | `THROTTLE#kind#subject` | `WINDOW` | | |
//! | failures in a row | `FAILURES#lane` | `IN-A-ROW` | | |
//! | request for an account | `ACCOUNT-REQUEST#id` | `REQUEST` | `ACCOUNT-REQUESTS#realm` / `id` | |
//! | rules of registration | `PLATFORM` | `REGISTRATION` | | |
//! | grid: settings | `GRID` | `SETTINGS` | | |
//! | grid: overrides | `GRID` | `OVERRIDES#tenant` | | |
//! | grid: former overrides | `GRID-HISTORY#tenant` | `version` | | |
//! | profile or custom role | `PERMISSION-SET#id` | `PERMISSION-SET` | `PERMISSION-SETS#kind#tenant` / `name#id` | |
//! | former profile or custom role | `PERMISSION-SET#id` | `VERSION#version` | | |
//! | how far lists of money that went back were read | `RECONCILER` | `MONEY-BACK` | | |
//! | founding | `PLATFORM` | `FOUNDED` or `FOUNDER-LINK` | | |
//!
//! An account, its role grants and its logins share one prefix of the sort key, so one query answers "who is this
//! and what may they do"; the password stands apart, so that no such query ever carries it. What people show of themselves
//! lies in a partition of its own: whoever takes in their pictures may write there, and beside no account.

mod grid;
mod permission_sets;
mod profiles;

use authorization::GrantObject;
use domain::{
    AccountId, Audience, CertificateId, CourseId, EmailAddress, LessonId, LoginId, OrderId, OutboxId, PartnerId,
    PathId, PlaceId, PlaceKind, Realm, SeatPlace, Slug, Tenant,
};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

pub(crate) use grid::*;
pub(crate) use permission_sets::*;
pub(crate) use profiles::*;

/// The shards of a partition that many writers share. A partition takes 1,000 writes a second; eight take 8,000.
pub(crate) const SHARDS: u8 = 8;

/// The attribute that the table's own deletion reads, in seconds since 1970.
pub(crate) const TTL: &str = "expires";

/// A primary key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub pk: String,
    pub sk: String,
}

/// A key of one of the two sparse indexes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IndexKey {
    pub pk: String,
    pub sk: String,
}

fn key(pk: String, sk: impl Into<String>) -> Key {
    Key { pk, sk: sk.into() }
}

/// The shard of a thing, by its id.
fn shard(id: &str) -> u8 {
    id.bytes().fold(0_u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte)) % SHARDS
}

pub(crate) fn account_partition(id: AccountId) -> String {
    format!("ACCOUNT#{id}")
}

pub(crate) fn account(id: AccountId) -> Key {
    key(account_partition(id), "ACCOUNT")
}

/// What the sort keys of account, role grants and logins begin with.
pub(crate) const STANDING: &str = "ACCOUNT";
pub(crate) const ROLE: &str = "ACCOUNT#ROLE#";
pub(crate) const LOGIN: &str = "ACCOUNT#LOGIN#";

pub(crate) fn role(account: AccountId, role: &str, object: GrantObject) -> Key {
    key(account_partition(account), format!("{ROLE}{role}#{object}"))
}

/// Everybody who holds a role on an object. What is held on the platform or on an organization is kept by tenant, so
/// that those who run one see its people and no others.
pub(crate) fn holders(object: GrantObject, of: Tenant) -> String {
    match object {
        GrantObject::Platform => format!("HOLDERS#tenant:{}", tenant(of)),
        GrantObject::Organization(organization) => format!("HOLDERS#tenant:{organization}"),
        object => format!("HOLDERS#{object}"),
    }
}

pub(crate) fn holder(object: GrantObject, of: Tenant, role: &str, account: AccountId) -> IndexKey {
    IndexKey { pk: holders(object, of), sk: format!("{role}#{account}") }
}

pub(crate) fn tenant(of: Tenant) -> String {
    match of {
        Tenant::Main => "main".to_owned(),
        Tenant::Partner(partner) => partner.to_string(),
    }
}

pub(crate) fn place(id: PlaceId) -> Key {
    key(format!("PLACE#{id}"), "PLACE")
}

pub(crate) fn places(kind: PlaceKind, of: Tenant) -> String {
    format!("PLACES#{}#{}", kind.word(), tenant(of))
}

pub(crate) fn login(account: AccountId, login: LoginId) -> Key {
    key(account_partition(account), format!("{LOGIN}{login}"))
}

/// A login that owes its second factor.
pub(crate) fn half_login(account: AccountId, login: LoginId) -> Key {
    key(account_partition(account), format!("HALF-LOGIN#{login}"))
}

pub(crate) fn password(account: AccountId) -> Key {
    key(account_partition(account), "PASSWORD")
}

pub(crate) fn second_factors(account: AccountId) -> Key {
    key(account_partition(account), "SECOND-FACTORS")
}

/// Names an order beside the account whose it is.
pub(crate) const OWN_ORDER: &str = "ORDER#";

pub(crate) fn own_order(account: AccountId, order: OrderId) -> Key {
    key(account_partition(account), format!("{OWN_ORDER}{order}"))
}

pub(crate) fn realm(realm: Realm) -> String {
    match realm {
        Realm::Main => "main".to_owned(),
        Realm::Public => "public".to_owned(),
        Realm::Partner(partner) => partner.to_string(),
    }
}

pub(crate) fn email(of: Realm, address: &EmailAddress) -> Key {
    key(format!("EMAIL#{}#{}", realm(of), address.normal()), "EMAIL")
}

pub(crate) fn people(of: Realm) -> String {
    format!("PEOPLE#{}", realm(of))
}

pub(crate) fn addresses(of: Realm) -> String {
    format!("ADDRESSES#{}", realm(of))
}

/// At most one link an account: a newer one takes its place.
pub(crate) fn link(account: AccountId) -> Key {
    key(account_partition(account), "PASSWORD-LINK")
}

/// The link that proves another address; it opens nothing else, and takes no other link's place.
pub(crate) fn factor_link(account: AccountId) -> Key {
    key(account_partition(account), "FACTOR-LINK")
}

pub(crate) fn email_link(account: AccountId) -> Key {
    key(account_partition(account), "EMAIL-LINK")
}

pub(crate) fn partner(id: PartnerId) -> Key {
    key(format!("PARTNER#{id}"), "PARTNER")
}

pub(crate) const PARTNERS: &str = "PARTNERS";

pub(crate) fn partner_slug(slug: &Slug) -> Key {
    key(format!("PARTNER-SLUG#{slug}"), "SLUG")
}

pub(crate) fn course_partition(id: CourseId) -> String {
    format!("COURSE#{id}")
}

pub(crate) fn course(id: CourseId) -> Key {
    key(course_partition(id), "COURSE")
}

pub(crate) fn courses(audience: Audience) -> String {
    format!("COURSES#{}", realm(audience.realm()))
}

pub(crate) fn catalog_shard(shard: u8) -> String {
    format!("CATALOG#{shard}")
}

pub(crate) fn catalog(id: CourseId) -> IndexKey {
    let id = id.to_string();
    IndexKey { pk: catalog_shard(shard(&id)), sk: id }
}

pub(crate) fn lesson(course: CourseId, lesson: LessonId) -> Key {
    key(course_partition(course), format!("LESSON#{lesson}"))
}

/// The seats of a run are counted beside those of the course.
pub(crate) fn seats(place: SeatPlace) -> Key {
    let sk = place.term.map_or_else(|| "SEATS".to_owned(), |term| format!("SEATS#{term}"));
    key(course_partition(place.course), sk)
}

/// Each platform has addresses of its own: whose course has which is nothing that another platform could learn.
pub(crate) fn slug(of: Tenant, slug: &Slug) -> Key {
    key(format!("SLUG#{}#{slug}", tenant(of)), "SLUG")
}

pub(crate) const ENROLLMENT: &str = "ENROLLMENT#";

pub(crate) fn enrollment(course: CourseId, account: AccountId) -> Key {
    key(course_partition(course), format!("{ENROLLMENT}{account}"))
}

/// Names the enrollment that a certificate was earned with.
pub(crate) fn certificate(id: CertificateId) -> Key {
    key(format!("CERTIFICATE#{id}"), "CERTIFICATE")
}

pub(crate) fn path_enrollment(path: PathId, account: AccountId) -> Key {
    key(place(PlaceId::Path(path)).pk, format!("{ENROLLMENT}{account}"))
}

pub(crate) fn path_learner(account: AccountId) -> String {
    format!("PATH-LEARNER#{account}")
}

pub(crate) fn learner(account: AccountId) -> String {
    format!("LEARNER#{account}")
}

pub(crate) fn order_partition(id: OrderId) -> String {
    format!("ORDER#{id}")
}

pub(crate) fn order(id: OrderId) -> Key {
    key(order_partition(id), "ORDER")
}

pub(crate) fn registration(id: OrderId) -> Key {
    key(order_partition(id), "REGISTRATION")
}

/// The year in UTC, as `2026`. Lists of all orders and of the whole audit are kept by year: a partition takes 1,000
/// writes a second, far more than people order or administer, and a list rarely has to look into a second one.
pub(crate) fn year(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%Y").to_string()
}

/// The years that a list by year may have, the newest first. Nothing is older than the platform.
pub(crate) fn years(now: Timestamp) -> impl Iterator<Item = String> {
    (FIRST_YEAR..=now.to_zoned(TimeZone::UTC).year()).rev().map(|year| year.to_string())
}

const FIRST_YEAR: i16 = 2026;

pub(crate) fn orders(year: &str) -> String {
    format!("ORDERS#{year}")
}

pub(crate) fn open_orders_shard(shard: u8) -> String {
    format!("OPEN-ORDERS#{shard}")
}

pub(crate) fn open_order(id: OrderId) -> IndexKey {
    let id = id.to_string();
    IndexKey { pk: open_orders_shard(shard(&id)), sk: id }
}

/// Few orders ever need a person; one partition holds them.
pub(crate) const ORDERS_IN_REVIEW: &str = "ORDERS-IN-REVIEW";

pub(crate) fn order_in_review(id: OrderId) -> IndexKey {
    IndexKey { pk: ORDERS_IN_REVIEW.to_owned(), sk: id.to_string() }
}

pub(crate) fn buyers_order(buyer: &EmailAddress, course: CourseId) -> Key {
    key(format!("BUYER#{}", buyer.normal()), format!("COURSE#{course}"))
}

pub(crate) fn departure(buyer: &EmailAddress) -> Key {
    key(format!("BUYER#{}", buyer.normal()), "DEPARTURE")
}

pub(crate) fn payment(intent: &str) -> Key {
    key(format!("PAYMENT#{intent}"), "PAYMENT")
}

pub(crate) fn payment_event(id: &str) -> Key {
    key(format!("PAYMENT-EVENT#{id}"), "EVENT")
}

pub(crate) fn outbox(id: OutboxId) -> Key {
    key(format!("OUTBOX#{id}"), "OUTBOX")
}

pub(crate) fn outbox_shard(shard: u8) -> String {
    format!("OUTBOX#{shard}")
}

pub(crate) fn outbox_due(id: OutboxId, due: Timestamp) -> IndexKey {
    IndexKey { pk: outbox_shard(shard(&id.to_string())), sk: format!("{due:.3}#{id}") }
}

/// Mails that nobody could be reached with; a person looks at them.
pub(crate) const OUTBOX_GIVEN_UP: &str = "OUTBOX-GIVEN-UP";

pub(crate) fn outbox_given_up(id: OutboxId, at: Timestamp) -> IndexKey {
    IndexKey { pk: OUTBOX_GIVEN_UP.to_owned(), sk: format!("{at:.3}#{id}") }
}

/// The month in UTC, as `2026-11`.
pub(crate) fn month(day: Date) -> String {
    day.strftime("%Y-%m").to_string()
}

/// What was reached on one platform in one month. A report reads whole months, and none that it does not show.
pub(crate) fn milestones(kind: &str, of: Tenant, month: &str) -> String {
    format!("MILESTONES#{kind}#{}#{month}", tenant(of))
}

/// What somebody reached in a course: once, however often it is lost and reached again.
pub(crate) fn milestone(kind: &str, course: CourseId, account: AccountId) -> Key {
    key(format!("MILESTONES#{kind}#{course}#{account}"), "MILESTONE")
}

pub(crate) fn milestone_of_month(
    kind: &str,
    of: Tenant,
    at: Timestamp,
    (course, account): (CourseId, AccountId),
) -> IndexKey {
    let month = month(at.to_zoned(TimeZone::UTC).date());
    IndexKey { pk: milestones(kind, of, &month), sk: format!("{at:.3}#{course}#{account}") }
}

pub(crate) fn audit(year: &str) -> String {
    format!("AUDIT#{year}")
}

pub(crate) fn audit_of(object: &str) -> String {
    format!("AUDIT-OF#{object}")
}

pub(crate) fn throttle(kind: &str, subject: &str) -> Key {
    key(format!("THROTTLE#{kind}#{subject}"), "WINDOW")
}

pub(crate) fn failures(lane: &str) -> Key {
    key(format!("FAILURES#{lane}"), "IN-A-ROW")
}

/// How far the provider's lists of money that went back were read.
pub(crate) fn money_back() -> Key {
    key("RECONCILER".to_owned(), "MONEY-BACK")
}

pub(crate) fn founded() -> Key {
    key("PLATFORM".to_owned(), "FOUNDED")
}

pub(crate) fn founder_link() -> Key {
    key("PLATFORM".to_owned(), "FOUNDER-LINK")
}

/// A request for an account, which is no account yet.
pub(crate) fn account_request(id: AccountId) -> Key {
    key(format!("ACCOUNT-REQUEST#{id}"), "REQUEST")
}

pub(crate) fn account_requests(of: Realm) -> String {
    format!("ACCOUNT-REQUESTS#{}", realm(of))
}

pub(crate) fn registration_rules() -> Key {
    key("PLATFORM".to_owned(), "REGISTRATION")
}
