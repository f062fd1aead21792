//! Overrides: what the platform, or one partner platform or organization, decides otherwise than the grid.

pub(crate) mod change;
mod form;
pub(crate) mod restore;
pub(crate) mod show;
pub(crate) mod versions;

use domain::Tenant;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Overrides, StoredOverride};
use utoipa::ToSchema;
use web::Failure;

/// One decision that differs from the grid.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OverrideView {
    /// The role's id.
    role: String,
    /// The action's id.
    action: String,
    /// Whether the action is given to the role, or taken from it.
    allowed: bool,
}

/// What is decided otherwise in one place.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverridesView {
    /// Raised by every change; zero where nothing was decided yet.
    version: u64,
    /// `everywhere`, `main`, or the id of a partner platform or organization.
    tenant: String,
    /// The decisions.
    overrides: Vec<OverrideView>,
    /// When it was decided; `null` where nothing was.
    #[schema(value_type = Option<String>, format = DateTime)]
    at: Option<Timestamp>,
}

impl OverridesView {
    fn of(overrides: &Overrides) -> Self {
        let view = |stored: &StoredOverride| OverrideView {
            role: stored.role.clone(),
            action: stored.action.clone(),
            allowed: stored.allowed,
        };
        Self {
            version: overrides.version,
            tenant: name_of(overrides.tenant),
            overrides: overrides.list.iter().map(view).collect(),
            at: (overrides.version > 0).then_some(overrides.at),
        }
    }
}

/// The place of a name in an address; what names none is not there.
fn tenant(name: &str) -> Result<Option<Tenant>, Failure> {
    match name {
        "everywhere" => Ok(None),
        "main" => Ok(Some(Tenant::Main)),
        id => id.parse().map(|partner| Some(Tenant::Partner(partner))).map_err(|_| Failure::NotFound),
    }
}

fn name_of(tenant: Option<Tenant>) -> String {
    match tenant {
        None => "everywhere".to_owned(),
        Some(Tenant::Main) => "main".to_owned(),
        Some(Tenant::Partner(partner)) => partner.to_string(),
    }
}
