//! The facts of a decision, loaded to explain it rather than to act on it: nothing but facts leaves this room.

use authorization::{
    AccountTarget, CatalogTarget, CourseTarget, EnrollmentTarget, Granted, Object, OrderTarget, PartnerTarget,
    PlatformTarget, RoleGrant, TenantTarget, act,
};
use domain::{Account, AccountId, CourseId, OrderId, PartnerId, Tenant};

use crate::patterns::logins::standing;
use crate::patterns::targets::LoadTarget;
use crate::table::Question;
use crate::{Store, StoreError, keys};

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
            Explained::Account(account) => facts::<AccountTarget>(self, account, asker).await,
            Explained::Course(course) => facts::<CourseTarget>(self, course, asker).await,
            Explained::Enrollment(course, account) => facts::<EnrollmentTarget>(self, (course, account), asker).await,
            Explained::Order(order) => facts::<OrderTarget>(self, order, asker).await,
        }
    }
}
