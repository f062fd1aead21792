//! The facts of a decision, loaded to explain it rather than to act on it: nothing but facts leaves this room.

use std::collections::BTreeSet;

use authorization::{
    CatalogTarget, CourseTarget, EnrollmentTarget, GrantObject, Granted, Object, OrderTarget, PartnerTarget,
    PersonTarget, PlatformTarget, RoleGrant, TenantTarget, act,
};
use domain::{Account, AccountId, CourseId, OrderId, PartnerId, Tenant};

use crate::item::read;
use crate::patterns::logins::{StoredGrant, standing};
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

async fn facts<T: LoadTarget>(
    store: &Store,
    key: T::Key,
    asker: Option<&Account>,
) -> Result<Option<Object>, StoreError> {
    Ok(T::load(store, key, asker).await?.map(|target| target.object()))
}

impl Store {
    /// An account with the roles it holds beside that of its kind.
    pub async fn standing_to_explain(
        &self,
        _: &Granted<act::ExplainPermissions>,
        account: AccountId,
    ) -> Result<Option<(Account, Vec<RoleGrant>)>, StoreError> {
        let items = self.table.all(&Question::of(keys::account_partition(account), keys::STANDING)).await?;
        standing(items)
    }

    /// Those who were given roles by which they could reach an object: on it, in its tenant, or on the main platform; and
    /// whether there are more of them than are looked at.
    pub async fn holders_to_explain(
        &self,
        _: &Granted<act::ExplainPermissions>,
        on: Option<GrantObject>,
        tenant: Option<Tenant>,
    ) -> Result<(Vec<AccountId>, bool), StoreError> {
        let of_tenant = tenant.filter(|tenant| *tenant != Tenant::Main).map(|of| (GrantObject::Platform, of));
        let main = (GrantObject::Platform, Tenant::Main);
        let on = on.map(|on| (on, tenant.unwrap_or(Tenant::Main)));
        let (mut found, mut more) = (BTreeSet::new(), false);
        let partitions: BTreeSet<String> =
            on.into_iter().chain(of_tenant).chain([main]).map(|(on, of)| keys::holders(on, of)).collect();
        for partition in partitions {
            let question = Question::of(partition, "").through(Index::Gsi1);
            let held = self.table.some(&question, LOOKED_AT_MAX + 1).await?;
            more |= held.len() > LOOKED_AT_MAX;
            for item in held {
                found.insert(read::<StoredGrant>(item)?.account);
            }
        }
        more |= found.len() > LOOKED_AT_MAX;
        Ok((found.into_iter().take(LOOKED_AT_MAX).collect(), more))
    }

    /// The facts of what a decision is about, as they are for `asker`.
    pub async fn facts_to_explain(
        &self,
        _: &Granted<act::ExplainPermissions>,
        about: Explained,
        asker: Option<&Account>,
    ) -> Result<Option<Object>, StoreError> {
        match about {
            Explained::Platform => facts::<PlatformTarget>(self, (), asker).await,
            Explained::Catalog => facts::<CatalogTarget>(self, (), asker).await,
            Explained::Tenant(tenant) => facts::<TenantTarget>(self, Some(tenant), asker).await,
            Explained::Partner(partner) => facts::<PartnerTarget>(self, partner, asker).await,
            Explained::Account(account) => facts::<PersonTarget>(self, account, asker).await,
            Explained::Course(course) => facts::<CourseTarget>(self, course, asker).await,
            Explained::Enrollment(course, account) => facts::<EnrollmentTarget>(self, (course, account), asker).await,
            Explained::Order(order) => facts::<OrderTarget>(self, order, asker).await,
        }
    }
}
