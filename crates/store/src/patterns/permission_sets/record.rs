//! A profile or custom role as stored: ids, so that a word that the product no longer has changes nothing.

use authorization::{Action, GrantObject, PermissionSet, Rights, Role};
use domain::{PermissionSetId, Tenant, Title};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, Item, read};
use crate::keys::IndexKey;
use crate::patterns::courses::sort_text;
use crate::{StoreError, keys};

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetKind {
    /// A power user's chosen actions on chosen objects.
    PowerProfile,
    /// A role without some of its actions.
    CustomRole,
}

impl SetKind {
    /// Both kinds.
    pub const ALL: [SetKind; 2] = [SetKind::PowerProfile, SetKind::CustomRole];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            SetKind::PowerProfile => "power_profile",
            SetKind::CustomRole => "custom_role",
        }
    }

    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What a profile or custom role is.
    pub fn of(set: &PermissionSet) -> Self {
        if set.is_profile() { SetKind::PowerProfile } else { SetKind::CustomRole }
    }
}

/// A profile or custom role as stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct StoredSet {
    id: PermissionSetId,
    version: u64,
    tenant: Tenant,
    name: Title,
    kind: SetKind,
    /// The role that a custom role was copied from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<String>,
    actions: Vec<String>,
    /// What a profile reaches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    on: Vec<GrantObject>,
    changed_at: Timestamp,
}

impl StoredSet {
    pub(super) fn of(set: &PermissionSet) -> Self {
        let (parent, on) = match &set.rights {
            Rights::Profile { on, .. } => (None, on.clone()),
            Rights::CustomRole { parent, .. } => (Some(parent.id().to_owned()), Vec::new()),
        };
        Self {
            id: set.id,
            version: set.version,
            tenant: set.tenant,
            name: set.name.clone(),
            kind: SetKind::of(set),
            parent,
            actions: set.actions().iter().map(|action| action.id().to_owned()).collect(),
            on,
            changed_at: set.changed_at,
        }
    }

    pub(super) fn into_set(self) -> Result<PermissionSet, StoreError> {
        // An action that the product no longer has permits nothing.
        let actions = self.actions.iter().filter_map(|id| Action::from_id(id)).collect();
        let rights = match self.kind {
            SetKind::PowerProfile => Rights::Profile { actions, on: self.on },
            SetKind::CustomRole => {
                let parent = self.parent.as_deref().and_then(Role::from_id);
                let parent = parent.ok_or_else(|| StoreError::Corrupt(format!("unknown role {:?}", self.parent)))?;
                Rights::CustomRole { parent, actions }
            }
        };
        let Self { id, version, tenant, name, changed_at, .. } = self;
        Ok(PermissionSet { id, version, tenant, name, rights, changed_at })
    }
}

/// A profile or custom role, as its item tells.
pub(crate) fn read_set(item: Attributes) -> Result<PermissionSet, StoreError> {
    read::<StoredSet>(item)?.into_set()
}

/// The item, found by its tenant and name.
pub(super) fn item(set: &PermissionSet) -> Result<Item, StoreError> {
    let by_name = format!("{}#{}", sort_text(set.name.as_str()), set.id);
    let listed = IndexKey { pk: keys::permission_sets(SetKind::of(set).word(), set.tenant), sk: by_name };
    Ok(Item::new(keys::permission_set(set.id), &StoredSet::of(set))?.gsi1(listed))
}
