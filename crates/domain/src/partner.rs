//! A partner platform: a tenant beside the main platform. A platform has zero or more of them (S000-12).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::PartnerId;
use crate::slug::Slug;
use crate::text::Title;

/// A partner platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// Raised by every change.
    pub version: u64,
    /// Its name.
    pub name: Title,
    /// Names its sign-in page; unique.
    pub slug: Slug,
    /// When it was made.
    pub created_at: Timestamp,
}
