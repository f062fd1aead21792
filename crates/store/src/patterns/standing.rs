//! What an account holds: role grants as they are stored, and what they amount to once the profiles and custom roles
//! among them are merged. An account's own items answer one question; what profiles and custom roles bring is asked only
//! for those who hold any, so that a change of one counts for all its holders with their next request.

use authorization::{Action, ActionSet, GrantObject, PermissionSet, Role, RoleGrant};
use domain::{Account, AccountId, PermissionSetId, Tenant};
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, Item, read, sort_key};
use crate::keys::Key;
use crate::patterns::permission_sets::read_set;
use crate::{Store, StoreError, keys};

/// One batch read takes at most 100 keys.
const READ_KEYS_MAX: usize = 100;

/// A role grant as stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StoredGrant {
    pub(crate) account: AccountId,
    pub(crate) role: String,
    pub(crate) object: GrantObject,
    /// The profile or custom role that is held, which says what it brings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) set: Option<PermissionSetId>,
    /// Ids of the actions that were chosen; all that the role brings where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) actions: Option<Vec<String>>,
}

impl StoredGrant {
    pub(crate) fn of(account: AccountId, grant: &RoleGrant) -> Self {
        let (role, object) = (grant.role.id().to_owned(), grant.object);
        let set = grant.source.map(|source| source.set);
        // What a profile or custom role brings stands in it alone.
        let chosen = set.is_none() && grant.actions != ActionSet::ALL;
        let actions = chosen.then(|| grant.actions.iter().map(|action| action.id().to_owned()).collect());
        Self { account, role, object, set, actions }
    }

    pub(crate) fn key(&self) -> Key {
        match self.set {
            None => keys::role(self.account, &self.role, self.object),
            Some(set) => keys::held_set(self.account, set, self.object),
        }
    }

    /// The item, found by its account, by what it is held on, and by the profile or custom role. `of` is the account's
    /// tenant.
    pub(crate) fn item(&self, of: Tenant) -> Result<Item, StoreError> {
        let item = Item::new(self.key(), self)?;
        let item = item.gsi1(keys::holder(self.object, of, &self.role, self.account));
        Ok(match self.set {
            None => item,
            Some(set) => item.gsi2(keys::holder_of(set, self.account, self.object)),
        })
    }

    pub(crate) fn role(&self) -> Result<Role, StoreError> {
        Role::from_id(&self.role).ok_or_else(|| StoreError::Corrupt(format!("unknown role {}", self.role)))
    }

    /// The grant as one, for lists of who holds what. Of a profile or custom role that is gone nothing is left.
    pub(crate) fn as_given(&self, sets: &[PermissionSet]) -> Result<RoleGrant, StoreError> {
        let role = self.role()?;
        Ok(match (self.set, &self.actions) {
            (Some(id), _) => match sets.iter().find(|set| set.id == id) {
                Some(set) => set.as_given(self.object),
                None => RoleGrant::chosen(role, self.object, ActionSet::NONE),
            },
            // An action that the product no longer has permits nothing.
            (None, Some(ids)) => {
                RoleGrant::chosen(role, self.object, ids.iter().filter_map(|id| Action::from_id(id)).collect())
            }
            (None, None) => RoleGrant::new(role, self.object),
        })
    }

    /// What the holder has by it.
    fn grants(&self, sets: &[PermissionSet]) -> Result<Vec<RoleGrant>, StoreError> {
        Ok(match self.set {
            None => vec![self.as_given(sets)?],
            Some(id) => match sets.iter().find(|set| set.id == id) {
                Some(set) => set.grants(self.object).collect(),
                None => Vec::new(),
            },
        })
    }
}

/// An account with its grants as they are stored.
pub(crate) struct StoredStanding {
    pub(crate) account: Account,
    pub(crate) grants: Vec<StoredGrant>,
}

/// An account with everything that it holds.
#[derive(Debug, Clone)]
pub struct Held {
    /// The account.
    pub account: Account,
    /// Roles beside that of the kind, with what profiles and custom roles bring.
    pub grants: Vec<RoleGrant>,
    /// The profiles and custom roles among them.
    pub sets: Vec<PermissionSet>,
}

/// An account with its role grants, as its partition's items tell; the logins among them are passed over.
pub(crate) fn stored_standing(items: Vec<Attributes>) -> Result<Option<StoredStanding>, StoreError> {
    let (mut found, mut grants) = (None, Vec::new());
    for item in items {
        match sort_key(&item) {
            key if key == keys::STANDING => found = Some(read::<Account>(item)?),
            key if key.starts_with(keys::ROLE) => grants.push(read::<StoredGrant>(item)?),
            _ => {}
        }
    }
    Ok(found.map(|account| StoredStanding { account, grants }))
}

impl Store {
    /// What a standing amounts to. Profiles and custom roles of another tenant bring nothing.
    pub(crate) async fn merged(&self, StoredStanding { account, grants }: StoredStanding) -> Result<Held, StoreError> {
        let mut sets = self.sets_of(&grants).await?;
        sets.retain(|set| set.tenant == account.kind.tenant());
        let parts = grants.iter().map(|stored| stored.grants(&sets)).collect::<Result<Vec<_>, _>>()?;
        Ok(Held { account, grants: parts.into_iter().flatten().collect(), sets })
    }

    /// An account with everything that it holds, from the items of its partition.
    pub(crate) async fn held(&self, items: Vec<Attributes>) -> Result<Option<Held>, StoreError> {
        match stored_standing(items)? {
            Some(stored) => self.merged(stored).await.map(Some),
            None => Ok(None),
        }
    }

    /// The profiles and custom roles that some grants are of, each once; what is gone is left out.
    pub(crate) async fn sets_of(&self, grants: &[StoredGrant]) -> Result<Vec<PermissionSet>, StoreError> {
        self.sets(grants.iter().filter_map(|stored| stored.set).collect()).await
    }

    /// Profiles and custom roles by their ids.
    pub(crate) async fn sets(&self, mut ids: Vec<PermissionSetId>) -> Result<Vec<PermissionSet>, StoreError> {
        ids.sort_unstable();
        ids.dedup();
        let mut found = Vec::new();
        for together in ids.chunks(READ_KEYS_MAX) {
            let keys: Vec<_> = together.iter().map(|id| keys::permission_set(*id)).collect();
            let items = self.table.get_all(&keys).await?.into_iter().flatten();
            found.extend(items.map(read_set).collect::<Result<Vec<_>, _>>()?);
        }
        Ok(found)
    }
}
