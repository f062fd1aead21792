//! Places (groups, teams, channels, paths, programs) as those who run them see them: make, list, rename, delete. Who
//! belongs to one is a matter of roles.

use authorization::{Act, GrantObject, Granted, PlaceTarget, Role, RoleGrant, act};
use domain::{Place, Title, random_bytes};

use crate::item::Item;
use crate::keys::IndexKey;
use crate::page::{Cursor, Page};
use crate::patterns::audit::Record;
use crate::patterns::courses::sort_text;
use crate::patterns::logins::StoredGrant;
use crate::table::{Index, Question};
use crate::transaction::Transaction;
use crate::{Store, StoreError, keys};

/// The actions that making a place can be.
pub trait MakesPlaces: Act<Target = PlaceTarget> {}
/// The actions that seeing one place can be.
pub trait ShowsPlaces: Act<Target = PlaceTarget> {}
/// The actions that changing a place, or listing all of them, can be.
pub trait RunsPlaces: Act<Target = PlaceTarget> {}
/// The actions that deleting a place can be.
pub trait EndsPlaces: Act<Target = PlaceTarget> {}

macro_rules! acts {
    ($trait:ident: $($act:ident)*) => { $(impl $trait for act::$act {})* };
}

acts!(MakesPlaces: CreateGroup CreateTeam PublishChannelContent CreatePath CreateProgram);
acts!(ShowsPlaces: ListGroupMember ListTeamMember ReviewChannelContent AccessPath AccessProgram);
acts!(RunsPlaces: ConfigureGroup ConfigureTeam PublishChannelContent ConfigurePath LeadProgram);
acts!(EndsPlaces: AdministerGroup AdministerTeam PublishChannelContent AdministerPath CreateProgram);

fn item(place: &Place) -> Result<Item, StoreError> {
    let by_name = format!("{}#{}", sort_text(place.name.as_str()), place.id);
    let listed = IndexKey { pk: keys::places(place.kind, place.tenant), sk: by_name };
    Ok(Item::new(keys::place(place.id), place)?.gsi1(listed))
}

fn object(place: &Place) -> String {
    GrantObject::from(place.id).to_string()
}

fn one<A: Act<Target = PlaceTarget>>(granted: &Granted<A>) -> Result<&Place, StoreError> {
    granted.target().place.as_ref().ok_or(StoreError::Missing("the place"))
}

/// How many roles go in the very transaction that deletes what they are held on.
const ROLES_WITH_PLACE: usize = 90;

impl Store {
    /// Makes a place, and its maker what `maker` says of it.
    pub async fn create_place<A: MakesPlaces>(
        &self,
        granted: Granted<A>,
        name: Title,
        maker: impl FnOnce(GrantObject) -> Option<Role>,
    ) -> Result<Place, StoreError> {
        let PlaceTarget { kind, tenant, .. } = granted.target();
        let now = self.now();
        // Sorts by age, as every id does.
        let mut bytes = [0; 16];
        let (time, random) = bytes.split_at_mut(6);
        let unix_ms = u64::try_from(now.as_millisecond()).unwrap_or(0).to_be_bytes();
        time.copy_from_slice(unix_ms.get(2..).unwrap_or_default());
        random.copy_from_slice(&random_bytes::<10>(&*self.entropy));
        let place = Place { id: kind.id(bytes), kind: *kind, version: 1, tenant: *tenant, name, created_at: now };
        let record = Record::of(object(&place), None, Some(&place));
        let becomes = granted.judged_account().zip(maker(place.id.into()));
        let transaction = match becomes {
            None => self.audited(&granted, None, record)?,
            Some(((account, version), role)) => {
                let stored = StoredGrant::of(account, &RoleGrant::new(role, place.id.into()));
                let transaction = self.audited(&granted, Some(&keys::account(account)), record)?;
                transaction.judged_anew(account, version).create(stored.item(*tenant)?, "the role")
            }
        };
        transaction.create(item(&place)?, "the place").commit().await?;
        Ok(place)
    }

    /// The place that may be seen.
    pub fn place<'g, A: ShowsPlaces>(&self, granted: &'g Granted<A>) -> Result<&'g Place, StoreError> {
        one(granted)
    }

    /// The places of a kind that a tenant has, by name.
    pub async fn places<A: RunsPlaces>(
        &self,
        granted: &Granted<A>,
        starting_with: Option<&str>,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Place>, StoreError> {
        let PlaceTarget { kind, tenant, place: None, .. } = granted.target() else {
            return Err(StoreError::Missing("the list"));
        };
        let prefix = starting_with.unwrap_or_default().trim().to_lowercase();
        let question = Question::of(keys::places(*kind, *tenant), prefix).through(Index::Gsi1);
        self.table.page(&question, cursor, limit).await
    }

    /// Gives a place another name.
    pub async fn rename_place<A: RunsPlaces>(&self, granted: Granted<A>, name: Title) -> Result<Place, StoreError> {
        let before = one(&granted)?;
        let after = Place { version: before.version + 1, name, ..before.clone() };
        let record = Record::of(object(before), Some(before), Some(&after));
        let transaction = self.audited(&granted, None, record)?.replace(item(&after)?, before.version, "the place");
        transaction.commit().await?;
        Ok(after)
    }

    /// Deletes a place with the roles that are held on it and the enrollments in it, in one transaction. Of a place with more
    /// of them than fit, the others go after it: a crash in between leaves roles and enrollments that reach nothing.
    pub async fn delete_place<A: EndsPlaces>(&self, granted: Granted<A>) -> Result<(), StoreError> {
        let place = one(&granted)?;
        let mut held = self.roles_on(place.id.into(), place.tenant).await?;
        held.extend(self.path_enrollment_keys(place.id).await?);
        let (with_it, after_it) = held.split_at(held.len().min(ROLES_WITH_PLACE));
        let record = Record::of(object(place), Some(place), None);
        let transaction = self.audited(&granted, None, record)?;
        let transaction = transaction.delete(&keys::place(place.id), place.version, "the place");
        with_it.iter().fold(transaction, Transaction::drop).commit().await?;
        self.drop_together(after_it).await
    }
}
