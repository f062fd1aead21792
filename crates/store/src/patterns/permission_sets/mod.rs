//! Profiles of power users and custom roles: make, change, restore, delete, list. Data with versions; former ones are
//! kept as long as the present one is there.

mod holders;
mod names;
mod record;

pub use holders::{Holders, SetHolder};
pub use names::NamedObject;
pub(crate) use names::{is_it, key_of};
pub use record::SetKind;
pub(crate) use record::read_set;

use std::collections::BTreeSet;

use authorization::{Granted, PermissionSet, PermissionSetTarget, act};
use domain::{AccountId, PermissionSetId, Tenant};

use crate::item::{Attributes, Item};
use crate::keys::Key;
use crate::page::{Cursor, Page};
use crate::patterns::audit::{Doer, Record};
use crate::table::{Index, Question};
use crate::transaction::{Failure, Transaction};
use crate::{Store, StoreError, keys};
use record::{StoredSet, item};

/// The most profiles that a tenant has, and the most custom roles: as many as a person can still choose among.
pub const SETS_MAX: usize = 200;

/// The most objects of one profile: ten profiles then weigh as much as all roles that an account can hold.
pub const SET_OBJECTS_MAX: usize = 50;

/// A transaction takes a hundred writes.
const WRITES_MAX: usize = 100;
/// What goes with it in the transaction that deletes one: itself, a line of the audit, the account of the one who asks, and
/// that of whoever acts as it; and one to spare.
const WRITES_OF_DELETION: usize = 5;

fn object(set: PermissionSetId) -> String {
    format!("permission_set:{set}")
}

impl Store {
    /// A profile or custom role that is to be judged. Only `web` calls this, and hands nothing on but what was granted.
    pub async fn set_to_judge(&self, id: PermissionSetId) -> Result<Option<PermissionSet>, StoreError> {
        Ok(self.sets(vec![id]).await?.pop())
    }

    /// A fresh id.
    pub fn new_set_id(&self) -> PermissionSetId {
        PermissionSetId::new(self.now(), &*self.entropy)
    }

    /// The profiles of a tenant, or its custom roles, by name.
    pub async fn permission_sets(
        &self,
        granted: &Granted<act::ViewPermissionGrid>,
        kind: SetKind,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<PermissionSet>, StoreError> {
        let Some(tenant) = granted.target().tenant else { return Err(StoreError::Missing("the list")) };
        let question = Question::of(keys::permission_sets(kind.word(), tenant), "").through(Index::Gsi1);
        let page: Page<StoredSet> = self.table.page(&question, cursor, limit).await?;
        let items = page.items.into_iter().map(StoredSet::into_set).collect::<Result<_, _>>()?;
        Ok(Page { items, next: page.next })
    }

    /// One profile or custom role of the tenant.
    pub async fn permission_set(
        &self,
        granted: &Granted<act::ViewPermissionGrid>,
        id: PermissionSetId,
    ) -> Result<PermissionSet, StoreError> {
        let found = self.set_to_judge(id).await?.filter(|set| granted.target().tenant == Some(set.tenant));
        found.ok_or(StoreError::Missing("the profile or custom role"))
    }

    /// How it was before, the newest first.
    pub async fn former_sets(
        &self,
        granted: &Granted<act::ViewPermissionGrid>,
        id: PermissionSetId,
        cursor: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<PermissionSet>, StoreError> {
        let of = self.permission_set(granted, id).await?.id;
        let question = Question::of(keys::permission_set_partition(of), keys::FORMER_PERMISSION_SET).newest_first();
        let page: Page<StoredSet> = self.table.page(&question, cursor, limit).await?;
        let items = page.items.into_iter().map(StoredSet::into_set).collect::<Result<_, _>>()?;
        Ok(Page { items, next: page.next })
    }

    /// One of its former versions, to be judged once more.
    pub async fn former_set_to_judge(
        &self,
        id: PermissionSetId,
        version: u64,
    ) -> Result<Option<PermissionSet>, StoreError> {
        let found: Option<StoredSet> = self.table.entity(&keys::former_permission_set(id, version)).await?;
        found.map(StoredSet::into_set).transpose()
    }

    /// Whether a tenant has as many profiles, or custom roles, as it can have.
    pub async fn has_all_sets(
        &self,
        granted: &Granted<act::DefinePermissionSet>,
        kind: SetKind,
    ) -> Result<bool, StoreError> {
        let question = Question::of(keys::permission_sets(kind.word(), granted.target().tenant), "");
        Ok(self.table.some(&question.through(Index::Gsi1), SETS_MAX).await?.len() >= SETS_MAX)
    }

    /// Makes a profile or custom role, or writes it over the one that was judged, which is kept as a former version.
    pub async fn define_set(&self, granted: Granted<act::DefinePermissionSet>) -> Result<PermissionSet, StoreError> {
        let PermissionSetTarget { tenant, before, after } = granted.target();
        let Some(after) = after else { return Err(StoreError::Missing("the profile or custom role")) };
        let [old, new] = [before.as_ref(), Some(after)].map(|set| set.map(StoredSet::of));
        let record = Record::of(object(after.id), old.as_ref(), new.as_ref());
        let transaction = self.audited(&granted, Some(&keys::permission_set(after.id)), record)?;
        let transaction = match before {
            None => with_partner_there(transaction, *tenant).create(item(after)?, "the profile or custom role"),
            Some(before) => {
                let former = keys::former_permission_set(before.id, before.version);
                let former = Item::new(former, &StoredSet::of(before))?;
                transaction.replace(item(after)?, before.version, "the profile or custom role").put(former)
            }
        };
        transaction.commit().await?;
        Ok(after.clone())
    }

    /// Deletes a profile or custom role with its former versions, and takes it from all its holders. Of more of them than
    /// fit into one transaction the others follow: what they hold brings nothing any more.
    pub async fn delete_set(&self, granted: Granted<act::DefinePermissionSet>) -> Result<(), StoreError> {
        let Some(before) = &granted.target().before else {
            return Err(StoreError::Missing("the profile or custom role"));
        };
        let (people, held): (BTreeSet<AccountId>, Vec<Key>) = self.grants_of_set(before.id).await?.into_iter().unzip();
        let room = WRITES_MAX - WRITES_OF_DELETION.saturating_add(granted.sources().len()).min(WRITES_MAX);
        let (with_it, after_it) = held.split_at(held.len().min(room));
        let record = Record::of(object(before.id), Some(&StoredSet::of(before)), None);
        let key = keys::permission_set(before.id);
        let transaction = self.audited(&granted, Some(&key), record)?;
        let transaction = transaction.delete(&key, before.version, "the profile or custom role");
        with_it.iter().fold(transaction, Transaction::drop).commit().await?;
        self.drop_together(after_it).await?;
        self.drop_beyond_types(Doer::of(&granted), before, &people).await?;
        let former: Vec<_> =
            (1..before.version).map(|version| keys::former_permission_set(before.id, version)).collect();
        self.drop_together(&former).await
    }
}

fn with_partner_there(transaction: Transaction<'_>, tenant: Tenant) -> Transaction<'_> {
    match tenant {
        Tenant::Main => transaction,
        Tenant::Partner(partner) => {
            let there = "attribute_exists(pk)";
            transaction.holds(&keys::partner(partner), there, Attributes::new(), Failure::Missing("the partner"))
        }
    }
}
