//! The facts of a decision, loaded to explain it rather than to act on it: nothing but facts leaves this room.

use std::collections::BTreeSet;

use authorization::{
    CatalogTarget, CourseTarget, CoursesTarget, EnrollmentTarget, GrantObject, Granted, Object, OrderTarget,
    PartnerTarget, PersonTarget, PlatformTarget, TenantTarget, act,
};
use domain::{Account, AccountId, CourseId, OrderId, PartnerId, Tenant};

use crate::item::read;
use crate::patterns::standing::{Held, StoredGrant};
use crate::patterns::targets::LoadTarget;
use crate::table::{Index, Question};
use crate::{Store, StoreError, keys};

/// How many people are judged one by one to say who may do something.
const LOOKED_AT_MAX: usize = 100;

/// What a decision that is to be explained is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explained {
    /// The platform as a whole.
    Platform,
    /// The public catalog.
    Catalog,
    /// The people and courses of one tenant.
    Tenant(Tenant),
    /// All courses of one tenant.
    Courses(Tenant),
    /// A partner platform.
    Partner(PartnerId),
    /// An account.
    Account(AccountId),
    /// A course.
    Course(CourseId),
    /// One account's place in one course.
    Enrollment(CourseId, AccountId),
    /// An order.
    Order(OrderId),
}

/// The facts of what a decision is about.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The object.
    pub object: Object,
    /// The groups and teams through which it can be reached.
    pub places: Vec<GrantObject>,
}

async fn facts<T: LoadTarget>(
    store: &Store,
    key: T::Key,
    asker: Option<&Account>,
) -> Result<Option<Facts>, StoreError> {
    Ok(T::load(store, key, asker).await?.map(|target| Facts { object: target.object(), places: target.places() }))
}

impl Store {
    /// An account with the roles it holds beside that of its kind.
    pub async fn standing_to_explain(
        &self,
        _: &Granted<act::ExplainPermissions>,
        account: AccountId,
    ) -> Result<Option<Held>, StoreError> {
        let items = self.table.all(&Question::of(keys::account_partition(account), keys::STANDING)).await?;
        self.held(items).await
    }

    /// Those who were given roles by which they could reach an object, the nearest first: on it, on the groups and teams
    /// that it is in, in its tenant, or on the main platform; and whether there are more of them than are looked at.
    pub async fn holders_to_explain(
        &self,
        _: &Granted<act::ExplainPermissions>,
        on: Option<GrantObject>,
        Facts { object, places }: &Facts,
    ) -> Result<(Vec<AccountId>, bool), StoreError> {
        let of = object.tenant.unwrap_or(Tenant::Main);
        // Who has all courses of a tenant has this one.
        let all = on.filter(|on| matches!(on, GrantObject::Course(_))).map(|_| GrantObject::Courses(of));
        let near = on.into_iter().chain(places.iter().copied()).chain(all).chain([GrantObject::Platform]);
        let near = near.map(|on| keys::holders(on, of)).chain([keys::holders(GrantObject::Platform, Tenant::Main)]);
        let (mut asked, mut found, mut more) = (BTreeSet::new(), Vec::new(), false);
        for partition in near.filter(|partition| asked.insert(partition.clone())) {
            let question = Question::of(partition, "").through(Index::Gsi1);
            let held = self.table.some(&question, LOOKED_AT_MAX + 1).await?;
            more |= held.len() > LOOKED_AT_MAX;
            for item in held {
                let account = read::<StoredGrant>(item)?.account;
                if !found.contains(&account) {
                    found.push(account);
                }
            }
        }
        more |= found.len() > LOOKED_AT_MAX;
        found.truncate(LOOKED_AT_MAX);
        Ok((found, more))
    }

    /// The facts of what a decision is about, as they are for `asker`.
    pub async fn facts_to_explain(
        &self,
        _: &Granted<act::ExplainPermissions>,
        about: Explained,
        asker: Option<&Account>,
    ) -> Result<Option<Facts>, StoreError> {
        match about {
            Explained::Platform => facts::<PlatformTarget>(self, (), asker).await,
            Explained::Catalog => facts::<CatalogTarget>(self, (), asker).await,
            Explained::Tenant(tenant) => facts::<TenantTarget>(self, Some(tenant), asker).await,
            Explained::Courses(tenant) => facts::<CoursesTarget>(self, Some(tenant), asker).await,
            Explained::Partner(partner) => facts::<PartnerTarget>(self, partner, asker).await,
            Explained::Account(account) => facts::<PersonTarget>(self, account, asker).await,
            Explained::Course(course) => facts::<CourseTarget>(self, course, asker).await,
            Explained::Enrollment(course, account) => facts::<EnrollmentTarget>(self, (course, account), asker).await,
            Explained::Order(order) => facts::<OrderTarget>(self, order, asker).await,
        }
    }
}
