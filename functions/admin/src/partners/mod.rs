//! Partner platforms: the tenants beside the main platform.

pub(crate) mod create;
pub(crate) mod edit;
pub(crate) mod list;
pub(crate) mod show;

use domain::{Partner, PartnerId};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A partner platform.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PartnerView {
    /// Its id.
    #[schema(value_type = String)]
    id: PartnerId,
    /// Raised by every change.
    version: u64,
    /// Its name.
    name: String,
    /// Names its sign-in page.
    slug: String,
    /// What speaks against this slug, where something does; it is valid all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    slug_advice: Option<String>,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

impl PartnerView {
    /// How the partner platform looks.
    pub(crate) fn of(partner: &Partner) -> Self {
        Self {
            id: partner.id,
            version: partner.version,
            name: partner.name.to_string(),
            slug: partner.slug.to_string(),
            slug_advice: Partner::advice_on(&partner.slug),
            created_at: partner.created_at,
        }
    }
}
