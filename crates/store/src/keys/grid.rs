//! Keys of what a deployment decided otherwise than the grid.

use domain::Tenant;

use super::{Key, key, tenant};

/// Everything by which a decision differs from the grid of the program, together.
pub(crate) const GRID: &str = "GRID";
pub(crate) const SETTINGS: &str = "SETTINGS";

pub(crate) fn settings() -> Key {
    key(GRID.to_owned(), SETTINGS)
}

/// What one tenant decided otherwise, or the platform for all of them.
pub(crate) fn everywhere_or(of: Option<Tenant>) -> String {
    of.map_or_else(|| "everywhere".to_owned(), tenant)
}

pub(crate) fn overrides(of: Option<Tenant>) -> Key {
    key(GRID.to_owned(), format!("OVERRIDES#{}", everywhere_or(of)))
}

pub(crate) fn former_overrides_partition(of: Option<Tenant>) -> String {
    format!("GRID-HISTORY#{}", everywhere_or(of))
}

/// Versions sort as numbers.
pub(crate) fn former_overrides(of: Option<Tenant>, version: u64) -> Key {
    key(former_overrides_partition(of), format!("{version:020}"))
}
