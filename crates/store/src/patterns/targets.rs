//! Loading what is to be judged, with everything the judgment needs, in one round trip.

use authorization::{
    AccountRequestTarget, AccountTarget, CatalogTarget, CourseTarget, EnrollmentTarget, LessonTarget, NewAccountTarget,
    NewCourseTarget, OrderTarget, OwnTarget, PartnerTarget, PathEnrollmentTarget, PersonTarget, PlaceTarget,
    PlatformTarget, Target, TenantTarget,
};
use domain::{
    Account, AccountId, AccountKind, AccountRequest, Audience, CourseId, LessonId, OrderId, PartnerId, Place, PlaceId,
    PlaceKind, Tenant,
};

use crate::item::{Attributes, read, sort_key};
use crate::patterns::logins::standing;
use crate::table::Question;
use crate::{Store, StoreError, keys};

/// A target that can be loaded to be judged. Only `web` calls this, and hands nothing on but what was granted.
pub trait LoadTarget: Target + Sized {
    /// What names the target.
    type Key: Send;

    /// Loads it. `asker` is the signed-in account; `None` is the answer where the target does not exist.
    fn load(
        store: &Store,
        key: Self::Key,
        asker: Option<&Account>,
    ) -> impl Future<Output = Result<Option<Self>, StoreError>> + Send;
}

fn take<T: serde::de::DeserializeOwned>(items: &mut [Option<Attributes>], at: usize) -> Result<Option<T>, StoreError> {
    items.get_mut(at).and_then(Option::take).map(read).transpose()
}

impl LoadTarget for PlatformTarget {
    type Key = ();
    async fn load(_: &Store, (): (), _: Option<&Account>) -> Result<Option<Self>, StoreError> {
        Ok(Some(Self))
    }
}

impl LoadTarget for CatalogTarget {
    type Key = ();
    async fn load(_: &Store, (): (), _: Option<&Account>) -> Result<Option<Self>, StoreError> {
        Ok(Some(Self))
    }
}

impl LoadTarget for TenantTarget {
    type Key = Option<Tenant>;
    async fn load(_: &Store, tenant: Option<Tenant>, _: Option<&Account>) -> Result<Option<Self>, StoreError> {
        Ok(Some(Self { tenant }))
    }
}

impl LoadTarget for OwnTarget {
    type Key = ();
    async fn load(_: &Store, (): (), asker: Option<&Account>) -> Result<Option<Self>, StoreError> {
        Ok(asker.map(|account| Self { account: account.clone() }))
    }
}

impl LoadTarget for AccountTarget {
    type Key = AccountId;
    async fn load(store: &Store, id: AccountId, _: Option<&Account>) -> Result<Option<Self>, StoreError> {
        let items = store.table.all(&Question::of(keys::account_partition(id), keys::STANDING)).await?;
        Ok(standing(items)?.map(|(account, grants)| Self { account, grants }))
    }
}

impl LoadTarget for PersonTarget {
    type Key = AccountId;
    async fn load(store: &Store, id: AccountId, asker: Option<&Account>) -> Result<Option<Self>, StoreError> {
        let question = Question::of(keys::account_partition(id), keys::STANDING);
        // Nobody is their own friend.
        let other = asker.filter(|asker| asker.id != id);
        let friends = async {
            match other {
                Some(asker) => Ok(store.table.get(&keys::friend(asker.id, id)).await?.is_some()),
                None => Ok(false),
            }
        };
        let (items, asker_friend) = tokio::try_join!(store.table.all(&question), friends)?;
        Ok(standing(items)?.map(|(account, grants)| Self { account, grants, asker_friend }))
    }
}

impl LoadTarget for NewAccountTarget {
    type Key = AccountKind;
    async fn load(store: &Store, kind: AccountKind, _: Option<&Account>) -> Result<Option<Self>, StoreError> {
        let partner_exists = store.partner_exists(kind.partner()).await?;
        Ok(Some(Self { kind, partner_exists }))
    }
}

impl LoadTarget for AccountRequestTarget {
    type Key = AccountId;
    async fn load(store: &Store, id: AccountId, _: Option<&Account>) -> Result<Option<Self>, StoreError> {
        let request: Option<AccountRequest> = store.table.entity(&keys::account_request(id)).await?;
        let Some(request) = request.filter(|request| request.lapses_at > store.now()) else { return Ok(None) };
        let partner_exists = store.partner_exists(request.kind.partner()).await?;
        Ok(Some(Self { request, partner_exists }))
    }
}

impl LoadTarget for NewCourseTarget {
    type Key = Audience;
    async fn load(store: &Store, audience: Audience, _: Option<&Account>) -> Result<Option<Self>, StoreError> {
        let partner = match audience {
            Audience::Partner(partner) => Some(partner),
            Audience::Internal | Audience::Public => None,
        };
        let partner_exists = store.partner_exists(partner).await?;
        Ok(Some(Self { audience, partner_exists }))
    }
}

impl LoadTarget for PartnerTarget {
    type Key = PartnerId;
    async fn load(store: &Store, id: PartnerId, _: Option<&Account>) -> Result<Option<Self>, StoreError> {
        let partner = store.table.entity(&keys::partner(id)).await?;
        Ok(partner.map(|partner| Self { partner }))
    }
}

impl LoadTarget for CourseTarget {
    type Key = CourseId;
    async fn load(store: &Store, id: CourseId, asker: Option<&Account>) -> Result<Option<Self>, StoreError> {
        let mut keys = vec![keys::course(id)];
        keys.extend(asker.map(|account| keys::enrollment(id, account.id)));
        let mut items = store.table.get_all(&keys).await?;
        let own_enrollment = take(&mut items, 1)?;
        Ok(take(&mut items, 0)?.map(|course| Self { course, own_enrollment }))
    }
}

impl LoadTarget for LessonTarget {
    type Key = (CourseId, LessonId);
    async fn load(
        store: &Store,
        (course, lesson): (CourseId, LessonId),
        asker: Option<&Account>,
    ) -> Result<Option<Self>, StoreError> {
        let mut keys = vec![keys::course(course), keys::lesson(course, lesson)];
        keys.extend(asker.map(|account| keys::enrollment(course, account.id)));
        let mut items = store.table.get_all(&keys).await?;
        let own_enrollment = take(&mut items, 2)?;
        let (course, lesson) = (take(&mut items, 0)?, take(&mut items, 1)?);
        Ok(course.zip(lesson).map(|(course, lesson)| Self { course, own_enrollment, lesson }))
    }
}

impl LoadTarget for EnrollmentTarget {
    type Key = (CourseId, AccountId);
    async fn load(
        store: &Store,
        (course, account): (CourseId, AccountId),
        _: Option<&Account>,
    ) -> Result<Option<Self>, StoreError> {
        let keys = [keys::course(course), keys::account(account), keys::enrollment(course, account)];
        let mut items = store.table.get_all(&keys).await?;
        let enrollment = take(&mut items, 2)?;
        let (course, account) = (take(&mut items, 0)?, take(&mut items, 1)?);
        // What a deleted account left behind can still be taken out.
        let there = account.is_some() || enrollment.is_some();
        Ok(course.filter(|_| there).map(|course| Self { course, account, enrollment }))
    }
}

/// Which place, or which places.
#[derive(Debug, Clone, Copy)]
pub enum PlaceKey {
    /// One place, for its own people, too.
    One(PlaceKind, PlaceId),
    /// One place, for those alone who run its tenant.
    AsTenants(PlaceKind, PlaceId),
    /// All that a tenant has or is to have.
    Of(PlaceKind, Tenant),
}

impl LoadTarget for PlaceTarget {
    type Key = PlaceKey;
    async fn load(store: &Store, key: PlaceKey, _: Option<&Account>) -> Result<Option<Self>, StoreError> {
        let (kind, id, as_tenants) = match key {
            PlaceKey::One(kind, id) => (kind, id, false),
            PlaceKey::AsTenants(kind, id) => (kind, id, true),
            PlaceKey::Of(kind, tenant) => {
                let partner = match tenant {
                    Tenant::Main => None,
                    Tenant::Partner(partner) => Some(partner),
                };
                let partner_exists = store.partner_exists(partner).await?;
                return Ok(Some(Self { kind, tenant, place: None, as_tenants: false, partner_exists }));
            }
        };
        let place: Option<Place> = store.table.entity(&keys::place(id)).await?;
        let place = place.filter(|place| place.kind == kind);
        Ok(place.map(|place| Self { kind, tenant: place.tenant, place: Some(place), as_tenants, partner_exists: true }))
    }
}

impl LoadTarget for PathEnrollmentTarget {
    type Key = (PlaceKind, PlaceId, AccountId);
    async fn load(
        store: &Store,
        (kind, id, account): (PlaceKind, PlaceId, AccountId),
        _: Option<&Account>,
    ) -> Result<Option<Self>, StoreError> {
        let PlaceId::Path(path) = id else { return Ok(None) };
        let question = Question::of(keys::account_partition(account), keys::STANDING);
        let keys = [keys::place(id), keys::path_enrollment(path, account)];
        let (person, mut items) = tokio::try_join!(store.table.all(&question), store.table.get_all(&keys))?;
        let enrollment = take(&mut items, 1)?;
        let place = take::<Place>(&mut items, 0)?.filter(|place| place.kind == kind);
        let Some((place, (account, grants))) = place.zip(standing(person)?) else { return Ok(None) };
        // Accounts of other platforms are nobody here; internal administrators reach every platform.
        let here = account.kind == AccountKind::InternalAdministrator || account.kind.tenant() == place.tenant;
        Ok(here.then_some(Self { place, account, grants, enrollment }))
    }
}

impl LoadTarget for OrderTarget {
    type Key = OrderId;
    async fn load(store: &Store, id: OrderId, _: Option<&Account>) -> Result<Option<Self>, StoreError> {
        let items = store.table.all(&Question::of(keys::order_partition(id), "")).await?;
        let (mut order, mut registration) = (None, None);
        for item in items {
            match sort_key(&item) {
                "ORDER" => order = Some(read(item)?),
                "REGISTRATION" => registration = Some(read(item)?),
                _ => {}
            }
        }
        Ok(order.zip(registration).map(|(order, registration)| Self { order, registration }))
    }
}
