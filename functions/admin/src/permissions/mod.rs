//! Permissions: the grid as it is here, what is decided otherwise, and why somebody may or may not do something.

pub(crate) mod can;
pub(crate) mod choices;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod flips;
pub(crate) mod grid;
mod names;
pub(crate) mod overrides;
mod pages;
mod view;
pub(crate) mod who;
