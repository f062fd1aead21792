//! Keys of profiles and custom roles, and of their holders.

use authorization::GrantObject;
use domain::{AccountId, PermissionSetId, Tenant};

use super::{IndexKey, Key, account_partition, key, tenant};

pub(crate) fn permission_set_partition(id: PermissionSetId) -> String {
    format!("PERMISSION-SET#{id}")
}

pub(crate) fn permission_set(id: PermissionSetId) -> Key {
    key(permission_set_partition(id), "PERMISSION-SET")
}

pub(crate) const FORMER_PERMISSION_SET: &str = "VERSION#";

/// Versions sort as numbers.
pub(crate) fn former_permission_set(id: PermissionSetId, version: u64) -> Key {
    key(permission_set_partition(id), format!("{FORMER_PERMISSION_SET}{version:020}"))
}

/// The profiles of a tenant, or its custom roles.
pub(crate) fn permission_sets(kind: &str, of: Tenant) -> String {
    format!("PERMISSION-SETS#{kind}#{}", tenant(of))
}

/// A profile is held once, on the platform; a custom role on what its parent can be held on.
pub(crate) fn held_set(account: AccountId, set: PermissionSetId, object: GrantObject) -> Key {
    key(account_partition(account), format!("{}set:{set}#{object}", super::ROLE))
}

/// Everybody who holds a profile or custom role, on whatever object.
pub(crate) fn holders_of(set: PermissionSetId) -> String {
    format!("HOLDERS-OF#{set}")
}

pub(crate) fn holder_of(set: PermissionSetId, account: AccountId, object: GrantObject) -> IndexKey {
    IndexKey { pk: holders_of(set), sk: format!("{account}#{object}") }
}
