//! Orders as their buyers see them. What staff and the provider call them stays out of it.

pub(crate) mod invoice;
pub(crate) mod list;
