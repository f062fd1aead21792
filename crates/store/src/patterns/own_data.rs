//! Everything that is kept of one account, for its owner: read list by list, each as far as its limit.

use authorization::{Granted, RoleGrant, act};
use domain::{AccountId, Course, CourseId, Enrollment, FriendRequest, Friendship, Order, PathEnrollment, Profile};
use serde::de::DeserializeOwned;

use crate::item::read;
use crate::patterns::audit::AuditLine;
use crate::patterns::logins::Login;
use crate::patterns::own_orders::{ORDERS_TOGETHER, is_its_owners};
use crate::patterns::second_factors::SecondFactors;
use crate::patterns::standing::StoredGrant;
use crate::table::{Index, Question};
use crate::{Store, StoreError, keys};

/// How much of each list is read: what nobody reaches by learning, and some round trips at most.
pub const OWN_ENTRIES_MAX: usize = 1_000;

/// What is kept of an account, beside the account itself.
#[derive(Debug)]
pub struct OwnData {
    /// What it was granted.
    pub roles: Vec<RoleGrant>,
    /// Where it is signed in.
    pub logins: Vec<Login>,
    /// Its second factors, where it has any.
    pub second_factors: Option<SecondFactors>,
    /// Its profile page.
    pub profile: Profile,
    /// Its friends.
    pub friends: Vec<Friendship>,
    /// Those who ask to be friends.
    pub friend_requests: Vec<FriendRequest>,
    /// Whom it asked to be friends.
    pub friends_asked: Vec<FriendRequest>,
    /// Its enrollments, the newest first, with their courses where they are still there.
    pub enrollments: Vec<(Enrollment, Option<Course>)>,
    /// Its enrollments in paths and programs, the newest first.
    pub path_enrollments: Vec<PathEnrollment>,
    /// Its orders, the newest first; of those that nobody paid only what its owner began.
    pub orders: Vec<Order>,
    /// What staff and its owner did to it, the newest first.
    pub audit: Vec<AuditLine>,
    /// The lists that go on beyond what was read.
    pub cut_off: Vec<&'static str>,
}

/// A list as far as it was read.
struct Read<T> {
    items: Vec<T>,
    cut_off: Option<&'static str>,
}

impl<T> Read<T> {
    /// Its entries, with the list's name noted where it goes on.
    fn noted(self, cut_off: &mut Vec<&'static str>) -> Vec<T> {
        cut_off.extend(self.cut_off);
        self.items
    }
}

impl Store {
    /// What is kept of the account that asks.
    pub async fn own_data(&self, grant: &Granted<act::ExportSelf>) -> Result<OwnData, StoreError> {
        let account = grant.target().account.id;
        let own = |prefix: &str| Question::of(keys::account_partition(account), prefix);
        let shown = |prefix: &str| Question::of(keys::profile_partition(account), prefix);
        let through = |partition: String| Question::of(partition, "").through(Index::Gsi1).newest_first();
        let profile = async { self.table.entity::<Profile>(&keys::profile(account)).await };
        let factors = async { self.table.entity::<SecondFactors>(&keys::second_factors(account)).await };
        let (roles, logins, second_factors, profile, friends, requests, asked) = tokio::try_join!(
            self.as_far_as::<StoredGrant>("roles", own(keys::ROLE)),
            self.as_far_as::<Login>("logins", own(keys::LOGIN)),
            factors,
            profile,
            self.as_far_as::<Friendship>("friends", shown(keys::FRIEND)),
            self.as_far_as::<FriendRequest>("friend_requests", shown(keys::FRIEND_REQUEST)),
            self.as_far_as::<FriendRequest>("friends_asked", through(keys::friends_asked(account))),
        )?;
        let (enrollments, paths, orders, audit) = tokio::try_join!(
            self.as_far_as::<Enrollment>("courses", through(keys::learner(account))),
            self.as_far_as::<PathEnrollment>("paths", through(keys::path_learner(account))),
            self.own_orders_as_far(account),
            self.as_far_as::<AuditLine>("audit", through(keys::audit_of(&super::accounts::object(account)))),
        )?;
        let mut cut_off = Vec::new();
        let roles = self.given(&roles.noted(&mut cut_off)).await?;
        let enrollments = self.with_courses(enrollments.noted(&mut cut_off)).await?;
        Ok(OwnData {
            roles,
            logins: logins.noted(&mut cut_off),
            second_factors,
            profile: profile.unwrap_or_else(|| Profile::blank(account)),
            friends: friends.noted(&mut cut_off),
            friend_requests: requests.noted(&mut cut_off),
            friends_asked: asked.noted(&mut cut_off),
            enrollments,
            path_enrollments: paths.noted(&mut cut_off),
            orders: orders.noted(&mut cut_off),
            audit: audit.noted(&mut cut_off),
            cut_off,
        })
    }

    async fn as_far_as<T: DeserializeOwned>(
        &self,
        name: &'static str,
        question: Question,
    ) -> Result<Read<T>, StoreError> {
        let mut items = Vec::new();
        let mut start = None;
        loop {
            let (page, next) = self.table.ask(&question, start, Some(OWN_ENTRIES_MAX - items.len())).await?;
            for item in page {
                items.push(read(item)?);
            }
            match next {
                Some(key) if items.len() < OWN_ENTRIES_MAX => start = Some(key),
                next => return Ok(Read { items, cut_off: next.map(|_| name) }),
            }
        }
    }

    async fn own_orders_as_far(&self, account: AccountId) -> Result<Read<Order>, StoreError> {
        let (mut items, mut cursor) = (Vec::new(), None);
        for _ in 0..OWN_ENTRIES_MAX / ORDERS_TOGETHER {
            let page = self.orders_of(account, cursor.as_ref(), ORDERS_TOGETHER).await?;
            items.extend(page.items.into_iter().filter(is_its_owners));
            match page.next {
                Some(next) => cursor = Some(next),
                None => return Ok(Read { items, cut_off: None }),
            }
        }
        Ok(Read { items, cut_off: Some("orders") })
    }

    async fn given(&self, stored: &[StoredGrant]) -> Result<Vec<RoleGrant>, StoreError> {
        let sets = self.sets_of(stored).await?;
        stored.iter().map(|one| one.as_given(&sets)).collect()
    }

    async fn with_courses(
        &self,
        enrollments: Vec<Enrollment>,
    ) -> Result<Vec<(Enrollment, Option<Course>)>, StoreError> {
        let ids: Vec<CourseId> = enrollments.iter().map(|enrollment| enrollment.course).collect();
        let courses = self.courses_by_id(&ids).await?;
        let course_of = |id: CourseId| courses.iter().find(|course| course.id == id).cloned();
        let with_course = |enrollment: Enrollment| {
            let course = course_of(enrollment.course);
            (enrollment, course)
        };
        Ok(enrollments.into_iter().map(with_course).collect())
    }
}
