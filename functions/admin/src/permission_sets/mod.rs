//! Profiles of power users and custom roles: one set of endpoints for both. Each belongs to one platform; giving one to
//! somebody is giving a role.

pub(crate) mod change;
pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod edit;
mod form;
pub(crate) mod holders;
pub(crate) mod list;
pub(crate) mod restore;
pub(crate) mod show;
pub(crate) mod versions;

use authorization::{PermissionSet, Rights};
use domain::{PermissionSetId, Tenant};
use jiff::Timestamp;
use serde::Serialize;
use store::SetKind;
use utoipa::ToSchema;
use web::Failure;

pub(crate) use self::form::parent;
use crate::words;

/// A profile or a custom role.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PermissionSetView {
    /// Its id.
    #[schema(value_type = String)]
    id: PermissionSetId,
    /// `power_profile` or `custom_role`.
    #[schema(schema_with = words::set_kind)]
    kind: SetKind,
    /// Raised by every change.
    version: u64,
    /// `main`, or the id of the partner platform or organization that it belongs to.
    tenant: String,
    /// What it is called.
    name: String,
    /// The id of the role that a custom role was copied from; `null` for a profile.
    parent: Option<String>,
    /// Ids of the actions that were chosen or kept.
    actions: Vec<String>,
    /// What a profile reaches: `platform`, or `kind:ID`; nothing for a custom role, which is held on what it is given on.
    on: Vec<String>,
    /// When it was made, or changed last.
    #[schema(value_type = String, format = DateTime)]
    changed_at: Timestamp,
}

impl PermissionSetView {
    /// How it looks.
    pub(crate) fn of(set: &PermissionSet) -> Self {
        let (parent, on) = match &set.rights {
            Rights::Profile { on, .. } => (None, on.iter().map(ToString::to_string).collect()),
            Rights::CustomRole { parent, .. } => (Some(parent.id().to_owned()), Vec::new()),
        };
        Self {
            id: set.id,
            kind: SetKind::of(set),
            version: set.version,
            tenant: name_of(set.tenant),
            name: set.name.to_string(),
            parent,
            actions: set.actions().iter().map(|action| action.id().to_owned()).collect(),
            on,
            changed_at: set.changed_at,
        }
    }
}

/// The platform of a name in an address; what names none is not there.
fn tenant(name: &str) -> Result<Tenant, Failure> {
    match name {
        "main" => Ok(Tenant::Main),
        id => id.parse().map(Tenant::Partner).map_err(|_| Failure::NotFound),
    }
}

fn name_of(tenant: Tenant) -> String {
    match tenant {
        Tenant::Main => "main".to_owned(),
        Tenant::Partner(partner) => partner.to_string(),
    }
}
