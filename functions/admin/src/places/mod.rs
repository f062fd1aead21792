//! Places: groups, teams, channels, paths and programs. One set of endpoints for all of them; what tells them apart is the
//! action that is asked for.

pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod edit;
pub(crate) mod list;
pub(crate) mod members;
pub(crate) mod show;

use domain::{PartnerId, Place, PlaceId, PlaceKind, Tenant};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use web::Failure;

use crate::words;

/// A place.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PlaceView {
    /// Its id.
    id: String,
    /// What it is.
    #[schema(schema_with = words::place_kind)]
    kind: PlaceKind,
    /// Raised by every change.
    version: u64,
    /// The partner platform it belongs to; `null` for the main platform.
    #[schema(value_type = Option<String>)]
    partner: Option<PartnerId>,
    /// Its name.
    name: String,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
}

impl PlaceView {
    /// How the place looks.
    pub(crate) fn of(place: &Place) -> Self {
        let partner = match place.tenant {
            Tenant::Main => None,
            Tenant::Partner(partner) => Some(partner),
        };
        Self {
            id: place.id.to_string(),
            kind: place.kind,
            version: place.version,
            partner,
            name: place.name.to_string(),
            created_at: place.created_at,
        }
    }
}

/// A place by the words of its address. What does not read names nothing.
pub(crate) fn named(kind: &str, id: &str) -> Result<(PlaceKind, PlaceId), Failure> {
    let kind: PlaceKind = kind.parse().map_err(|_| Failure::NotFound)?;
    kind.parse_id(id).map(|id| (kind, id)).ok_or(Failure::NotFound)
}

/// A kind by the word of its address.
pub(crate) fn kind(word: &str) -> Result<PlaceKind, Failure> {
    word.parse().map_err(|_| Failure::NotFound)
}

/// A tenant by a partner's id, or the main platform without one.
pub(crate) fn tenant(partner: Option<PartnerId>) -> Tenant {
    partner.map_or(Tenant::Main, Tenant::Partner)
}
