//! What gives rights to others: a role that is given or taken, and a profile or custom role that is made or changed.

use domain::{Account, AccountKind, Tenant};

use super::Target;
use crate::giving::receiving;
use crate::object::{Object, ObjectKind};
use crate::permission_set::PermissionSet;
use crate::principal::{RoleGrant, Standing};

/// A role that is to be given to an account, or taken from it.
#[derive(Debug)]
pub struct RoleTarget {
    /// The account.
    pub account: Account,
    /// How it stands, with what it holds already.
    pub standing: Standing,
    /// The role, and what it is held on.
    pub grant: RoleGrant,
    /// The profile or custom role that it is given as.
    pub set: Option<PermissionSet>,
    /// The tenant of what it is held on; nothing where that is no tenant's.
    pub held_in: Option<Tenant>,
    /// How the person stands that the role is held on; nothing where it is held on no person.
    pub looked_after: Option<Standing>,
}

impl RoleTarget {
    /// Whether the account and what the role is held on belong together. Internal administrators reach every tenant.
    pub(crate) fn within_one_tenant(&self) -> bool {
        let reaches_all = self.account.kind == AccountKind::InternalAdministrator;
        reaches_all || self.held_in.is_none_or(|tenant| tenant == self.account.kind.tenant())
    }
}

impl RoleTarget {
    /// What its holder has by it: the role itself, or what a profile spreads over its objects.
    pub(crate) fn brought(&self) -> Vec<RoleGrant> {
        self.set.as_ref().map_or_else(|| vec![self.grant], |set| set.grants(self.grant.object).collect())
    }
}

impl Target for RoleTarget {
    fn object(&self) -> Object {
        receiving(&self.standing, &self.grant)
    }
}

/// A power-user profile or custom role that is to be made, changed or deleted.
#[derive(Debug)]
pub struct PermissionSetTarget {
    /// Whose it is.
    pub tenant: Tenant,
    /// As it stands; nothing where it is to be made.
    pub before: Option<PermissionSet>,
    /// As it is to be; nothing where it is to go.
    pub after: Option<PermissionSet>,
}

impl PermissionSetTarget {
    /// How it stands and how it is to be.
    pub(crate) fn both(&self) -> impl Iterator<Item = &PermissionSet> {
        self.before.iter().chain(&self.after)
    }
}

impl Target for PermissionSetTarget {
    fn object(&self) -> Object {
        // Nobody makes what stands higher than themselves.
        let role = self.both().map(PermissionSet::role).max_by_key(|role| role.rank());
        Object { tenant: Some(self.tenant), role, ..Object::new(ObjectKind::Tenant) }
    }
}
