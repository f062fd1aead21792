//! Coupons, and the codes that buyers type for them.

use serde::{Deserialize, Serialize};

use super::Metadata;
use crate::options::Off;

/// What is taken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Coupon {
    pub id: String,
    pub created: i64,
    pub name: Option<String>,
    pub off: Off,
    pub redemptions_max: Option<u64>,
    pub redeem_by: Option<i64>,
    pub metadata: Metadata,
}

/// A code that stands for a coupon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Promotion {
    pub id: String,
    pub created: i64,
    pub code: String,
    pub coupon: String,
    /// Whether it is switched on; it may have ended or be used up all the same.
    pub on: bool,
    pub redemptions_max: Option<u64>,
    pub expires_at: Option<i64>,
    pub metadata: Metadata,
}
